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
 * @param overUnits CELLS: from the summed cells; EACH: for each body alone, numerators and denominators added; NONE: of the
 *     unit's own answer alone, since it does not add up
 */
public record Measure(
        String code,
        Expression numerator,
        @Nullable Expression denominator,
        Fraction factor,
        int decimals,
        OverUnits overUnits) {
    /** One element, in its own unit. */
    public static Measure of(CellRef cell, int decimals) {
        var code = cell.combination().isEmpty() ? cell.element() : cell.element() + "." + cell.combination();
        return new Measure(code, Expression.of(cell.toString()), null, Fraction.ONE, decimals, OverUnits.CELLS);
    }

    /** An indicator by one of its definitions; empty when it has no formula: others publish it, or nobody has written one. */
    public static Optional<Measure> of(String code, IndicatorVersion version) {
        var formula = version.formula();
        if (formula == null) return Optional.empty();
        var factor = Fraction.of(formula.isRatio() ? version.factor() : 1);
        return Optional.of(new Measure(
                code, formula.numerator(), formula.denominator(), factor, version.decimals(), version.overUnits()));
    }

    /** The same of one body by itself. */
    Measure alone() {
        return new Measure(code, numerator, denominator, factor, decimals, OverUnits.CELLS);
    }

    /** Whether it is read from the unit's own answer alone. */
    boolean isOwn() {
        return overUnits == OverUnits.NONE;
    }

    /** Whether it comes to the same, adding cells first or what each body has. */
    boolean isAdditive() {
        return numerator.isAdditive() && (denominator == null || denominator.isAdditive());
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
