package vn.binhdang.statistics.target;

import java.util.Arrays;
import java.util.Optional;

/** On which side of the number the target lies. */
public enum Sign {
    AT_LEAST(">=", "≥ "),
    MORE(">", "> "),
    AT_MOST("<=", "≤ "),
    LESS("<", "< "),
    EQUAL("=", ""),
    ABOUT("~", "≈ ");

    private final String stored;
    private final String printed;

    Sign(String stored, String printed) {
        this.stored = stored;
        this.printed = printed;
    }

    public static Optional<Sign> of(String stored) {
        return Arrays.stream(values())
                .filter(sign -> sign.stored.equals(stored))
                .findFirst();
    }

    public String stored() {
        return stored;
    }

    /** Before the number, with its space; nothing for "exactly". */
    public String printed() {
        return printed;
    }

    public String messageKey() {
        return "statistics.target.sign." + name();
    }
}
