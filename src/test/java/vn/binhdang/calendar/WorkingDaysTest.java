package vn.binhdang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {
    private final WorkingDays days = WorkingDays.standard();

    @ParameterizedTest
    @CsvSource({"2024-04-14,false", "2022-03-13,false", "2021-07-05,true", "2024-04-15,true", "2024-04-13,false"})
    void the_dates_of_the_founding_plan_fall_on_two_sundays_and_a_monday(LocalDate day, boolean working) {
        assertThat(days.isWorkingDay(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-01", "2025-04-30", "2026-05-01", "2026-09-02", "2024-04-18", "2025-04-07"})
    void public_holidays_are_not_working_days(LocalDate day) {
        assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(days.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2015,2015-02-19", "2016,2016-02-08", "2017,2017-01-28", "2018,2018-02-16", "2019,2019-02-05",
        "2020,2020-01-25", "2021,2021-02-12", "2022,2022-02-01", "2023,2023-01-22", "2024,2024-02-10",
        "2025,2025-01-29", "2026,2026-02-17"
    })
    void tet_stands_on_the_day_it_was_kept(int year, LocalDate firstDay) {
        assertThat(LunarCalendar.solarDay(year, 1, 1)).isEqualTo(firstDay);
        assertThat(firstDay.minusDays(1).datesUntil(firstDay.plusDays(3)))
                .allSatisfy(day -> assertThat(days.holiday(day)).hasValue("Tết Âm lịch"));
    }

    @ParameterizedTest
    @CsvSource({
        "1968,1968-01-29",
        "1985,1985-01-21",
        "1996,1996-02-19",
        "2007,2007-02-17",
        "2030,2030-02-02",
        "2053,2053-02-18",
        "2033,2033-01-31",
        "2034,2034-02-19",
        "2050,2050-01-23"
    })
    void tet_follows_the_moon_over_viet_nam_and_not_over_china(int year, LocalDate firstDay) {
        assertThat(LunarYears.solarDay(year, 1, 1)).isEqualTo(firstDay);
        assertThat(days.holiday(firstDay)).hasValue("Tết Âm lịch");
        assertThat(days.isWorkingDay(firstDay)).isFalse();
    }

    @Test
    void the_day_of_the_hung_kings_is_kept_since_2007() {
        assertThat(days.holiday(LocalDate.of(2007, 4, 26))).hasValue("Giỗ Tổ Hùng Vương");
        assertThat(days.holiday(LunarYears.solarDay(2006, 3, 10))).isEmpty();
    }

    @Test
    void every_lunar_holiday_agrees_with_moon_and_sun() {
        for (int year = 2007; year <= 2088; year++) {
            LocalDate tet = LunarCalendar.solarDay(year, 1, 1);
            for (int i = -1; i < 3; i++)
                assertThat(days.holiday(tet.plusDays(i)))
                        .as("day %d of Tết %d", i, year)
                        .hasValue("Tết Âm lịch");
            assertThat(days.holiday(LunarCalendar.solarDay(year, 3, 10)))
                    .as("Giỗ Tổ %d", year)
                    .hasValue("Giỗ Tổ Hùng Vương");
        }
    }

    @Test
    void the_lunar_new_year_of_2030_is_a_day_earlier_than_in_china_because_the_zones_differ() {
        assertThat(days.holiday(LocalDate.of(2030, 2, 2))).hasValue("Tết Âm lịch");
        assertThat(LunarCalendar.solarDay(2030, 1, 1)).isEqualTo("2030-02-02");
    }

    @Test
    void a_holiday_on_a_weekend_is_taken_off_on_the_next_working_day() {
        // 30 April 2022 was a Saturday, 1 May a Sunday: offices were closed until Tuesday
        assertThat(days.holiday(LocalDate.of(2022, 5, 2))).hasValue("Ngày Chiến thắng");
        assertThat(days.holiday(LocalDate.of(2022, 5, 3))).hasValue("Ngày Quốc tế lao động");
        assertThat(days.isWorkingDay(LocalDate.of(2022, 5, 4))).isTrue();
    }

    @Test
    void a_saturday_exchanged_for_a_bridge_day_is_a_working_day() {
        assertThat(days.isWorkingDay(LocalDate.of(2024, 4, 29))).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2024, 5, 4))).isTrue();
    }

    @Test
    void counting_skips_weekends_and_holidays_and_does_not_count_the_first_day() {
        LocalDate friday = LocalDate.of(2024, 4, 26);
        assertThat(days.next(friday)).isEqualTo("2024-05-02");
        assertThat(days.plus(friday, 3)).isEqualTo("2024-05-04");
        assertThat(days.previous(LocalDate.of(2024, 5, 2))).isEqualTo(friday);
        assertThat(days.plus(LocalDate.of(2024, 4, 14), 0)).isEqualTo("2024-04-14");
    }

    @Test
    void before_the_listed_years_the_fixed_holidays_still_count() {
        assertThat(days.holiday(LocalDate.of(2004, 9, 2))).hasValue("Quốc khánh");
    }
}
