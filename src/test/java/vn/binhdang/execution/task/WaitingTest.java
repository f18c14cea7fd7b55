package vn.binhdang.execution.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.binhdang.execution.task.Waiting.Tie;

class WaitingTest {
    private static final UUID INVITE = new UUID(0, 1);
    private static final UUID TRAIN = new UUID(0, 2);
    private static final UUID SUM_UP = new UUID(0, 3);
    private static final UUID PUBLISH = new UUID(0, 4);

    private final Waiting waiting = new Waiting(List.of(new Tie(TRAIN, INVITE), new Tie(SUM_UP, TRAIN)));

    @Test
    void a_task_may_wait_for_one_that_does_not_wait_for_it() {
        assertThat(waiting.circle(PUBLISH, SUM_UP)).isEmpty();
        assertThat(waiting.circle(SUM_UP, INVITE))
                .as("a short cut is no circle")
                .isEmpty();
        assertThat(waiting.circle(PUBLISH, new UUID(0, 9))).isEmpty();
    }

    @Test
    void two_tasks_do_not_wait_for_each_other() {
        assertThat(waiting.circle(INVITE, TRAIN)).containsExactly(TRAIN, INVITE);
    }

    @Test
    void a_long_circle_is_found_and_its_tasks_are_named_in_their_order() {
        assertThat(waiting.circle(INVITE, SUM_UP)).containsExactly(SUM_UP, TRAIN, INVITE);
    }

    @Test
    void a_task_does_not_wait_for_itself() {
        assertThat(waiting.circle(TRAIN, TRAIN)).containsExactly(TRAIN);
    }

    @Test
    void of_two_circles_the_shorter_one_is_told() {
        var both = new Waiting(List.of(new Tie(TRAIN, INVITE), new Tie(SUM_UP, TRAIN), new Tie(SUM_UP, INVITE)));
        assertThat(both.circle(INVITE, SUM_UP)).containsExactly(SUM_UP, INVITE);
    }
}
