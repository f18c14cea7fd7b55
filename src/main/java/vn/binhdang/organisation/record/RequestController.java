package vn.binhdang.organisation.record;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.person.IdentityForm;
import vn.binhdang.organisation.person.Mistakes;
import vn.binhdang.organisation.person.PersonPages;
import vn.binhdang.organisation.person.PersonRecords;
import vn.binhdang.web.Text;

/** The office's side of requests about personal data. */
@Controller
@Allows(Action.ANSWER_DATA_REQUESTS)
class RequestController {
    private static final int LONGEST = 2000;

    private final DataRequests requests;
    private final PersonRecords records;
    private final AuditTrail audit;
    private final Clock clock;

    RequestController(DataRequests requests, PersonRecords records, AuditTrail audit, Clock clock) {
        this.requests = requests;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/people/requests")
    String list(@RequestParam(required = false) @Nullable String after, Actor actor, Text t, Model model) {
        var reach = actor.reach(Action.ANSWER_DATA_REQUESTS);
        var today = LocalDate.now(clock);
        var key = key(actor, after);
        var found = requests.inReach(reach, key);
        boolean more = found.size() > DataRequests.PAGE;
        var shown = more ? found.subList(0, DataRequests.PAGE) : found;
        model.addAttribute(
                "page",
                new RequestsPage(
                        shown.stream()
                                .map(request -> RequestLine.of(request, today, t))
                                .toList(),
                        more ? "/people/requests?after=" + shown.getLast().id() : null,
                        key.equals(DataRequests.Key.TOP)));
        return "organisation/record/requests";
    }

    @GetMapping("/people/requests/{id}")
    String request(@PathVariable String id, Actor actor, Text t, Model model) {
        return show(actor, Uuid7.parse(id), null, null, null, Map.of(), null, t, model);
    }

    @PostMapping("/people/requests/{id}/accept")
    String accept(
            @PathVariable String id,
            @RequestParam int revision,
            IdentityForm identity,
            @RequestParam(required = false) @Nullable String answer,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        UUID request = Uuid7.parse(id);
        var mistakes = new Mistakes(t, LocalDate.now(clock));
        var corrected = identity.read(mistakes);
        String words = answer == null || answer.isBlank() ? null : answer.strip();
        if (words != null && words.length() > LONGEST) mistakes.add("answer", "organisation.mistake.tooLong", LONGEST);
        if (!mistakes.none()) return show(actor, request, identity, words, null, mistakes.all(), null, t, model);
        try {
            requests.accept(actor, request, revision, corrected, words);
        } catch (Refused refused) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return show(actor, request, identity, words, null, Map.of(), t.of(refused.messageKey()), t, model);
        }
        return "redirect:/people/requests";
    }

    @PostMapping("/people/requests/{id}/refuse")
    String refuse(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Text t,
            Model model,
            HttpServletResponse response) {
        UUID request = Uuid7.parse(id);
        String words = reason == null ? "" : reason.strip();
        var mistakes = new Mistakes(t, LocalDate.now(clock));
        if (words.isEmpty()) mistakes.add("reason", "organisation.request.noReason");
        if (words.length() > LONGEST) mistakes.add("reason", "organisation.mistake.tooLong", LONGEST);
        if (!mistakes.none()) return show(actor, request, null, null, words, mistakes.all(), null, t, model);
        try {
            requests.refuse(actor, request, words);
        } catch (Refused refused) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return show(actor, request, null, null, words, Map.of(), t.of(refused.messageKey()), t, model);
        }
        return "redirect:/people/requests";
    }

    /** The page shows the record beside the wish: that is reading it, and is written down as such. */
    private String show(
            Actor actor,
            UUID id,
            @Nullable IdentityForm typed,
            @Nullable String answer,
            @Nullable String reason,
            Map<String, String> mistakes,
            @Nullable String problem,
            Text t,
            Model model) {
        var today = LocalDate.now(clock);
        var reach = actor.reach(Action.ANSWER_DATA_REQUESTS);
        var request = requests.find(reach, id);
        var record = records.inReach(reach, request.person(), today);
        audit.read(
                actor,
                PersonPages.READ,
                request.person().value(),
                Map.of("reader", actor.person().toString(), "request", id.toString()));
        model.addAttribute(
                "page",
                new RequestPage(
                        RequestLine.of(request, today, t),
                        request.person().toString(),
                        record.revision(),
                        typed == null ? IdentityForm.of(record.identity()) : typed,
                        answer,
                        reason,
                        mistakes,
                        problem,
                        request.person().equals(actor.person())));
        return "organisation/record/request";
    }

    private DataRequests.Key key(Actor actor, @Nullable String after) {
        if (after == null) return DataRequests.Key.TOP;
        try {
            var last = requests.find(actor.reach(Action.ANSWER_DATA_REQUESTS), Uuid7.parse(after));
            return new DataRequests.Key(last.state() != DataRequest.State.OPEN, last.dueOn(), last.id());
        } catch (NotVisible gone) {
            return DataRequests.Key.TOP;
        }
    }
}
