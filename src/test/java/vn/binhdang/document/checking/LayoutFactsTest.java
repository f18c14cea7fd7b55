package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.document.checking.LayoutFacts.Origin;

class LayoutFactsTest {
    private static final double MM = 72 / 25.4;

    @Test
    void a_word_file_declares_page_margins_font_and_size() throws IOException {
        var facts = LayoutFacts.ofDocx(word("Times New Roman", 28, HeaderFooterType.DEFAULT, true));
        assertThat(facts.origin()).isEqualTo(Origin.DECLARED);
        assertThat(facts.widthMm()).isCloseTo(210, within(0.1));
        assertThat(facts.heightMm()).isCloseTo(297, within(0.1));
        assertThat(facts.topMm()).isCloseTo(20, within(0.1));
        assertThat(facts.bottomMm()).isCloseTo(20, within(0.1));
        assertThat(facts.leftMm()).isCloseTo(30, within(0.1));
        assertThat(facts.rightMm()).isCloseTo(15, within(0.1));
        assertThat(facts.bodyFont()).isEqualTo("Times New Roman");
        assertThat(facts.bodySizePt()).isEqualTo(14);
    }

    @Test
    void a_number_in_the_header_of_all_pages_shows_on_the_first() throws IOException {
        assertThat(LayoutFacts.ofDocx(word("Arial", 26, HeaderFooterType.DEFAULT, false))
                        .firstPageNumbered())
                .isTrue();
    }

    @Test
    void a_title_page_hides_the_number_of_the_others() throws IOException {
        assertThat(LayoutFacts.ofDocx(word("Arial", 26, HeaderFooterType.DEFAULT, true))
                        .firstPageNumbered())
                .isFalse();
        assertThat(LayoutFacts.ofDocx(word("Arial", 26, HeaderFooterType.FIRST, true))
                        .firstPageNumbered())
                .isTrue();
    }

    @Test
    void what_the_text_does_not_say_comes_from_its_style_and_the_theme() throws IOException {
        String styles = """
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
            <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="Body"><w:basedOn w:val="Base"/></w:style>
            <w:style w:type="paragraph" w:styleId="Base"><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="28"/></w:rPr></w:style>
            </w:styles>\
            """;
        String theme = """
            <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:fontScheme>
            <a:majorFont><a:latin typeface="Cambria"/></a:majorFont>
            <a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:theme>\
            """;
        String document = """
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
            <w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr><w:r><w:t>Phổ biến, quán triệt và triển khai</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM CỘNG HÒA</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            </w:body></w:document>\
            """;
        var facts = LayoutFacts.ofDocx(
                zip("word/document.xml", document, "word/styles.xml", styles, "word/theme/theme1.xml", theme));
        assertThat(facts.bodyFont()).isEqualTo("Calibri");
        assertThat(facts.bodySizePt()).isEqualTo(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>", "<w:document"})
    void a_word_file_that_is_broken_or_wants_to_fetch_something_is_refused(String document) throws IOException {
        byte[] file = zip("word/document.xml", document);
        assertThatThrownBy(() -> LayoutFacts.ofDocx(file)).isInstanceOf(IOException.class);
    }

    @Test
    void a_zip_without_a_document_is_no_word_file() throws IOException {
        byte[] file = zip("mimetype", "application/epub+zip");
        assertThatThrownBy(() -> LayoutFacts.ofDocx(file)).hasMessage("not a DOCX");
    }

    @Test
    void a_pdf_is_measured_by_its_letters() throws IOException {
        var facts = LayoutFacts.ofPdf(pdf(30, 20, false));
        assertThat(facts.origin()).isEqualTo(Origin.MEASURED);
        assertThat(facts.pages()).isEqualTo(2);
        assertThat(facts.leftMm()).isCloseTo(30, within(0.5));
        assertThat(facts.topMm()).isCloseTo(20, within(2.0));
        assertThat(facts.bottomMm()).isGreaterThan(20);
        assertThat(facts.bodyFont()).startsWith("LiberationSerif");
        assertThat(facts.bodySizePt()).isEqualTo(14);
        assertThat(facts.firstPageNumbered()).isFalse();
    }

    @Test
    void a_number_above_the_text_of_page_1_is_seen_and_does_not_count_as_text() throws IOException {
        var facts = LayoutFacts.ofPdf(pdf(30, 20, true));
        assertThat(facts.firstPageNumbered()).isTrue();
        assertThat(facts.topMm()).isCloseTo(20, within(2.0));
    }

    private static byte[] word(String font, int halfPoints, HeaderFooterType numbered, boolean titlePage)
            throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            var run = document.createParagraph().createRun();
            run.setFontFamily(font);
            run.setFontSize(halfPoints / 2);
            run.setText("Phổ biến, quán triệt và triển khai thực hiện Chiến lược quốc gia về bình đẳng giới");
            var section = document.getDocument().getBody().addNewSectPr();
            var size = section.addNewPgSz();
            size.setW(BigInteger.valueOf(11906));
            size.setH(BigInteger.valueOf(16838));
            var margins = section.addNewPgMar();
            margins.setTop(BigInteger.valueOf(1134));
            margins.setBottom(BigInteger.valueOf(1134));
            margins.setLeft(BigInteger.valueOf(1701));
            margins.setRight(BigInteger.valueOf(851));
            document.createHeader(numbered)
                    .createParagraph()
                    .getCTP()
                    .addNewFldSimple()
                    .setInstr("PAGE \\* MERGEFORMAT");
            if (titlePage && !section.isSetTitlePg()) section.addNewTitlePg();
            if (!titlePage && section.isSetTitlePg()) section.unsetTitlePg();
            document.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] pdf(double leftMm, double topMm, boolean numberOnFirst) throws IOException {
        try (var document = new PDDocument();
                var ttf = LayoutFactsTest.class.getResourceAsStream("/liberation/LiberationSerif-Regular.ttf");
                var out = new ByteArrayOutputStream()) {
            var font = PDType0Font.load(document, ttf);
            for (int page = 1; page <= 2; page++) {
                var sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (var content = new PDPageContentStream(document, sheet)) {
                    if (page > 1 || numberOnFirst) print(content, font, 105 * MM, 297 * MM - 12 * MM, "" + page);
                    for (int line = 0; line < 30; line++)
                        print(
                                content,
                                font,
                                leftMm * MM,
                                297 * MM - topMm * MM - 12 - line * 18,
                                "Tăng cường sự lãnh đạo, chỉ đạo của người đứng đầu");
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void print(PDPageContentStream content, PDType0Font font, double x, double y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, 14);
        content.newLineAtOffset((float) x, (float) y);
        content.showText(text);
        content.endText();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
