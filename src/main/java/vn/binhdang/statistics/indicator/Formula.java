package vn.binhdang.statistics.indicator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.indicator.expression.Expression;
import vn.binhdang.statistics.indicator.expression.Fraction;
import vn.binhdang.statistics.indicator.expression.Lookup;
import vn.binhdang.statistics.indicator.expression.NoValue;
import vn.binhdang.statistics.indicator.expression.Reason;
import vn.binhdang.statistics.indicator.expression.Result;

/**
 * How an indicator is computed: an amount, or a numerator over a denominator times a factor (per 100, per 1,000). For many
 * units it is computed from summed numerators and denominators and never as a mean of ratios.
 */
public final class Formula {
    private final Expression numerator;
    private final @Nullable Expression denominator;
    private final Fraction factor;
    private final List<CellRef> cells;
    private final int[] above;
    private final int[] below;

    private Formula(Expression numerator, @Nullable Expression denominator, int factor) {
        if (factor <= 0) throw new IllegalArgumentException("factor " + factor);
        this.numerator = numerator;
        this.denominator = denominator;
        this.factor = Fraction.of(factor);
        var all = new LinkedHashSet<>(numerator.cells());
        if (denominator != null) all.addAll(denominator.cells());
        this.cells = List.copyOf(all);
        this.above = places(numerator);
        this.below = denominator == null ? new int[0] : places(denominator);
    }

    public static Formula amount(Expression amount) {
        return new Formula(amount, null, 1);
    }

    /** @param factor 100 for a share in percent */
    public static Formula ratio(Expression numerator, Expression denominator, int factor) {
        return new Formula(numerator, denominator, factor);
    }

    /** Numerator and denominator of one unit, or summed for several. An amount has the denominator 1. */
    public record Parts(Result numerator, Result denominator) {
        public Parts plus(Parts other) {
            return new Parts(sum(numerator, other.numerator), sum(denominator, other.denominator));
        }

        private static Result sum(Result a, Result b) {
            return switch (a) {
                case NoValue none -> none;
                case Result.Value(var x) ->
                    switch (b) {
                        case NoValue none -> none;
                        case Result.Value(var y) -> new Result.Value(x.plus(y));
                    };
            };
        }
    }

    /** The cells it needs, each once. */
    public List<CellRef> cells() {
        return cells;
    }

    public boolean isRatio() {
        return denominator != null;
    }

    public Expression numerator() {
        return numerator;
    }

    public @Nullable Expression denominator() {
        return denominator;
    }

    /** May it be computed from the summed cells of many units? Otherwise for each unit alone, the parts then added. */
    public boolean isAdditive() {
        return numerator.isAdditive() && (denominator == null || denominator.isAdditive());
    }

    /** @param found by the place in {@link #cells()} */
    public Parts parts(Lookup found) {
        return new Parts(
                numerator.value(cell -> found.at(above[cell])),
                denominator == null ? Result.of(1) : denominator.value(cell -> found.at(below[cell])));
    }

    public Result value(Lookup found) {
        return value(parts(found));
    }

    /** A denominator of zero is no share of 0 % and none of 100 %: nothing of the kind happened. */
    public Result value(Parts parts) {
        var over = parts.numerator();
        var under = parts.denominator();
        if (over instanceof Result.Value(var x) && under instanceof Result.Value(var y)) {
            if (denominator == null) return over;
            return y.isZero()
                    ? NoValue.because(Reason.NO_CASES, denominator.cells().toArray(CellRef[]::new))
                    : new Result.Value(x.times(factor).dividedBy(y));
        }
        var causes = new ArrayList<NoValue.Cause>();
        if (under instanceof NoValue none) causes.addAll(none.causes());
        if (over instanceof NoValue none)
            for (var cause : none.causes()) if (!causes.contains(cause)) causes.add(cause);
        return new NoValue(causes);
    }

    private int[] places(Expression part) {
        return part.cells().stream().mapToInt(cells::indexOf).toArray();
    }
}
