package vn.binhdang.bench;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import vn.binhdang.bench.BenchFiles.BenchFile;
import vn.binhdang.document.DocumentReader;

/**
 * How fast documents are read and understood, beside what Apache Tika needs to take the bare text out of the same files.
 * Both read from memory, in one warm process, in turns.
 */
public final class ReadingBench {
    private static final double MEGABYTE = 1e6;

    private static final DocumentReader READER = new DocumentReader();
    private static final AutoDetectParser TIKA = new AutoDetectParser();

    private ReadingBench() {}

    public static void main(String[] names) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                "Java %s, %s; CPU time of the process, median of rounds%n",
                System.getProperty("java.version"), System.getProperty("os.arch"));
        out.printf(
                "%-6s %5s %8s | %9s %8s | %9s %8s | %s%n",
                "format", "files", "MB", "docs/s", "MB/s", "Tika d/s", "MB/s", "ours / Tika");
        print(out, BenchFiles.invented());
        if (names.length == 0) return;
        out.println("files given:");
        print(out, BenchFiles.given(List.of(names)));
    }

    private static void print(PrintStream out, Map<String, List<BenchFile>> byFormat) throws Exception {
        for (var format : byFormat.entrySet()) {
            List<BenchFile> files = format.getValue();
            double megabytes =
                    files.stream().mapToLong(file -> file.content().length).sum() / MEGABYTE;
            double[] seconds = Measure.sideBySide(() -> readAll(files), () -> extractAll(files));
            out.printf(
                    "%-6s %5d %8.3f | %9.1f %8.2f | %9.1f %8.2f | %.2f%n",
                    format.getKey(),
                    files.size(),
                    megabytes,
                    files.size() / seconds[0],
                    megabytes / seconds[0],
                    files.size() / seconds[1],
                    megabytes / seconds[1],
                    seconds[0] / seconds[1]);
        }
    }

    private static void readAll(List<BenchFile> files) throws Exception {
        for (BenchFile file : files)
            if (READER.read(file.name(), file.content()).source().lines().isEmpty())
                throw new IllegalStateException("nothing read: " + file.name());
    }

    private static void extractAll(List<BenchFile> files) throws Exception {
        for (BenchFile file : files) {
            var metadata = new Metadata();
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.name());
            var text = new BodyContentHandler(-1);
            TIKA.parse(new ByteArrayInputStream(file.content()), text, metadata, new ParseContext());
            if (text.toString().isBlank()) throw new IllegalStateException("no text: " + file.name());
        }
    }
}
