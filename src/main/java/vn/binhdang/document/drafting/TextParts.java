package vn.binhdang.document.drafting;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Lines;

/** Cutting a text in two and putting two together. */
public final class TextParts {

    private TextParts() {}

    /**
     * @param at place of the cursor, counted in characters; null cuts at every line break
     * @return the parts that say something; a single one where there is nothing to cut
     */
    public static List<String> split(String text, @Nullable Integer at) {
        if (at != null && at > 0 && at < text.length())
            return Stream.of(text.substring(0, at), text.substring(at))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        return Typed.lines(text);
    }

    /** The sentences of a text; a semicolon ends one too, as plans string their tasks together with it. */
    public static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        var breaks = BreakIterator.getSentenceInstance(Locale.of("vi"));
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next())
            for (String part : text.substring(start, end).split("(?<=;)\\s+"))
                if (!part.isBlank()) sentences.add(part.strip());
        return sentences;
    }

    /** With a space between; a sentence that went on is not closed. */
    public static String join(String first, String second) {
        if (first.isBlank() || second.isBlank()) return (first + second).strip();
        return first.strip() + " " + second.strip();
    }

    /** From the first line of the one to the last of the other. */
    public static @Nullable Lines both(@Nullable Lines first, @Nullable Lines second) {
        if (first == null || second == null) return first == null ? second : first;
        return new Lines(Math.min(first.from(), second.from()), Math.max(first.to(), second.to()));
    }
}
