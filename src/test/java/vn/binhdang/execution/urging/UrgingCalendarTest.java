package vn.binhdang.execution.urging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.execution.urging.UrgingCalendar.Shift;

class UrgingCalendarTest {
    private final UrgingCalendar calendar = new UrgingCalendar(WorkingDays.standard(), Map.of());

    @Test
    void what_falls_on_tet_waits_for_the_working_day_that_the_rule_says() {
        // Tết 2027 begins on Saturday 6 February; offices rest from the 5th to the 10th.
        var secondDay = LocalDate.of(2027, 2, 7);
        assertThat(calendar.quiet(secondDay)).isTrue();
        assertThat(calendar.shifted(secondDay, Shift.BEFORE)).isEqualTo("2027-02-04");
        assertThat(calendar.shifted(secondDay, Shift.AFTER)).isAfter("2027-02-08");
        assertThat(calendar.quiet(calendar.shifted(secondDay, Shift.AFTER))).isFalse();
    }

    @Test
    void three_days_before_a_task_due_on_a_monday_is_the_friday_before() {
        var friday = LocalDate.of(2026, 11, 20);
        assertThat(calendar.dueDays(friday, -3, Shift.BEFORE)).contains(LocalDate.of(2026, 11, 23));
    }

    @Test
    void a_task_due_on_a_sunday_is_urged_for_on_the_friday_or_on_the_monday() {
        var sunday = LocalDate.of(2026, 11, 22);
        assertThat(calendar.dueDays(LocalDate.of(2026, 11, 20), 0, Shift.BEFORE))
                .contains(sunday);
        assertThat(calendar.dueDays(LocalDate.of(2026, 11, 23), 0, Shift.AFTER)).contains(sunday);
        assertThat(calendar.dueDays(sunday, 0, Shift.BEFORE)).isEmpty();
    }

    @Test
    void a_day_that_the_agency_has_entered_counts_more_than_the_public_ones() {
        var saturday = LocalDate.of(2026, 11, 21);
        var monday = LocalDate.of(2026, 11, 23);
        var own = new UrgingCalendar(WorkingDays.standard(), Map.of(saturday, false, monday, true));
        assertThat(own.quiet(saturday)).isFalse();
        assertThat(own.quiet(monday)).isTrue();
        assertThat(own.plus(LocalDate.of(2026, 11, 20), 2)).isEqualTo("2026-11-24");
    }

    @ParameterizedTest
    @EnumSource
    void every_due_day_has_its_step_on_exactly_one_day_which_is_a_working_day(Shift shift) {
        var random = new Random(7);
        for (int step : new int[] {-10, -3, -1, 0, 1, 3, 5, 15}) {
            for (int i = 0; i < 60; i++) {
                var due = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(3000));
                var found = new HashSet<LocalDate>();
                for (int near = -45; near <= 60; near++) {
                    var day = due.plusDays(near);
                    if (calendar.dueDays(day, step, shift).contains(due)) found.add(day);
                }
                assertThat(found).as("step %d of %s", step, due).hasSize(1);
                assertThat(calendar.quiet(found.iterator().next())).isFalse();
            }
        }
    }
}
