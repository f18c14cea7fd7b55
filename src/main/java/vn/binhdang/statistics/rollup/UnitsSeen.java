package vn.binhdang.statistics.rollup;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitHistory;

/**
 * Whose figures somebody sees: of the units that are in reach today, and of those that ended when everything that carries on
 * from them is. A unit that only a part of went into the reach is not seen: its whole is also somebody else's. In memory,
 * for thousands of units at once.
 */
public final class UnitsSeen {
    private final UnitHistory history;
    private final int today;
    private final Set<Integer> whole = new HashSet<>();
    private final Set<Integer> only = new HashSet<>();

    public UnitsSeen(Actor actor, Action action, UnitHistory history, LocalDate today) {
        this.history = history;
        this.today = (int) today.toEpochDay();
        var reach = actor.reach(action);
        reach.whole().forEach(unit -> whole.add(history.number(unit)));
        reach.only().forEach(unit -> only.add(history.number(unit)));
        whole.remove(UnitHistory.NONE);
        only.remove(UnitHistory.NONE);
    }

    public boolean sees(UnitId unit) {
        return sees(history.number(unit));
    }

    /** @param unit its number in the history */
    public boolean sees(int unit) {
        if (unit == UnitHistory.NONE) return false;
        if (history.from(unit) <= today && today < history.until(unit)) return inReach(unit);
        int last = Math.max(history.from(unit), Math.min(today, history.until(unit) - 1));
        boolean[] all = {true};
        boolean[] any = {false};
        boolean complete = history.parts(unit, last, today, (heir, share) -> {
            any[0] = true;
            all[0] &= inReach(heir);
        });
        return complete && any[0] && all[0];
    }

    private boolean inReach(int unit) {
        if (only.contains(unit)) return true;
        for (int above = unit; above != UnitHistory.NONE; above = history.parent(above, today))
            if (whole.contains(above)) return true;
        return false;
    }
}
