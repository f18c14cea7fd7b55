package vn.binhdang.execution.calendar;

import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.DayQuestion.Whose;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.FreshFactor;
import vn.binhdang.web.MenuEntry;
import vn.binhdang.web.Text;

/** Where a person gets the secret address of their calendar, and takes it back. */
@Controller
@RequestMapping("/account/calendar")
@Allows(Action.USE_OWN_ACCOUNT)
class OwnFeedController {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(Today.ZONE);

    private final CalendarFeeds feeds;
    private final String home;

    OwnFeedController(CalendarFeeds feeds, @Value("${binhdang.url}") String home) {
        this.feeds = feeds;
        this.home = home;
    }

    @Bean
    static MenuEntry feedInMenu() {
        return new MenuEntry("execution.feed.title", "/account/calendar", 21, Action.USE_OWN_ACCOUNT);
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String revoked, Actor actor, Text t, Model model) {
        model.addAttribute("page", page(actor, "", revoked != null, t));
        return "execution/calendar/feed";
    }

    /** Shown in the answer itself: behind a redirect the address would have to be kept somewhere. */
    @PostMapping
    @FreshFactor
    String make(@RequestParam(defaultValue = "") String whose, Actor actor, Text t, Model model) {
        var chosen = whose.equals(Whose.UNIT.name()) ? Whose.UNIT : Whose.MINE;
        String secret = feeds.make(actor, chosen, t.language());
        model.addAttribute("page", page(actor, home + "/calendar-feeds/" + secret + ".ics", false, t));
        return "execution/calendar/feed";
    }

    @PostMapping("/revoke")
    String revoke(Actor actor) {
        feeds.revoke(actor);
        return "redirect:/account/calendar?revoked=1";
    }

    private OwnFeedPage page(Actor actor, String address, boolean revoked, Text t) {
        var feed = feeds.of(actor).orElse(null);
        var whose = feed == null ? Whose.MINE : feed.whose();
        return new OwnFeedPage(
                address,
                feed == null ? "" : MOMENT.format(feed.createdAt()),
                feed == null || feed.usedAt() == null ? t.of("execution.feed.never") : MOMENT.format(feed.usedAt()),
                feed == null ? "" : t.of("execution.feed.whose." + whose),
                Stream.of(Whose.MINE, Whose.UNIT)
                        .map(one ->
                                new CalendarHead.Choice(one.name(), t.of("execution.feed.whose." + one), one == whose))
                        .toList(),
                feeds.allowed() ? "" : t.of("execution.feed.off"),
                revoked);
    }
}
