package vn.binhdang.statistics.indicator;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitsByName;
import vn.binhdang.statistics.IndicatorId;
import vn.binhdang.statistics.TargetId;
import vn.binhdang.statistics.target.Aim;
import vn.binhdang.statistics.target.Sign;
import vn.binhdang.statistics.target.Targets;
import vn.binhdang.web.Text;

/** The targets of an indicator, on its page. */
@Controller
@Allows(Action.DEFINE_STATISTICS)
class IndicatorTargetController {
    private static final int LONGEST = 600;

    private final Definitions definitions;
    private final IndicatorPages pages;
    private final Targets targets;
    private final UnitsByName unitsByName;

    IndicatorTargetController(Definitions definitions, IndicatorPages pages, Targets targets, UnitsByName unitsByName) {
        this.definitions = definitions;
        this.pages = pages;
        this.targets = targets;
        this.unitsByName = unitsByName;
    }

    @PostMapping("/statistics/indicators/{id}/targets")
    String set(
            @PathVariable IndicatorId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        definitions.find(id);
        var mistakes = new LinkedHashMap<String, String>();
        var wanted = read(sent, actor, mistakes, t);
        if (wanted == null) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("page", pages.page(id, null, "", new IndicatorPages.Back(sent, mistakes), actor, t));
            return "statistics/indicator/indicator";
        }
        targets.set(actor, id, wanted);
        return "redirect:/statistics/indicators/" + id + "?done=target#targets";
    }

    private Targets.@Nullable Wanted read(Map<String, String> sent, Actor actor, Map<String, String> mistakes, Text t) {
        String year = words(sent, "year");
        if (!year.matches("20[0-9]{2}")) mistakes.put("year", t.of("statistics.target.mend.year"));
        @Nullable UnitId unit = null;
        if (!words(sent, "unit").isEmpty()) {
            unit = unitsByName
                    .read(words(sent, "unit"), pages.today(), actor.reach(Action.DEFINE_STATISTICS))
                    .unit();
            if (unit == null) mistakes.put("unit", t.of("organisation.unitName.unknown"));
        }
        String value = words(sent, "value");
        var sign = Sign.of(words(sent, "sign")).orElse(Sign.AT_LEAST);
        var aim = Aim.read(value, sign);
        if (aim.mistakeKey() != null) mistakes.put("value", t.of(aim.mistakeKey()));
        String valueEn = words(sent, "valueEn");
        if (!valueEn.isEmpty() && (aim.value() != null || valueEn.length() > Aim.LONGEST))
            mistakes.put("valueEn", t.of("statistics.target.mend.valueEn", Aim.LONGEST));
        String source = words(sent, "source");
        if (source.isEmpty()) mistakes.put("source", t.of("statistics.indicator.mend.source"));
        for (String field : new String[] {"source", "instrument"})
            if (words(sent, field).length() > LONGEST) mistakes.put(field, t.of("statistics.indicator.mend.long"));
        if (!mistakes.isEmpty()) return null;
        return new Targets.Wanted(
                Integer.parseInt(year),
                unit,
                sign,
                aim.value(),
                aim.upTo(),
                value,
                valueEn,
                words(sent, "instrument"),
                source);
    }

    private static String words(Map<String, String> sent, String field) {
        return Normalizer.normalize(sent.getOrDefault(field, "").strip(), Normalizer.Form.NFC);
    }

    @PostMapping("/statistics/indicators/{id}/targets/{target}/confirm")
    String confirm(
            @PathVariable IndicatorId id,
            @PathVariable TargetId target,
            @RequestParam(defaultValue = "") String source,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        if (definitions.find(id).targets().stream().noneMatch(one -> one.id().equals(target)))
            throw new NotVisible("target " + target);
        if (source.isBlank() || source.length() > LONGEST) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            String field = "source-" + target;
            model.addAttribute(
                    "page",
                    pages.page(
                            id,
                            null,
                            "",
                            new IndicatorPages.Back(
                                    Map.of(field, source), Map.of(field, t.of("statistics.indicator.mend.source"))),
                            actor,
                            t));
            return "statistics/indicator/indicator";
        }
        targets.confirm(actor, id, target, source.strip());
        return "redirect:/statistics/indicators/" + id + "?done=targetConfirmed#targets";
    }

    @PostMapping("/statistics/indicators/{id}/targets/{target}/end")
    String end(@PathVariable IndicatorId id, @PathVariable TargetId target, Actor actor) {
        targets.end(actor, id, target);
        return "redirect:/statistics/indicators/" + id + "?done=targetEnded#targets";
    }
}
