package vn.binhdang.statistics.disclosure;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.LatestFirst;
import vn.binhdang.statistics.exchange.OpenDataset;
import vn.binhdang.statistics.exchange.format.Format;
import vn.binhdang.web.Text;

/** What an agency publishes of its figures, and why that is safe. */
@Controller
class PublicationController {
    private static final ZoneId ZONE = Today.ZONE;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final int LONGEST_WORDS = 200;

    private final Publications publications;
    private final PublicationList list;

    PublicationController(Publications publications, PublicationList list) {
        this.publications = publications;
        this.list = list;
    }

    @GetMapping("/statistics/publications")
    @Allows({Action.READ_STATISTICS, Action.PUBLISH_STATISTICS})
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String saved,
            Actor actor,
            Text t,
            Model model) {
        String words = q.strip();
        model.addAttribute(
                "page",
                page(
                        actor,
                        t,
                        words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
                        after,
                        PublicationForm.empty(),
                        Map.of(),
                        said(saved, t)));
        return "statistics/disclosure/publications";
    }

    @PostMapping("/statistics/publications")
    @Allows(Action.PUBLISH_STATISTICS)
    String prepare(PublicationForm form, Actor actor, Text t, Model model, HttpServletResponse response) {
        try {
            return "redirect:/statistics/publications/" + publications.prepare(actor, form);
        } catch (NotPublishable mended) {
            response.setStatus(422);
            model.addAttribute("page", page(actor, t, "", "", form, mended.sentences(t), ""));
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
        model.addAttribute("page", page(publications.find(actor, id), actor, t, said(saved, t), "", ""));
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

    /** For good: it does not come back, though a new one may be prepared. */
    @PostMapping("/statistics/publications/{id}/withdraw")
    @Allows(Action.PUBLISH_STATISTICS)
    String withdraw(
            @PathVariable PublicationId id,
            @RequestParam(defaultValue = "") String why,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        String typed = why.strip();
        var one = publications.find(actor, id);
        try {
            publications.withdraw(actor, id, typed);
            return "redirect:/statistics/publications/" + id + "?saved=withdrawn";
        } catch (NotPublishable mended) {
            response.setStatus(422);
            String mistake = mended.sentences(t).getOrDefault("why", "");
            model.addAttribute("page", page(one, actor, t, "", typed, mistake));
            return "statistics/disclosure/publication";
        }
    }

    private static String said(String saved, Text t) {
        String key = "statistics.disclosure.saved." + saved;
        return t.has(key) ? t.of(key) : "";
    }

    private PublicationsPage page(
            Actor actor,
            Text t,
            String words,
            String after,
            PublicationForm form,
            Map<String, String> mistakes,
            String saved) {
        boolean publishes = actor.may(Action.PUBLISH_STATISTICS);
        var key = LatestFirst.of(after);
        var found = list.find(actor, words, key);
        boolean more = found.size() > PublicationList.PAGE;
        var rows = more ? found.subList(0, PublicationList.PAGE) : found;
        return new PublicationsPage(
                rows.stream().map(one -> row(one, t)).toList(),
                words,
                key.equals(LatestFirst.TOP),
                more ? next(words, rows.getLast().key()) : null,
                publishes,
                !publishes
                        ? List.of()
                        : publications.elements().stream()
                                .map(one -> new PublicationsPage.Choice(one.code(), one.name(t.language())))
                                .toList(),
                !publishes
                        ? List.of()
                        : publications.indicators().stream()
                                .map(one -> new PublicationsPage.Choice(
                                        one.code(), one.last().name(t.language())))
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
                        Set.copyOf(form.indicators()),
                        form.text(form.periods()),
                        form.text(form.by()),
                        form.text(form.map()),
                        form.text(form.method()),
                        form.text(form.threshold())),
                mistakes,
                saved);
    }

    private static String next(String words, LatestFirst after) {
        return UriComponentsBuilder.fromPath("/statistics/publications")
                .queryParam("q", "{q}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(Map.of("q", words, "after", after.text()))
                .toUriString();
    }

    private static PublicationsPage.Row row(PublicationList.Listed one, Text t) {
        var facts = t.of(
                one.rounded() ? "statistics.disclosure.row.rounded" : "statistics.disclosure.row.withheld",
                one.shown(),
                one.withheld(),
                day(one.publishedAt() == null ? one.madeAt().toInstant() : one.publishedAt()));
        return new PublicationsPage.Row(
                "/statistics/publications/" + one.id(),
                one.title(),
                one.withdrawn()
                        ? "statistics.disclosure.state.withdrawn"
                        : one.publishedAt() == null ? "statistics.disclosure.state.prepared" : "",
                one.map() == null ? facts : t.of("statistics.disclosure.row.map", facts, TypedDay.print(one.map())));
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(ZONE));
    }

    private static PublicationPage page(
            Publications.Publication one, Actor actor, Text t, String saved, String typed, String mistake) {
        boolean publishes = actor.may(Action.PUBLISH_STATISTICS);
        boolean open = one.publishedAt() == null && publishes;
        boolean holds = one.publishedAt() != null && one.withdrawnAt() == null;
        String here = "/statistics/publications/" + one.id();
        Proof proof = one.proof();
        boolean rounded = proof.base() > 0;
        return new PublicationPage(
                one.title(),
                one.publishedAt() != null,
                one.publishedAt() == null
                        ? t.of("statistics.disclosure.lead.prepared", day(one.madeAt()))
                        : t.of("statistics.disclosure.lead.published", day(one.publishedAt())),
                one.layout().map() == null
                        ? ""
                        : t.of(
                                "statistics.disclosure.map",
                                TypedDay.print(one.layout().map())),
                PublicationSheets.of(one, t),
                PublicationSheets.facts(one, t),
                rounded ? t.of("statistics.disclosure.rounded", proof.base()) : "",
                open && one.barred() == null ? here + "/publish" : "",
                open ? here + "/discard" : "",
                open && one.barred() != null ? t.of("statistics.disclosure.refused." + one.barred()) : "",
                saved,
                one.withdrawnAt() == null
                        ? ""
                        : t.of("statistics.disclosure.withdrawn", day(one.withdrawnAt()), one.withdrawnWhy()),
                holds && publishes ? new PublicationPage.Withdrawal(here + "/withdraw", typed, mistake) : null,
                holds ? downloads(one, t) : List.of());
    }

    private static List<PublicationPage.Download> downloads(Publications.Publication one, Text t) {
        return OpenDataset.FORMATS.stream()
                .map(format -> new PublicationPage.Download(
                        PublishedCubes.address(one.id()) + "?download=true&lang=" + t.language() + "&format="
                                + format.word() + (format == Format.CSV ? "&bom=true" : ""),
                        t.of("statistics.disclosure.download." + format.word())))
                .toList();
    }
}
