package vn.binhdang.execution.initiative;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an initiative stands. */
public enum Phase {
    DRAFT("draft"),
    PROPOSED("submitted"),
    APPROVED("approved"),
    REFUSED("recalled"),
    PILOT("in-progress"),
    CONCLUDED("approved"),
    SPREAD("done"),
    STOPPED("recalled"),
    /** A copy that waits for the unit it was offered to. */
    OFFERED("submitted"),
    DECLINED("recalled");

    private final String mark;

    Phase(String mark) {
        this.mark = mark;
    }

    public String mark() {
        return mark;
    }

    public String messageKey() {
        return "execution.initiative.phase." + name();
    }

    static Optional<Phase> named(@Nullable String text) {
        for (var one : values()) if (one.name().equals(text)) return Optional.of(one);
        return Optional.empty();
    }
}
