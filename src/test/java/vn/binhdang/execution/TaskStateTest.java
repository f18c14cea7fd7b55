package vn.binhdang.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.binhdang.execution.TaskState.Step;

class TaskStateTest {
    /** Every step there is: whoever adds a state has to say how it is reached and left. */
    @ParameterizedTest
    @CsvSource({
        "NOT_STARTED, NOT_STARTED, FREE",
        "NOT_STARTED, IN_PROGRESS, FREE",
        "NOT_STARTED, DONE,        FREE",
        "NOT_STARTED, NOT_DONE,    WITH_REASON",
        "IN_PROGRESS, NOT_STARTED, WITH_REASON",
        "IN_PROGRESS, IN_PROGRESS, FREE",
        "IN_PROGRESS, DONE,        FREE",
        "IN_PROGRESS, NOT_DONE,    WITH_REASON",
        "DONE,        NOT_STARTED, REFUSED",
        "DONE,        IN_PROGRESS, WITH_REASON",
        "DONE,        DONE,        FREE",
        "DONE,        NOT_DONE,    REFUSED",
        "NOT_DONE,    NOT_STARTED, REFUSED",
        "NOT_DONE,    IN_PROGRESS, WITH_REASON",
        "NOT_DONE,    DONE,        REFUSED",
        "NOT_DONE,    NOT_DONE,    FREE"
    })
    void each_step_is_free_needs_a_reason_or_is_refused(TaskState from, TaskState to, Step step) {
        assertThat(from.stepTo(to)).isEqualTo(step);
    }
}
