package vn.binhdang.organisation.sheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One cell as the file has it.
 * @param text what it says; a number without grouping, a date as ISO
 * @param date when the cell is one by its format
 */
record Cell(Kind kind, String text, @Nullable LocalDate date) {
    enum Kind {
        TEXT,
        NUMBER,
        DATE,
        FORMULA,
        /** #REF! and the like. */
        ERROR
    }

    static final Cell EMPTY = new Cell(Kind.TEXT, "", null);

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text, null);
    }

    static Cell date(LocalDate date) {
        return new Cell(Kind.DATE, date.toString(), date);
    }

    boolean isEmpty() {
        return kind == Kind.TEXT && text.isEmpty();
    }
}
