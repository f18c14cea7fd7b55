package vn.binhdang.document.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.Finding;
import vn.binhdang.kernel.Refused;

class IssueDayTest {
    // Friday, 10 April 2026
    static final LocalDate TODAY = LocalDate.of(2026, 4, 10);
    static final LocalDate APPROVED = LocalDate.of(2026, 4, 8);

    final IssueDay days = new IssueDay(TODAY, APPROVED, LocalDate.of(2026, 4, 9));

    @Test
    void a_document_is_issued_from_the_day_of_its_signature_to_today() {
        var empty = new IssueDay(TODAY, APPROVED, null);
        assertThatCode(() -> empty.check(APPROVED)).doesNotThrowAnyException();
        assertThatCode(() -> empty.check(TODAY)).doesNotThrowAnyException();
    }

    @Test
    void a_day_to_come_is_refused() {
        refused("document.issue.future", TODAY.plusDays(1));
    }

    @Test
    void a_day_before_the_signature_is_refused() {
        refused("document.issue.beforeApproval", APPROVED.minusDays(1));
    }

    @Test
    void a_day_before_the_last_number_would_break_the_order_of_time() {
        refused("document.issue.beforeLast", APPROVED);
        assertThatCode(() -> days.check(LocalDate.of(2026, 4, 9))).doesNotThrowAnyException();
    }

    @Test
    void a_working_day_right_after_the_signature_raises_no_warning() {
        assertThat(days.warnings(LocalDate.of(2026, 4, 9))).isEmpty();
    }

    @Test
    void a_sunday_and_a_public_holiday_raise_a_warning() {
        assertThat(codes(LocalDate.of(2026, 4, 12), APPROVED)).contains("document.issue.restDay");
        assertThat(codes(LocalDate.of(2026, 4, 30), LocalDate.of(2026, 4, 29)))
                .containsExactly("document.issue.restDay");
    }

    @Test
    void later_than_the_next_working_day_after_the_signature_raises_a_warning() {
        assertThat(codes(TODAY, APPROVED)).containsExactly("document.issue.late");
        // signed on a Friday, issued on the Monday after
        assertThat(codes(LocalDate.of(2026, 4, 13), TODAY)).isEmpty();
    }

    private java.util.List<String> codes(LocalDate day, LocalDate approved) {
        return new IssueDay(day, approved, null)
                .warnings(day).stream().map(Finding::code).toList();
    }

    private void refused(String key, LocalDate day) {
        assertThatThrownBy(() -> days.check(day))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
