package vn.binhdang.execution.task;

import vn.binhdang.kernel.NotVisible;

/** The part somebody has in a task. */
enum Part {
    /** Of the leading unit: says where the task stands. */
    LEAD,
    /** The office that follows up: may say it for any unit, and it is recorded as of that unit. */
    OFFICE,
    /** Of a coordinating unit: adds words and evidence on its own part, and changes no state. */
    COORDINATING,
    NONE;

    boolean saysState() {
        return this == LEAD || this == OFFICE;
    }

    /** @throws NotVisible when the task is of other units: it is there to read, and nothing is there to report on */
    void mustReport() {
        if (this == NONE) throw new NotVisible("a part in the task");
    }
}
