package vn.binhdang.statistics.indicator.expression;

/** What a condition answers: it holds, it does not, or nobody can say because a part is missing. */
public sealed interface Verdict permits Verdict.Known, NoValue {
    record Known(boolean holds) implements Verdict {}

    Known HOLDS = new Known(true);
    Known FAILS = new Known(false);

    static Known of(boolean holds) {
        return holds ? HOLDS : FAILS;
    }
}
