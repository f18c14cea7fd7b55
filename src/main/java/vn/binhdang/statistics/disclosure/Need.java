package vn.binhdang.statistics.disclosure;

/**
 * How far from its true value an outsider must hold a withheld cell possible: {@code down} below, {@code up} above, and
 * {@code width} between the lowest and the highest possible value. The three protection levels of the trade (lower,
 * upper, sliding).
 */
public record Need(long down, long up, long width) {
    public Need {
        if (down < 0 || up < 0 || width < 0)
            throw new IllegalArgumentException("negative need: %d/%d/%d".formatted(down, up, width));
    }

    /** Only that the value is not told exactly. */
    public static Need anyDoubt() {
        return new Need(0, 0, 1);
    }
}
