package vn.binhdang.execution;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.PlanId;

/**
 * What a calendar asks: whose days, and which.
 *
 * @param unit of {@link Whose#UNIT}; null for the others
 * @param plan only what belongs to this plan; null for all
 * @param from the first day
 * @param until the day after the last
 * @param today what is open and was due before it is late
 * @param most so many of one day are shown; all of them are counted
 */
public record DayQuestion(
        Whose whose,
        @Nullable UnitId unit,
        @Nullable PlanId plan,
        LocalDate from,
        LocalDate until,
        LocalDate today,
        int most) {

    public enum Whose {
        /** handed to the person, or given to them by a decision */
        MINE,
        /** of one unit: what it leads, where it helps, what it was given */
        UNIT,
        AGENCY
    }

    public DayQuestion {
        if (!from.isBefore(until)) throw new IllegalArgumentException("no day from %s to %s".formatted(from, until));
        if ((whose == Whose.UNIT) != (unit != null)) throw new IllegalArgumentException("a unit with " + whose);
    }
}
