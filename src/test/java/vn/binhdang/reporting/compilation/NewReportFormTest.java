package vn.binhdang.reporting.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.calendar.ReportingPeriod;

class NewReportFormTest {
    @ParameterizedTest
    @CsvSource({
        "FIRST_HALF-1,2023-12-15,2024-06-14,6 tháng đầu năm 2024",
        "SECOND_HALF-1,2024-06-15,2024-12-14,6 tháng cuối năm 2024",
        "YEAR-1,2023-12-15,2024-12-14,năm 2024",
        "QUARTER-3,2024-06-15,2024-09-14,quý 3 năm 2024",
        "MONTH-1,2023-12-15,2024-01-14,tháng 1 năm 2024"
    })
    void a_period_of_the_decree_brings_its_own_days_and_name(String code, LocalDate from, LocalDate to, String label) {
        var window = chosen(code).window().orElseThrow();
        assertThat(window.from()).isEqualTo(from);
        assertThat(window.to()).isEqualTo(to);
        assertThat(window.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"NINE_MONTHS-1", "QUARTER-5", "MONTH-13", "''", "rubbish"})
    void what_the_decree_does_not_list_is_no_period(String code) {
        assertThat(chosen(code).mistakes()).containsKey("period");
        assertThat(chosen(code).window()).isEmpty();
    }

    @Test
    void the_periods_on_offer_are_all_verified() {
        assertThat(ReportWindow.offered(2024)).hasSize(19).allMatch(ReportingPeriod::verified);
    }

    @Test
    void another_window_has_the_days_and_the_name_that_were_typed() {
        var window = other("9 tháng đầu  năm 2024", "15/12/2023", "14-9-2024")
                .window()
                .orElseThrow();
        assertThat(window.period()).isNull();
        assertThat(window.label()).isEqualTo("9 tháng đầu năm 2024");
        assertThat(window.from()).isEqualTo("2023-12-15");
        assertThat(window.until()).isEqualTo("2024-09-15");
    }

    @Test
    void a_window_without_a_name_is_named_by_its_days() {
        assertThat(other("", "2023-12-15", "2024-09-14").window().orElseThrow().label())
                .isEqualTo("từ ngày 15/12/2023 đến ngày 14/9/2024");
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2024,14/9/2024,from",
        "15/12/2023,hôm qua,to",
        "15/12/2023,14/12/2023,to",
        "15/12/2003,14/12/2023,to",
        "'','',from",
        "15/12/0023,14/9/2024,from"
    })
    void days_that_cannot_be_are_told_by_their_field(String from, String to, String field) {
        assertThat(other("", from, to).mistakes()).containsKey(field);
        assertThat(other("", from, to).window()).isEmpty();
    }

    @Test
    void a_name_that_fills_half_a_page_is_refused() {
        assertThat(other("x".repeat(101), "15/12/2023", "14/9/2024").mistakes()).containsOnlyKeys("label");
    }

    @Test
    void addressees_are_kept_without_dashes_marks_and_repetitions() {
        assertThat(new NewReportForm(2024, "YEAR-1", "", "", "", "- Sở Nội vụ;\n\n UBND tỉnh.\nSở Nội vụ")
                        .addresseeLines())
                .containsExactly("Sở Nội vụ", "UBND tỉnh");
    }

    private static NewReportForm chosen(String code) {
        return new NewReportForm(2024, code, "", "", "", "");
    }

    private static NewReportForm other(String label, String from, String to) {
        return new NewReportForm(2024, NewReportForm.OTHER, label, from, to, "");
    }
}
