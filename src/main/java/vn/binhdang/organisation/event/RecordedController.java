package vn.binhdang.organisation.event;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import vn.binhdang.organisation.AsOf;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** Events that were recorded: the list, one of them, and taking a wrong one back. */
@Controller
@Allows(Action.READ_UNITS)
class RecordedController {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

    private final UnitEvents events;
    private final EventReader reader;
    private final EventSentences sentences;
    private final Units units;
    private final Clock clock;

    RecordedController(UnitEvents events, EventReader reader, EventSentences sentences, Units units, Clock clock) {
        this.events = events;
        this.reader = reader;
        this.sentences = sentences;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/units/events")
    String list(
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String where,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Text t,
            Model model) {
        var asOf = AsOf.of(on, LocalDate.now(clock));
        boolean everywhere = "all".equals(where);
        var key = after == null || after.isBlank() ? null : UnitEventId.of(after);
        var lines = sentences.upTo(asOf.day(), everywhere ? null : actor.agency(), key, t);
        boolean more = lines.size() > EventReader.PAGE;
        var shown = more ? lines.subList(0, EventReader.PAGE) : lines;
        var fields = new ArrayList<AsOf.Field>();
        if (everywhere) fields.add(new AsOf.Field("where", "all"));
        if (more) fields.add(new AsOf.Field("after", shown.getLast().id()));
        model.addAttribute(
                "page",
                new EventsPage(
                        asOf,
                        units.nearest(actor.agency(), asOf.day()).label(),
                        everywhere,
                        shown,
                        key == null,
                        more ? asOf.carry(AsOf.address("/units/events", fields)) : null));
        return "organisation/event/events";
    }

    @GetMapping("/units/events/{id}")
    String show(
            @PathVariable UnitEventId id,
            @RequestParam(required = false) @Nullable String done,
            Actor actor,
            Text t,
            Model model) {
        return page(id, actor, t, null, done != null, model);
    }

    @PostMapping("/units/events/{id}/undo")
    @Allows(Action.CHANGE_UNITS)
    String undo(@PathVariable UnitEventId id, Actor actor, Text t, Model model, HttpServletResponse response) {
        try {
            events.undo(actor, id);
            return "redirect:/units/events/" + id + "?done";
        } catch (Refused refused) {
            if (refused instanceof NotAllowed) throw refused;
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return page(id, actor, t, t.of(refused.messageKey()), false, model);
        }
    }

    private String page(UnitEventId id, Actor actor, Text t, @Nullable String problem, boolean done, Model model) {
        var event = reader.find(id).orElseThrow(() -> new NotVisible("event " + id));
        var corrects =
                event.corrects() == null ? null : reader.find(event.corrects()).orElse(null);
        model.addAttribute(
                "page",
                new RecordedPage(
                        id.toString(),
                        event.kind(),
                        sentences.sentence(event, t),
                        AsOf.shown(event.on()),
                        event.legalBasis(),
                        event.source(),
                        event.note(),
                        event.verified(),
                        moment(event.recordedAt()),
                        links(event),
                        corrects == null
                                ? null
                                : sentences.lines(List.of(corrects), t).getFirst(),
                        sentences.lines(reader.correcting(id), t),
                        event.undoneAt() == null ? null : moment(event.undoneAt()),
                        events.inCharge(actor, id),
                        problem,
                        done));
        return "organisation/event/recorded";
    }

    /** Units that ended are shown as on the day before, the others as on the day. */
    private List<RecordedPage.Link> links(StoredEvent event) {
        var before = units.named(event.ids(), event.on().minusDays(1));
        var after = units.named(event.ids(), event.on());
        return event.units().stream()
                .map(unit -> {
                    boolean was = unit.role() == EventUnit.Role.SUBJECT || unit.role() == EventUnit.Role.FROM_PARENT;
                    var day = was ? event.on().minusDays(1) : event.on();
                    return new RecordedPage.Link(
                            "/units/" + unit.unit() + "?on=" + day,
                            Objects.requireNonNull((was ? before : after).get(unit.unit()))
                                    .name(),
                            "organisation.event.role." + word(unit.role()));
                })
                .toList();
    }

    private static String word(EventUnit.Role role) {
        return switch (role) {
            case SUBJECT -> "subject";
            case RESULT -> "result";
            case FROM_PARENT -> "fromParent";
            case TO_PARENT -> "toParent";
            case BELOW -> "below";
        };
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(clock.getZone()));
    }
}
