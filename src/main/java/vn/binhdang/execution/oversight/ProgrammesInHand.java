package vn.binhdang.execution.oversight;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

/** Programmes of a year that wait for the head; what comes back to the office is told by a notice. */
@Component
class ProgrammesInHand implements WorkSource {
    /** A programme has no words of its own; records are in Vietnamese. */
    private static final Text WORDS = Text.in(Text.VIETNAMESE);

    private final Programmes programmes;

    ProgrammesInHand(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public List<WorkItem> open(Actor actor, LocalDate day) {
        if (!actor.may(Action.APPROVE_OVERSIGHT)) return List.of();
        return programmes.waiting(actor, MOST + 1).stream()
                .map(programme -> new WorkItem(
                        Duty.APPROVE,
                        "execution.oversight.programme",
                        "/oversight/programmes/" + programme.year(),
                        WORDS.of("execution.oversight.programme.title", String.valueOf(programme.year())),
                        null,
                        actor.agency(),
                        false))
                .toList();
    }
}
