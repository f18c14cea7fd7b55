package vn.binhdang.plan;

import java.util.List;

/** A plan and the tasks it has now, in their order. */
public record PlanWithTasks(Plan plan, List<PlanTask> tasks) {
    public PlanWithTasks {
        tasks = List.copyOf(tasks);
    }
}
