package vn.binhdang.document.reading.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.binhdang.document.reading.extraction.DocxFile.list;
import static vn.binhdang.document.reading.extraction.DocxFile.p;
import static vn.binhdang.document.reading.extraction.DocxFile.r;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.binhdang.document.SourceText.Cell;
import vn.binhdang.document.SourceText.Line;
import vn.binhdang.document.UnreadableDocument;

class DocxExtractorTest {

    @Test
    void tracked_changes_are_read_as_accepted() throws UnreadableDocument {
        assertThat(texts("<w:p>" + r("Kế ") + "<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins>" + r("hoạch")
                        + "</w:ins></w:p><w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("hàng bỏ")
                        + "</w:tc></w:tr><w:tr><w:tc>" + p("hàng giữ") + "</w:tc></w:tr></w:tbl>"))
                .containsExactly("Kế hoạch", "hàng giữ");
    }

    @Test
    void a_paragraph_whose_end_was_deleted_runs_on_into_the_next() throws UnreadableDocument {
        assertThat(texts(p("<w:rPr><w:del/></w:rPr>", "Kế hoạch ") + p("năm 2026")))
                .containsExactly("Kế hoạch năm 2026");
    }

    @Test
    void fields_show_their_result_and_a_table_of_contents_is_left_out() throws UnreadableDocument {
        assertThat(texts("<w:p>" + r("Trang ") + field("PAGE", "3") + "</w:p><w:p>" + field("TOC \\o", "I. MỤC ĐÍCH 2")
                        + "</w:p>" + "<w:p><w:fldSimple w:instr=\"DATE\">" + r("05/3/2026") + "</w:fldSimple></w:p>"))
                .containsExactly("Trang 3", "05/3/2026");
    }

    private static String field(String instruction, String result) {
        return mark("begin") + "<w:r><w:instrText>" + instruction + "</w:instrText></w:r>" + mark("separate")
                + r(result) + mark("end");
    }

    private static String mark(String type) {
        return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
    }

    @Test
    void a_text_box_is_read_once_although_it_is_stored_twice() throws UnreadableDocument {
        String box = "<w:txbxContent>" + p("DỰ THẢO") + "</w:txbxContent>";
        assertThat(texts("<w:p>" + r("Số: ") + "<w:r><mc:AlternateContent><mc:Choice><wps:txbx>" + box
                        + "</wps:txbx></mc:Choice><mc:Fallback><v:textbox>" + box
                        + "</v:textbox></mc:Fallback></mc:AlternateContent></w:r>" + r("12/KH") + "</w:p>"))
                .containsExactly("DỰ THẢO", "Số: 12/KH");
    }

    @Test
    void a_line_broken_by_hand_is_two_lines_and_no_whole_paragraph() throws UnreadableDocument {
        var lines = read(
                new DocxFile().body("<w:p><w:r><w:t>KT. GIÁM ĐỐC</w:t><w:br/><w:t>PHÓ GIÁM ĐỐC</w:t></w:r></w:p>"));
        assertThat(lines).extracting(Line::text).containsExactly("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC");
        assertThat(lines).extracting(Line::paragraph).containsOnly(false);
    }

    @Test
    void paragraphs_that_are_the_lines_of_a_page_are_taken_for_lines() throws UnreadableDocument {
        String copied = p("Tích cực xây dựng, triển khai công tác truyền thông,")
                + p("phổ biến chính sách, pháp luật về bình đẳng")
                + p("giới trong các lĩnh vực của đời sống.")
                + p("");
        assertThat(read(new DocxFile().body(copied.repeat(4))))
                .hasSize(16)
                .extracting(Line::paragraph)
                .containsOnly(false);
        String typed = p("Tích cực xây dựng, triển khai công tác truyền thông.") + p("");
        assertThat(read(new DocxFile().body(typed.repeat(12))))
                .hasSize(12)
                .extracting(Line::paragraph)
                .containsOnly(true);
    }

    @Test
    void tabs_and_hyphens_are_text_but_soft_hyphens_are_not() throws UnreadableDocument {
        assertThat(texts("<w:p><w:pPr><w:tabs><w:tab"
                        + " w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>Số</w:t><w:tab/><w:t>KH</w:t>"
                        + "<w:noBreakHyphen/><w:t>UB</w:t><w:softHyphen/><w:t>ND</w:t></w:r></w:p>"))
                .containsExactly("Số\tKH-UBND");
    }

    @Test
    void cells_stand_where_they_begin_whatever_is_merged() throws UnreadableDocument {
        String inner = "<w:tbl><w:tr><w:tc>" + p("trong") + "</w:tc></w:tr></w:tbl>";
        assertThat(read(new DocxFile()
                        .body("<w:tbl><w:tr>" + cell("<w:gridSpan w:val=\"2\"/>", "A")
                                + cell("<w:vMerge w:val=\"restart\"/>", "B") + "</w:tr><w:tr>" + cell("", "C")
                                + cell("", "D")
                                + cell("<w:vMerge/>", "ẩn") + "<w:tc>" + inner + p("E") + "</w:tc></w:tr></w:tbl>")))
                .extracting(Line::text, Line::cell)
                .containsExactly(
                        tuple("A", new Cell(0, 0, 0)),
                        tuple("B", new Cell(0, 0, 2)),
                        tuple("C", new Cell(0, 1, 0)),
                        tuple("D", new Cell(0, 1, 1)),
                        tuple("trong", new Cell(1, 0, 0)),
                        tuple("E", new Cell(0, 1, 3)));
    }

    private static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
    }

    @Test
    void levels_restart_below_each_new_item_and_show_the_numbers_above() throws UnreadableDocument {
        var file = new DocxFile()
                .numbering("<w:abstractNum w:abstractNumId=\"5\">" + InventedPlan.level(0, "upperRoman", "%1.")
                        + InventedPlan.level(1, "decimal", "%1.%2.") + "</w:abstractNum>"
                        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"5\"/></w:num>")
                .body(p(list(3, 0), "a")
                        + p(list(3, 1), "b")
                        + p(list(3, 1), "c")
                        + p(list(3, 0), "d")
                        + p(list(3, 1), "e"));
        assertThat(read(file)).extracting(Line::text).containsExactly("I. a", "I.1. b", "I.2. c", "II. d", "II.1. e");
    }

    @Test
    void lists_of_one_definition_count_on_unless_they_start_anew() throws UnreadableDocument {
        var file = new DocxFile()
                .numbering("<w:abstractNum w:abstractNumId=\"0\">" + InventedPlan.level(0, "decimal", "%1.")
                        + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
                        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                        + "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>")
                .body(p(list(1, 0), "a") + p(list(2, 0), "b") + p(list(3, 0), "c") + p(list(3, 0), "d"));
        assertThat(read(file)).extracting(Line::text).containsExactly("1. a", "2. b", "1. c", "2. d");
    }

    @Test
    void a_style_brings_its_list_its_look_and_its_place() throws UnreadableDocument {
        var file = new DocxFile()
                .numbering("<w:abstractNum w:abstractNumId=\"0\">" + InventedPlan.level(0, "decimal", "Điều %1.")
                        + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
                .styles("<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
                        + "<w:rPr><w:b/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Article\">"
                        + "<w:basedOn w:val=\"Base\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                        + "<w:rPr><w:caps/></w:rPr></w:style>")
                .body(p("<w:pStyle w:val=\"Article\"/>", "phạm vi"));
        var line = read(file).getFirst();
        assertThat(line.text()).isEqualTo("Điều 1. PHẠM VI");
        assertThat(line.bold()).isTrue();
        assertThat(line.centred()).isTrue();
    }

    @Test
    void hidden_text_footnote_marks_and_comments_are_not_read() throws UnreadableDocument {
        assertThat(texts("<w:p>" + r("Kế hoạch") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
                        + "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"))
                .containsExactly("Kế hoạch");
    }

    @Test
    void numbers_of_lists_are_printed_as_Word_does() {
        assertThat(NumberFormat.print("lowerLetter", 28)).isEqualTo("bb");
        assertThat(NumberFormat.print("upperRoman", 14)).isEqualTo("XIV");
        assertThat(NumberFormat.print("decimalZero", 7)).isEqualTo("07");
        assertThat(NumberFormat.print("vietnameseCounting", 25)).isEqualTo("hai mươi lăm");
        assertThat(NumberFormat.bullet("\uF0B7")).isEqualTo("-");
        assertThat(NumberFormat.bullet("+")).isEqualTo("+");
    }

    private static List<Line> read(DocxFile file) throws UnreadableDocument {
        return Extraction.of("a.docx", file.bytes()).lines();
    }

    private static List<String> texts(String body) throws UnreadableDocument {
        return read(new DocxFile().body(body)).stream().map(Line::text).toList();
    }
}
