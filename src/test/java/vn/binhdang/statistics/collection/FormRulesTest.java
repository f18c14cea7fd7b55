package vn.binhdang.statistics.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.TestCatalogue;
import vn.binhdang.statistics.collection.FormDefinition.Heading;
import vn.binhdang.web.Text;

class FormRulesTest {
    private final Catalogue catalogue = new TestCatalogue()
            .dimension("SEX", "F", "M")
            .dimension("KIND", "A", "B")
            .element("STAFF", 0, "SEX", "KIND")
            .element("HOURS", 1, "SEX")
            .element("ELSEWHERE", 0)
            .make();

    private static final Text VI = Text.in(Text.VIETNAMESE);

    /** Rows staff, staff of A, staff of B, hours; columns total, women: slots 0 to 7 row by row. */
    private FormDefinition definition(String... rules) {
        return new FormDefinition(
                List.of(new FormDefinition.Section(
                        "Bảng",
                        "Table",
                        "",
                        "",
                        false,
                        List.of(
                                heading("STAFF", "Nhân sự"),
                                heading("STAFF[KIND=A]", "Loại A"),
                                heading("STAFF[KIND=B]", "Loại B"),
                                heading("HOURS", "Giờ")),
                        List.of(heading("[]", "Tổng"), heading("[SEX=F]", "Nữ"), heading("share 2/1", "%")))),
                List.of(new FormDefinition.Setting("STAFF", true, true, "1", "100")),
                Arrays.stream(rules)
                        .map(rule -> new FormDefinition.Rule(
                                "R" + Arrays.asList(rules).indexOf(rule),
                                rule,
                                Severity.ERROR,
                                "không khớp",
                                "no match"))
                        .toList());
    }

    private static Heading heading(String asks, String name) {
        return new Heading(asks, name, name + " en");
    }

    private Layout layout(FormDefinition definition) {
        return Layout.of(definition, catalogue, Map.of());
    }

    private FormRules rules(String... rules) {
        var definition = definition(rules);
        return FormRules.of(layout(definition), definition.rules(), catalogue);
    }

    /** A number, null for nothing, -1 for not applicable. */
    private static Cells cells(Integer... values) {
        var cells = new Cells(8);
        for (int i = 0; i < values.length; i++)
            if (values[i] != null)
                if (values[i] == -1) cells.setNotApplicable(i);
                else cells.set(i, values[i]);
        return cells;
    }

    private static List<String> marks(List<Finding> findings) {
        return findings.stream().map(Finding::mark).toList();
    }

    @Test
    void a_form_is_laid_out_with_a_cell_where_a_row_and_a_column_meet() {
        var layout = layout(definition());
        assertThat(layout.faults()).isEmpty();
        assertThat(layout.cells())
                .extracting(Layout.Cell::key)
                .containsExactly(
                        "STAFF",
                        "STAFF[SEX=F]",
                        "STAFF[KIND=A]",
                        "STAFF[KIND=A;SEX=F]",
                        "STAFF[KIND=B]",
                        "STAFF[KIND=B;SEX=F]",
                        "HOURS",
                        "HOURS[SEX=F]");
        assertThat(layout.cells().get(3).combination()).isEqualTo("SEX=F;KIND=A");
    }

    @Test
    void a_slot_that_was_given_stays_and_new_cells_come_after_all_of_them() {
        var layout = Layout.of(definition(), catalogue, Map.of("STAFF[SEX=F]", 0, "HOURS", 4, "GONE", 5));
        assertThat(layout.cells()).extracting(Layout.Cell::slot).containsExactly(6, 0, 7, 8, 9, 10, 4, 11);
    }

    @Test
    void women_are_at_most_all_people_for_every_row_with_one_rule() {
        var rules = rules("*[SEX=F] <= *");
        assertThat(rules.faults()).isEmpty();
        assertThat(marks(rules.check(cells(10, 11, 5, 4, 5, 6, 20, 21)))).containsExactly("R0:1", "R0:5", "R0:7");
        assertThat(rules.check(cells(10, 11)).getFirst().sentence(VI)).isEqualTo("Nhân sự · Nữ: không khớp");
    }

    @Test
    void a_rule_is_silent_while_a_figure_is_missing_and_takes_not_applicable_for_nothing() {
        var rules = rules("STAFF[KIND=A] + STAFF[KIND=B] = STAFF");
        assertThat(rules.check(cells(10, null, 4, null, null))).isEmpty();
        assertThat(marks(rules.check(cells(10, null, 4, null, -1)))).containsExactly("R0:2");
        assertThat(rules.check(cells(10, null, 10, null, -1))).isEmpty();
        assertThat(rules.check(cells(-1, null, -1, null, -1))).isEmpty();
    }

    @Test
    void figures_with_and_without_decimals_are_compared_as_what_they_are() {
        var rules = rules("HOURS <= 1.5 * STAFF");
        assertThat(rules.check(cells(10, null, null, null, null, null, 150))).isEmpty();
        assertThat(marks(rules.check(cells(10, null, null, null, null, null, 151))))
                .containsExactly("R0:6");
    }

    @Test
    void a_rule_with_the_period_before_or_another_form_speaks_when_that_figure_is_known() {
        var rules = rules("STAFF <= 2 * STAFF@-1", "STAFF = ELSEWHERE + 1");
        var cells = cells(21);
        assertThat(rules.check(cells)).isEmpty();
        Outside outside = (element, _, back) -> back == 1
                ? Optional.of(BigDecimal.TEN)
                : element.equals("ELSEWHERE") ? Optional.of(new BigDecimal("20.0")) : Optional.empty();
        assertThat(marks(rules.check(cells, outside))).containsExactly("R0:0");
        assertThat(rules.lines(outside, VI))
                .extracting(FormRules.Shown::constant)
                .containsExactly(20L, 21L);
    }

    @Test
    void limits_and_what_has_to_be_filled_in_belong_to_their_cells() {
        var rules = rules();
        assertThat(marks(rules.check(cells(0)))).containsExactly("lowest:0");
        assertThat(marks(rules.check(cells(101)))).containsExactly("highest:0");
        assertThat(marks(rules.missing(cells()))).containsExactly("required:0");
        assertThat(rules.missing(cells(-1))).isEmpty();
    }

    @Test
    void what_cannot_be_understood_in_a_definition_is_told() {
        assertThat(rules("STAFF <=", "WHAT = 1", "STAFF < > 1").faults())
                .extracting(Layout.Fault::key)
                .containsExactly(
                        "statistics.form.fault.rule", "statistics.form.fault.ruleIdle", "statistics.form.fault.rule");
        var wrong = new FormDefinition(
                List.of(new FormDefinition.Section(
                        "a",
                        "b",
                        "",
                        "",
                        false,
                        List.of(
                                heading("NOBODY", "x"),
                                heading("STAFF[SEX=X]", "y"),
                                heading("staff", "z"),
                                heading("[SEX=F]", "w")),
                        List.of(heading("[]", "c"), heading("share 3/1", "d")))),
                List.of(),
                List.of());
        assertThat(layout(wrong).faults())
                .extracting(Layout.Fault::key)
                .containsExactlyInAnyOrder(
                        "statistics.form.fault.share",
                        "statistics.form.fault.cell",
                        "statistics.form.fault.element",
                        "statistics.form.fault.category",
                        "statistics.form.fault.asks",
                        "statistics.form.fault.empty");
    }

    @Test
    void a_million_checks_take_no_time_to_speak_of() {
        var rules = rules("*[SEX=F] <= *", "STAFF[KIND=A] + STAFF[KIND=B] <= STAFF");
        var cells = cells(10, 5, 4, 2, 6, 3, 100, 50);
        int found = 0;
        for (int i = 0; i < 1_000_000; i++) found += rules.check(cells).size();
        assertThat(found).isZero();
    }
}
