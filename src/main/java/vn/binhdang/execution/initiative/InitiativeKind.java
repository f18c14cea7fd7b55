package vn.binhdang.execution.initiative;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sáng kiến, or mô hình. */
public enum InitiativeKind {
    INITIATIVE,
    PILOT_MODEL;

    public String messageKey() {
        return "execution.initiative.kind." + name();
    }

    static Optional<InitiativeKind> named(@Nullable String text) {
        for (var one : values()) if (one.name().equals(text)) return Optional.of(one);
        return Optional.empty();
    }
}
