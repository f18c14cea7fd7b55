package vn.binhdang.organisation.unit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

@Controller
@Allows(Action.CHANGE_UNITS)
class DescribeController {
    private final UnitDescriptions descriptions;
    private final UnitPages pages;
    private final UnitRecords records;
    private final Units units;
    private final Clock clock;

    DescribeController(UnitDescriptions descriptions, UnitPages pages, UnitRecords records, Units units, Clock clock) {
        this.descriptions = descriptions;
        this.pages = pages;
        this.records = records;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/units/{id}/describe")
    String show(
            @PathVariable UnitId id,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String done,
            Actor actor,
            Model model) {
        return page(id, AsOf.of(on, LocalDate.now(clock)), actor, DescribeForm.EMPTY, null, done != null, model);
    }

    @PostMapping("/units/{id}/describe")
    String store(
            @PathVariable UnitId id,
            DescribeForm form,
            @RequestParam(required = false) @Nullable String on,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var asOf = AsOf.of(on, LocalDate.now(clock));
        try {
            store(id, form, actor);
            return "redirect:" + asOf.carry("/units/" + id + "/describe?done");
        } catch (Refused refused) {
            if (refused instanceof NotAllowed) throw refused;
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            String problem = t.of(refused.messageKey(), refused.arguments().toArray());
            return page(id, asOf, actor, form, problem, false, model);
        }
    }

    private void store(UnitId id, DescribeForm form, Actor actor) {
        var from = AsOf.typed(form.from()).orElseThrow(() -> new Refused("organisation.event.form.noDay"));
        if ("SPELLING".equals(form.what())) {
            if (form.ends() == null) descriptions.addSpelling(actor, id, form.valueText(), from);
            else descriptions.endSpelling(actor, id, form.valueText(), from);
        } else {
            var scheme = "E_IDENTIFIER".equals(form.what()) ? CodeScheme.E_IDENTIFIER : CodeScheme.ADMINISTRATIVE;
            descriptions.setCode(actor, id, scheme, form.valueText(), from);
        }
    }

    private String page(
            UnitId id, AsOf asOf, Actor actor, DescribeForm form, @Nullable String problem, boolean done, Model model) {
        var head = records.head(id, actor.reach(Action.CHANGE_UNITS), asOf.day());
        if (!head.inReach()) throw new NotVisible("unit " + id);
        var dated = records.dated(id);
        model.addAttribute(
                "page",
                new DescribePage(
                        id.toString(),
                        asOf,
                        dated.on(head.span().nearest(asOf.day())).name(),
                        UnitPages.codes(dated),
                        UnitPages.spellings(dated),
                        form,
                        problem,
                        done));
        return "organisation/unit/describe";
    }
}
