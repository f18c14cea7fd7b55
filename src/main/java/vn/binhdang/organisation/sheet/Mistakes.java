package vn.binhdang.organisation.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with a table, so that it is corrected once and not one mistake at a time. */
public final class Mistakes {
    /** More than a person reads: a column of the wrong kind in a file of 100,000 rows. The rest is only counted. */
    static final int MOST = 100_000;

    private final List<Mistake> kept = new ArrayList<>();
    private int count;

    /** @param column its key; empty for the row as a whole */
    public void add(int row, String column, String messageKey, Object... arguments) {
        count++;
        if (kept.size() >= MOST) return;
        var words = new ArrayList<String>();
        for (Object argument : arguments) words.add(shortened(String.valueOf(argument)));
        kept.add(new Mistake(row, column, messageKey, words));
    }

    public boolean none() {
        return count == 0;
    }

    public int count() {
        return count;
    }

    /** By row; within a row in the order they were found. */
    public List<Mistake> list() {
        return kept.stream().sorted(Comparator.comparingInt(Mistake::row)).toList();
    }

    private static String shortened(String words) {
        return words.length() <= 120 ? words : words.substring(0, 119) + "…";
    }
}
