package vn.binhdang.document.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import vn.binhdang.document.AdministrativeDocument;

/** Every file can be archived (PDF/A-2a) and read aloud (PDF/UA-1); veraPDF is the judge. */
class PdfConformanceTest {
    @BeforeAll
    static void startTheJudge() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("plan", Documents.plan()),
                Arguments.of("draft", Documents.draft()),
                Arguments.of("letter", Documents.letterToSeveral()),
                Arguments.of("report with tables and annexes", Documents.report()),
                Arguments.of("very long names", Documents.longNames()),
                Arguments.of("decision", Documents.decision()),
                Arguments.of("plan of forty pages", Documents.longPlan()),
                Arguments.of("odd values", Documents.odd()),
                Arguments.of("nothing but its type", Documents.bare()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void the_pdf_meets_PDFA_2a_and_PDFUA_1(String name, AdministrativeDocument document) throws Exception {
        var pdf = new DocumentWriter().pdf(document);
        assertThat(failures(pdf, PDFAFlavour.PDFA_2_A)).as("PDF/A-2a").isEmpty();
        assertThat(failures(pdf, PDFAFlavour.PDFUA_1)).as("PDF/UA-1").isEmpty();
    }

    @Test
    void the_judge_finds_fault_with_a_file_that_has_no_tags() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(bytes);
        }
        assertThat(failures(bytes.toByteArray(), PDFAFlavour.PDFA_2_A)).isNotEmpty();
        assertThat(failures(bytes.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
    }

    private static java.util.List<String> failures(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage() + " at "
                            + assertion.getLocation().getContext())
                    .distinct()
                    .toList();
        }
    }
}
