package vn.binhdang.statistics.exchange.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.ReportingPeriod.Kind;
import vn.binhdang.statistics.Window;

class TimeRangeTest {

    private static List<ReportingPeriod> periods() {
        List<ReportingPeriod> all = new ArrayList<>();
        for (int year = 2015; year < 2035; year++)
            for (Kind kind : Kind.values())
                for (int i = 1; i <= (kind == Kind.MONTH ? 12 : kind == Kind.QUARTER ? 4 : 1); i++)
                    all.add(new ReportingPeriod(kind, year, i));
        return all;
    }

    @Test
    void the_year_of_the_decree_is_written_by_its_days() {
        assertThat(TimeRange.text(PeriodNames.decree(ReportingPeriod.of(Kind.YEAR, 2024))))
                .isEqualTo("2023-12-15/P1Y");
        assertThat(TimeRange.text(PeriodNames.decree(ReportingPeriod.of(Kind.FIRST_HALF, 2024))))
                .isEqualTo("2023-12-15/P6M");
        assertThat(TimeRange.text(PeriodNames.decree(ReportingPeriod.of(Kind.SECOND_HALF, 2024))))
                .isEqualTo("2024-06-15/P6M");
        assertThat(TimeRange.text(PeriodNames.decree(ReportingPeriod.of(Kind.NINE_MONTHS, 2024))))
                .isEqualTo("2023-12-15/P9M");
        assertThat(TimeRange.text(PeriodNames.decree(ReportingPeriod.quarter(2024, 1))))
                .isEqualTo("2023-12-15/P3M");
        assertThat(TimeRange.text(PeriodNames.decree(ReportingPeriod.month(2024, 3))))
                .isEqualTo("2024-02-15/P1M");
    }

    @Test
    void every_report_of_twenty_years_is_found_again_by_its_days_and_by_its_calendar_name() {
        for (ReportingPeriod period : periods()) {
            assertThat(PeriodNames.match(TimeRange.parse(TimeRange.text(PeriodNames.decree(period)))
                            .orElseThrow()))
                    .contains(new PeriodNames.Match(period, false));
            assertThat(PeriodNames.match(PeriodNames.calendar(period))).contains(new PeriodNames.Match(period, true));
        }
    }

    @Test
    void days_of_no_report_are_none() {
        for (String text : List.of("2024-02-01/P2M", "2024-01-02/P1Y", "2024-04-01/P1Y", "2024-01-01/P10D"))
            assertThat(PeriodNames.match(TimeRange.parse(text).orElseThrow())).isEmpty();
    }

    @Test
    void nonsense_is_no_window() {
        for (String text : List.of(
                "",
                "2024",
                "2024-01-01",
                "2024-13-01/P1Y",
                "2024-02-30/P1M",
                "2024-01-01/P",
                "2024-01-01/P0D",
                "2024-01-01/PT1H",
                "2024-01-01/P-1M",
                "2024-01-01/P1Y ",
                "2024-01-01/P99999Y",
                "2024-01-01T10:00:00/P1M",
                "2024-01-01/2024-02-01"))
            assertThat(TimeRange.parse(text)).as(text).isEmpty();
    }

    @Test
    void ten_thousand_windows_come_back_as_they_went() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            LocalDate from = LocalDate.ofEpochDay(15_000 + random.nextInt(8_000));
            LocalDate until = random.nextBoolean()
                    ? from.plusMonths(1 + random.nextInt(40))
                    : from.plusDays(1 + random.nextInt(900));
            Window window = new Window(from, until);
            assertThat(TimeRange.parse(TimeRange.text(window))).contains(window);
        }
    }
}
