package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of set phrases, asked whether one of them stands at a place; the longest wins. Lower case. */
final class Phrases {
    private static final int BUCKETS = 1024;
    private static final List<String> NONE = List.of();

    /** By the hash of the first word; nothing is cut out of the text to look a phrase up. */
    private final List<List<String>> buckets = new ArrayList<>();

    private Phrases(Iterable<String> phrases) {
        for (int i = 0; i < BUCKETS; i++) buckets.add(NONE);
        for (var phrase : phrases) {
            int bucket = bucket(phrase, 0, Words.wordEnd(phrase, 0));
            var together = new ArrayList<>(buckets.get(bucket));
            together.add(phrase);
            together.sort(Comparator.comparingInt(String::length).reversed());
            buckets.set(bucket, together);
        }
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

    private static int bucket(String text, int from, int end) {
        int hash = 0;
        for (int i = from; i < end; i++) hash = hash * 31 + text.charAt(i);
        return (hash ^ hash >>> 10) & BUCKETS - 1;
    }

    /** The phrase that stands at {@code at}; null when none does. */
    @Nullable
    String match(String lower, int at) {
        int end = Words.wordEnd(lower, at);
        // the longest Vietnamese syllable has 7 letters: a longer word is no first word of ours
        if (end == at || end - at > 8) return null;
        var candidates = buckets.get(bucket(lower, at, end));
        for (int i = 0; i < candidates.size(); i++)
            if (Words.at(lower, at, candidates.get(i))) return candidates.get(i);
        return null;
    }

    boolean startsWith(String lower) {
        return match(lower, 0) != null;
    }

    /** First place of any of the phrases from {@code from} on; -1 when there is none. */
    int find(String lower, int from) {
        return find(lower, from, lower.length());
    }

    /** First place before {@code limit}; -1 when there is none. */
    int find(String lower, int from, int limit) {
        int at = from;
        int end = Math.min(limit, lower.length());
        while (at < end) {
            if (!Words.isWordChar(lower.charAt(at))) at++;
            else if (match(lower, at) != null) return at;
            else at = Words.wordEnd(lower, at);
        }
        return -1;
    }

    boolean isIn(String lower) {
        return find(lower, 0) >= 0;
    }
}
