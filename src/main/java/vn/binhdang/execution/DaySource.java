package vn.binhdang.execution;

import java.util.List;
import vn.binhdang.kernel.Actor;

/**
 * Something that has days: tasks, sub-tasks, inspections, recommendations. The calendar and its feed ask every bean of
 * this kind, each with one statement.
 */
public interface DaySource {

    /** @param tallies one of each day on which something is, however few of the items were asked for */
    record Found(List<DayItem> items, List<DayTally> tallies) {
        public static final Found NOTHING = new Found(List.of(), List.of());
    }

    /** What falls on these days and the actor may see; in the order of {@link DayItem#ORDER} within a day. */
    Found days(Actor actor, DayQuestion asked);

    /** How many of it fall in each month; the day of a tally is the first of the month. */
    List<DayTally> months(Actor actor, DayQuestion asked);
}
