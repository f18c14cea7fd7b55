package vn.binhdang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDayTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"5/4/2026", "05/04/2026", " 5.4.2026 ", "05-4-2026", "5 / 4 / 2026", "05042026", "2026-04-05"})
    void a_day_is_understood_however_it_is_typed(String typed) {
        assertThat(TypedDay.read(typed)).contains(LocalDate.of(2026, 4, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31/4/2026",
                "29/2/2025",
                "5/13/2026",
                "31042026",
                "5/4",
                "5/4/26",
                "542026",
                "1/1/0000",
                "+12026-04-05"
            })
    void what_is_no_day_is_not_guessed_at(String typed) {
        assertThat(TypedDay.read(typed)).isEmpty();
    }

    @Test
    void a_day_that_no_office_means_is_one_only_where_that_is_not_asked() {
        assertThat(TypedDay.read("1/6/1975")).contains(LocalDate.of(1975, 6, 1));
        assertThat(TypedDay.readNear("31/12/1999")).isEmpty();
        assertThat(TypedDay.readNear("01012101")).isEmpty();
        assertThat(TypedDay.readNear("31122100")).contains(LocalDate.of(2100, 12, 31));
    }

    @Test
    void a_day_outside_the_calendar_still_looks_like_one() {
        assertThat(TypedDay.looksLikeOne("31/4/2026")).isTrue();
        assertThat(TypedDay.looksLikeOne("quý II")).isFalse();
    }
}
