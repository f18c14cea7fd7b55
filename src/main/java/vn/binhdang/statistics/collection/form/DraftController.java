package vn.binhdang.statistics.collection.form;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.Refused;
import vn.binhdang.statistics.FormId;
import vn.binhdang.statistics.collection.FormDefinition;
import vn.binhdang.statistics.collection.FormVersion;
import vn.binhdang.statistics.collection.FormVersions;
import vn.binhdang.statistics.collection.Severity;
import vn.binhdang.web.Text;

/** Writing the next version of a form, table by table; an empty line is none, a number before it is its place. */
@Controller
@Allows(Action.DEFINE_STATISTICS)
class DraftController {
    private static final int MOST_LINES = 500;

    private final Forms forms;
    private final FormVersions versions;
    private final FormPages pages;

    DraftController(Forms forms, FormVersions versions, FormPages pages) {
        this.forms = forms;
        this.versions = versions;
        this.pages = pages;
    }

    @PostMapping("/statistics/forms/{id}/draft")
    String begin(@PathVariable FormId id, Actor actor) {
        forms.draft(actor, id);
        return redirect(id, "");
    }

    @GetMapping("/statistics/forms/{id}/draft")
    String page(@PathVariable FormId id, @RequestParam(defaultValue = "") String saved, Text t, Model model) {
        var form = forms.form(id);
        var draft = versions.draft(id);
        if (draft.isEmpty()) return "redirect:/statistics/forms/" + form.shape().id();
        model.addAttribute("page", pages.draft(draft.get(), saved, Map.of(), Map.of(), t));
        return "statistics/collection/form/draft";
    }

    /** @param number of the table from 1; 0 for a new one */
    @PostMapping("/statistics/forms/{id}/draft/sections/{number}")
    String section(
            @PathVariable FormId id,
            @PathVariable int number,
            @RequestParam(defaultValue = "0") int edition,
            @RequestParam(defaultValue = "save") String then,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var definition = definition(actor, id);
        var sections = new ArrayList<>(definition.sections());
        boolean there = number >= 1 && number <= sections.size();
        int at = there ? number - 1 : sections.size();
        if (there) sections.remove(at);
        if (!then.equals("remove")) sections.add(then.equals("up") ? Math.max(0, at - 1) : at, section(sent));
        var written = new FormDefinition(sections, definition.settings(), definition.rules());
        if (!forms.write(actor, id, edition, written)) {
            var typed = section(sent);
            int place = Math.max(0, number);
            return overtaken(
                    actor,
                    id,
                    "section-" + place,
                    stored -> withSection(stored, place, typed),
                    place == 0 ? typed : DraftPage.EMPTY,
                    t,
                    model,
                    response);
        }
        return redirect(id, then.equals("remove") ? "" : "#section-" + (then.equals("up") ? Math.max(1, at) : at + 1));
    }

    private static FormDefinition.Section section(MultiValueMap<String, String> sent) {
        return new FormDefinition.Section(
                first(sent, "nameVi"),
                first(sent, "nameEn"),
                first(sent, "hintVi"),
                first(sent, "hintEn"),
                sent.containsKey("sumRow"),
                headings(sent, "row"),
                headings(sent, "column"));
    }

    private record Placed(double place, FormDefinition.Heading heading) {}

    private static List<FormDefinition.Heading> headings(MultiValueMap<String, String> sent, String of) {
        var lines = new ArrayList<Placed>();
        var asks = all(sent, of + "Asks");
        for (int i = 0; i < Math.min(asks.size(), MOST_LINES); i++) {
            var heading =
                    new FormDefinition.Heading(asks.get(i), at(all(sent, of + "Vi"), i), at(all(sent, of + "En"), i));
            if (heading.asks().isEmpty()
                    && heading.nameVi().isEmpty()
                    && heading.nameEn().isEmpty()) continue;
            lines.add(new Placed(place(at(all(sent, of + "Place"), i)), heading));
        }
        lines.sort(Comparator.comparingDouble(Placed::place));
        return lines.stream().map(Placed::heading).toList();
    }

    private static double place(String typed) {
        return typed.matches("\\d{1,4}([.,]\\d{1,3})?")
                ? Double.parseDouble(typed.replace(',', '.'))
                : MOST_LINES * 2.0;
    }

    @PostMapping("/statistics/forms/{id}/draft/rules")
    String rules(
            @PathVariable FormId id,
            @RequestParam(defaultValue = "0") int edition,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var definition = definition(actor, id);
        var says = all(sent, "says");
        var rules = new ArrayList<FormDefinition.Rule>();
        for (int i = 0; i < Math.min(says.size(), MOST_LINES); i++) {
            String vi = at(all(sent, "ruleVi"), i);
            String en = at(all(sent, "ruleEn"), i);
            if (says.get(i).isEmpty() && vi.isEmpty() && en.isEmpty()) continue;
            String code = at(all(sent, "ruleCode"), i).replaceAll("[^\\p{L}\\p{Nd}_.-]", "");
            String wanted = code.isEmpty() ? "R" + (i + 1) : code;
            // Notes of units keep the code, so no two rules have the same.
            int more = 2;
            String unique = wanted;
            while (taken(rules, unique)) unique = wanted + "-" + more++;
            rules.add(new FormDefinition.Rule(
                    unique,
                    says.get(i),
                    at(all(sent, "severity"), i).equals("WARNING") ? Severity.WARNING : Severity.ERROR,
                    vi,
                    en));
        }
        var written = new FormDefinition(definition.sections(), definition.settings(), rules);
        if (forms.write(actor, id, edition, written)) return redirect(id, "#rules");
        return overtaken(
                actor,
                id,
                "rules",
                stored -> new FormDefinition(stored.sections(), stored.settings(), written.rules()),
                DraftPage.EMPTY,
                t,
                model,
                response);
    }

    private static boolean taken(List<FormDefinition.Rule> rules, String code) {
        return rules.stream().anyMatch(rule -> rule.code().equals(code));
    }

    /** Lists {@code cell}, {@code lowest}, {@code highest}; ticks {@code asked} and {@code required} name their cells. */
    @PostMapping("/statistics/forms/{id}/draft/cells")
    String cells(
            @PathVariable FormId id,
            @RequestParam(defaultValue = "0") int edition,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var definition = definition(actor, id);
        var cells = all(sent, "cell");
        var settings = new ArrayList<FormDefinition.Setting>();
        for (int i = 0; i < cells.size(); i++) {
            String key = cells.get(i);
            var setting = new FormDefinition.Setting(
                    key,
                    all(sent, "asked").contains(key),
                    all(sent, "required").contains(key),
                    empty(at(all(sent, "lowest"), i)),
                    empty(at(all(sent, "highest"), i)));
            if (!setting.usual()) settings.add(setting);
        }
        var written = new FormDefinition(definition.sections(), settings, definition.rules());
        if (forms.write(actor, id, edition, written)) return redirect(id, "#cells");
        return overtaken(
                actor,
                id,
                "cells",
                stored -> new FormDefinition(stored.sections(), written.settings(), stored.rules()),
                DraftPage.EMPTY,
                t,
                model,
                response);
    }

    /** A table that is not there any more comes last. */
    private static FormDefinition withSection(FormDefinition stored, int number, FormDefinition.Section typed) {
        if (number == 0) return stored;
        var sections = new ArrayList<>(stored.sections());
        if (number <= sections.size()) sections.set(number - 1, typed);
        else sections.add(typed);
        return new FormDefinition(sections, stored.settings(), stored.rules());
    }

    /** Somebody else stored the draft meanwhile: what was typed comes back, with what is stored beside it. */
    private String overtaken(
            Actor actor,
            FormId id,
            String part,
            UnaryOperator<FormDefinition> with,
            FormDefinition.Section fresh,
            Text t,
            Model model,
            HttpServletResponse response) {
        var stored = forms.draft(actor, id);
        var typed = new FormVersion(
                stored.id(),
                stored.form(),
                stored.number(),
                stored.inForce(),
                stored.validFrom(),
                stored.edition(),
                with.apply(stored.definition()));
        int tables = typed.definition().sections().size();
        boolean gone = part.startsWith("section-") && Integer.parseInt(part.substring("section-".length())) > tables;
        model.addAttribute(
                "page", pages.overtaken(typed, fresh, gone ? "section-" + tables : part, stored.definition(), t));
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return "statistics/collection/form/draft";
    }

    @PostMapping("/statistics/forms/{id}/draft/drop")
    String drop(@PathVariable FormId id, Actor actor) {
        forms.drop(actor, id);
        return "redirect:/statistics/forms/" + id + "?saved=1";
    }

    @PostMapping("/statistics/forms/{id}/draft/force")
    String putInForce(
            @PathVariable FormId id,
            @RequestParam(defaultValue = "0") int edition,
            @RequestParam(defaultValue = "") String validFrom,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        var from = TypedDay.readNear(validFrom);
        if (from.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return notInForce(forms.draft(actor, id), validFrom, t.of("statistics.form.mend.day"), t, model);
        }
        try {
            forms.putInForce(actor, id, edition, from.get());
            return "redirect:/statistics/forms/" + id + "?saved=1";
        } catch (Refused why) {
            // Where the draft itself is gone there is no form left to type a day into.
            var draft = versions.draft(id).orElseThrow(() -> why);
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return notInForce(
                    draft, validFrom, t.of(why.messageKey(), why.arguments().toArray()), t, model);
        }
    }

    /** The day that was typed comes back with the reason at it. */
    private String notInForce(FormVersion draft, String validFrom, String why, Text t, Model model) {
        model.addAttribute("page", pages.draft(draft, "", Map.of("validFrom", validFrom), Map.of("validFrom", why), t));
        return "statistics/collection/form/draft";
    }

    private FormDefinition definition(Actor actor, FormId id) {
        return forms.draft(actor, id).definition();
    }

    private static String redirect(FormId id, String anchor) {
        return "redirect:/statistics/forms/" + id + "/draft" + (anchor.isEmpty() ? "" : "?saved=1" + anchor);
    }

    private static String first(MultiValueMap<String, String> sent, String field) {
        return at(all(sent, field), 0);
    }

    private static List<String> all(MultiValueMap<String, String> sent, String field) {
        return sent.getOrDefault(field, List.of()).stream()
                .map(typed -> Normalizer.normalize(typed.strip(), Normalizer.Form.NFC))
                .toList();
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i) : "";
    }

    private static @Nullable String empty(String typed) {
        return typed.isEmpty() ? null : typed;
    }
}
