package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.web.Text;

/** Urgings that reached somebody and are not answered, among their work. */
@Component
class UrgingWork implements WorkSource {
    private final ActsOfUrging acts;

    UrgingWork(ActsOfUrging acts) {
        this.acts = acts;
    }

    @Override
    public List<WorkItem> open(Actor actor, LocalDate day) {
        if (!actor.may(Action.ANSWER_URGING)) return List.of();
        Locale locale = LocaleContextHolder.getLocale();
        var t = Text.in(locale);
        return acts.waitingFor(actor, day, MOST + 1).stream()
                .map(act -> new WorkItem(
                        Duty.ANSWER,
                        "execution.urging.work.kind",
                        "/urging/" + act.id(),
                        t.of("execution.urging.work", act.open()),
                        act.answerBy(),
                        new UnitId(act.unit()),
                        act.answerBy().isBefore(day)))
                .toList();
    }
}
