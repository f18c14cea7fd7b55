package vn.binhdang.plan.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Moves the texts of a plan on from its own year to another. Only the plan's own year moves: years of cited documents
 * ("Kế hoạch số 15/KH-UBND ngày 12/3/2024") and of programmes ("giai đoạn 2021 - 2025", "đến năm 2025") are facts.
 * Every text that moved is told, for a person to check.
 */
final class YearShift {
    /** A document's number with its date, however it is written. */
    private static final Pattern CITATION = Pattern.compile(
            "\\d+/[\\p{L}\\d/&-]+(?:\\s*,)?\\s+ngày\\s+\\d{1,2}(?:\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*|\\s+tháng\\s+\\d{1,2}\\s+năm\\s+)\\d{4}"
                + "|\\d+/\\d{4}/[\\p{L}\\d-]+");

    private static final Pattern PERIOD =
            Pattern.compile("\\d{4}\\s*[-–]\\s*\\d{4}|(?:đến|hết|trước)\\s+năm\\s+\\d{4}");

    /** So many characters before the year are shown. */
    private static final int SHOWN = 60;

    private final Pattern own;
    private final String other;

    /** @param from the plan's own year */
    YearShift(int from, int to) {
        this.own = Pattern.compile("(?<!\\d)" + from + "(?!\\d)");
        this.other = String.valueOf(to);
    }

    boolean mentions(String text) {
        return own.matcher(text).find();
    }

    String shifted(String text) {
        var facts = new ArrayList<int[]>();
        for (var pattern : List.of(CITATION, PERIOD))
            pattern.matcher(text).results().forEach(fact -> facts.add(new int[] {fact.start(), fact.end()}));
        return own.matcher(text).replaceAll(year -> isFact(year, facts) ? year.group() : other);
    }

    /** The words around the first mention of the own year, for showing what moved. */
    String around(String text) {
        var year = own.matcher(text);
        int at = year.find() ? year.start() : 0;
        int from = at <= SHOWN ? 0 : text.lastIndexOf(' ', at - SHOWN) + 1;
        int space = text.indexOf(' ', Math.min(text.length(), at + SHOWN / 2));
        int to = space < 0 ? text.length() : space;
        return (from > 0 ? "… " : "") + text.substring(from, to) + (to < text.length() ? " …" : "");
    }

    private static boolean isFact(MatchResult year, List<int[]> facts) {
        return facts.stream().anyMatch(fact -> fact[0] <= year.start() && year.end() <= fact[1]);
    }
}
