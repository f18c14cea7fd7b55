package vn.binhdang.document.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.binhdang.kernel.Refused;

class TypedTest {
    @Test
    void accents_typed_apart_are_put_together() {
        assertThat(Typed.text("Bi\u0300nh đă\u0309ng")).isEqualTo("Bình đẳng");
    }

    @Test
    void what_cannot_be_printed_or_stored_is_left_out() {
        assertThat(Typed.text("\uFEFFKế\u0000 hoạch\u200B\u202E năm 2025 ")).isEqualTo("Kế hoạch năm 2025");
    }

    @Test
    void line_breaks_of_every_system_are_one_kind_and_become_spaces_in_a_line() {
        assertThat(Typed.text("một\r\nhai\rba")).isEqualTo("một\nhai\nba");
        assertThat(Typed.line("một \r\n hai")).isEqualTo("một hai");
        assertThat(Typed.lines("- một\n\n  hai \n")).containsExactly("- một", "hai");
    }

    @Test
    void a_whole_file_in_one_field_is_refused_and_not_cut() {
        assertThatThrownBy(() -> Typed.text("a".repeat(Typed.LONGEST + 1)))
                .isInstanceOf(Refused.class)
                .hasMessage("document.drafting.tooLong");
    }
}
