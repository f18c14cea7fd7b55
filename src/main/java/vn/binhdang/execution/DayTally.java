package vn.binhdang.execution;

import java.time.LocalDate;

/**
 * How many things fall on a day, or in the month that begins on it.
 * @param late still open although their day is over
 */
public record DayTally(LocalDate day, int all, int late, int closed) {
    public DayTally plus(DayTally other) {
        return new DayTally(day, all + other.all, late + other.late, closed + other.closed);
    }
}
