package vn.binhdang.statistics.collection.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.CellEntry;

/** What a cell of a filled-in form says. */
sealed interface Answer {
    /** Nothing was entered. */
    record Nothing() implements Answer {}

    /** Marked as one that does not apply to the unit: neither zero nor missing. */
    record NotApplicable() implements Answer {}

    /** @param scaled whole number of 10^-decimals of the element */
    record Number(long scaled) implements Answer {}

    /**
     * It says nothing that can be taken.
     * @param messageKey says what is wrong and what to do
     */
    record Wrong(String messageKey, List<Object> arguments) implements Answer {
        public Wrong {
            arguments = List.copyOf(arguments);
        }
    }

    Answer NOTHING = new Nothing();
    Answer NOT_APPLICABLE = new NotApplicable();

    static Answer wrong(String word, Object... arguments) {
        return new Wrong("statistics.collection.sheet.wrong." + word, List.of(arguments));
    }

    /** What is to stand in the cell. */
    default CellEntry entry() {
        return switch (this) {
            case Number number -> CellEntry.of(number.scaled());
            case NotApplicable _ -> CellEntry.NOT_APPLICABLE;
            case Nothing _, Wrong _ -> CellEntry.MISSING;
        };
    }

    /** As it is kept until it is written: a number, "x", or null for an empty cell. */
    default @Nullable Object kept() {
        return switch (this) {
            case Number number -> number.scaled();
            case NotApplicable _ -> AnswerReader.NOT_APPLICABLE;
            case Nothing _, Wrong _ -> null;
        };
    }

    static Answer ofKept(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case java.lang.Number number -> new Number(number.longValue());
            default -> NOT_APPLICABLE;
        };
    }
}
