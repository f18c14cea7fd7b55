package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.binhdang.document.DocumentReader;
import vn.binhdang.document.UnreadableDocument;

/** Reads every file of a folder and prints "name outcome" for each; started by a test in a Java of its own, with little memory. */
final class HostileReading {
    private HostileReading() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (var folder = Files.list(Path.of(arguments[0]))) {
            files = folder.sorted().toList();
        }
        for (Path file : files) System.out.println(file.getFileName() + " " + outcome(file));
    }

    private static String outcome(Path file) {
        try {
            new DocumentReader().read(file);
            return "READ";
        } catch (UnreadableDocument refusal) {
            return refusal.reason().name();
        }
    }
}
