package vn.binhdang.statistics.collection.sheet;

import java.util.List;

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
}
