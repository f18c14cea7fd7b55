package vn.binhdang.statistics.dimension;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
import vn.binhdang.statistics.dimension.Dimensions.Name;
import vn.binhdang.web.Text;

/** The pages on which dimensions and their categories are kept. */
@Controller
@Allows(Action.READ_STATISTICS)
class DimensionController {
    private static final int LONGEST = 300;

    private final Dimensions dimensions;

    DimensionController(Dimensions dimensions) {
        this.dimensions = dimensions;
    }

    @GetMapping("/statistics/dimensions")
    String list(@RequestParam(defaultValue = "") String done, Actor actor, Text t, Model model) {
        model.addAttribute("page", listed(actor, done, Map.of(), Map.of(), t));
        return "statistics/dimension/dimensions";
    }

    @PostMapping("/statistics/dimensions")
    @Allows(Action.DEFINE_STATISTICS)
    String add(@RequestParam Map<String, String> sent, Actor actor, Text t, Model model, HttpServletResponse response) {
        var mistakes = new LinkedHashMap<String, String>();
        String code = code(sent, "[A-Z][A-Z0-9_]{0,39}", "statistics.dimension.mend.code", mistakes, t);
        var name = name(sent, "", mistakes, t);
        if (!mistakes.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("page", listed(actor, "", sent, mistakes, t));
            return "statistics/dimension/dimensions";
        }
        dimensions.add(actor, code, name);
        return "redirect:/statistics/dimensions/" + code + "?done=add";
    }

    @GetMapping("/statistics/dimensions/{code}")
    String show(
            @PathVariable String code, @RequestParam(defaultValue = "") String done, Actor actor, Text t, Model model) {
        model.addAttribute("page", page(actor, code, done, Map.of(), Map.of(), t));
        return "statistics/dimension/dimension";
    }

    @PostMapping("/statistics/dimensions/{code}/categories")
    @Allows(Action.DEFINE_STATISTICS)
    String addCategory(
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        dimensions.find(code);
        var mistakes = new LinkedHashMap<String, String>();
        String category = code(sent, "[A-Z0-9][A-Z0-9_]{0,39}", "statistics.dimension.mend.category", mistakes, t);
        var name = name(sent, "", mistakes, t);
        if (!mistakes.isEmpty()) return again(actor, code, sent, mistakes, t, model, response);
        dimensions.addCategory(actor, code, category, name, "yes".equals(sent.get("unknown")));
        return "redirect:/statistics/dimensions/" + code + "?done=add#categories";
    }

    /** @param category which of them; absent for the dimension itself */
    @PostMapping("/statistics/dimensions/{code}/name")
    @Allows(Action.DEFINE_STATISTICS)
    String rename(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam Map<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        dimensions.find(code);
        var mistakes = new LinkedHashMap<String, String>();
        String mark = "-" + (category == null ? "" : category);
        var name = name(sent, mark, mistakes, t);
        LocalDate from = TypedDay.readNear(words(sent, "from" + mark)).orElse(null);
        if (from == null) mistakes.put("from" + mark, t.of("statistics.dimension.mend.from"));
        if (from == null || !mistakes.isEmpty()) return again(actor, code, sent, mistakes, t, model, response);
        dimensions.rename(actor, code, category, name, from);
        return "redirect:/statistics/dimensions/" + code + "?done=rename";
    }

    /** What is done by one press. */
    enum Act {
        UP,
        DOWN,
        RETIRE,
        RESUME,
        DELETE
    }

    @PostMapping("/statistics/dimensions/{code}")
    @Allows(Action.DEFINE_STATISTICS)
    String act(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam Act act,
            Actor actor) {
        switch (act) {
            case UP, DOWN -> dimensions.move(actor, code, category, act == Act.UP);
            case RETIRE, RESUME -> dimensions.use(actor, code, category, act == Act.RESUME);
            case DELETE -> dimensions.delete(actor, code, category);
        }
        String done = "?done=" + act.name().toLowerCase(Locale.ROOT);
        if (category != null) return "redirect:/statistics/dimensions/" + code + done + "#categories";
        return "redirect:/statistics/dimensions" + (act == Act.RETIRE || act == Act.RESUME ? "/" + code : "") + done;
    }

    private String again(
            Actor actor,
            String code,
            Map<String, String> sent,
            Map<String, String> mistakes,
            Text t,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        model.addAttribute("page", page(actor, code, "", sent, mistakes, t));
        return "statistics/dimension/dimension";
    }

    private DimensionsPage listed(
            Actor actor, String done, Map<String, String> typed, Map<String, String> mistakes, Text t) {
        return new DimensionsPage(
                dimensions.all().stream()
                        .map(one -> new DimensionsPage.Row(
                                one.code(),
                                english(t) ? one.nameEn() : one.nameVi(),
                                one.elements(),
                                one.retiredOn() != null))
                        .toList(),
                actor.may(Action.DEFINE_STATISTICS),
                done(done, t),
                new TypedFields(typed, mistakes));
    }

    private DimensionPage page(
            Actor actor, String code, String done, Map<String, String> typed, Map<String, String> mistakes, Text t) {
        var one = dimensions.find(code);
        var former = dimensions.formerNames(one);
        return new DimensionPage(
                one.code(),
                english(t) ? one.nameEn() : one.nameVi(),
                one.nameVi(),
                one.nameEn(),
                one.elements(),
                TypedDay.print(one.retiredOn()),
                former(former, null, t),
                dimensions.categories(one).stream()
                        .map(category -> new DimensionPage.Category(
                                category.code(),
                                english(t) ? category.nameEn() : category.nameVi(),
                                category.nameVi(),
                                category.nameEn(),
                                category.unknown(),
                                TypedDay.print(category.addedOn()),
                                TypedDay.print(category.retiredOn()),
                                former(former, category.id(), t)))
                        .toList(),
                TypedDay.print(dimensions.today()),
                actor.may(Action.DEFINE_STATISTICS),
                done(done, t),
                new TypedFields(typed, mistakes));
    }

    private static java.util.List<String> former(
            java.util.List<Dimensions.FormerName> names, java.util.@Nullable UUID of, Text t) {
        return names.stream()
                .filter(name -> java.util.Objects.equals(name.categoryId(), of))
                .map(name -> t.of(
                        "statistics.dimension.formerly",
                        TypedDay.print(name.until()),
                        english(t) ? name.nameEn() : name.nameVi()))
                .toList();
    }

    private static boolean english(Text t) {
        return t.language().equals("en");
    }

    private static String done(String word, Text t) {
        String key = "statistics.dimension.done." + word;
        return t.has(key) ? t.of(key) : "";
    }

    private static String code(
            Map<String, String> sent, String pattern, String key, Map<String, String> mistakes, Text t) {
        String code = words(sent, "code").toUpperCase(Locale.ROOT);
        if (!code.matches(pattern)) mistakes.put("code", t.of(key));
        return code;
    }

    private static Name name(Map<String, String> sent, String mark, Map<String, String> mistakes, Text t) {
        String vi = words(sent, "nameVi" + mark);
        String en = words(sent, "nameEn" + mark);
        if (vi.isEmpty()) mistakes.put("nameVi" + mark, t.of("statistics.indicator.mend.empty"));
        if (en.isEmpty()) mistakes.put("nameEn" + mark, t.of("statistics.indicator.mend.empty"));
        if (vi.length() > LONGEST) mistakes.put("nameVi" + mark, t.of("statistics.indicator.mend.long"));
        if (en.length() > LONGEST) mistakes.put("nameEn" + mark, t.of("statistics.indicator.mend.long"));
        return new Name(vi, en);
    }

    private static String words(Map<String, String> sent, String field) {
        return Normalizer.normalize(sent.getOrDefault(field, "").strip(), Normalizer.Form.NFC);
    }
}
