package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of set phrases, asked whether one of them stands at a place; the longest wins. Lower case. */
final class Phrases {
    private final Map<String, List<String>> byFirstWord = new HashMap<>();

    private Phrases(Iterable<String> phrases) {
        for (var phrase : phrases)
            byFirstWord
                    .computeIfAbsent(phrase.substring(0, Words.wordEnd(phrase, 0)), word -> new ArrayList<>())
                    .add(phrase);
        byFirstWord
                .values()
                .forEach(list ->
                        list.sort(Comparator.comparingInt(String::length).reversed()));
    }

    /** Phrases parted by commas; line breaks and spaces around them do not count. */
    static Phrases of(String commaSeparated) {
        var phrases = new ArrayList<String>();
        for (var phrase : commaSeparated.split(",", -1)) if (!phrase.isBlank()) phrases.add(phrase.strip());
        return new Phrases(phrases);
    }

    static Phrases of(Iterable<String> phrases) {
        return new Phrases(phrases);
    }

    /** The phrase that stands at {@code at}; null when none does. */
    @Nullable
    String match(String lower, int at) {
        int end = Words.wordEnd(lower, at);
        // the longest Vietnamese syllable has 7 letters: a longer word is no first word of ours
        if (end == at || end - at > 8) return null;
        var candidates = byFirstWord.get(lower.substring(at, end));
        if (candidates == null) return null;
        for (var phrase : candidates) if (Words.at(lower, at, phrase)) return phrase;
        return null;
    }

    boolean startsWith(String lower) {
        return match(lower, 0) != null;
    }

    /** First place of any of the phrases from {@code from} on; -1 when there is none. */
    int find(String lower, int from) {
        for (int at = from; at < lower.length(); at++) {
            if (!Words.isWordChar(lower.charAt(at))) continue;
            if (match(lower, at) != null) return at;
            at = Words.wordEnd(lower, at);
        }
        return -1;
    }

    boolean isIn(String lower) {
        return find(lower, 0) >= 0;
    }
}
