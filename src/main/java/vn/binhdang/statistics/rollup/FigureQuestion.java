package vn.binhdang.statistics.rollup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;

/**
 * Measures of units in periods.
 * @param map the day on whose map they are wanted; null: each period on its own
 * @param by code of a dimension to tell apart besides the whole; null: only the whole
 */
public record FigureQuestion(
        List<Measure> measures,
        List<UnitId> units,
        List<ReportingPeriod> periods,
        @Nullable LocalDate map,
        @Nullable String by) {
    public FigureQuestion {
        measures = List.copyOf(measures);
        units = List.copyOf(units);
        periods = List.copyOf(periods);
    }
}
