package vn.binhdang.document.reading.extraction;

import java.util.List;

/**
 * Tells a file whose "paragraphs" are the lines of a page: text that was copied out of a PDF or an e-mail into Word, or
 * converted from plain text. There a paragraph is no more than a line, and only empty ones part what belongs together.
 */
final class HardWraps {
    /** Shorter lines are titles and items, which may end anywhere. */
    private static final int SHORTEST_LINE = 25;

    /** So many sentences go on in the next "paragraph", absolutely and of a hundred lines; where a person typed, hardly one does. */
    private static final int FEWEST = 6;

    private static final int FEWEST_OF_HUNDRED = 12;

    private int ends;
    private int goingOn;

    /** Whether these paragraphs, in order and with the empty ones among them, are lines of a page. */
    static boolean areIn(List<String> paragraphs) {
        var wraps = new HardWraps();
        for (int i = 1; i < paragraphs.size(); i++) wraps.count(paragraphs.get(i - 1), paragraphs.get(i));
        return wraps.areLikely();
    }

    /** Counts one place where a paragraph seems to end and another to begin. */
    void count(String before, String paragraph) {
        if (before.length() < SHORTEST_LINE) return;
        ends++;
        if (goesOn(before, paragraph)) goingOn++;
    }

    boolean areLikely() {
        return goingOn >= FEWEST && goingOn * 100 >= ends * FEWEST_OF_HUNDRED;
    }

    /** No mark at the end, and no capital, number or dash at the next beginning. */
    private static boolean goesOn(String before, String paragraph) {
        if (paragraph.isEmpty()) return false;
        char end = before.charAt(before.length() - 1);
        return (Character.isLetterOrDigit(end) || end == ',') && Character.isLowerCase(paragraph.charAt(0));
    }
}
