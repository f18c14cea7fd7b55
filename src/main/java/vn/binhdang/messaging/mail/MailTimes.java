package vn.binhdang.messaging.mail;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.messaging.Delivery;

/** When a mail may go: at once outside the quiet hours, or with the others in the morning. */
@Component
public class MailTimes {
    private final WorkingDays days = WorkingDays.standard();
    private final ZoneId zone;
    private final LocalTime digestAt;

    MailTimes(Clock clock, @Value("${binhdang.messaging.digest-at:07:30}") LocalTime digestAt) {
        zone = clock.getZone();
        this.digestAt = digestAt;
    }

    /** @throws IllegalArgumentException for a way that is no mail */
    public Instant due(Delivery delivery, QuietHours quiet, Instant now) {
        var at = now.atZone(zone);
        var wished = switch (delivery) {
            case AT_ONCE -> at;
            case DAILY -> morning(nextDigestDay(at));
            case WEEKLY -> morning(firstWorkingDayOfNextWeek(at.toLocalDate()));
            case APP, OFF -> throw new IllegalArgumentException(delivery + " is no mail");
        };
        return allowed(wished, quiet).toInstant();
    }

    /** The first moment from {@code at} on that is not quiet. */
    ZonedDateTime allowed(ZonedDateTime at, QuietHours quiet) {
        var moment = at;
        // At most a day's end, a holiday and a night; the bound is for calendars nobody thought of.
        for (int step = 0; step < 60; step++) {
            if (quiet.workingDaysOnly() && !days.isWorkingDay(moment.toLocalDate()))
                moment = days.next(moment.toLocalDate()).atStartOfDay(zone);
            else if (quiet.quietAt(moment.toLocalTime())) moment = end(moment, quiet);
            else return moment;
        }
        return moment;
    }

    private static ZonedDateTime end(ZonedDateTime moment, QuietHours quiet) {
        var to = Objects.requireNonNull(quiet.to());
        var day = moment.toLocalTime().isBefore(to)
                ? moment.toLocalDate()
                : moment.toLocalDate().plusDays(1);
        return day.atTime(to).atZone(moment.getZone());
    }

    private LocalDate nextDigestDay(ZonedDateTime at) {
        var today = at.toLocalDate();
        boolean todayStill = days.isWorkingDay(today) && at.toLocalTime().isBefore(digestAt);
        return todayStill ? today : days.next(today);
    }

    private LocalDate firstWorkingDayOfNextWeek(LocalDate today) {
        var monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return days.isWorkingDay(monday) ? monday : days.next(monday);
    }

    private ZonedDateTime morning(LocalDate day) {
        return day.atTime(digestAt).atZone(zone);
    }
}
