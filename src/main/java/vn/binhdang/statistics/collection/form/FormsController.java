package vn.binhdang.statistics.collection.form;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.web.Text;

/** The forms of the installation: what they ask, of whom, and until when. */
@Controller
@Allows(Action.DEFINE_STATISTICS)
class FormsController {
    private static final int LONGEST_DEADLINE = 366;

    private final Forms forms;
    private final FormPages pages;
    private final UnitsByName names;

    FormsController(Forms forms, FormPages pages, UnitsByName names) {
        this.forms = forms;
        this.pages = pages;
        this.names = names;
    }

    @GetMapping("/statistics/forms")
    @Allows(Action.READ_STATISTICS)
    String list(Actor actor, Text t, Model model) {
        model.addAttribute("page", pages.list(actor, t));
        return "statistics/collection/form/forms";
    }

    @GetMapping("/statistics/forms/new")
    String fresh(Text t, Model model) {
        model.addAttribute("page", pages.fresh(Map.of("from", TypedDay.print(pages.today())), Map.of(), t));
        return "statistics/collection/form/new";
    }

    @PostMapping("/statistics/forms")
    String create(
            @RequestParam Map<String, String> sent, Actor actor, Text t, Model model, HttpServletResponse response) {
        var mistakes = new LinkedHashMap<String, String>();
        String code = words(sent, "code");
        if (!code.matches("[A-Z][A-Z0-9_.-]{0,40}")) mistakes.put("code", t.of("statistics.form.mend.code"));
        for (String field : List.of("nameVi", "nameEn"))
            if (words(sent, field).isEmpty()) mistakes.put(field, t.of("statistics.form.mend.empty"));
        var kind = Arrays.stream(PeriodKind.values())
                .filter(one -> one.name().equals(sent.get("kind")))
                .findFirst();
        if (kind.isEmpty()) mistakes.put("kind", t.of("statistics.form.mend.choose"));
        var from = TypedDay.readNear(sent.get("from"));
        if (from.isEmpty()) mistakes.put("from", t.of("statistics.form.mend.day"));
        boolean regime = forms.regimes().stream().anyMatch(one -> one.code().equals(sent.get("regime")));
        if (!regime) mistakes.put("regime", t.of("statistics.form.mend.choose"));
        if (!mistakes.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("page", pages.fresh(sent, mistakes, t));
            return "statistics/collection/form/new";
        }
        try {
            var id = forms.create(
                    actor,
                    new Forms.NewForm(
                            code,
                            words(sent, "nameVi"),
                            words(sent, "nameEn"),
                            words(sent, "regime"),
                            kind.orElseThrow(),
                            words(sent, "legalBasis"),
                            from.orElseThrow()));
            return "redirect:/statistics/forms/" + id + "/draft";
        } catch (Refused taken) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            model.addAttribute("page", pages.fresh(sent, Map.of("code", sentence(taken, t)), t));
            return "statistics/collection/form/new";
        }
    }

    @GetMapping("/statistics/forms/{id}")
    @Allows(Action.READ_STATISTICS)
    String page(
            @PathVariable FormId id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String saved,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", pages.page(actor, id, version, saved, Map.of(), Map.of(), t));
        return "statistics/collection/form/form";
    }

    @PostMapping("/statistics/forms/{id}/assignments")
    String assign(
            @PathVariable FormId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var mistakes = new LinkedHashMap<String, String>();
        var kind = kind(sent.get("kind"));
        if (kind == null) mistakes.put("kind", t.of("statistics.form.mend.choose"));
        var from = TypedDay.readNear(sent.get("from"));
        if (from.isEmpty()) mistakes.put("from", t.of("statistics.form.mend.day"));
        UnitId within = null;
        String name = words(sent, "within");
        if (!name.isEmpty()) {
            var meaning = names.read(name, from.orElse(pages.today()), null);
            within = meaning.unit();
            if (within == null)
                mistakes.put("within", t.of("statistics.form.mend.unit", String.join("; ", meaning.labels())));
        }
        if (!mistakes.isEmpty() || kind == null) return again(id, sent, mistakes, actor, t, model, response);
        try {
            forms.assign(actor, id, kind, within, from.orElseThrow());
            return "redirect:/statistics/forms/" + id + "?saved=1#assigned";
        } catch (Refused already) {
            String page = again(id, sent, Map.of("kind", sentence(already, t)), actor, t, model, response);
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return page;
        }
    }

    @PostMapping("/statistics/forms/{id}/assignments/{assignment}/end")
    String release(@PathVariable FormId id, @PathVariable UUID assignment, Actor actor) {
        forms.release(actor, id, assignment, pages.today());
        return "redirect:/statistics/forms/" + id + "?saved=1#assigned";
    }

    /** Fields {@code days.DEPARTMENT}; empty takes the deadline away. */
    @PostMapping("/statistics/forms/{id}/deadlines")
    String deadlines(
            @PathVariable FormId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var _ = forms.form(id);
        var mistakes = new LinkedHashMap<String, String>();
        var wanted = new LinkedHashMap<UnitKind, @Nullable Integer>();
        sent.forEach((field, typed) -> {
            var kind = field.startsWith("days.") ? kind(field.substring("days.".length())) : null;
            if (kind == null) return;
            String days = typed.strip();
            if (days.isEmpty()) wanted.put(kind, null);
            else if (days.matches("\\d{1,3}")
                    && Integer.parseInt(days) >= 1
                    && Integer.parseInt(days) <= LONGEST_DEADLINE) wanted.put(kind, Integer.valueOf(days));
            else mistakes.put(field, t.of("statistics.form.mend.days", LONGEST_DEADLINE));
        });
        if (!mistakes.isEmpty()) return again(id, sent, mistakes, actor, t, model, response);
        for (var one : new ArrayList<>(wanted.entrySet())) forms.setDeadline(actor, id, one.getKey(), one.getValue());
        return "redirect:/statistics/forms/" + id + "?saved=1#deadlines";
    }

    private String again(
            FormId id,
            Map<String, String> sent,
            Map<String, String> mistakes,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("page", pages.page(actor, id, null, "", sent, mistakes, t));
        return "statistics/collection/form/form";
    }

    private static String sentence(Refused why, Text t) {
        return t.of(why.messageKey(), why.arguments().toArray());
    }

    private static @Nullable UnitKind kind(@Nullable String word) {
        return Arrays.stream(UnitKind.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    static String words(Map<String, String> sent, String field) {
        return Normalizer.normalize(sent.getOrDefault(field, "").strip(), Normalizer.Form.NFC);
    }
}
