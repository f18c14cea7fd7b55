package vn.binhdang.document.reading.extraction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.poi.hwpf.model.LFO;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.jspecify.annotations.Nullable;

/** The same counting as {@link DocxNumbering}, over the list tables of a binary Word file. */
final class DocNumbering {
    private static final int LEVELS = 9;
    private static final int BULLET = 23;

    private final @Nullable ListTables tables;
    private final Map<Integer, Integer[]> counters = new HashMap<>();
    private final Set<Integer> startedLists = new HashSet<>();

    DocNumbering(@Nullable ListTables tables) {
        this.tables = tables;
    }

    /**
     * @param list number of the list (ilfo), from 1
     * @param at level from 0
     * @return the number as printed; empty for a list without one, or one that is not defined
     */
    String next(int list, int at) {
        if (tables == null || list < 1 || at < 0 || at >= LEVELS) return "";
        try {
            LFO lfo = tables.getLfo(list);
            ListLevel level = tables.getLevel(lfo.getLsid(), at);
            if (level == null) return "";
            Integer[] counts = counters.computeIfAbsent(lfo.getLsid(), _ -> new Integer[LEVELS]);
            boolean startsAnew = lfo.getClfolvl() > 0 && startedLists.add(list * LEVELS + at);
            Integer current = counts[at];
            counts[at] = current == null || startsAnew ? level.getStartAt() : current + 1;
            for (int below = at + 1; below < LEVELS; below++) counts[below] = null;
            return print(lfo.getLsid(), level, counts);
        } catch (NoSuchElementException undefined) {
            return "";
        }
    }

    private String print(int definition, ListLevel level, Integer[] counts) {
        String pattern = level.getNumberText();
        if (pattern == null) return "";
        if (level.getNumberFormat() == BULLET) return NumberFormat.bullet(pattern);
        var printed = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c < LEVELS) printed.append(printed(definition, c, counts));
            else printed.append(c);
        }
        return printed.toString().strip();
    }

    private String printed(int definition, int at, Integer[] counts) {
        ListLevel level = tables == null ? null : tables.getLevel(definition, at);
        if (level == null) return "";
        Integer count = counts[at];
        return NumberFormat.print(format(level.getNumberFormat()), count == null ? level.getStartAt() : count);
    }

    /** Names of OOXML for the codes of the binary format (MSONFC). */
    private static String format(int code) {
        return switch (code) {
            case 1 -> "upperRoman";
            case 2 -> "lowerRoman";
            case 3 -> "upperLetter";
            case 4 -> "lowerLetter";
            case 22 -> "decimalZero";
            case 255 -> "none";
            default -> "decimal";
        };
    }
}
