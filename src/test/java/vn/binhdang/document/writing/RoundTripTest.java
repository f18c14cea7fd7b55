package vn.binhdang.document.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentReader;
import vn.binhdang.document.UnreadableDocument;

/** Reading what was written gives what was put in: every field but the places in the source and the findings. */
class RoundTripTest {
    private final DocumentWriter writer = new DocumentWriter();
    private final DocumentReader reader = new DocumentReader();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_word_file_reads_back_as_the_document_it_was_made_from(long seed) throws UnreadableDocument {
        var document = GeneratedDocument.of(seed);
        assertSame(reader.read("x.docx", writer.docx(document)).document(), document);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_pdf_reads_back_as_the_document_it_was_made_from(long seed) throws UnreadableDocument {
        var document = GeneratedDocument.of(seed);
        assertSame(reader.read("x.pdf", writer.pdf(document)).document(), document);
    }

    private static void assertSame(AdministrativeDocument read, AdministrativeDocument written) {
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("findings")
                .ignoringFieldsMatchingRegexes("(.*\\.)?lines")
                .isEqualTo(written);
    }
}
