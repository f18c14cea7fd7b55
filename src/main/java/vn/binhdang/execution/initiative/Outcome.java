package vn.binhdang.execution.initiative;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the head decides when a pilot is over. */
public enum Outcome {
    SPREAD(Phase.SPREAD),
    STOP(Phase.STOPPED),
    AGAIN(Phase.PILOT);

    private final Phase phase;

    Outcome(Phase phase) {
        this.phase = phase;
    }

    Phase phase() {
        return phase;
    }

    public String messageKey() {
        return "execution.initiative.outcome." + name();
    }

    static Optional<Outcome> named(@Nullable String text) {
        for (var one : values()) if (one.name().equals(text)) return Optional.of(one);
        return Optional.empty();
    }
}
