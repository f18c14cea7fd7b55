package vn.binhdang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.calendar.ReportingPeriod.Kind;
import vn.binhdang.web.Text;

class ReportingPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH,1,2023-12-15,2024-01-14",
        "MONTH,3,2024-02-15,2024-03-14",
        "QUARTER,1,2023-12-15,2024-03-14",
        "QUARTER,2,2024-03-15,2024-06-14",
        "QUARTER,3,2024-06-15,2024-09-14",
        "QUARTER,4,2024-09-15,2024-12-14",
        "FIRST_HALF,1,2023-12-15,2024-06-14",
        "SECOND_HALF,1,2024-06-15,2024-12-14",
        "NINE_MONTHS,1,2023-12-15,2024-09-14",
        "YEAR,1,2023-12-15,2024-12-14"
    })
    void each_window_runs_from_the_15th_to_the_14th(Kind kind, int ordinal, LocalDate from, LocalDate to) {
        var period = new ReportingPeriod(kind, 2024, ordinal);
        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
    }

    @Test
    void the_last_day_still_counts_and_the_next_belongs_to_the_following_period() {
        var year = ReportingPeriod.of(Kind.YEAR, 2024);
        assertThat(year.contains(LocalDate.of(2024, 12, 14))).isTrue();
        assertThat(year.contains(LocalDate.of(2024, 12, 15))).isFalse();
        assertThat(ReportingPeriod.of(Kind.YEAR, 2025).from()).isEqualTo(year.until());
    }

    @Test
    void four_quarters_are_one_year() {
        var quarters =
                Stream.of(1, 2, 3, 4).map(q -> ReportingPeriod.quarter(2025, q)).toList();
        assertThat(quarters.getFirst().from())
                .isEqualTo(ReportingPeriod.of(Kind.YEAR, 2025).from());
        assertThat(quarters.getLast().to())
                .isEqualTo(ReportingPeriod.of(Kind.YEAR, 2025).to());
        for (int i = 1; i < 4; i++)
            assertThat(quarters.get(i).from()).isEqualTo(quarters.get(i - 1).until());
    }

    @Test
    void only_the_nine_months_are_not_verified() {
        assertThat(Stream.of(Kind.values())
                        .filter(kind -> !ReportingPeriod.of(kind, 2024).verified()))
                .containsExactly(Kind.NINE_MONTHS);
    }

    @Test
    void every_kind_has_a_label_in_both_languages() {
        for (Kind kind : Kind.values())
            for (Locale locale : new Locale[] {Text.VIETNAMESE, Text.ENGLISH})
                assertThat(Text.in(locale).of(ReportingPeriod.of(kind, 2024).labelKey(), "1", "2024"))
                        .contains("2024");
    }

    @Test
    void there_is_no_fifth_quarter() {
        assertThatThrownBy(() -> ReportingPeriod.quarter(2024, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
