package vn.binhdang.execution.start;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.plan.ReceivedFromAbove;

/** What came from above: to be confirmed first, and by an agency to be answered with a plan of its own. */
@Component
class ReceivedToConfirm {
    private final ReceivedFromAbove received;

    ReceivedToConfirm(ReceivedFromAbove received) {
        this.received = received;
    }

    /** The most urgent first, at most {@link WorkSource#MOST} + 1. */
    List<WorkItem> open(Actor actor, LocalDate day) {
        if (!actor.may(Action.CONFIRM_RECEIPT)) return List.of();
        return received.open(actor, day, null, WorkSource.MOST + 1).stream()
                .map(one -> {
                    var due = one.division() ? one.dueOn() : one.replyBy();
                    return new WorkItem(
                            one.confirmed() ? Duty.DO : Duty.ANSWER,
                            one.confirmed() ? "execution.start.kind.planBelow" : "execution.start.kind.received",
                            one.confirmed() ? one.href() : "/received",
                            one.title(),
                            due,
                            one.unit(),
                            due != null && due.isBefore(day));
                })
                .toList();
    }
}
