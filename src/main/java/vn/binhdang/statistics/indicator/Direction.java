package vn.binhdang.statistics.indicator;

import java.util.Arrays;
import java.util.Optional;

/** Which way is better. */
public enum Direction {
    MORE,
    LESS,
    NONE;

    public static Optional<Direction> named(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    public String messageKey() {
        return "statistics.indicator.direction." + name();
    }
}
