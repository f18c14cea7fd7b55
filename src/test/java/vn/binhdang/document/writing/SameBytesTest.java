package vn.binhdang.document.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.binhdang.document.AdministrativeDocument;

/** A checksum identifies an issued document, so equal documents must be equal files, whoever writes them and when. */
class SameBytesTest {
    private final DocumentWriter writer = new DocumentWriter();

    static List<AdministrativeDocument> documents() {
        return List.of(Documents.plan(), Documents.draft(), Documents.report());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void equal_documents_are_equal_files(AdministrativeDocument document) {
        assertThat(writer.pdf(document)).isEqualTo(writer.pdf(document));
        assertThat(writer.docx(document)).isEqualTo(writer.docx(document));
    }

    @Test
    void documents_that_differ_in_one_word_differ_in_their_identifier() throws Exception {
        try (var plan = Loader.loadPDF(writer.pdf(Documents.ofLines(1)));
                var other = Loader.loadPDF(writer.pdf(Documents.ofLines(2)))) {
            assertThat(plan.getDocument().getDocumentID().toString())
                    .isNotEqualTo(other.getDocument().getDocumentID().toString());
        }
    }

    @Test
    void the_files_bear_the_day_of_issue_and_the_agency_and_nothing_of_the_machine() throws Exception {
        try (var pdf = Loader.loadPDF(writer.pdf(Documents.plan()))) {
            var facts = pdf.getDocumentInformation();
            assertThat(facts.getCreationDate()
                            .toInstant()
                            .atOffset(ZoneOffset.ofHours(7))
                            .toLocalDate())
                    .isEqualTo(LocalDate.of(2024, 4, 5));
            assertThat(facts.getAuthor()).isEqualTo("SỞ KHOA HỌC VÀ CÔNG NGHỆ");
            assertThat(facts.getProducer()).isEqualTo("Bình Đẳng");
            assertThat(facts.getTitle()).startsWith("Kế hoạch số 05/KH-SKHCN: Thực hiện công tác");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi");
        }
        var docx = MeasuredDocx.of(writer.docx(Documents.plan()));
        var core = docx.part("docProps/core.xml");
        assertThat(core.selectFirst("dcterms|created").text()).isEqualTo("2024-04-04T17:00:00Z");
        assertThat(core.selectFirst("dc|creator").text()).isEqualTo("SỞ KHOA HỌC VÀ CÔNG NGHỆ");
        var everything = new StringBuilder();
        docx.parts().values().forEach(part -> everything.append(new String(part, StandardCharsets.UTF_8)));
        assertThat(everything.toString()).doesNotContain(System.getProperty("user.home"), "w:rsid", "lastModifiedBy");
    }

    @Test
    void a_draft_has_no_date_that_nobody_gave_it() throws Exception {
        try (var pdf = Loader.loadPDF(writer.pdf(Documents.draft()))) {
            assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
            assertThat(pdf.getDocumentCatalog().getMetadata().toByteArray())
                    .asString(StandardCharsets.UTF_8)
                    .doesNotContain("CreateDate");
        }
        assertThat(MeasuredDocx.of(writer.docx(Documents.draft()))
                        .part("docProps/core.xml")
                        .select("dcterms|created"))
                .isEmpty();
    }
}
