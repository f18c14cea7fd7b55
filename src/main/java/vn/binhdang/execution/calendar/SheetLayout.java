package vn.binhdang.execution.calendar;

import java.util.ArrayList;
import java.util.List;

/**
 * Which tasks stand on which sheet of A3, in which size of print. The largest size in which all of them fit one sheet is
 * taken; what does not fit the smallest goes on to further sheets. Lines are counted as longer than they are, so that a sheet
 * never runs over; a test prints them with a real browser.
 */
record SheetLayout(Size size, List<Integer> perSheet) {

    /**
     * Four columns of 97 mm and 240 mm in which tasks may stand.
     * @param letters of a line of ordinary words; a little fewer than stand on it
     * @param lines of one column
     */
    enum Size {
        LARGE(52, 48),
        MEDIUM(62, 60),
        SMALL(72, 74);

        private final int letters;
        private final int lines;

        Size(int letters, int lines) {
            this.letters = letters;
            this.lines = lines;
        }

        /** Of its style class. */
        String mark() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** A column may end with a gap as high as the task that did not fit any more, so not all lines are counted on. */
        private double room() {
            return COLUMNS * lines * 0.9;
        }
    }

    private static final int COLUMNS = 4;

    /** Above the first task of a month, with the gap before it. */
    private static final double HEADING = 2.0;

    /** Between two tasks. */
    private static final double GAP = 0.5;

    /**
     * @param group tasks with the same follow each other under one heading
     * @param text and the line of facts below it, which may be empty
     */
    record Entry(String group, String text, String facts) {
        private double lines(Size size) {
            return lines(text, size) + (facts.isEmpty() ? 0 : lines(facts, size)) + GAP;
        }

        /** Capitals are a third wider. */
        private static int lines(String words, Size size) {
            long capitals = words.codePoints().filter(Character::isUpperCase).count();
            return (int) Math.max(1, Math.ceil((words.length() + capitals * 0.4) / size.letters));
        }
    }

    static SheetLayout of(List<Entry> entries) {
        for (var size : Size.values()) {
            var sheets = sheets(entries, size);
            if (sheets.size() == 1 || size == Size.SMALL) return new SheetLayout(size, sheets);
        }
        throw new IllegalStateException("no size");
    }

    private static List<Integer> sheets(List<Entry> entries, Size size) {
        var sheets = new ArrayList<Integer>();
        double used = 0;
        int on = 0;
        String group = null;
        for (var entry : entries) {
            double needed = entry.lines(size) + (entry.group().equals(group) ? 0 : HEADING);
            if (on > 0 && used + needed > size.room()) {
                sheets.add(on);
                on = 0;
                used = 0;
                needed = entry.lines(size) + HEADING;
            }
            used += needed;
            on++;
            group = entry.group();
        }
        sheets.add(on);
        return List.copyOf(sheets);
    }
}
