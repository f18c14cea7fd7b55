package vn.binhdang.execution.work;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which tasks are shown, as the address says it; what it says wrongly counts as not said.
 * @param words of number, text or printed lead, with or without diacritics
 * @param unit as typed: a name, or the id of a unit
 */
record WorkFilter(String words, String unit, Show show) {
    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final int MOST_WORDS = 8;

    enum Show {
        LATE,
        DUE_SOON,
        OPEN,
        NOT_DONE;

        /** Whether tasks without a day can be among them. */
        boolean alsoUndated() {
            return this == OPEN || this == NOT_DONE;
        }
    }

    /** A word to be found. */
    record Word(String typed) {
        private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]");
        private static final Pattern SPECIAL = Pattern.compile("[\\\\%_]");

        /**
         * What the database compares with: folded as its function {@code fold} does, and "%" and "_" mean themselves. Made
         * here, so that the database knows how rare the word is before it chooses a way.
         */
        String pattern() {
            String bare = MARKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFD))
                    .replaceAll("");
            String folded = bare.replace('đ', 'd').replace('Đ', 'd').toLowerCase(Locale.ROOT);
            return "%" + SPECIAL.matcher(folded).replaceAll("\\\\$0") + "%";
        }
    }

    static WorkFilter of(@Nullable String words, @Nullable String unit, @Nullable String show) {
        var shown = Show.LATE;
        for (var one : Show.values()) if (one.name().equals(show)) shown = one;
        return new WorkFilter(words == null ? "" : words.strip(), unit == null ? "" : unit.strip(), shown);
    }

    /** The words to be found, all of them, in any order. */
    List<Word> searched() {
        return words.isEmpty()
                ? List.of()
                : GAP.splitAsStream(words).limit(MOST_WORDS).map(Word::new).toList();
    }

    String address(@Nullable String after) {
        var address = UriComponentsBuilder.fromPath("/work");
        var values = new ArrayList<String>();
        if (!words.isEmpty()) {
            address.queryParam("q", "{q}");
            values.add(words);
        }
        if (!unit.isEmpty()) {
            address.queryParam("unit", "{unit}");
            values.add(unit);
        }
        if (show != Show.LATE) address.queryParam("show", show.name());
        if (after != null) address.queryParam("after", after);
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
