package vn.binhdang.statistics.view;

import java.util.List;
import java.util.Map;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.web.Text;

/** The submissions behind the figures of a page, as links. */
record Sources(Map<UnitId, List<Submitted.One>> of) {
    boolean has(UnitId unit) {
        return of.containsKey(unit);
    }

    List<FigurePage.Link> links(UnitId unit, ReportingPeriod period, Text t) {
        return of.getOrDefault(unit, List.of()).stream()
                .filter(one ->
                        PeriodCode.within(period, PeriodKind.of(one.period())).contains(one.period()))
                .map(one -> new FigurePage.Link(
                        "/statistics/submissions/" + one.id(),
                        one.period().equals(period) ? one.form() : one.form() + " · " + Periods.label(one.period(), t)))
                .toList();
    }
}
