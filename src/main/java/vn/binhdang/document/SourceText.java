package vn.binhdang.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says before anything is understood: its lines in reading order, NFC, each with what its format knows of
 * it. The rules of the reader work on plain text; looks are hints that may all be absent.
 *
 * @param notices what happened on the way (an old encoding converted, lines cut), for the person who brought the file
 */
public record SourceText(Format format, List<Line> lines, List<Finding> notices) {

    public enum Format {
        DOCX,
        DOC,
        PDF,
        HTML,
        TEXT,
        MARKDOWN
    }

    /**
     * @param number from 1, without gaps
     * @param text one line or paragraph; never holds a line break. Empty where the source has an empty line, and in a PDF
     *     where a paragraph begins
     * @param bold every letter is bold
     * @param italic every letter is italic
     * @param centred centred on the page or in its cell
     * @param cell where it stands in a table; null outside tables
     * @param page from 1; null in formats without pages
     * @param paragraph true when the format says that this line is a whole paragraph (DOCX, HTML), so that it is never
     *     joined to its neighbours as a broken line would be
     */
    public record Line(
            int number,
            String text,
            boolean bold,
            boolean italic,
            boolean centred,
            @Nullable Cell cell,
            @Nullable Integer page,
            boolean paragraph) {

        public static Line plain(int number, String text) {
            return new Line(number, text, false, false, false, null, null, false);
        }
    }

    /** Table, row and column, each from 0; a merged cell stands where it begins. */
    public record Cell(int table, int row, int column) {}

    public SourceText {
        lines = List.copyOf(lines);
        notices = List.copyOf(notices);
    }
}
