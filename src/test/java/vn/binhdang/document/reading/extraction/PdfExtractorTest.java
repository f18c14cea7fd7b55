package vn.binhdang.document.reading.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.Finding;
import vn.binhdang.document.SourceText.Cell;
import vn.binhdang.document.SourceText.Line;
import vn.binhdang.document.UnreadableDocument;

class PdfExtractorTest {

    @Test
    void the_two_columns_of_the_head_are_read_one_after_the_other_though_drawn_line_by_line()
            throws UnreadableDocument {
        assertThat(texts(new PdfFile()
                        .text(35, 25, "UBND TỈNH SÔNG LAM")
                        .bold(108, 25, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
                        .bold(28, 31, "SỞ KHOA HỌC VÀ CÔNG NGHỆ")
                        .bold(115, 31, "Độc lập - Tự do - Hạnh phúc")
                        .text(40, 40, "Số: 12/KH-SKHCN")
                        .text(108, 40, "Sông Lam, ngày 05 tháng 3 năm 2026")
                        .bold(95, 52, "KẾ HOẠCH")))
                .containsExactly(
                        "UBND TỈNH SÔNG LAM",
                        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
                        "Số: 12/KH-SKHCN",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Sông Lam, ngày 05 tháng 3 năm 2026",
                        "KẾ HOẠCH");
    }

    @Test
    void a_signature_that_begins_above_the_recipients_stays_together() throws UnreadableDocument {
        assertThat(texts(new PdfFile()
                        .text(
                                30,
                                100,
                                "Trên đây là Kế hoạch của Sở, các phòng, đơn vị triển khai thực hiện nghiêm túc./.")
                        .bold(125, 112, "TM. ỦY BAN NHÂN DÂN")
                        .bold(30, 118, "Nơi nhận:")
                        .bold(135, 118, "CHỦ TỊCH")
                        .text(30, 123, "- Như trên;")
                        .text(30, 128, "- Lưu: VT.")
                        .bold(130, 150, "Nguyễn Thị Ước")))
                .containsExactly(
                        "Trên đây là Kế hoạch của Sở, các phòng, đơn vị triển khai thực hiện nghiêm túc./.",
                        "Nơi nhận:",
                        "- Như trên;",
                        "- Lưu: VT.",
                        "TM. ỦY BAN NHÂN DÂN",
                        "CHỦ TỊCH",
                        "Nguyễn Thị Ước");
    }

    @Test
    void a_number_set_apart_from_its_text_by_a_tab_is_no_column() throws UnreadableDocument {
        assertThat(texts(new PdfFile()
                        .text(30, 50, "1.")
                        .text(40, 50, "Phổ biến, quán triệt Kế hoạch")
                        .text(30, 56, "2.")
                        .text(40, 56, "Truyền thông trong Tháng hành động")))
                .containsExactly("1. Phổ biến, quán triệt Kế hoạch", "2. Truyền thông trong Tháng hành động");
    }

    @Test
    void page_numbers_and_lines_that_every_page_repeats_are_dropped() throws UnreadableDocument {
        var file = new PdfFile();
        for (int page = 1; page <= 4; page++) {
            if (page > 1) file.page().text(104, 12, Integer.toString(page));
            file.text(30, 60, "Nội dung của trang thứ " + page)
                    .small(30, 288, "Sở KHCN tỉnh Sông Lam - " + page + "/4");
        }
        assertThat(texts(file))
                .containsExactly(
                        "Nội dung của trang thứ 1",
                        "Nội dung của trang thứ 2",
                        "Nội dung của trang thứ 3",
                        "Nội dung của trang thứ 4");
    }

    @Test
    void ruled_tables_become_cells_and_go_on_over_the_page_without_their_repeated_head() throws UnreadableDocument {
        var file = new PdfFile();
        table(file, "TT", "Nhiệm vụ", "1", "Tập huấn");
        table(file.page(), "TT", "Nhiệm vụ", "2", "Truyền thông");
        assertThat(read(file))
                .extracting(Line::text, Line::cell)
                .containsExactly(
                        tuple("TT", new Cell(0, 0, 0)),
                        tuple("Nhiệm vụ", new Cell(0, 0, 1)),
                        tuple("1", new Cell(0, 1, 0)),
                        tuple("Tập huấn", new Cell(0, 1, 1)),
                        tuple("2", new Cell(0, 3, 0)),
                        tuple("Truyền thông", new Cell(0, 3, 1)));
    }

    private static void table(PdfFile file, String... cells) {
        for (int i = 0; i <= 2; i++) file.line(30, 30 + 10 * i, 180, 30 + 10 * i);
        for (int x : new int[] {30, 45, 180}) file.line(x, 30, x, 50);
        for (int i = 0; i < cells.length; i++) file.text(i % 2 == 0 ? 32 : 47, 36 + 10 * (i / 2), cells[i]);
    }

    @Test
    void a_merged_cell_stands_where_it_begins() throws UnreadableDocument {
        var file = new PdfFile()
                .line(30, 30, 180, 30)
                .line(80, 40, 180, 40)
                .line(30, 50, 180, 50)
                .line(30, 30, 30, 50)
                .line(80, 30, 80, 50)
                .line(180, 30, 180, 50)
                .text(32, 46, "Văn phòng")
                .text(82, 36, "Tập huấn")
                .text(82, 46, "Hội thảo");
        assertThat(read(file))
                .extracting(Line::text, Line::cell)
                .containsExactly(
                        tuple("Văn phòng", new Cell(0, 0, 0)),
                        tuple("Tập huấn", new Cell(0, 0, 1)),
                        tuple("Hội thảo", new Cell(0, 1, 1)));
    }

    @Test
    void footnotes_and_their_marks_are_left_out() throws UnreadableDocument {
        assertThat(texts(new PdfFile()
                        .text(30, 50, "Thực hiện Kế hoạch số 311/KH-UBND")
                        .small(104.5, 48.2, "1")
                        .text(30, 57, "của Ủy ban nhân dân tỉnh,")
                        .text(30, 64, "các phòng triển khai như sau:")
                        .line(30, 260, 80, 260)
                        .small(30, 264, "1 Kế hoạch ngày 05/7/2021 của Ủy ban nhân dân tỉnh Sông Lam.")))
                .containsExactly(
                        "Thực hiện Kế hoạch số 311/KH-UBND",
                        "của Ủy ban nhân dân tỉnh,",
                        "các phòng triển khai như sau:");
    }

    @Test
    void looks_and_pages_are_told() throws UnreadableDocument {
        var lines = read(new PdfFile()
                .bold(87, 40, "KẾ HOẠCH")
                .text(30, 60, "Nội dung dài tới tận lề phải của trang giấy để biết đâu là giữa, đâu là bên lề.")
                .page()
                .text(30, 40, "Trang sau"));
        assertThat(lines).extracting(Line::bold).containsExactly(true, false, false);
        assertThat(lines).extracting(Line::centred).containsExactly(true, false, false);
        assertThat(lines).extracting(Line::page).containsExactly(1, 1, 2);
    }

    @Test
    void scanned_annexes_behind_the_text_are_told_by_their_pages() throws UnreadableDocument {
        var file = new PdfFile();
        for (int i = 0; i < 4; i++)
            file.text(30, 40 + 7 * i, "Nội dung của Kế hoạch được trình bày trên trang thứ nhất.");
        byte[] content = file.page().picture().page().picture().bytes();
        assertThat(Extraction.of("a.pdf", content).notices())
                .extracting(Finding::code, Finding::arguments)
                .containsExactly(tuple("document.reading.pagesScanned", List.of("2, 3")));
    }

    @Test
    void an_empty_line_stands_where_a_paragraph_begins() throws UnreadableDocument {
        var file = new PdfFile()
                .text(30, 50, "Nội dung dài tới tận lề phải của trang giấy để biết đâu là giữa, đâu là bên lề.")
                .text(30, 57, "Hết đoạn.")
                .text(30, 64, "Đoạn sau bắt đầu vì dòng trước còn chỗ.");
        assertThat(Extraction.of("a.pdf", file.bytes()).lines())
                .extracting(Line::text)
                .containsExactly(
                        "Nội dung dài tới tận lề phải của trang giấy để biết đâu là giữa, đâu là bên lề.",
                        "Hết đoạn.",
                        "",
                        "Đoạn sau bắt đầu vì dòng trước còn chỗ.");
    }

    /** Without the empty lines that stand between paragraphs. */
    private static List<Line> read(PdfFile file) throws UnreadableDocument {
        return Extraction.of("a.pdf", file.bytes()).lines().stream()
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    private static List<String> texts(PdfFile file) throws UnreadableDocument {
        return read(file).stream().map(Line::text).toList();
    }
}
