package vn.binhdang.plan.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"5/4/2025", "05/04/2025", " 05-04-2025 ", "5.4.2025", "05042025", "2025-04-05", "5 / 4 / 2025"})
    void a_date_is_understood_however_it_is_typed(String typed) {
        assertThat(TypedDate.of(typed)).isEqualTo(new TypedDate.Day(LocalDate.of(2025, 4, 5)));
    }

    @Test
    void nothing_typed_is_no_date_and_no_mistake() {
        assertThat(TypedDate.of("  ")).isEqualTo(new TypedDate.Day(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/4/2025", "29/2/2025", "5/13/2025", "0/1/2025"})
    void a_day_that_is_not_in_the_calendar_is_told_from_a_wrong_shape(String typed) {
        assertThat(TypedDate.of(typed)).isEqualTo(new TypedDate.Wrong("plan.drafting.date.none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quý II", "5/4", "5/4/25", "tháng 4 năm 2025"})
    void words_and_parts_of_dates_are_not_guessed_at(String typed) {
        assertThat(TypedDate.of(typed)).isEqualTo(new TypedDate.Wrong("plan.drafting.date.shape"));
    }
}
