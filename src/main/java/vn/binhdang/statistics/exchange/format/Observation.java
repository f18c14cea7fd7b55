package vn.binhdang.statistics.exchange.format;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a cube.
 *
 * @param cell its place, counted in the order of the dimensions, the last one fastest; see {@link DataCube#cell}
 * @param value absent exactly when the status says so: a suppressed value never travels, not even unshown
 * @param reason one sentence for people; never a person's name
 */
public record Observation(
        long cell,
        @Nullable BigDecimal value,
        Status status,
        @Nullable String reason) {

    public Observation {
        if (cell < 0) throw new IllegalArgumentException("no such cell: " + cell);
        if ((value != null) != status.valued())
            throw new IllegalArgumentException(
                    "cell %d is %s, %s a value".formatted(cell, status, value == null ? "without" : "with"));
        if (reason != null) {
            reason = Texts.clean(reason);
            if (reason.isEmpty()) reason = null;
        }
    }

    public static Observation of(long cell, BigDecimal value) {
        return new Observation(cell, value, Status.NORMAL, null);
    }

    public static Observation missing(long cell, Status why, String reason) {
        return new Observation(cell, null, why, reason);
    }

    public Optional<BigDecimal> measured() {
        return Optional.ofNullable(value);
    }

    public Optional<String> because() {
        return Optional.ofNullable(reason);
    }

    /** As machines read it: no exponent, a point, no grouping. */
    String number() {
        return value == null ? "" : value.toPlainString();
    }
}
