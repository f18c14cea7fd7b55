package vn.binhdang.statistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import vn.binhdang.kernel.UnitId;

/**
 * The days on which an agency urges nobody and is not urged, as it has entered them. Whoever keeps them implements it;
 * where nobody does, the days of rest of the calendar hold for all.
 */
public interface UrgingDays {
    /** When the agency is quiet on a day: the next one on which it urges again. */
    Optional<LocalDate> quietUntil(UnitId agency, LocalDate day);

    /** Of these units, those that have entered the day as one on which they rest. */
    Set<UnitId> resting(Collection<UnitId> units, LocalDate day);
}
