package vn.binhdang.statistics.collection.board;

import java.time.LocalDate;
import java.util.Map;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.FormId;

/**
 * Who handed in what is asked here.
 * @param unit with all below it
 * @param day on which the units are counted: the last of the window
 * @param due until when each kind of unit hands in; a kind without a deadline is missing
 */
record BoardQuestion(
        FormId form,
        ReportingPeriod period,
        UnitId unit,
        LocalDate day,
        LocalDate today,
        Map<UnitKind, LocalDate> due) {
    BoardQuestion {
        due = Map.copyOf(due);
    }
}
