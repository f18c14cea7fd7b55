package vn.binhdang.statistics.indicator;

import java.util.Arrays;
import java.util.Optional;

/** How a value comes about. */
public enum Kind {
    /** A number of things. */
    AMOUNT,
    /** A numerator over a denominator, times a factor. */
    RATIO,
    /** Somebody publishes it (a survey, a median); nothing is computed. */
    GIVEN;

    public static Optional<Kind> named(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    public String messageKey() {
        return "statistics.indicator.kind." + name();
    }
}
