package vn.binhdang.organisation.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AnswerTimeTest {
    @Test
    void days_of_rest_are_not_counted_and_neither_is_the_day_of_asking() {
        // A Friday: Monday and Tuesday are the two working days.
        var friday = LocalDate.of(2026, 11, 20);
        assertThat(AnswerTime.ofCorrections(friday).dueAfter(friday)).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void the_number_of_days_was_not_read_in_the_law_and_says_so() {
        assertThat(AnswerTime.ofCorrections(LocalDate.of(2026, 11, 20)).verified())
                .isFalse();
    }
}
