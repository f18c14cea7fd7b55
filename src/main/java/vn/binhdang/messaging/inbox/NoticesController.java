package vn.binhdang.messaging.inbox;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.messaging.NoticeKinds;
import vn.binhdang.web.Text;

/** A person's own notices. */
@Controller
@Allows(Action.USE_OWN_ACCOUNT)
class NoticesController {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Inbox inbox;
    private final NoticeKinds kinds;
    private final Clock clock;

    NoticesController(Inbox inbox, NoticeKinds kinds, Clock clock) {
        this.inbox = inbox;
        this.kinds = kinds;
        this.clock = clock;
    }

    @GetMapping("/notices")
    String list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Text t,
            Model model) {
        boolean unreadOnly = show.equals("unread");
        String chosen = kinds.of(kind).isPresent() ? kind : "";
        var found = inbox.list(
                actor.account(), unreadOnly, chosen.isEmpty() ? null : chosen, after == null ? null : id(after));
        boolean more = found.size() > Inbox.PAGE;
        var entries = more ? found.subList(0, Inbox.PAGE) : found;
        int unread = inbox.unread(actor.account());
        model.addAttribute(
                "page",
                new NoticesPage(
                        entries.stream().map(entry -> row(entry, t)).toList(),
                        kinds.all().stream()
                                .map(one -> new NoticesPage.Kind(one.key(), t.of(one.nameKey())))
                                .toList(),
                        unreadOnly,
                        chosen,
                        unread,
                        after == null,
                        unread == 0 || entries.isEmpty()
                                ? null
                                : entries.getFirst().id().toString(),
                        more ? next(unreadOnly, chosen, entries.getLast().id()) : null));
        return "messaging/inbox/notices";
    }

    /**
     * Leads to what the notice speaks of, and marks it as read on the way. A link and not a button, so that it opens in a
     * new tab as well; following it twice changes nothing more.
     */
    @GetMapping("/notices/{id}")
    String open(@PathVariable String id, Actor actor) {
        return "redirect:" + inbox.open(actor.account(), Uuid7.parse(id));
    }

    @PostMapping("/notices/{id}/read")
    String read(@PathVariable String id, @RequestParam(defaultValue = "") String show, Actor actor) {
        inbox.mark(actor.account(), Uuid7.parse(id), true);
        return back(show);
    }

    @PostMapping("/notices/{id}/unread")
    String unread(@PathVariable String id, @RequestParam(defaultValue = "") String show, Actor actor) {
        inbox.mark(actor.account(), Uuid7.parse(id), false);
        return back(show);
    }

    @PostMapping("/notices/read-all")
    String readAll(@RequestParam String upTo, @RequestParam(defaultValue = "") String show, Actor actor) {
        inbox.markAllRead(actor.account(), Uuid7.parse(upTo));
        return back(show);
    }

    private NoticesPage.Row row(Inbox.Entry entry, Text t) {
        var arguments = entry.arguments().stream().map(one -> one.printed(t)).toArray();
        return new NoticesPage.Row(
                entry.id().toString(),
                kinds.of(entry.kind())
                        .map(kind -> t.of(kind.key(), arguments))
                        .orElseGet(() -> t.of("messaging.notices.earlierKind")),
                kinds.of(entry.kind()).map(kind -> t.of(kind.nameKey())).orElse(""),
                moment(entry.createdAt()),
                entry.unread());
    }

    private String moment(OffsetDateTime at) {
        return MOMENT.format(at.atZoneSameInstant(clock.getZone()));
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String back(String show) {
        return show.equals("unread") ? "redirect:/notices?show=unread" : "redirect:/notices";
    }

    private static String next(boolean unreadOnly, String kind, UUID after) {
        var address = UriComponentsBuilder.fromPath("/notices");
        if (unreadOnly) address.queryParam("show", "unread");
        if (!kind.isEmpty()) address.queryParam("kind", kind);
        return address.queryParam("after", after).build().toUriString();
    }
}
