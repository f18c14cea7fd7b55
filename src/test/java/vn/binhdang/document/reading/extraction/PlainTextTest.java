package vn.binhdang.document.reading.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.SourceText.Line;
import vn.binhdang.document.UnreadableDocument;

class PlainTextTest {

    @Test
    void lines_keep_the_numbers_they_have_in_the_file_whatever_ends_them() throws UnreadableDocument {
        assertThat(Extraction.ofPastedText("KẾ HOẠCH\r\n\rNăm 2026\n\nHết").lines())
                .extracting(Line::number, Line::text)
                .containsExactly(
                        tuple(1, "KẾ HOẠCH"), tuple(2, ""), tuple(3, "Năm 2026"), tuple(4, ""), tuple(5, "Hết"));
    }

    @Test
    void letters_typed_with_loose_accents_are_composed() throws UnreadableDocument {
        String loose = Normalizer.normalize("Triệu Thị Ngọc Ước", Normalizer.Form.NFD);
        assertThat(only(loose)).isEqualTo("Triệu Thị Ngọc Ước");
    }

    @Test
    void what_cannot_be_seen_is_taken_out() throws UnreadableDocument {
        assertThat(only("\uFEFFKế\u200B ho\u00ADạch\u202E số\u0000 12\u200F")).isEqualTo("Kế hoạch số 12");
    }

    @Test
    void spaces_of_every_width_are_plain_ones_and_tabs_stay() throws UnreadableDocument {
        assertThat(only("Số:\u00A012\u2007/KH\tHà\u3000Nội  ")).isEqualTo("Số: 12 /KH\tHà Nội");
    }

    @Test
    void a_text_cut_off_in_the_middle_of_a_letter_is_still_read_as_what_it_is() throws UnreadableDocument {
        byte[] whole = "Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026 ở"
                .getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
        assertThat(Extraction.of("a.txt", cut).lines().getFirst().text()).startsWith("Thực hiện công tác bình đẳng");
    }

    @Test
    void known_words_in_the_old_encodings_are_turned_into_unicode() {
        assertThat(LegacyVietnamese.TCVN3.toUnicode("KÕ ho¹ch thùc hiÖn b×nh ®¼ng giíi n¨m 2024"))
                .isEqualTo("Kế hoạch thực hiện bình đẳng giới năm 2024");
        assertThat(LegacyVietnamese.VNI.toUnicode("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do"))
                .isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do");
    }

    @Test
    void a_text_in_a_western_language_is_not_taken_for_an_old_vietnamese_encoding() {
        assertThat(LegacyVietnamese.of("Égalité entre les sexes, où le français est déjà près d'être adapté à l'été"))
                .isEmpty();
    }

    private static String only(String text) throws UnreadableDocument {
        return Extraction.ofPastedText(text).lines().getFirst().text();
    }
}
