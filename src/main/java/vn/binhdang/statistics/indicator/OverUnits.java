package vn.binhdang.statistics.indicator;

import java.util.Arrays;
import java.util.Optional;

/** How it is computed for many units. */
public enum OverUnits {
    /** From their summed cells; the denominator of many is the sum of theirs. */
    CELLS,
    /** For each of them alone; numerators and denominators are then added: how many have at least one. */
    EACH,
    /** Not at all: medians and values of surveys do not add up. */
    NONE;

    public static Optional<OverUnits> named(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    public String messageKey() {
        return "statistics.indicator.overUnits." + name();
    }
}
