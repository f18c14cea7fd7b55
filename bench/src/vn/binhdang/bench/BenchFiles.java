package vn.binhdang.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentReader;
import vn.binhdang.document.SourceText.Line;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.writing.DocumentWriter;

/** The files to measure with, by format: made here, or given by name. */
final class BenchFiles {
    record BenchFile(String name, byte[] content) {}

    private static final int[] SECTIONS = {2, 5, 10, 30};
    private static final int OF_EACH_SIZE = 3;

    private BenchFiles() {}

    /** Twelve plans of about 3 to 30 pages, each in every format that can be made. */
    static Map<String, List<BenchFile>> invented() throws UnreadableDocument {
        Map<String, List<BenchFile>> files = new LinkedHashMap<>();
        for (String format : List.of("docx", "pdf", "html", "txt", "md")) files.put(format, new ArrayList<>());
        var plans = new InventedPlans(2026);
        var writer = new DocumentWriter();
        for (int sections : SECTIONS)
            for (int i = 1; i <= OF_EACH_SIZE; i++) {
                AdministrativeDocument plan = plans.plan(sections);
                String name = "plan-" + sections + "-" + i;
                byte[] docx = writer.docx(plan);
                add(files, name, "docx", docx);
                add(files, name, "pdf", writer.pdf(plan));
                List<String> lines = new DocumentReader()
                        .read(name + ".docx", docx).source().lines().stream()
                                .map(Line::text)
                                .toList();
                add(files, name, "txt", utf8(String.join("\n", lines)));
                add(files, name, "md", utf8(String.join("\n\n", lines)));
                add(files, name, "html", utf8(page(lines)));
            }
        return files;
    }

    private static String page(List<String> lines) {
        return lines.stream()
                .map(line -> "<p class=MsoNormal style='text-align:justify'><span lang=VI>" + line + "</span></p>\n")
                .collect(Collectors.joining("", "<html><head><meta charset=utf-8></head><body>", "</body></html>"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void add(Map<String, List<BenchFile>> files, String name, String format, byte[] content) {
        files.computeIfAbsent(format, _ -> new ArrayList<>()).add(new BenchFile(name + "." + format, content));
    }

    /** Files brought along, by their extensions. */
    static Map<String, List<BenchFile>> given(List<String> names) throws IOException {
        Map<String, List<BenchFile>> files = new LinkedHashMap<>();
        for (String name : names) {
            String format = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            files.computeIfAbsent(format, _ -> new ArrayList<>())
                    .add(new BenchFile(name, Files.readAllBytes(Path.of(name))));
        }
        return files;
    }
}
