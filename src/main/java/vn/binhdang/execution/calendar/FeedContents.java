package vn.binhdang.execution.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.DayItem;
import vn.binhdang.execution.DayQuestion;
import vn.binhdang.execution.DayQuestion.Whose;
import vn.binhdang.execution.DaySource;
import vn.binhdang.execution.DayTally;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

/**
 * What a feed says: what its owner may see at this moment, in the titles of issued plans. Words that colleagues wrote for each
 * other stay in the product; of those things the feed gives the kind and the way there.
 */
@Component
class FeedContents {
    private static final int DAYS_BACK = 90;
    private static final int DAYS_AHEAD = 400;

    /** More on one day, or in all, is counted and said, not listed. */
    private static final int ON_DAY = 40;

    private static final int IN_ALL = 2_000;

    private final List<DaySource> sources;
    private final String home;
    private final Clock clock;

    FeedContents(List<DaySource> sources, @Value("${binhdang.url}") String home, Clock clock) {
        this.sources = List.copyOf(sources);
        this.home = home;
        this.clock = clock;
    }

    String of(Actor actor, Whose whose, UUID feed, Text t) {
        var today = Today.of(clock).day();
        var asked = new DayQuestion(
                whose,
                whose == Whose.UNIT ? actor.unit() : null,
                null,
                today.minusDays(DAYS_BACK),
                today.plusDays(DAYS_AHEAD),
                today,
                ON_DAY);
        var items = new ArrayList<DayItem>();
        int all = 0;
        for (var source : sources) {
            var found = source.days(actor, asked);
            items.addAll(found.items());
            all += found.tallies().stream().mapToInt(DayTally::all).sum();
        }
        var events = new ArrayList<ICalendar.Event>();
        items.stream().sorted(DayItem.ORDER).limit(IN_ALL).forEach(item -> events.add(event(item, t)));
        if (all > events.size()) events.add(hidden(feed, all - events.size(), today, t));
        return ICalendar.of(t.of("execution.feed.name"), events);
    }

    private ICalendar.Event event(DayItem item, Text t) {
        String kind = t.of(item.kindKey());
        String words = item.open() ? item.title() : kind;
        return new ICalendar.Event(
                item.kindKey().substring(item.kindKey().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) + "-" + item.id()
                        + "@binhdang",
                item.day(),
                switch (item.standing()) {
                    case DONE, NOT_DONE, EXPECTED ->
                        t.of("execution.feed.closed", t.of("execution.calendar.standing." + item.standing()), words);
                    case LATE, TO_COME -> words;
                },
                kind,
                home + item.href(),
                item.version(),
                item.changedAt().toInstant());
    }

    private ICalendar.Event hidden(UUID feed, int count, LocalDate today, Text t) {
        return new ICalendar.Event(
                "hidden-" + feed + "@binhdang",
                today,
                t.of("execution.feed.hidden", count),
                t.of("execution.calendar.title"),
                home + "/calendar",
                (int) today.toEpochDay(),
                today.atTime(LocalTime.MIDNIGHT).atZone(Today.ZONE).toInstant());
    }
}
