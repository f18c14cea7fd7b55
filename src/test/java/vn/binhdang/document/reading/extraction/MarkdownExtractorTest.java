package vn.binhdang.document.reading.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Cell;
import vn.binhdang.document.SourceText.Line;
import vn.binhdang.document.UnreadableDocument;

class MarkdownExtractorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "**KẾ HOẠCH**                          ¦ KẾ HOẠCH",
                "## I. MỤC ĐÍCH ##                     ¦ I. MỤC ĐÍCH",
                "> *Căn cứ Luật Bình đẳng giới;*       ¦ Căn cứ Luật Bình đẳng giới;",
                "1\\. Mục đích                         ¦ 1. Mục đích",
                "\\- Lưu: VT.                          ¦ - Lưu: VT.",
                "**Số:**12/KH-UBND                     ¦ Số:12/KH-UBND",
                "**KT. GIÁM ĐỐC                        ¦ KT. GIÁM ĐỐC",
                "a) tệp_tin_mau và __đậm__             ¦ a) tệp_tin_mau và đậm",
                "* Gạch đầu dòng                       ¦ * Gạch đầu dòng",
                "(*) Ghi chú                           ¦ (*) Ghi chú",
                "Xem [Kế hoạch](https://a.example/b)   ¦ Xem Kế hoạch",
                "![ảnh](a.png)Nơi nhận:                ¦ Nơi nhận:",
                "<u>Nơi nhận:</u>&nbsp;VT              ¦ Nơi nhận: VT",
                "dòng cuối\\                           ¦ dòng cuối",
            })
    void marks_that_only_dress_the_text_are_taken_off(String written, String read) throws UnreadableDocument {
        assertThat(read(written).lines().getFirst().text()).isEqualTo(read);
    }

    @Test
    void a_table_keeps_its_cells_and_loses_its_rule() throws UnreadableDocument {
        assertThat(read("| TT | Nhiệm vụ |\n|:--|---|\n| 1 | Tập huấn \\| hội thảo |")
                        .lines())
                .extracting(Line::text, Line::cell)
                .containsExactly(
                        tuple("TT", new Cell(0, 0, 0)),
                        tuple("Nhiệm vụ", new Cell(0, 0, 1)),
                        tuple("1", new Cell(0, 1, 0)),
                        tuple("Tập huấn | hội thảo", new Cell(0, 1, 1)));
    }

    @Test
    void a_table_of_one_column_is_only_a_frame() throws UnreadableDocument {
        assertThat(read("| Nơi nhận: |\n|---|\n| - Như trên; |").lines())
                .extracting(Line::text, Line::cell)
                .containsExactly(tuple("Nơi nhận:", null), tuple("- Như trên;", null));
    }

    @Test
    void headings_and_wholly_strong_lines_are_bold() throws UnreadableDocument {
        assertThat(read("# KẾ HOẠCH\n\n**Thực hiện**\n\n**Một** phần").lines().stream()
                        .filter(line -> !line.text().isEmpty())
                        .map(Line::bold))
                .containsExactly(true, true, false);
    }

    @Test
    void what_describes_the_file_before_the_text_is_left_out() throws UnreadableDocument {
        List<String> lines = read("---\ntitle: Kế hoạch\n---\nKẾ HOẠCH").lines().stream()
                .map(Line::text)
                .toList();
        assertThat(lines).containsExactly("KẾ HOẠCH");
    }

    private static SourceText read(String markdown) throws UnreadableDocument {
        return Extraction.of("ke-hoach.md", markdown.getBytes(StandardCharsets.UTF_8));
    }
}
