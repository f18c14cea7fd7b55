package vn.binhdang.document.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;

/** What a person copies out of the PDF is what was put in, letter by letter and in the order of the decree. */
class PdfTextTest {
    static List<AdministrativeDocument> documents() {
        return List.of(
                Documents.plan(),
                Documents.letter(),
                Documents.letterToSeveral(),
                Documents.report(),
                Documents.longNames(),
                Documents.decision(),
                Documents.longPlan());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everything_the_document_says_copies_out_in_order(AdministrativeDocument document) {
        var text = oneLine(MeasuredPdf.text(new DocumentWriter().pdf(document)));
        assertThat(text).containsSubsequence(words(document));
    }

    @Test
    void every_vietnamese_letter_copies_out_in_every_face() {
        var vowels = List.of("aăâeêioôơuưy".split(""));
        var letters = new StringBuilder();
        for (var vowel : vowels) {
            for (var tone : List.of("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"))
                letters.append(Normalizer.normalize(vowel + tone, Normalizer.Form.NFC));
            letters.append(' ');
        }
        var alphabet = letters + "đ " + letters.toString().toUpperCase(Locale.of("vi")) + "Đ";
        var plan = Documents.document(
                "Kế hoạch",
                "05",
                "KH-SKHCN",
                new vn.binhdang.calendar.PartialDate(2024, 4, 5),
                alphabet,
                List.of(),
                List.of(Documents.basis("Căn cứ " + alphabet)),
                List.of(Block.paragraph("Thường " + alphabet)),
                List.of("Lưu: VT, VP"),
                null,
                List.of());
        var text = oneLine(MeasuredPdf.text(new DocumentWriter().pdf(plan)));
        assertThat(text).containsSubsequence(alphabet, "Căn cứ " + alphabet, "Thường " + alphabet);
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
    }

    @Test
    void a_word_longer_than_the_line_stays_within_the_margins() {
        var address = "https://lamson.example/" + "binh-dang-gioi/".repeat(12);
        var pdf = MeasuredPdf.of(
                new DocumentWriter().pdf(Documents.ofBody(List.of(Block.paragraph("Xem " + address + " kèm theo.")))));
        assertThat(pdf.lines()).allSatisfy(line -> assertThat(line.right()).isLessThan(195.5));
        assertThat(pdf.lines()).noneMatch(line -> line.text().contains("binh") && line.right() - line.left() < 20);
    }

    @Test
    void a_letter_no_font_has_and_a_control_character_do_not_spoil_the_rest() {
        var document = Documents.ofBody(List.of(Block.paragraph("Trước \u4e2d\u0000\u0007 sau & <b> \"hết\".")));
        assertThat(oneLine(MeasuredPdf.text(new DocumentWriter().pdf(document))))
                .contains("sau & <b> \"hết\"./.");
        assertThat(MeasuredDocx.of(new DocumentWriter().docx(document))
                        .paragraph("Trước")
                        .text())
                .isEqualTo("Trước \u4e2d sau & <b> \"hết\"./.");
    }

    /** In the order of the page; a part may be broken over lines and pages, so it is looked for word by word. */
    private static List<String> words(AdministrativeDocument document) {
        var parts = new ArrayList<String>();
        parts.add(document.parentAgency());
        parts.add(document.issuingAgency());
        parts.add("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số:");
        boolean letter = "Công văn".equals(document.documentType());
        if (letter) parts.add("V/v " + document.subjectLine());
        parts.add(document.place() + ", ngày");
        if (!letter) parts.add(document.documentType().toUpperCase(Locale.of("vi")) + " " + document.subjectLine());
        document.addressees().forEach(parts::add);
        document.legalBases().forEach(basis -> parts.add(basis.text()));
        document.body().forEach(block -> add(block, parts));
        parts.add("Nơi nhận:");
        document.recipients().forEach(recipient -> parts.add("- " + recipient));
        var title = document.signature().title();
        parts.add(title == null ? document.signature().onBehalfOf() : title);
        parts.add(document.signature().name());
        for (var annex : document.annexes()) {
            parts.add(annex.label() + " " + annex.title() + " " + annex.attachedTo());
            annex.body().forEach(block -> add(block, parts));
        }
        return parts.stream().flatMap(part -> List.of(part.split(" ")).stream()).toList();
    }

    private static void add(Block block, List<String> parts) {
        if (block.number() != null) parts.add(block.number());
        if (!block.text().isEmpty()) parts.add(block.text());
        block.rows().forEach(row -> row.stream().filter(cell -> !cell.isEmpty()).forEach(parts::add));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
