package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How far a target is, judged from the values of one series: whether it is met, and if not, whether the last value is at
 * least where a straight line from the first value to the target would be in that year.
 *
 * @param expected what the straight line says for the year of the last value; null where there is no line
 */
record Standing(Verdict verdict, @Nullable BigDecimal expected) {
    enum Verdict {
        MET,
        ON_THE_WAY,
        BEHIND,
        /** The year of the target is over and it was not met. */
        MISSED,
        /** Not met yet, and there is no earlier value from which to draw a line. */
        NO_BASELINE,
        /** The target is said in words that no number can be held against. */
        NOT_A_NUMBER,
        NO_DATA;

        String messageKey() {
            return "statistics.figure.standing." + name();
        }
    }

    /** A value of a year. */
    record Point(int year, BigDecimal value) {}

    /**
     * @param first the earliest value before the last one; null when there is none
     * @param last the newest value up to the year of the target; null when there is none
     */
    static Standing of(Goal goal, Subject.Better better, @Nullable Point first, @Nullable Point last) {
        int year = goal.year();
        if (goal.value() == null) return new Standing(Verdict.NOT_A_NUMBER, null);
        if (last == null) return new Standing(Verdict.NO_DATA, null);
        if (goal.isMet(last.value(), better)) return new Standing(Verdict.MET, null);
        if (last.year() >= year) return new Standing(Verdict.MISSED, null);
        if (first == null || first.year() >= last.year()) return new Standing(Verdict.NO_BASELINE, null);
        var target = goal.edge(first.value());
        var way = target.subtract(first.value());
        var line = first.value()
                .add(way.multiply(BigDecimal.valueOf(last.year() - (long) first.year()))
                        .divide(BigDecimal.valueOf(year - (long) first.year()), MathContext.DECIMAL64));
        // towards the target, whichever side it lies on
        boolean farEnough = way.signum() >= 0
                ? last.value().compareTo(line) >= 0
                : last.value().compareTo(line) <= 0;
        // whoever has gone past what is neither to be exceeded nor missed is not on the way to it
        if (isTwoSided(goal, better)) farEnough &= last.value().subtract(target).signum() != way.signum();
        return new Standing(farEnough ? Verdict.ON_THE_WAY : Verdict.BEHIND, line);
    }

    private static boolean isTwoSided(Goal goal, Subject.Better better) {
        return better == Subject.Better.NEITHER && (goal.sign() == Goal.Sign.ABOUT || goal.sign() == Goal.Sign.BETWEEN);
    }
}
