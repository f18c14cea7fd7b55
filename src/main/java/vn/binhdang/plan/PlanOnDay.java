package vn.binhdang.plan;

import java.time.LocalDate;
import java.util.List;

/** A plan as it stood on a day: what amendments changed later is taken back. */
public interface PlanOnDay {
    /**
     * Its tasks as they stood at the end of the day, in their order: those added later are not there yet, those dropped
     * later still are. Before the issue they stand as issued. The caller has found the plan for the actor before.
     */
    List<PlanTask> tasks(Plan plan, LocalDate day);

    /** The same for who has read the plan with {@link Plans#findWithEveryTask}. */
    List<PlanTask> tasks(PlanWithTasks plan, LocalDate day);
}
