package vn.binhdang.document.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.document.Block;
import vn.binhdang.document.Block.Kind;

/** The foot of a page, passed line by line: what belongs together stays together. */
class PageBreakTest {
    private static final String SENTENCE =
            "Các phòng, đơn vị thuộc Sở phối hợp thực hiện, báo cáo kết quả theo quy định. ";

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void a_signature_is_never_alone_on_its_page(int lines) {
        var pdf = MeasuredPdf.of(new DocumentWriter().pdf(Documents.ofLines(lines)));
        int page = pdf.line("KT. GIÁM ĐỐC").page();
        assertThat(pdf.line("Nơi nhận:").page()).isEqualTo(page);
        assertThat(pdf.line("Trần Thị Ngọc Ánh").page()).isEqualTo(page);
        assertThat(pdf.onPage(page)).anyMatch(line -> line.text().startsWith("Dòng thứ " + lines));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 12, 14, 16, 18, 20, 22})
    void nor_is_it_after_a_last_paragraph_of_many_lines(int lines) {
        var body = new ArrayList<>(Documents.ofLines(lines).body());
        body.add(Block.paragraph(SENTENCE.repeat(9).strip()));
        var pdf = MeasuredPdf.of(new DocumentWriter().pdf(Documents.ofBody(body)));
        assertThat(pdf.onPage(pdf.line("KT. GIÁM ĐỐC").page()))
                .anyMatch(line -> line.text().endsWith("./."));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 22, 23, 24, 25, 26, 27, 28, 29})
    void a_heading_is_never_the_last_line_of_its_page(int lines) {
        var body = new ArrayList<>(Documents.ofLines(lines).body());
        body.add(Documents.block(Kind.SECTION, "II.", "TỔ CHỨC THỰC HIỆN"));
        body.add(Documents.block(Kind.HEADING, "1.", "Phân công"));
        body.add(Documents.block(Kind.ITEM, "a)", SENTENCE.repeat(4).strip()));
        body.addAll(Documents.ofLines(12).body());
        var pdf = MeasuredPdf.of(new DocumentWriter().pdf(Documents.ofBody(body)));
        int page = pdf.line("a) Các phòng").page();
        assertThat(pdf.line("1. Phân công").page()).isEqualTo(page);
        assertThat(pdf.line("II. TỔ CHỨC").page()).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 20, 22, 24, 26})
    void a_short_row_is_not_cut_by_the_foot_of_a_page(int lines) {
        var body = new ArrayList<>(Documents.ofLines(lines).body());
        var rows = new ArrayList<java.util.List<String>>();
        rows.add(java.util.List.of("TT", "Nội dung"));
        for (int i = 1; i <= 4; i++)
            rows.add(java.util.List.of("" + i, "Đầu dòng " + i + " " + SENTENCE.repeat(4) + "cuối"));
        body.add(Documents.table(rows));
        body.add(Block.paragraph("Hết."));
        var pdf = MeasuredPdf.of(new DocumentWriter().pdf(Documents.ofBody(body)));
        for (int i = 1; i <= 4; i++) {
            var first = pdf.line("Đầu dòng " + i);
            int at = pdf.lines().indexOf(first);
            var last = pdf.lines().subList(at, pdf.lines().size()).stream()
                    .filter(line -> line.text().endsWith("cuối"))
                    .findFirst()
                    .orElseThrow();
            assertThat(last.page()).as("row " + i).isEqualTo(first.page());
        }
    }
}
