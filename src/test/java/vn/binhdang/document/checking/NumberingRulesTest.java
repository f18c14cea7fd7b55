package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.document.checking.Findings.codesOf;
import static vn.binhdang.document.checking.Findings.only;
import static vn.binhdang.document.checking.PlanBuilder.item;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.document.Annex;
import vn.binhdang.document.Block;

class NumberingRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I. 1. 2. II. 1. 2. 3. III.",
                "I. 1. a) b) 2. a) b) II. 1.",
                "I. 1. 2. II. 3. 4. III. 5.",
                "I. 1. 1.1. 1.2. 2. 2.1. 2.2. II. 1. 1.1.",
                "Chương I Điều 1. 1. 2. Điều 2. 1. 2. Chương II Điều 3. Điều 4.",
                "Phần I I. II. Phần II I. II.",
                "I. 1. - - + 2. * II.",
                "IX. X. XI."
            })
    void numbers_in_order_give_no_finding(String numbers) {
        String start = numbers.startsWith("IX") ? "I. II. III. IV. V. VI. VII. VIII. " : "";
        codesOf(plan -> plan.body(blocks(start + numbers))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I. II. II. III.", "I. II. III. II. IV.", "1. 2. 2. 3.", "3. 3.1. 3.2. 3.2.", "I. 1. 2. 2. II."})
    void a_number_that_comes_twice_is_found(String numbers) {
        codesOf(plan -> plan.body(blocks(numbers))).contains("numberRepeated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I. II. IV.",
                "II. III.",
                "1. 2. 4.",
                "3. 3.1. 3.3.",
                "I. 1. 2. II. 2. 3.",
                "Điều 1. Điều 3.",
            })
    void a_number_that_is_left_out_is_found(String numbers) {
        codesOf(plan -> plan.body(blocks(numbers))).contains("numberSkipped");
    }

    @Test
    void the_missing_number_is_named_as_it_would_be_printed() {
        assertThat(only(plan -> plan.body(blocks("I. II. IV."))).arguments()).containsExactly("IV", "III");
        assertThat(only(plan -> plan.body(blocks("1. 1.1. 1.3."))).arguments()).containsExactly("1.3", "1.2");
    }

    @Test
    void each_annex_counts_anew() {
        codesOf(plan -> {
                    plan.body(blocks("I. II."));
                    plan.annexes.add(new Annex("Phụ lục I", null, null, List.of(blocks("I. II."))));
                })
                .isEmpty();
    }

    @Test
    void a_year_or_a_quantity_that_looks_like_a_number_is_not_a_gap() {
        codesOf(plan -> plan.body(blocks("1. 2. 30. 3."))).isEmpty();
    }

    private static Block[] blocks(String numbers) {
        return Stream.of(numbers.replace("Điều ", "Điều_")
                        .replace("Chương ", "Chương_")
                        .replace("Phần ", "Phần_")
                        .split(" "))
                .map(number -> item(number.replace('_', ' '), "Nội dung"))
                .toArray(Block[]::new);
    }
}
