package vn.binhdang.statistics.indicator;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.IndicatorId;
import vn.binhdang.web.Text;

/** The catalogue of indicators: to read for everybody who reads statistics, to define for statisticians. */
@Controller
@Allows(Action.READ_STATISTICS)
class IndicatorController {
    private static final int SOURCE = 4_000;
    private static final Map<String, String> USUAL = Map.of(
            "kind", "RATIO",
            "factor", "100",
            "decimals", "1",
            "shareOf", "PEOPLE",
            "overUnits", "CELLS",
            "direction", "MORE");

    private final Definitions definitions;
    private final IndicatorPages pages;
    private final Catalogues catalogues;

    IndicatorController(Definitions definitions, IndicatorPages pages, Catalogues catalogues) {
        this.definitions = definitions;
        this.pages = pages;
        this.catalogues = catalogues;
    }

    @GetMapping("/statistics/indicators")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam(defaultValue = "") String after,
            Actor actor,
            Text t,
            Model model) {
        var filter = new IndicatorPages.Filter(q.strip(), Theme.named(theme).orElse(null), state, instrument.strip());
        model.addAttribute("page", pages.list(filter, after, actor, t));
        return "statistics/indicator/indicators";
    }

    @GetMapping("/statistics/indicators/{id}")
    String show(
            @PathVariable IndicatorId id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "") String done,
            Actor actor,
            Text t,
            Model model) {
        String key = "statistics.indicator.done." + done;
        model.addAttribute(
                "page", pages.page(id, version, t.has(key) ? t.of(key) : "", IndicatorPages.Back.NOTHING, actor, t));
        return "statistics/indicator/indicator";
    }

    @GetMapping("/statistics/indicators/{id}/history")
    String history(
            @PathVariable IndicatorId id,
            @RequestParam(required = false) @Nullable String before,
            Text t,
            Model model) {
        model.addAttribute("page", pages.deeds(id, before, t));
        return "audit/of-record";
    }

    @GetMapping("/statistics/indicators/new")
    @Allows(Action.DEFINE_STATISTICS)
    String begin(Text t, Model model) {
        model.addAttribute("page", pages.form(null, USUAL, Set.of(), Map.of(), FormulaView.NOTHING, false, false, t));
        return "statistics/indicator/form";
    }

    @PostMapping("/statistics/indicators/new")
    @Allows(Action.DEFINE_STATISTICS)
    String create(
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var form = new DefinitionForm(sent, true, CatalogueElements.of(catalogues.current()), t);
        var definition = form.definition();
        if (onlyLooks(sent)) return again(null, form, false, true, t, model);
        if (definition == null) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return again(null, form, false, false, t, model);
        }
        var theme = Theme.named(form.words("theme")).orElseThrow();
        return "redirect:/statistics/indicators/"
                + definitions.create(actor, form.words("code"), theme, definition)
                + "?done=created";
    }

    @GetMapping("/statistics/indicators/{id}/change")
    @Allows(Action.DEFINE_STATISTICS)
    String change(@PathVariable IndicatorId id, Text t, Model model) {
        model.addAttribute("page", pages.form(definitions.find(id), t));
        return "statistics/indicator/form";
    }

    @PostMapping("/statistics/indicators/{id}/change")
    @Allows(Action.DEFINE_STATISTICS)
    String alter(
            @PathVariable IndicatorId id,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var indicator = definitions.find(id);
        var form = new DefinitionForm(sent, false, CatalogueElements.of(catalogues.current()), t);
        var definition = form.definition();
        if (onlyLooks(sent)) return again(indicator, form, false, true, t, model);
        if (definition == null) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return again(indicator, form, false, false, t, model);
        }
        return switch (definitions.alter(actor, id, form.count("number"), form.count("edition"), definition)) {
            case STORED ->
                "redirect:/statistics/indicators/" + id + "?done=changed&version="
                        + definitions.find(id).last().number();
            case OVERTAKEN -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield again(indicator, form, true, false, t, model);
            }
            case MUST_BEGIN_LATER -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                form.mistakes().put("from", t.of("statistics.indicator.mend.beginLater"));
                yield again(indicator, form, false, false, t, model);
            }
        };
    }

    /** The button beside the formula, which works without a script. */
    private static boolean onlyLooks(MultiValueMap<String, String> sent) {
        return "check".equals(sent.getFirst("then"));
    }

    private String again(
            @Nullable Indicator indicator,
            DefinitionForm form,
            boolean overtaken,
            boolean checked,
            Text t,
            Model model) {
        model.addAttribute(
                "page",
                pages.form(
                        indicator,
                        form.sent(),
                        form.dimensions(),
                        checked ? Map.of() : form.mistakes(),
                        form.formula(),
                        overtaken,
                        checked,
                        t));
        return "statistics/indicator/form";
    }

    /** While somebody types: what the formula says, or what is wrong with it. */
    @GetMapping("/statistics/indicators/formula")
    @Allows(Action.DEFINE_STATISTICS)
    String formula(
            @RequestParam(defaultValue = "RATIO") String kind,
            @RequestParam(defaultValue = "") String numerator,
            @RequestParam(defaultValue = "") String denominator,
            @RequestParam(defaultValue = "1") String factor,
            @RequestParam(defaultValue = "CELLS") String overUnits,
            Text t,
            Model model) {
        String digits = factor.replaceAll("\\D", "");
        var read = FormulaView.of(
                Kind.named(kind).orElse(Kind.RATIO),
                numerator,
                denominator,
                digits.isEmpty() || digits.length() > 7 ? 1 : Math.max(1, Integer.parseInt(digits)),
                OverUnits.named(overUnits).orElse(OverUnits.CELLS),
                CatalogueElements.of(catalogues.current()),
                t);
        model.addAttribute("formula", read.view());
        return "statistics/indicator/formula";
    }

    @PostMapping("/statistics/indicators/{id}/confirm")
    @Allows(Action.DEFINE_STATISTICS)
    String confirm(
            @PathVariable IndicatorId id,
            @RequestParam(defaultValue = "DEFINITION") Definitions.Part part,
            @RequestParam(defaultValue = "0") int number,
            @RequestParam(defaultValue = "-1") int edition,
            @RequestParam(defaultValue = "") String source,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        definitions.find(id);
        String field = "source-" + part;
        if (source.isBlank() || source.length() > SOURCE) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            var mistakes = Map.of(field, t.of("statistics.indicator.mend.source"));
            model.addAttribute(
                    "page",
                    pages.page(id, number, "", new IndicatorPages.Back(Map.of(field, source), mistakes), actor, t));
            return "statistics/indicator/indicator";
        }
        definitions.confirm(actor, id, number, edition, part, source.strip());
        return "redirect:/statistics/indicators/" + id + "?done=confirmed&version=" + number;
    }
}
