package vn.binhdang.plan;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.UnitId;

/**
 * What happens where tasks are carried out when an issued amendment changes them: told to the module that does it, which
 * this one does not know. Both calls belong to the transaction of the issue.
 */
public interface AmendedTasks {
    /**
     * Nobody reports on these tasks until the transaction ends.
     * @return those that are done, or given up
     */
    Set<TaskId> hold(PlanId plan, Collection<TaskId> tasks);

    /** The plan says something else from now on. What was reported, brought and said stays with each task. */
    void amended(Amendment amendment);

    /**
     * @param year of the plan
     * @param agency whose plan it is
     * @param parts how many purposes, targets and rows of annexes it changes
     */
    record Amendment(
            DocumentId document,
            String numberAndSymbol,
            PlanId plan,
            int year,
            UnitId agency,
            List<TaskId> added,
            List<TaskId> changed,
            List<TaskId> dropped,
            List<Share> shares,
            int parts) {}

    /**
     * What it means for one unit, whether it leads or helps.
     * @param got tasks it did not have before
     * @param kept tasks it has before and after, which say something else now
     * @param lost tasks it does not have any more
     */
    record Share(UnitId unit, int got, int kept, int lost) {}
}
