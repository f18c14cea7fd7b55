package vn.binhdang.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final LocalDate ISSUED = LocalDate.of(2026, 1, 5);

    @Test
    void each_quarter_is_a_round_whose_last_day_is_that_of_the_reporting_period() {
        assertThat(Round.of("hằng quý", 2026, ISSUED, null))
                .extracting(Round::key, Round::dueOn)
                .containsExactly(
                        tuple("2026-QUARTER-1", LocalDate.of(2026, 3, 14)),
                        tuple("2026-QUARTER-2", LocalDate.of(2026, 6, 14)),
                        tuple("2026-QUARTER-3", LocalDate.of(2026, 9, 14)),
                        tuple("2026-QUARTER-4", LocalDate.of(2026, 12, 14)));
    }

    @Test
    void periods_that_were_over_before_the_plan_was_issued_are_not_asked_for() {
        assertThat(Round.of("Hằng quý", 2026, LocalDate.of(2026, 4, 20), null))
                .extracting(Round::key)
                .containsExactly("2026-QUARTER-2", "2026-QUARTER-3", "2026-QUARTER-4");
    }

    @Test
    void the_deadline_of_the_task_ends_its_rounds() {
        assertThat(Round.of("hằng tháng", 2026, ISSUED, LocalDate.of(2026, 3, 10)))
                .extracting(Round::key)
                .containsExactly("2026-MONTH-1", "2026-MONTH-2", "2026-MONTH-3");
        assertThat(Round.of("hằng tháng", 2026, ISSUED, LocalDate.of(2026, 3, 10))
                        .getLast()
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 10));
    }

    @Test
    void what_is_done_every_year_until_a_later_year_has_a_round_in_each() {
        assertThat(Round.of("hằng năm", 2026, ISSUED, LocalDate.of(2028, 12, 31)))
                .extracting(Round::key)
                .containsExactly("2026-YEAR-1", "2027-YEAR-1", "2028-YEAR-1");
    }

    @Test
    void halves_of_a_year_are_no_months_and_what_never_stops_has_no_rounds() {
        assertThat(Round.of("6 tháng một lần", 2026, ISSUED, null)).hasSize(2);
        assertThat(Round.of("thường xuyên", 2026, ISSUED, null)).isEmpty();
        assertThat(Round.of(null, 2026, ISSUED, null)).isEmpty();
    }
}
