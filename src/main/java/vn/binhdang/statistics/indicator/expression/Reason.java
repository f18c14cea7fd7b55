package vn.binhdang.statistics.indicator.expression;

/** Why there is no number. */
public enum Reason {
    /** A cell that should have been filled in was not, or not yet accepted. */
    MISSING,
    /** The unit said that it does not apply to it. */
    NOT_APPLICABLE,
    /** Within a formula something is divided by zero. */
    DIVISION_BY_ZERO,
    /** The denominator of a ratio is zero: nothing of the kind happened, so there is no share of it. */
    NO_CASES,
    /** A median, an average or a value of a survey: those of the units below do not add up to one of their superior. */
    NOT_SUMMABLE,
    /** What holds for a body as it was cannot be said of the one that came of it by a merger or a split. */
    NOT_ON_THIS_MAP,
    /** There is no formula that could be computed: it was never confirmed, or the definition speaks of a survey. */
    NO_FORMULA,
    /** What is stored as the formula cannot be read: somebody has to mend it first. */
    UNREADABLE;

    /** The sentence about it. */
    public String messageKey() {
        return "statistics.formula.noValue." + name();
    }
}
