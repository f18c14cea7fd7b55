package vn.binhdang.execution.oversight;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a mission stands on a day; told from its decision, its days and its conclusion, never stored. */
public enum Phase {
    PREPARING,
    /** the decision is issued, the first day is still to come */
    DECIDED,
    UNDER_WAY,
    /** the days are over, the conclusion is not issued */
    CONCLUDING,
    CONCLUDED,
    CANCELLED;

    static Optional<Phase> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(phase -> phase.name().equals(name))
                .findFirst();
    }

    public String messageKey() {
        return "execution.oversight.phase." + name();
    }

    /** The last part of the class that gives a state its sign and colour. */
    public String mark() {
        return switch (this) {
            case PREPARING -> "draft";
            case DECIDED -> "approved";
            case UNDER_WAY -> "in-progress";
            case CONCLUDING -> "submitted";
            case CONCLUDED -> "done";
            case CANCELLED -> "recalled";
        };
    }
}
