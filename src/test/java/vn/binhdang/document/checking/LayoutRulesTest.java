package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.document.checking.Findings.codes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.checking.LayoutFacts.Origin;

class LayoutRulesTest {

    @ParameterizedTest
    @CsvSource({
        "20,20,30,15,",
        "25,25,35,20,",
        "20.1,19.8,29.99,15,",
        "12.7,20,30,15,margin.top",
        "20,30,30,15,margin.bottom",
        "20,20,25.4,15,margin.left",
        "20,20,30,25.4,margin.right"
    })
    void margins_lie_within_the_decree(double top, double bottom, double left, double right, @Nullable String code) {
        var found = Findings.of(
                new LayoutFacts(Origin.DECLARED, null, 210, 297, top, bottom, left, right, null, null, null));
        assertThat(codes(found)).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(found).extracting(Finding::severity).allMatch(Severity.ERROR::equals);
    }

    @Test
    void a_margin_that_was_measured_can_be_proved_too_small_but_not_too_large() {
        assertThat(Findings.of(new LayoutFacts(Origin.MEASURED, 2, 210, 297, 28.0, 60.0, 30.2, 31.0, null, null, null)))
                .isEmpty();
        assertThat(codes(Findings.of(
                        new LayoutFacts(Origin.MEASURED, 2, 210, 297, 10.0, 60.0, 45.0, 10.0, null, null, null))))
                .containsExactly("margin.top", "margin.left", "margin.right");
    }

    @Test
    void paper_font_size_and_page_number_are_asked() {
        var letter =
                new LayoutFacts(Origin.DECLARED, null, 215.9, 279.4, 20.0, 20.0, 30.0, 15.0, "Calibri", 11.0, true);
        assertThat(codes(Findings.of(letter)))
                .containsExactly("paperNotA4", "fontWrong", "sizeWrong", "pageNumberOnFirst");
    }

    @Test
    void a_page_on_its_side_is_still_a4() {
        assertThat(Findings.of(new LayoutFacts(
                        Origin.DECLARED, null, 297, 210, 20.0, 20.0, 30.0, 15.0, "Times New Roman", 14.0, false)))
                .isEmpty();
    }

    @Test
    void the_metric_twin_of_times_new_roman_is_as_good() {
        assertThat(Findings.of(new LayoutFacts(
                        Origin.MEASURED, 1, 210, 297, null, null, null, null, "LiberationSerif", 13.0, null)))
                .isEmpty();
    }
}
