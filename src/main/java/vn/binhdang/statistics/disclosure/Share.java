package vn.binhdang.statistics.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.indicator.Formula;
import vn.binhdang.statistics.indicator.IndicatorVersion;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.indicator.expression.Expression;
import vn.binhdang.statistics.indicator.expression.NoValue;
import vn.binhdang.statistics.indicator.expression.Reason;
import vn.binhdang.statistics.indicator.expression.Result;

/**
 * An indicator in a publication. It is computed from counts that the same publication shows and from nothing else, rounded
 * ones where they are rounded; so it tells nothing that is not told beside it. Where one of its counts is withheld, so is it.
 *
 * @param denominator null for an amount
 * @param periods in which this definition holds
 */
public record Share(
        String code,
        String vi,
        String en,
        String unitVi,
        String unitEn,
        String numerator,
        @Nullable String denominator,
        int factor,
        int decimals,
        List<String> periods) {

    /** @param number null when there is none: withheld, or for the reason */
    record Shown(@Nullable BigDecimal number, boolean withheld, Reason reason) {}

    static Share of(String code, IndicatorVersion version, Formula formula, List<String> periods) {
        var denominator = formula.denominator();
        return new Share(
                code,
                version.nameVi(),
                version.nameEn(),
                version.unitVi(),
                version.unitEn(),
                formula.numerator().toString(),
                denominator == null ? null : denominator.toString(),
                version.factor(),
                version.decimals(),
                periods);
    }

    String in(String language) {
        return language.equals("en") ? en : vi;
    }

    String unit(String language) {
        return language.equals("en") ? unitEn : unitVi;
    }

    private Formula formula() {
        var over = Expression.of(numerator);
        return denominator == null ? Formula.amount(over) : Formula.ratio(over, Expression.of(denominator), factor);
    }

    /** What is told of a unit in a period. */
    Shown of(Layout layout, Map<String, Outcome> outcomes, String period, String unit) {
        var formula = formula();
        var keys = formula.cells().stream()
                .map(cell -> layout.at(cell.element(), period, unit, cell.combination()))
                .toList();
        if (keys.stream().map(outcomes::get).anyMatch(outcome -> outcome != null && outcome.withheld()))
            return new Shown(null, true, Reason.MISSING);
        var value = formula.value(
                cell -> count(layout, outcomes, keys.get(cell), formula.cells().get(cell)));
        return switch (value) {
            case Result.Value number -> new Shown(number.rounded(decimals), false, Reason.MISSING);
            case NoValue none -> new Shown(null, false, none.reason());
        };
    }

    private static Result count(Layout layout, Map<String, Outcome> outcomes, String key, CellRef cell) {
        String blank = layout.blanks().get(key);
        var outcome = outcomes.get(key);
        if (Told.Blank.NOT_APPLICABLE.name().equals(blank)) return NoValue.because(Reason.NOT_APPLICABLE, cell);
        if (blank != null || outcome == null) return NoValue.because(Reason.MISSING, cell);
        return outcome.kind() == Outcome.Kind.SHOWN || outcome.kind() == Outcome.Kind.ROUNDED
                ? Result.of(outcome.shown())
                : NoValue.because(Reason.MISSING, cell);
    }
}
