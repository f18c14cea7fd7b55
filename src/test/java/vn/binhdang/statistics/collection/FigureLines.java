package vn.binhdang.statistics.collection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Figures as people type them, and how they are read: by {@link FigureText} and by the script of the page alike. */
public record FigureLines(String typed, int decimals, String read) {
    public static List<FigureLines> all() {
        try (var in = FigureLines.class.getResourceAsStream("figures-typed.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .map(parts -> new FigureLines(parts[0], Integer.parseInt(parts[1]), parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
