package vn.binhdang.operations.state;

/** How it stands with a part, from best to worst. */
public enum Level {
    GOOD,
    /** not known, or not in use: nothing to do */
    NEUTRAL,
    WARNING,
    BAD;

    public Level worse(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The last part of message keys. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Class of the sign that stands before the word. */
    public String mark() {
        return switch (this) {
            case GOOD -> "state-done";
            case NEUTRAL -> "state-neutral";
            case WARNING -> "state-soon";
            case BAD -> "state-late";
        };
    }
}
