package vn.binhdang.plan.target;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Targets that the words of a purpose or task speak of. They are shown with the words that made them appear and wait for
 * a person: nothing is linked by itself.
 */
final class Suggestions {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Suggestions() {}

    /** The word found, by target. */
    static Map<Target, String> of(String text) {
        String searched = " " + spaced(text) + " ";
        var found = new LinkedHashMap<Target, String>();
        for (var target : Target.ALL)
            for (String word : target.words())
                if (searched.contains(" " + spaced(word) + " ")) {
                    found.put(target, word);
                    break;
                }
        return found;
    }

    /** Without case and diacritics; đ becomes d. */
    static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }

    // Diacritics stay: "tin" and "tín" are two words. Case and marks between words go.
    private static String spaced(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.of("vi"))
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
