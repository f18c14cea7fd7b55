package vn.binhdang.statistics.disclosure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.indicator.expression.NoValue;
import vn.binhdang.statistics.indicator.expression.Reason;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.statistics.rollup.Measure;

/**
 * Counts of an element for units in one period, by unit and category.
 *
 * @param reasons why there is none
 * @param answering units that told something, or should
 * @param estimated units some of whose figures were shared out by shares; they have no count
 * @param all categories, the total first
 */
record Told(
        Map<String, Long> counts,
        Map<String, Blank> reasons,
        Set<UnitId> answering,
        Set<UnitId> estimated,
        List<String> all) {

    /** Why a cell has no count. */
    enum Blank {
        MISSING,
        NOT_APPLICABLE,
        /** A guess is not published as a count. */
        ESTIMATED
    }

    static Told of(
            Figures figures,
            Catalogue.Element element,
            ReportingPeriod period,
            List<UnitId> units,
            @Nullable LocalDate map,
            @Nullable String by) {
        var told = new Told(
                new HashMap<>(), new HashMap<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
        var measure = Measure.of(CellRef.total(element.code()), 0);
        for (var figure : figures.answer(new FigureQuestion(List.of(measure), units, List.of(period), map, by))) {
            String place = place(figure.unit(), figure.category());
            if (!told.all.contains(figure.category())) told.all.add(figure.category());
            if (map != null && figure.estimated()) told.estimated.add(figure.unit());
            else if (figure.value() instanceof Result.Value value) told.counts.put(place, count(value));
            else told.reasons.put(place, reason(figure.value()));
            if (figure.value() instanceof Result.Value || figure.expected() > 0) told.answering.add(figure.unit());
        }
        return told;
    }

    private static String place(UnitId unit, String category) {
        return unit + " " + category;
    }

    boolean has(UnitId unit, String category) {
        return counts.containsKey(place(unit, category));
    }

    long count(UnitId unit, String category) {
        return counts.getOrDefault(place(unit, category), 0L);
    }

    /** Null for a count. */
    @Nullable
    Blank blank(UnitId unit, String category) {
        return has(unit, category) ? null : reasons.getOrDefault(place(unit, category), Blank.MISSING);
    }

    /** In which the unit has counts. */
    List<String> categories(UnitId unit) {
        return all.stream().filter(category -> has(unit, category)).toList();
    }

    private static long count(Result.Value value) {
        BigDecimal number = value.number().toDecimal();
        if (number.stripTrailingZeros().scale() > 0 || number.signum() < 0)
            throw new NotPublishable("element", "statistics.disclosure.mend.estimated");
        return number.longValueExact();
    }

    private static Blank reason(Result result) {
        return result instanceof NoValue none
                        && none.causes().stream().anyMatch(cause -> cause.reason() == Reason.NOT_APPLICABLE)
                ? Blank.NOT_APPLICABLE
                : Blank.MISSING;
    }
}
