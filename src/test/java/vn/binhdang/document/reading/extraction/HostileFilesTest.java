package vn.binhdang.document.reading.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;
import vn.binhdang.document.reading.extraction.HostileFiles.Hostile;
import vn.binhdang.web.Text;

class HostileFilesTest {
    @TempDir
    Path folder;

    static Stream<Arguments> files() throws Exception {
        return HostileFiles.all().entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void each_is_refused_for_its_own_reason(String name, Hostile file) {
        assertThatThrownBy(() -> Extraction.of(name, file.content()))
                .isInstanceOfSatisfying(
                        UnreadableDocument.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(file.reason()));
    }

    @Test
    void all_of_them_together_are_refused_within_512_megabytes() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        for (var file : HostileFiles.all().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue().content());
            expected.put(file.getKey(), file.getValue().reason().name());
        }
        var reading = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileReading.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, String> outcomes = new TreeMap<>();
        for (String line : new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()) if (line.matches("\\S+ [A-Z_]+")) outcomes.put(line.split(" ")[0], line.split(" ")[1]);
        assertThat(outcomes).isEqualTo(expected);
        assertThat(reading.waitFor()).isZero();
    }

    @Test
    void a_file_of_60_megabytes_is_refused_by_its_size_before_it_is_read() throws IOException {
        Path file = folder.resolve("ke-hoach.pdf");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(60L << 20);
        }
        assertThatThrownBy(() -> Extraction.of(file)).isInstanceOfSatisfying(UnreadableDocument.class, refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(refusal.arguments()).containsExactly("60", "50");
        });
    }

    @Test
    void an_endless_stream_is_read_no_further_than_the_limit() {
        var endless = new InputStream() {
            long given;

            @Override
            public int read() {
                given++;
                return 'a';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                java.util.Arrays.fill(into, offset, offset + length, (byte) 'a');
                given += length;
                return length;
            }
        };
        assertThatThrownBy(() -> Extraction.of("ke-hoach.txt", endless))
                .isInstanceOfSatisfying(
                        UnreadableDocument.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE));
        assertThat(endless.given).isLessThan(51L << 20);
    }

    @Test
    void a_file_that_is_not_there_is_said_to_be_missing() {
        for (Path nothing : List.of(folder.resolve("nothing.docx"), folder))
            assertThatThrownBy(() -> Extraction.of(nothing))
                    .isInstanceOfSatisfying(
                            UnreadableDocument.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NOT_FOUND));
    }

    @Test
    void a_reading_that_does_not_end_is_given_up_when_its_time_is_over() {
        var never = new CountDownLatch(1);
        assertThatThrownBy(() -> BoundedReading.run(
                        () -> {
                            never.await();
                            return "";
                        },
                        Deadline.in(Duration.ofMillis(20))))
                .isInstanceOfSatisfying(
                        UnreadableDocument.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_SLOW));
    }

    @Test
    void every_format_asks_for_the_time_while_it_reads() throws Exception {
        var formats = Map.of(
                new DocxExtractor(),
                        new DocxFile().body(DocxFile.p("Kế hoạch").repeat(300)).bytes(),
                new PdfExtractor(), new PdfFile().text(30, 30, "Kế hoạch").bytes(),
                new DocExtractor(), HostileFiles.inventedDoc(),
                new HtmlExtractor(), "<html><p>Kế hoạch</p></html>".getBytes(StandardCharsets.UTF_8),
                new TextExtractor(), "Kế hoạch\n".repeat(300).getBytes(StandardCharsets.UTF_8));
        for (var format : formats.entrySet())
            assertThatThrownBy(() -> format.getKey().extract(format.getValue(), Deadline.in(Duration.ofNanos(1))))
                    .as(format.getKey().getClass().getSimpleName())
                    .isInstanceOfSatisfying(
                            UnreadableDocument.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_SLOW));
    }

    @Test
    void a_wrong_extension_is_named_together_with_what_the_file_really_is() {
        assertThatThrownBy(() -> Extraction.of("ke-hoach.PDF", HostileFiles.plainDocx()))
                .isInstanceOfSatisfying(
                        UnreadableDocument.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(".pdf", "Word (.docx)"));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_reason_has_its_own_sentence_in_both_languages(Reason reason) {
        String key = new UnreadableDocument(reason, "60", "50").messageKey();
        for (Locale locale : List.of(Text.VIETNAMESE, Text.ENGLISH)) {
            var sentences = Stream.of(Reason.values())
                    .map(each -> Text.in(locale).of(new UnreadableDocument(each).messageKey(), "60", "50"))
                    .toList();
            assertThat(sentences).doesNotHaveDuplicates();
            assertThat(Text.in(locale).of(key, "60", "50")).endsWith(".").doesNotContain("{");
        }
    }
}
