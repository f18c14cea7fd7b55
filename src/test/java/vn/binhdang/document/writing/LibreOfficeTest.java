package vn.binhdang.document.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;

/** Our Word file, set by a program we did not write, gives the pages and the text of our PDF. */
@Tag("libreoffice")
class LibreOfficeTest {
    private static final Map<String, AdministrativeDocument> DOCUMENTS = documents();

    @TempDir
    private static Path folder;

    private static Map<String, AdministrativeDocument> documents() {
        var documents = new LinkedHashMap<String, AdministrativeDocument>();
        documents.put("plan", Documents.plan());
        documents.put("draft", Documents.draft());
        documents.put("letter", Documents.letterToSeveral());
        documents.put("report", Documents.report());
        documents.put("names", Documents.longNames());
        documents.put("decision", Documents.decision());
        documents.put("outline", Documents.outline());
        documents.put("odd", Documents.odd());
        documents.put("bare", Documents.bare());
        documents.put("long-plan", Documents.longPlan());
        for (int lines = 18; lines <= 28; lines++) documents.put("lines-" + lines, Documents.ofLines(lines));
        return documents;
    }

    /** All in one start of the program, with a profile of its own so that an open window does not answer instead. */
    @BeforeAll
    static void setInLibreOffice() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
        for (var document : DOCUMENTS.entrySet()) {
            var file = folder.resolve(document.getKey() + ".docx");
            Files.write(file, new DocumentWriter().docx(document.getValue()));
            command.add(file.toString());
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("soffice.log").toFile())
                .start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("soffice did not finish: " + Files.readString(folder.resolve("soffice.log")));
        }
    }

    static List<String> names() {
        return List.copyOf(DOCUMENTS.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void has_the_same_pages_give_or_take_one_and_the_same_text_in_the_same_order(String name) throws IOException {
        var document = DOCUMENTS.get(name);
        var ours = new DocumentWriter().pdf(document);
        var theirs = Files.readAllBytes(folder.resolve(name + ".pdf"));
        assertThat(MeasuredPdf.of(theirs).pages())
                .isCloseTo(MeasuredPdf.of(ours).pages(), within(1));
        assertThat(letters(theirs, document)).isEqualTo(letters(ours, document));
    }

    @ParameterizedTest
    @MethodSource("names")
    void never_leaves_a_signature_alone_on_its_page(String name) throws IOException {
        var theirs = MeasuredPdf.of(Files.readAllBytes(folder.resolve(name + ".pdf")));
        var offices = theirs.lines().stream()
                .filter(line -> line.text().equals("PHÓ GIÁM ĐỐC"))
                .toList();
        assertThat(offices)
                .allSatisfy(office -> assertThat(theirs.onPage(office.page()))
                        .anyMatch(line -> line.sizePt() == 14 && line.text().endsWith("./.")));
    }

    /**
     * Without white space, since the two break lines at other places, and without table headings, which each repeats
     * where its own pages begin.
     */
    private static String letters(byte[] pdf, AdministrativeDocument document) {
        var text = MeasuredPdf.text(pdf).replaceAll("\\s+", "");
        for (var annex : document.annexes()) text = withoutHeadings(text, annex.body());
        return withoutHeadings(text, document.body());
    }

    private static String withoutHeadings(String text, List<Block> blocks) {
        for (var block : blocks)
            if (!block.rows().isEmpty())
                text = text.replace(String.join("", block.rows().getFirst()).replaceAll("\\s+", ""), "");
        return text;
    }
}
