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

    private HardWraps() {}

    /** @param paragraphs texts in order, empty ones among them */
    static boolean areIn(List<String> paragraphs) {
        int lines = 0;
        int goingOn = 0;
        String before = "";
        for (String paragraph : paragraphs) {
            if (before.length() >= SHORTEST_LINE) {
                lines++;
                if (goesOn(before, paragraph)) goingOn++;
            }
            before = paragraph;
        }
        return goingOn >= FEWEST && goingOn * 100 >= lines * FEWEST_OF_HUNDRED;
    }

    /** No mark at the end, and no capital, number or dash at the next beginning. */
    private static boolean goesOn(String before, String paragraph) {
        if (paragraph.isEmpty()) return false;
        char end = before.charAt(before.length() - 1);
        return (Character.isLetterOrDigit(end) || end == ',') && Character.isLowerCase(paragraph.charAt(0));
    }
}
