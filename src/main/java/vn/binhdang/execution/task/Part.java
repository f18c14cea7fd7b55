package vn.binhdang.execution.task;

import java.util.Objects;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotAllowed;

/** The part somebody has in a task. */
enum Part {
    /** Of the leading unit: says where the task stands. */
    LEAD,
    /** The office that follows up: may say it for any unit, and it is recorded as of that unit. */
    OFFICE,
    /** Of a coordinating unit: adds words and evidence on its own part, and changes no state. */
    COORDINATING,
    NONE;

    static Part of(Actor actor, RunningTask task) {
        if (actor.may(Action.REPORT_TASKS) && actor.unit().equals(task.leadUnit())) return LEAD;
        if (actor.may(Action.FOLLOW_UP_TASKS)) return OFFICE;
        boolean helps = task.coordinating().stream().anyMatch(c -> Objects.equals(c.unit(), actor.unit()));
        return actor.may(Action.REPORT_TASKS) && helps ? COORDINATING : NONE;
    }

    boolean saysState() {
        return this == LEAD || this == OFFICE;
    }

    /** @throws NotAllowed when the actor has no part in the task */
    void mustReport() {
        if (this == NONE) throw new NotAllowed(Action.REPORT_TASKS);
    }
}
