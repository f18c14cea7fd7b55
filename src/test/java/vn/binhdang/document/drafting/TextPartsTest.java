package vn.binhdang.document.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.binhdang.document.Lines;

class TextPartsTest {
    @Test
    void a_text_is_cut_where_the_cursor_stands() {
        assertThat(TextParts.split("Một câu. Hai câu.", 8)).containsExactly("Một câu.", "Hai câu.");
    }

    @Test
    void without_a_cursor_inside_it_is_cut_at_its_line_breaks() {
        assertThat(TextParts.split("Một.\nHai.\n\nBa.", null)).containsExactly("Một.", "Hai.", "Ba.");
        assertThat(TextParts.split("Một.\nHai.", 0)).containsExactly("Một.", "Hai.");
        assertThat(TextParts.split("Một. Hai.", 99)).containsExactly("Một. Hai.");
    }

    @Test
    void sentences_end_with_a_full_stop_or_a_semicolon_but_not_within_a_number() {
        assertThat(TextParts.sentences(
                        "Tổ chức tập huấn cho 1.200 người; Tăng cường thống kê. Khuyến khích các sáng kiến."))
                .containsExactly(
                        "Tổ chức tập huấn cho 1.200 người;", "Tăng cường thống kê.", "Khuyến khích các sáng kiến.");
    }

    @Test
    void two_texts_are_joined_with_one_space_and_span_the_places_of_both() {
        assertThat(TextParts.join("Kế hoạch số 183/KH-UBND ", " ngày 13/3/2022"))
                .isEqualTo("Kế hoạch số 183/KH-UBND ngày 13/3/2022");
        assertThat(TextParts.join("", "Một")).isEqualTo("Một");
        assertThat(TextParts.both(new Lines(4, 5), new Lines(7, 7))).isEqualTo(new Lines(4, 7));
        assertThat(TextParts.both(null, Lines.of(3))).isEqualTo(Lines.of(3));
    }
}
