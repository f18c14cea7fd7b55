package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.document.checking.Findings.codes;
import static vn.binhdang.document.checking.Findings.codesOf;
import static vn.binhdang.document.checking.PlanBuilder.item;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.document.Block;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Mend;
import vn.binhdang.document.Finding.Severity;

class PointLetterRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a b c d đ e g h i k l m n o p q r s t u v x y", "a b c", "a b c d 2. a b"})
    void points_in_the_order_of_the_vietnamese_alphabet_give_no_finding(String letters) {
        codesOf(plan -> plan.body(points(letters))).isEmpty();
    }

    @Test
    void a_list_lettered_in_english_is_renumbered_by_one_click_each() {
        var plan = new PlanBuilder().body(points("a b c d e f g"));
        var found = Findings.of(plan.build());
        assertThat(codes(found)).containsExactly("pointLetterForeign", "pointDdSkipped");
        assertThat(found).extracting(Finding::severity).containsOnly(Severity.ERROR);
        assertThat(mends(found)).containsExactly(new Mend("body[6].number", "e)"), new Mend("body[5].number", "đ)"));
    }

    @Test
    void in_a_long_english_list_the_shifted_letters_follow() {
        var found = Findings.of(
                new PlanBuilder().body(points("a b c d e f g h i j k")).build());
        assertThat(codes(found))
                .containsExactly("pointLetterForeign", "pointLetterForeign", "pointDdSkipped", "pointLetterShifted");
        assertThat(found.getLast().arguments()).containsExactly("k)", "l)");
    }

    @Test
    void a_list_that_the_text_refers_to_is_left_to_a_person() {
        var plan = new PlanBuilder().body(points("a b c d e f"));
        plan.body.add(Block.paragraph("Kinh phí của điểm e do Sở Tài chính bố trí./."));
        var found = Findings.of(plan.build());
        assertThat(codes(found)).containsExactly("pointLetterForeign.unsure", "pointDdSkipped.unsure");
        assertThat(mends(found)).isEmpty();
    }

    @Test
    void without_the_whole_english_order_nobody_knows_which_letter_was_meant() {
        codesOf(plan -> plan.body(points("a b c z"))).containsExactly("pointLetterForeign.unsure");
    }

    @Test
    void a_lost_or_doubled_point_is_a_warning() {
        codesOf(plan -> plan.body(points("a b d"))).containsExactly("numberSkipped");
        codesOf(plan -> plan.body(points("a b b"))).containsExactly("numberRepeated");
    }

    private static List<Mend> mends(List<Finding> findings) {
        return findings.stream().map(Finding::mend).filter(mend -> mend != null).toList();
    }

    private static Block[] points(String letters) {
        return Stream.concat(
                        Stream.of(item("1.", "Nhiệm vụ")),
                        Stream.of(letters.split(" "))
                                .map(letter -> item(letter.endsWith(".") ? letter : letter + ")", "Nội dung")))
                .toArray(Block[]::new);
    }
}
