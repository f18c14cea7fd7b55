package vn.binhdang.statistics.disclosure;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.web.Text;

/** What an agency publishes of its figures, and why that is safe. */
@Controller
class PublicationController {
    private static final ZoneId ZONE = Today.ZONE;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Publications publications;

    PublicationController(Publications publications) {
        this.publications = publications;
    }

    @GetMapping("/statistics/publications")
    @Allows({Action.READ_STATISTICS, Action.PUBLISH_STATISTICS})
    String list(@RequestParam(defaultValue = "") String saved, Actor actor, Text t, Model model) {
        model.addAttribute("page", page(actor, t, PublicationForm.empty(), Map.of(), said(saved, t)));
        return "statistics/disclosure/publications";
    }

    @PostMapping("/statistics/publications")
    @Allows(Action.PUBLISH_STATISTICS)
    String prepare(PublicationForm form, Actor actor, Text t, Model model, HttpServletResponse response) {
        try {
            return "redirect:/statistics/publications/" + publications.prepare(actor, form);
        } catch (NotPublishable mended) {
            response.setStatus(422);
            model.addAttribute("page", page(actor, t, form, mended.sentences(t), ""));
            return "statistics/disclosure/publications";
        }
    }

    @GetMapping("/statistics/publications/{id}")
    @Allows({Action.READ_STATISTICS, Action.PUBLISH_STATISTICS})
    String show(
            @PathVariable PublicationId id,
            @RequestParam(defaultValue = "") String saved,
            Actor actor,
            Text t,
            Model model) {
        model.addAttribute("page", page(publications.find(actor, id), actor, t, said(saved, t)));
        return "statistics/disclosure/publication";
    }

    @PostMapping("/statistics/publications/{id}/publish")
    @Allows(Action.PUBLISH_STATISTICS)
    String publish(@PathVariable PublicationId id, Actor actor) {
        publications.publish(actor, id);
        return "redirect:/statistics/publications/" + id + "?saved=published";
    }

    @PostMapping("/statistics/publications/{id}/discard")
    @Allows(Action.PUBLISH_STATISTICS)
    String discard(@PathVariable PublicationId id, Actor actor) {
        publications.discard(actor, id);
        return "redirect:/statistics/publications?saved=discarded";
    }

    private static String said(String saved, Text t) {
        String key = "statistics.disclosure.saved." + saved;
        return t.has(key) ? t.of(key) : "";
    }

    private PublicationsPage page(
            Actor actor, Text t, PublicationForm form, Map<String, String> mistakes, String saved) {
        boolean publishes = actor.may(Action.PUBLISH_STATISTICS);
        return new PublicationsPage(
                publications.all(actor).stream()
                        .map(one -> new PublicationsPage.Row(
                                "/statistics/publications/" + one.id(),
                                one.title(),
                                one.publishedAt() != null,
                                t.of(
                                        one.rounded()
                                                ? "statistics.disclosure.row.rounded"
                                                : "statistics.disclosure.row.withheld",
                                        one.shown(),
                                        one.withheld(),
                                        day(one.publishedAt() == null ? one.madeAt() : one.publishedAt()))))
                        .toList(),
                publishes,
                !publishes
                        ? List.of()
                        : publications.elements().stream()
                                .map(one -> new PublicationsPage.Choice(one.code(), one.name(t.language())))
                                .toList(),
                !publishes
                        ? List.of()
                        : publications.dimensions().stream()
                                .map(one -> new PublicationsPage.Choice(
                                        one.code(), t.language().equals("en") ? one.nameEn() : one.nameVi()))
                                .toList(),
                new PublicationsPage.Typed(
                        form.text(form.title()),
                        Set.copyOf(form.elements()),
                        form.text(form.periods()),
                        form.text(form.by()),
                        form.text(form.method()),
                        form.text(form.threshold())),
                mistakes,
                saved);
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(ZONE));
    }

    private static PublicationPage page(Publications.Publication one, Actor actor, Text t, String saved) {
        boolean open = one.publishedAt() == null && actor.may(Action.PUBLISH_STATISTICS);
        String here = "/statistics/publications/" + one.id();
        Proof proof = one.proof();
        boolean rounded = proof.base() > 0;
        return new PublicationPage(
                one.title(),
                one.publishedAt() != null,
                one.publishedAt() == null
                        ? t.of("statistics.disclosure.lead.prepared", day(one.madeAt()))
                        : t.of("statistics.disclosure.lead.published", day(one.publishedAt())),
                sheets(one, t),
                facts(one, t),
                rounded ? t.of("statistics.disclosure.rounded", proof.base()) : "",
                open ? here + "/publish" : "",
                open ? here + "/discard" : "",
                saved);
    }

    private static List<PublicationPage.Sheet> sheets(Publications.Publication one, Text t) {
        var layout = one.layout();
        var sheets = new ArrayList<PublicationPage.Sheet>();
        for (var element : layout.elements()) {
            for (var period : layout.periods()) {
                var columns = new ArrayList<Layout.Named>();
                columns.add(
                        new Layout.Named("", t.of("statistics.disclosure.total"), t.of("statistics.disclosure.total")));
                layout.categories().stream()
                        .filter(category -> layout.units().stream()
                                .anyMatch(unit -> one.outcomes()
                                        .containsKey(Layout.key(element.code(), period, unit.code(), category.code()))))
                        .forEach(columns::add);
                var rows = layout.units().stream()
                        .filter(unit -> one.outcomes().containsKey(Layout.key(element.code(), period, unit.code(), "")))
                        .map(unit -> new PublicationPage.Row(
                                unit.in(t.language()),
                                columns.stream()
                                        .map(column -> field(
                                                one, Layout.key(element.code(), period, unit.code(), column.code()), t))
                                        .toList()))
                        .toList();
                if (rows.isEmpty()) continue;
                sheets.add(new PublicationPage.Sheet(
                        t.of("statistics.disclosure.caption", element.in(t.language()), period),
                        columns.stream().map(column -> column.in(t.language())).toList(),
                        rows));
            }
        }
        return sheets;
    }

    private static PublicationPage.Field field(Publications.Publication one, String key, Text t) {
        Outcome outcome = one.outcomes().get(key);
        String blank = one.layout().blanks().get(key);
        if (blank != null || outcome == null)
            return new PublicationPage.Field(
                    t.of(
                            "NOT_APPLICABLE".equals(blank)
                                    ? "statistics.disclosure.notApplicable"
                                    : "statistics.disclosure.missing"),
                    false);
        return outcome.kind() == Outcome.Kind.SHOWN || outcome.kind() == Outcome.Kind.ROUNDED
                ? new PublicationPage.Field(t.of("statistics.disclosure.count", outcome.shown()), false)
                : new PublicationPage.Field(t.of("statistics.disclosure.withheld"), true);
    }

    private static List<PublicationPage.Fact> facts(Publications.Publication one, Text t) {
        var facts = new ArrayList<PublicationPage.Fact>();
        Proof proof = one.proof();
        boolean rounded = proof.base() > 0;
        fact(facts, t, "shown", t.of("statistics.disclosure.count", one.shown()));
        if (!rounded) {
            fact(facts, t, "small", t.of("statistics.disclosure.fact.small.value", one.small(), one.threshold()));
            fact(facts, t, "others", t.of("statistics.disclosure.count", one.others()));
        }
        fact(facts, t, "cells", t.of("statistics.disclosure.fact.cells.value", proof.cells(), proof.relations()));
        fact(
                facts,
                t,
                "doubt",
                t.of(
                        rounded
                                ? "statistics.disclosure.fact.doubt.rounded"
                                : "statistics.disclosure.fact.doubt.withheld",
                        proof.intervals().size(),
                        rounded ? proof.base() : one.threshold() + 1));
        fact(
                facts,
                t,
                "search",
                proof.best()
                        ? t.of("statistics.disclosure.fact.search.best", proof.solver())
                        : t.of(
                                "statistics.disclosure.fact.search.good",
                                proof.solver(),
                                Math.round(proof.gap() * 100)));
        if (one.layout().amended() > 0)
            fact(
                    facts,
                    t,
                    "amended",
                    t.of(
                            "statistics.disclosure.fact.amended.value",
                            one.layout().amended()));
        fact(facts, t, "inputs", proof.inputs());
        return facts;
    }

    private static void fact(List<PublicationPage.Fact> facts, Text t, String word, @Nullable String value) {
        facts.add(new PublicationPage.Fact(t.of("statistics.disclosure.fact." + word), value == null ? "" : value));
    }
}
