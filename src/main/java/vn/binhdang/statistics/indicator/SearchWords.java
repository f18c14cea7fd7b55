package vn.binhdang.statistics.indicator;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody looks for: each word must occur, without regard to case and diacritics. */
public final class SearchWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final List<String> words;

    public SearchWords(String typed) {
        words = Arrays.stream(folded(typed).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public boolean areIn(String... texts) {
        String text = folded(String.join(" ", texts));
        return words.stream().allMatch(text::contains);
    }

    /** Without case and diacritics; đ becomes d. */
    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }
}
