package vn.binhdang.execution.oversight;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a recommendation. */
public enum RecommendationState {
    OPEN,
    /** the responsible unit says it is done; the head of the team has to look */
    REPORTED,
    /** the head of the team sent the report back */
    RETURNED,
    DONE,
    WITHDRAWN;

    static Optional<RecommendationState> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }

    public String messageKey() {
        return "execution.oversight.recommendation.state." + name();
    }

    public boolean open() {
        return this == OPEN || this == REPORTED || this == RETURNED;
    }

    public String mark() {
        return switch (this) {
            case OPEN -> "not-started";
            case REPORTED -> "submitted";
            case RETURNED -> "sent-back";
            case DONE -> "done";
            case WITHDRAWN -> "recalled";
        };
    }
}
