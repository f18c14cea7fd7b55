package vn.binhdang.document.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.binhdang.document.AdministrativeDocument;

/** Both files against the ranges of Decree 30/2020, annex I, measured in millimetres and points. */
class DecreeLayoutTest {
    private static final AdministrativeDocument PLAN = Documents.plan();
    private static final AdministrativeDocument LETTER = Documents.letter();
    private static final AdministrativeDocument LETTERS = Documents.letterToSeveral();
    private static final AdministrativeDocument REPORT = Documents.report();
    private static final AdministrativeDocument DECISION = Documents.decision();

    private final MeasuredPdf pdf = pdf(PLAN);
    private final MeasuredDocx docx = docx(PLAN);

    private static MeasuredPdf pdf(AdministrativeDocument document) {
        return MeasuredPdf.of(new DocumentWriter().pdf(document));
    }

    private static MeasuredDocx docx(AdministrativeDocument document) {
        return MeasuredDocx.of(new DocumentWriter().docx(document));
    }

    /** Part, how its line begins, least and greatest size, weight, slope, alignment in Word. */
    static Stream<Arguments> parts() {
        return Stream.of(
                part(PLAN, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, "bold", "center"),
                part(PLAN, "Độc lập - Tự do - Hạnh phúc", 13, 14, "bold", "center"),
                part(PLAN, "UBND TỈNH LAM SƠN", 12, 13, "", "center"),
                part(PLAN, "SỞ KHOA HỌC VÀ CÔNG NGHỆ", 12, 13, "bold", "center"),
                part(PLAN, "Số: 05/KH-SKHCN", 13, 13, "", "center"),
                part(PLAN, "Lam Sơn, ngày 05 tháng 4 năm 2024", 13, 14, "italic", "center"),
                part(PLAN, "KẾ HOẠCH", 13, 14, "bold", "center"),
                part(PLAN, "Thực hiện công tác bình đẳng giới", 13, 14, "bold", "center"),
                part(PLAN, "Căn cứ Luật Bình đẳng giới;", 13, 14, "italic", "both"),
                part(PLAN, "I. MỤC ĐÍCH, YÊU CẦU", 13, 14, "bold", "both"),
                part(PLAN, "1. Mục đích", 13, 14, "bold", "both"),
                part(PLAN, "2. Phòng Quản lý Khoa học xây dựng", 13, 14, "", "both"),
                part(PLAN, "a) Gương phụ nữ", 13, 14, "", "both"),
                part(PLAN, "Nâng cao nhận thức", 13, 14, "", "both"),
                part(PLAN, "KT. GIÁM ĐỐC", 13, 14, "bold", "center"),
                part(PLAN, "PHÓ GIÁM ĐỐC", 13, 14, "bold", "center"),
                part(PLAN, "Trần Thị Ngọc Ánh", 13, 14, "bold", "center"),
                part(PLAN, "Nơi nhận:", 12, 12, "bold italic", "left"),
                part(PLAN, "- Lưu: VT, VP.", 11, 11, "", "left"),
                part(LETTER, "V/v cử người", 12, 13, "", "center"),
                part(LETTER, "Kính gửi: Sở Nội vụ tỉnh Lam Sơn", 13, 14, "", "center"),
                part(LETTERS, "- Các phòng chuyên môn", 13, 14, "", "left"),
                part(REPORT, "Phụ lục I", 14, 14, "bold", "center"),
                part(REPORT, "CÔNG CHỨC, VIÊN CHỨC THEO GIỚI TÍNH", 13, 14, "bold", "center"),
                part(REPORT, "(Kèm theo Báo cáo số 09/BC-SKHCN", 13, 14, "italic", "center"),
                part(DECISION, "QUYẾT ĐỊNH:", 13, 14, "bold", "center"),
                part(DECISION, "Chương I", 13, 14, "bold", "center"),
                part(DECISION, "QUY ĐỊNH CHUNG", 13, 14, "bold", "center"),
                part(DECISION, "Điều 1. Phạm vi điều chỉnh", 13, 14, "bold", "both"));
    }

    private static Arguments part(
            AdministrativeDocument document, String begins, double least, double most, String face, String alignment) {
        return Arguments.of(document.documentType() + ": " + begins, document, begins, least, most, face, alignment);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parts")
    void every_part_has_the_size_weight_slope_and_place_of_the_decree(
            String name,
            AdministrativeDocument document,
            String begins,
            double least,
            double most,
            String face,
            String alignment) {
        var printed = pdf(document).line(begins);
        assertThat(printed.sizePt()).isBetween(least, most);
        assertThat(printed.bold()).isEqualTo(face.contains("bold"));
        assertThat(printed.italic()).isEqualTo(face.contains("italic"));

        var typed = docx(document).paragraph(begins);
        assertThat(typed.sizePt()).isEqualTo(printed.sizePt());
        assertThat(typed.bold()).isEqualTo(face.contains("bold"));
        assertThat(typed.italic()).isEqualTo(face.contains("italic"));
        assertThat(typed.alignment()).isEqualTo(alignment);
    }

    @Test
    void paper_is_A4_with_margins_of_20_20_30_and_15_millimetres() {
        assertThat(pdf.papers()).allSatisfy(paper -> {
            assertThat(DecreeLayout.mm(paper.getWidth())).isCloseTo(210, within(0.1));
            assertThat(DecreeLayout.mm(paper.getHeight())).isCloseTo(297, within(0.1));
        });
        var text = pdf.lines().stream().filter(line -> !line.text().equals("2")).toList();
        assertThat(text).allSatisfy(line -> {
            assertThat(line.left()).isGreaterThanOrEqualTo(29.9);
            assertThat(line.right()).isLessThanOrEqualTo(195.2);
            assertThat(line.baseline()).isBetween(20.0, 277.0);
        });
        assertThat(text.stream().mapToDouble(MeasuredPdf.Line::left).min().orElseThrow())
                .isCloseTo(30, within(0.1));
        assertThat(text.stream().mapToDouble(MeasuredPdf.Line::right).max().orElseThrow())
                .isCloseTo(195, within(0.3));

        var page = docx.document().selectFirst("w|sectPr w|pgSz");
        assertThat(MeasuredDocx.mm(MeasuredDocx.number(page, "w:w"))).isCloseTo(210, within(0.1));
        assertThat(MeasuredDocx.mm(MeasuredDocx.number(page, "w:h"))).isCloseTo(297, within(0.1));
        var margins = docx.document().selectFirst("w|sectPr w|pgMar");
        assertThat(MeasuredDocx.mm(MeasuredDocx.number(margins, "w:top"))).isBetween(19.95, 25.0);
        assertThat(MeasuredDocx.mm(MeasuredDocx.number(margins, "w:bottom"))).isBetween(19.95, 25.0);
        assertThat(MeasuredDocx.mm(MeasuredDocx.number(margins, "w:left"))).isBetween(29.95, 35.0);
        assertThat(MeasuredDocx.mm(MeasuredDocx.number(margins, "w:right"))).isBetween(14.95, 20.0);
    }

    @Test
    void word_is_told_times_new_roman_and_vietnamese() {
        var defaults = docx.part("word/styles.xml").selectFirst("w|docDefaults");
        assertThat(defaults.selectFirst("w|rFonts").attr("w:ascii")).isEqualTo("Times New Roman");
        assertThat(defaults.selectFirst("w|lang").attr("w:val")).isEqualTo("vi-VN");
        assertThat(docx.part("word/document.xml").select("w|rFonts")).isEmpty();
    }

    @Test
    void running_text_is_indented_127_millimetres_six_points_apart_and_spaced_up_to_one_and_a_half_lines() {
        var body = docx.paragraph("Nâng cao nhận thức");
        assertThat(body.firstLineMm()).isCloseTo(12.7, within(0.05));
        assertThat(body.abovePt()).isGreaterThanOrEqualTo(6);
        assertThat(body.lineSpacing()).isBetween(1.0, 1.5);

        var first = pdf.line("Nâng cao nhận thức");
        var second = pdf.lines().get(pdf.lines().indexOf(first) + 1);
        var next = pdf.line("Bảo đảm mỗi phòng");
        var last = pdf.lines().get(pdf.lines().indexOf(next) - 1);
        assertThat(first.left() - second.left()).isCloseTo(12.7, within(0.1));
        assertThat(first.right()).isCloseTo(195, within(0.3));
        double lines = DecreeLayout.points(second.baseline() - first.baseline()) / (14 * 1.149);
        assertThat(lines).isBetween(1.0, 1.5);
        double gap = DecreeLayout.points(next.baseline() - last.baseline() - (second.baseline() - first.baseline()));
        assertThat(gap).isBetween(5.9, 6.1);
    }

    @Test
    void the_page_number_stands_in_the_middle_of_the_top_margin_from_page_two_on() {
        assertThat(pdf.onPage(1)).noneMatch(line -> line.text().strip().matches("\\d+"));
        var number = pdf.onPage(2).getFirst();
        assertThat(number.text()).isEqualTo("2");
        assertThat(number.sizePt()).isBetween(13.0, 14.0);
        assertThat(number.bold() || number.italic()).isFalse();
        assertThat(number.middle()).isCloseTo((30 + 195) / 2.0, within(0.3));
        assertThat(number.baseline()).isBetween(10.0, 20.0);

        var header = docx.part("word/header1.xml");
        assertThat(header.selectFirst("w|fldSimple").attr("w:instr")).isEqualTo("PAGE");
        assertThat(header.selectFirst("w|pStyle").attr("w:val")).isEqualTo("PageNumber");
        assertThat(docx.document().selectFirst("w|sectPr w|titlePg")).isNotNull();
        assertThat(docx.document().select("w|headerReference[w:type=first]")).isEmpty();
        double top = MeasuredDocx.number(docx.document().selectFirst("w|pgMar"), "w:header");
        assertThat(MeasuredDocx.mm(top)).isLessThan(15);
    }

    @Test
    void the_header_has_two_columns_whose_lines_are_level() {
        var nation = pdf.line("CỘNG HÒA");
        var motto = pdf.line("Độc lập");
        var parent = pdf.line("UBND TỈNH");
        var agency = pdf.line("SỞ KHOA HỌC VÀ CÔNG NGHỆ");
        var number = pdf.line("Số:");
        var date = pdf.line("Lam Sơn, ngày");
        assertThat(parent.baseline()).isCloseTo(nation.baseline(), within(0.1));
        assertThat(number.baseline()).isCloseTo(date.baseline(), within(0.1));
        assertThat(motto.middle()).isCloseTo(nation.middle(), within(0.2));
        assertThat(date.middle()).isCloseTo(nation.middle(), within(0.2));
        assertThat(agency.middle()).isCloseTo(parent.middle(), within(0.2));
        assertThat(number.middle()).isCloseTo(agency.middle(), within(0.2));
        assertThat(nation.left()).isGreaterThan(agency.right());
        assertThat(motto.baseline() - nation.baseline()).isBetween(4.0, 6.0);
    }

    @Test
    void the_rule_below_the_motto_is_as_long_as_the_motto() {
        var motto = pdf.line("Độc lập");
        var rule = pdf.ruleBelow(motto);
        assertThat(rule.length()).isCloseTo(motto.right() - motto.left(), within(0.5));
        assertThat((rule.left() + rule.right()) / 2).isCloseTo(motto.middle(), within(0.2));
        assertThat(docx.ruleBelow("Độc lập").ruleMm(DecreeLayout.HEADER_RIGHT_MM))
                .isCloseTo(motto.right() - motto.left(), within(0.5));
    }

    @Test
    void the_rules_below_agency_and_subject_are_a_third_to_a_half_of_the_text() {
        var agency = pdf.line("SỞ KHOA HỌC VÀ CÔNG NGHỆ");
        double agencyWidth = agency.right() - agency.left();
        assertThat(pdf.ruleBelow(agency).length() / agencyWidth).isBetween(1 / 3.0, 1 / 2.0);
        assertThat(docx.ruleBelow("SỞ KHOA HỌC").ruleMm(DecreeLayout.HEADER_LEFT_MM) / agencyWidth)
                .isBetween(1 / 3.0, 1 / 2.0);

        var firstLine = pdf.line("Thực hiện công tác bình đẳng giới");
        var lastLine = pdf.lines().get(pdf.lines().indexOf(firstLine) + 1);
        double subjectWidth = Math.max(firstLine.right() - firstLine.left(), lastLine.right() - lastLine.left());
        assertThat(pdf.ruleBelow(lastLine).length() / subjectWidth).isBetween(1 / 3.0, 1 / 2.0);
        assertThat(docx.ruleBelow("Thực hiện công tác bình đẳng giới").ruleMm(165) / subjectWidth)
                .isBetween(1 / 3.0, 1 / 2.0);
    }

    @Test
    void long_names_wrap_in_their_column_and_leave_the_nation_on_one_line() {
        var names = pdf(Documents.longNames());
        var nation = names.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        assertThat(names.line("Độc lập - Tự do - Hạnh phúc").baseline() - nation.baseline())
                .isLessThan(6);
        var agency = names.lines().stream()
                .filter(line -> line.bold() && line.page() == 1 && line.right() < nation.left() && line.sizePt() == 12)
                .toList();
        assertThat(agency).hasSizeGreaterThan(2).allMatch(line -> line.right() <= 100);
        var rule = names.ruleBelow(agency.getLast());
        double longest = agency.stream()
                .mapToDouble(line -> line.right() - line.left())
                .max()
                .orElseThrow();
        assertThat(rule.length() / longest).isBetween(1 / 3.0, 1 / 2.0);
    }

    @Test
    void recipients_stand_bottom_left_level_with_the_signing_office_and_leave_room_for_the_signature() {
        var recipients = pdf.line("Nơi nhận:");
        var office = pdf.line("KT. GIÁM ĐỐC");
        var deputy = pdf.line("PHÓ GIÁM ĐỐC");
        var name = pdf.line("Trần Thị Ngọc Ánh");
        assertThat(recipients.left()).isCloseTo(30, within(0.1));
        assertThat(recipients.baseline()).isCloseTo(office.baseline(), within(0.5));
        assertThat(office.left()).isGreaterThan(105);
        assertThat(name.middle()).isCloseTo(deputy.middle(), within(0.2)).isCloseTo(office.middle(), within(0.2));
        assertThat(name.baseline() - deputy.baseline()).isBetween(25.0, 40.0);
        assertThat(docx.paragraph("Trần Thị Ngọc Ánh").abovePt()).isGreaterThanOrEqualTo(70);
    }

    @Test
    void a_letter_has_its_subject_below_its_number_and_no_type_name() {
        var letter = pdf(LETTER);
        var number = letter.line("Số: 312/SKHCN-VP");
        var subject = letter.line("V/v cử người tham gia");
        assertThat(subject.middle()).isCloseTo(number.middle(), within(0.5));
        double single = 12 * 1.149;
        assertThat(DecreeLayout.points(subject.baseline() - number.baseline()) - single)
                .isBetween(5.0, 7.0);
        assertThat(letter.lines()).noneMatch(line -> line.text().equals("CÔNG VĂN"));
        assertThat(docx(LETTER).paragraph("V/v").abovePt()).isEqualTo(6);
    }

    @Test
    void several_addressees_have_their_dashes_below_the_colon() {
        var letter = pdf(LETTERS);
        var colon = letter.line("Kính gửi:").right();
        assertThat(letter.lines())
                .filteredOn(line -> line.text().startsWith("- ") && line.sizePt() == 14)
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.left()).isCloseTo(colon - 0.7, within(1.0)))
                .extracting(line -> line.text().substring(line.text().length() - 1))
                .containsExactly(";", ";", ".");
    }

    @Test
    void each_annex_begins_a_page_counts_its_own_pages_and_lies_down_for_a_wide_table() {
        var report = pdf(REPORT);
        assertThat(report.line("Phụ lục I").page()).isEqualTo(2);
        assertThat(report.line("Phụ lục II").page()).isEqualTo(4);
        assertThat(report.onPage(2)).noneMatch(line -> line.baseline() < 20);
        assertThat(report.onPage(3).getFirst().text()).isEqualTo("2");
        assertThat(report.onPage(4)).noneMatch(line -> line.baseline() < 20);
        assertThat(report.papers().get(2).getWidth())
                .isLessThan(report.papers().get(2).getHeight());
        assertThat(DecreeLayout.mm(report.papers().get(3).getWidth())).isCloseTo(297, within(0.1));

        var sections = docx(REPORT).document().select("w|sectPr");
        assertThat(sections).hasSize(3).allSatisfy(section -> {
            assertThat(section.selectFirst("w|pgNumType").attr("w:start")).isEqualTo("1");
            assertThat(section.selectFirst("w|titlePg")).isNotNull();
        });
        assertThat(sections.get(1).selectFirst("w|pgSz").hasAttr("w:orient")).isFalse();
        assertThat(sections.get(2).selectFirst("w|pgSz").attr("w:orient")).isEqualTo("landscape");
    }

    @Test
    void tables_span_the_text_repeat_their_heading_and_keep_short_rows_whole() {
        var report = pdf(REPORT);
        assertThat(report.lines())
                .filteredOn(line ->
                        line.text().startsWith("TT Đơn vị") || line.text().equals("TT"))
                .extracting(MeasuredPdf.Line::page)
                .contains(2, 3, 4, 5);

        for (var table : docx(REPORT).document().select("w|tbl:has(w|tblHeader)")) {
            assertThat(table.selectFirst("w|tblLayout").attr("w:type")).isEqualTo("fixed");
            assertThat(table.select("w|tr").first().selectFirst("w|tblHeader")).isNotNull();
            assertThat(table.select("w|tr")).allMatch(row -> row.selectFirst("w|cantSplit") != null);
            double width = table.select("w|gridCol").stream()
                    .mapToDouble(column -> MeasuredDocx.number(column, "w:w"))
                    .sum();
            assertThat(MeasuredDocx.mm(width))
                    .satisfiesAnyOf(
                            upright -> assertThat(upright).isCloseTo(165, within(0.3)),
                            landscape -> assertThat(landscape).isCloseTo(252, within(0.3)));
        }
    }
}
