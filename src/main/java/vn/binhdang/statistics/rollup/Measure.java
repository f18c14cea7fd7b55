package vn.binhdang.statistics.rollup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.indicator.IndicatorVersion;
import vn.binhdang.statistics.indicator.OverUnits;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.indicator.expression.Expression;
import vn.binhdang.statistics.indicator.expression.Fraction;
import vn.binhdang.statistics.indicator.expression.NoValue;
import vn.binhdang.statistics.indicator.expression.Reason;
import vn.binhdang.statistics.indicator.expression.Result;

/**
 * What is to be computed from summed cells: a number, or a ratio of two whose parts are summed before they are divided, so
 * that it is never a mean of ratios.
 * @param denominator null for a plain number
 * @param factor 100 for a share in percent
 * @param decimals to which it is printed
 */
public record Measure(
        String code, Expression numerator, @Nullable Expression denominator, Fraction factor, int decimals) {
    /** One element, in its own unit. */
    public static Measure of(CellRef cell, int decimals) {
        var code = cell.combination().isEmpty() ? cell.element() : cell.element() + "." + cell.combination();
        return new Measure(code, Expression.of(cell.toString()), null, Fraction.ONE, decimals);
    }

    /**
     * An indicator by one of its definitions. Empty when summed cells do not know it: it has no formula, is computed for each
     * unit alone and then added ("how many have at least one"), or is a median or a value of a survey.
     */
    public static Optional<Measure> of(String code, IndicatorVersion version) {
        var formula = version.formula();
        if (formula == null || version.overUnits() != OverUnits.CELLS || !formula.isAdditive()) return Optional.empty();
        var factor = Fraction.of(formula.isRatio() ? version.factor() : 1);
        return Optional.of(new Measure(code, formula.numerator(), formula.denominator(), factor, version.decimals()));
    }

    List<CellRef> cells() {
        var denominators = denominator == null ? Stream.<CellRef>empty() : denominator.cells().stream();
        return Stream.concat(numerator.cells().stream(), denominators).toList();
    }

    Result ratio(Result over, @Nullable Result under) {
        if (!(over instanceof Result.Value above)) return over;
        if (under == null) return Result.of(above.number().times(factor));
        if (!(under instanceof Result.Value below)) return under;
        return below.number().isZero()
                ? NoValue.because(Reason.NO_CASES)
                : Result.of(above.number().times(factor).dividedBy(below.number()));
    }
}
