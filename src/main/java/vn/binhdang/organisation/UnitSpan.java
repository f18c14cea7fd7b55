package vn.binhdang.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days of a unit, half open; no "to" while it exists. */
public record UnitSpan(LocalDate from, @Nullable LocalDate to) {
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** The last day at or before a day on which the unit existed, or its first one. */
    public LocalDate nearest(LocalDate day) {
        if (day.isBefore(from)) return from;
        return to == null || day.isBefore(to) ? day : to.minusDays(1);
    }
}
