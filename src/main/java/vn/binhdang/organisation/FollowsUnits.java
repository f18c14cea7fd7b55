package vn.binhdang.organisation;

import java.time.LocalDate;
import vn.binhdang.kernel.UnitId;

/**
 * What hangs on units in other modules and has to go along when one ends: roles held for it, the seats of accounts. Called
 * within the transaction of the event; what is thrown stops the event.
 */
public interface FollowsUnits {
    /** From the day on, everything of the ended unit belongs to its successor. */
    void follow(UnitEventId event, UnitId ended, UnitId successor, LocalDate day);

    /** Takes back what {@link #follow} did for an event. */
    void unfollow(UnitEventId event);
}
