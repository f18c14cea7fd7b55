package vn.binhdang.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paragraph of the body (or of an annex) in reading order, broken lines joined.
 *
 * @param kind what it is
 * @param number its number as printed ("Phần I", "II.", "1.", "a)", "-"); null when it has none
 * @param text without the number; empty for a table
 * @param rows the cells of a {@link Kind#TABLE}, first row the heading; empty otherwise
 * @param lines place in the source; null in a document that was not read from one
 */
public record Block(
        Kind kind,
        @Nullable String number,
        String text,
        List<List<String>> rows,
        @Nullable Lines lines) {

    public enum Kind {
        /** Phần, Chương, Mục, Tiểu mục, Điều: a word and a number */
        DIVISION,
        /** "I. MỤC ĐÍCH, YÊU CẦU": a Roman number and a title */
        SECTION,
        /** "1. Mục đích": numbered or lettered, with a title on its own line */
        HEADING,
        /** numbered, lettered or dashed text that is not a title */
        ITEM,
        /** running text */
        PARAGRAPH,
        TABLE
    }

    public Block {
        rows = rows.stream().map(List::copyOf).toList();
    }

    public static Block paragraph(String text) {
        return new Block(Kind.PARAGRAPH, null, text, List.of(), null);
    }
}
