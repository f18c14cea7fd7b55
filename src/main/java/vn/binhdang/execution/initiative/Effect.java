package vn.binhdang.execution.initiative;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a measure.
 * @param absolute after less before
 * @param percent of the value before, one decimal, rounded half up; null when there was nothing before, since no share of
 *     nought exists
 * @param few whether the value before is so small that a percentage misleads
 */
record Effect(BigDecimal absolute, @Nullable BigDecimal percent, Verdict verdict, boolean few) {
    private static final BigDecimal FEW = BigDecimal.valueOf(20);

    enum Verdict {
        BETTER,
        WORSE,
        SAME;

        String messageKey() {
            return "execution.initiative.effect." + name();
        }
    }

    /** Empty while one of the two was not measured, which is not nought. */
    static Optional<Effect> of(@Nullable BigDecimal before, @Nullable BigDecimal after, boolean moreIsBetter) {
        if (before == null || after == null) return Optional.empty();
        var change = after.subtract(before);
        var percent = before.signum() == 0
                ? null
                : change.multiply(BigDecimal.valueOf(100)).divide(before.abs(), 1, RoundingMode.HALF_UP);
        var verdict = change.signum() == 0
                ? Verdict.SAME
                : change.signum() > 0 == moreIsBetter ? Verdict.BETTER : Verdict.WORSE;
        return Optional.of(new Effect(
                change, percent, verdict, percent != null && before.abs().compareTo(FEW) < 0));
    }
}
