package vn.binhdang.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.messaging.Delivery;

class MailTimesTest {
    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    final MailTimes times = new MailTimes(Clock.system(HANOI), LocalTime.of(7, 30));

    @ParameterizedTest
    @CsvSource({
        // Wednesday
        "2026-11-25T10:00, 2026-11-25T10:00",
        "2026-11-25T19:59, 2026-11-25T19:59",
        "2026-11-25T20:00, 2026-11-26T07:00",
        "2026-11-25T23:30, 2026-11-26T07:00",
        "2026-11-26T00:10, 2026-11-26T07:00",
        "2026-11-26T06:59, 2026-11-26T07:00",
        "2026-11-26T07:00, 2026-11-26T07:00",
        // Friday evening waits for Monday, Saturday as well
        "2026-11-27T21:00, 2026-11-30T07:00",
        "2026-11-28T10:00, 2026-11-30T07:00",
        // National Day and the day after it, then a week-end
        "2026-09-01T21:00, 2026-09-03T07:00",
        // New Year's Eve of the lunar year 2026 to the sixth day: the calendar says which days are worked
        "2026-02-17T10:00, 2026-02-23T07:00",
    })
    void mail_at_once_waits_for_the_end_of_the_quiet_hours_and_for_a_working_day(String now, String due) {
        assertThat(due(Delivery.AT_ONCE, QuietHours.STANDARD, now)).isEqualTo(LocalDateTime.parse(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T10:00, 2026-11-26T07:30",
        "2026-11-25T07:29, 2026-11-25T07:30",
        "2026-11-27T10:00, 2026-11-30T07:30",
        "2026-11-28T06:00, 2026-11-30T07:30",
    })
    void the_daily_digest_goes_in_the_morning_of_the_next_working_day(String now, String due) {
        assertThat(due(Delivery.DAILY, QuietHours.STANDARD, now)).isEqualTo(LocalDateTime.parse(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T10:00, 2026-11-30T07:30",
        "2026-11-30T06:00, 2026-12-07T07:30",
        // the Monday of Tết 2026 is no working day
        "2026-02-12T10:00, 2026-02-23T07:30",
    })
    void the_weekly_digest_goes_on_the_first_working_day_of_the_next_week(String now, String due) {
        assertThat(due(Delivery.WEEKLY, QuietHours.STANDARD, now)).isEqualTo(LocalDateTime.parse(due));
    }

    @Test
    void who_wants_no_quiet_hours_gets_mail_at_any_hour() {
        var never = new QuietHours(null, null, false);
        assertThat(due(Delivery.AT_ONCE, never, "2026-11-28T03:00")).isEqualTo(LocalDateTime.parse("2026-11-28T03:00"));
    }

    @Test
    void quiet_hours_may_lie_within_one_day_and_hold_back_a_digest() {
        var morning = new QuietHours(LocalTime.of(6, 0), LocalTime.of(9, 0), false);
        assertThat(due(Delivery.AT_ONCE, morning, "2026-11-25T08:00"))
                .isEqualTo(LocalDateTime.parse("2026-11-25T09:00"));
        assertThat(due(Delivery.DAILY, morning, "2026-11-25T10:00")).isEqualTo(LocalDateTime.parse("2026-11-26T09:00"));
    }

    @Test
    void a_way_that_is_no_mail_has_no_time() {
        assertThatThrownBy(() -> due(Delivery.APP, QuietHours.STANDARD, "2026-11-25T10:00"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private LocalDateTime due(Delivery delivery, QuietHours quiet, String now) {
        return times.due(delivery, quiet, LocalDateTime.parse(now).atZone(HANOI).toInstant())
                .atZone(HANOI)
                .toLocalDateTime();
    }
}
