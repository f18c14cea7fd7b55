package vn.binhdang.execution.oversight;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Actor;

/** Recommendations that wait: for their unit's report, for the head of the team, and overdue ones for office and leaders. */
@Component
class OverdueRecommendations implements WorkSource {
    private final Recommendations recommendations;

    OverdueRecommendations(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @Override
    public List<WorkItem> open(Actor actor, LocalDate day) {
        return recommendations.waiting(actor, MOST + 1).stream()
                .map(one -> new WorkItem(
                        duty(actor, one),
                        "execution.oversight.recommendation",
                        "/oversight/recommendations/" + one.id(),
                        one.text(),
                        one.dueOn(),
                        one.unit(),
                        one.overdue(day)))
                .toList();
    }

    private static Duty duty(Actor actor, Recommendations.Recommendation one) {
        if (one.state() == RecommendationState.REPORTED && one.follows()) return Duty.APPROVE;
        return one.answers() && one.unit().equals(actor.unit()) ? Duty.ANSWER : Duty.DO;
    }
}
