package vn.binhdang.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/** Whom a code names from a day to a day, half open. */
public record CodeSpan(
        UnitId unit, LocalDate from, @Nullable LocalDate until) {
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
