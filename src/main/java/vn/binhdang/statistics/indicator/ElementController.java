package vn.binhdang.statistics.indicator;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.ElementId;
import vn.binhdang.web.Text;

/** What is counted: the elements that forms ask for and formulas speak of. */
@Controller
@Allows(Action.READ_STATISTICS)
class ElementController {
    private static final int PAGE = 50;
    private static final int SHORT = 300;
    private static final int LONG = 4_000;

    private final Catalogues catalogues;
    private final ElementDefinitions definitions;

    ElementController(Catalogues catalogues, ElementDefinitions definitions) {
        this.catalogues = catalogues;
        this.definitions = definitions;
    }

    @GetMapping("/statistics/elements")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done,
            Actor actor,
            Text t,
            Model model) {
        var catalogue = catalogues.current();
        var words = new SearchWords(q);
        var found = catalogue.elements().values().stream()
                .filter(element -> words.areIn(element.code(), element.nameVi(), element.nameEn()))
                .toList();
        int from = 0;
        for (int i = 0; i < found.size(); i++) if (found.get(i).code().equals(after)) from = i + 1;
        var shown = found.subList(from, Math.min(found.size(), from + PAGE));
        String next = from + PAGE < found.size()
                ? "/statistics/elements?after=" + shown.getLast().code()
                        + (q.isBlank() ? "" : "&q=" + URLEncoder.encode(q.strip(), StandardCharsets.UTF_8))
                : null;
        String key = "statistics.indicator.done." + done;
        model.addAttribute(
                "page",
                new ElementsPage(
                        q.strip(),
                        found.size(),
                        shown.stream()
                                .map(element -> row(element, catalogue, t))
                                .toList(),
                        from == 0,
                        next,
                        actor.may(Action.DEFINE_STATISTICS),
                        t.has(key) ? t.of(key) : ""));
        return "statistics/indicator/elements";
    }

    private static ElementsPage.Row row(Catalogue.Element element, Catalogue catalogue, Text t) {
        return new ElementsPage.Row(
                element.code(),
                element.name(t.language()),
                t.of("statistics.element.counted." + element.counted()),
                element.dimensions().stream()
                        .map(dimension -> t.language().equals("en") ? dimension.nameEn() : dimension.nameVi())
                        .collect(Collectors.joining(", ")),
                element.computedBy() != null,
                element.sensitive(),
                catalogue.formsOf(element.code()).stream()
                        .map(form -> form.name(t.language()))
                        .collect(Collectors.joining(", ")),
                "/statistics/elements/" + element.id() + "/change");
    }

    @GetMapping("/statistics/elements/new")
    @Allows(Action.DEFINE_STATISTICS)
    String begin(Text t, Model model) {
        model.addAttribute(
                "page",
                new ElementPage(
                        "",
                        "/statistics/elements/new",
                        Map.of("decimals", "0", "counted", "PEOPLE", "overTime", "SUM", "summable", "yes"),
                        Set.of("SEX"),
                        Map.of(),
                        dimensions(t)));
        return "statistics/indicator/element";
    }

    @PostMapping("/statistics/elements/new")
    @Allows(Action.DEFINE_STATISTICS)
    String create(
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var typed = sent.toSingleValueMap();
        var mistakes = new LinkedHashMap<String, String>();
        String code = words(typed, "code").toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z][A-Z0-9_]{0,39}")) mistakes.put("code", t.of("statistics.element.mend.code"));
        var words = read(typed, mistakes, t);
        String decimals = words(typed, "decimals");
        if (!decimals.matches("[0-6]")) mistakes.put("decimals", t.of("statistics.indicator.mend.number", 0, 6));
        var chosen = new TreeSet<>(sent.getOrDefault("dimension", List.of()));
        var known = catalogues.current().dimensions().keySet();
        chosen.retainAll(known);
        if (!mistakes.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute(
                    "page", new ElementPage("", "/statistics/elements/new", typed, chosen, mistakes, dimensions(t)));
            return "statistics/indicator/element";
        }
        definitions.create(
                actor,
                new ElementDefinitions.Counting(
                        code,
                        one(Catalogue.Counted.values(), typed.get("counted"), Catalogue.Counted.OTHER),
                        Integer.parseInt(decimals),
                        one(Catalogue.OverTime.values(), typed.get("overTime"), Catalogue.OverTime.SUM),
                        "yes".equals(typed.get("summable")),
                        known.stream().filter(chosen::contains).toList()),
                words);
        return "redirect:/statistics/elements?done=element&q=" + code;
    }

    @GetMapping("/statistics/elements/{id}/change")
    @Allows(Action.DEFINE_STATISTICS)
    String change(@PathVariable ElementId id, Text t, Model model) {
        var words = definitions.words(id);
        var typed = new HashMap<String, String>();
        typed.put("nameVi", words.nameVi());
        typed.put("nameEn", words.nameEn());
        typed.put("definition", words.definition());
        typed.put("source", words.source());
        if (words.sensitive()) typed.put("sensitive", "yes");
        if (words.aboutItself()) typed.put("aboutItself", "yes");
        model.addAttribute("page", form(id, typed, Map.of(), t));
        return "statistics/indicator/element";
    }

    @PostMapping("/statistics/elements/{id}/change")
    @Allows(Action.DEFINE_STATISTICS)
    String alter(
            @PathVariable ElementId id,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        definitions.words(id);
        var mistakes = new LinkedHashMap<String, String>();
        var words = read(sent, mistakes, t);
        if (!mistakes.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("page", form(id, sent, mistakes, t));
            return "statistics/indicator/element";
        }
        definitions.alter(actor, id, words);
        return "redirect:/statistics/elements?done=elementChanged&q=" + code(id);
    }

    private ElementPage form(ElementId id, Map<String, String> typed, Map<String, String> mistakes, Text t) {
        return new ElementPage(
                code(id), "/statistics/elements/" + id + "/change", typed, Set.of(), mistakes, dimensions(t));
    }

    private String code(ElementId id) {
        return catalogues.current().elements().values().stream()
                .filter(element -> element.id().equals(id))
                .map(Catalogue.Element::code)
                .findFirst()
                .orElseThrow(() -> new NotVisible("element " + id));
    }

    private static ElementDefinitions.Words read(Map<String, String> typed, Map<String, String> mistakes, Text t) {
        String nameVi = words(typed, "nameVi");
        if (nameVi.isEmpty()) mistakes.put("nameVi", t.of("statistics.indicator.mend.empty"));
        for (String field : List.of("nameVi", "nameEn"))
            if (words(typed, field).length() > SHORT) mistakes.put(field, t.of("statistics.indicator.mend.long"));
        for (String field : List.of("definition", "source"))
            if (words(typed, field).length() > LONG) mistakes.put(field, t.of("statistics.indicator.mend.long"));
        String nameEn = words(typed, "nameEn");
        return new ElementDefinitions.Words(
                nameVi,
                nameEn.isEmpty() ? nameVi : nameEn,
                words(typed, "definition"),
                words(typed, "source"),
                "yes".equals(typed.get("sensitive")),
                "yes".equals(typed.get("aboutItself")));
    }

    private static String words(Map<String, String> typed, String field) {
        return Normalizer.normalize(typed.getOrDefault(field, "").strip(), Normalizer.Form.NFC);
    }

    private static <E extends Enum<E>> E one(E[] all, @Nullable String name, E otherwise) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    private List<DefinitionPage.Dimension> dimensions(Text t) {
        return catalogues.current().dimensions().values().stream()
                .filter(dimension -> !dimension.retired())
                .map(dimension -> new DefinitionPage.Dimension(
                        dimension.code(), t.language().equals("en") ? dimension.nameEn() : dimension.nameVi()))
                .toList();
    }
}
