package vn.binhdang.execution.initiative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;

/** Ideas and results to decide, copies to answer, and of the own unit's pilots the tasks and measures that fall due. */
@Component
class InitiativesWaiting implements WorkSource {
    /** A measure shows up so many days before its day. */
    private static final int AHEAD = 30;

    private static final String TO_DECIDE = """
        select i.id, i.phase as what, i.title, cast(null as date) as due_on, i.unit_id from initiative i
        where  i.agency_id = :agency and i.phase in ('PROPOSED', 'CONCLUDED')
        and    in_reach(i.unit_id, :decidesWhole, :decidesOnly, :day)
        """;

    private static final String OFFERED = """
        select i.id, 'OFFERED' as what, i.title, cast(null as date) as due_on, i.unit_id from initiative i
        where  i.agency_id = :agency and i.phase = 'OFFERED' and i.unit_id = :unit
        """;

    private static final String TO_RUN = """
        select i.id, 'TASK' as what, t.title, t.due_on, t.unit_id from initiative_task t
        join   initiative i on i.id = t.initiative_id
        where  t.unit_id = :unit and t.done_on is null and i.agency_id = :agency and i.phase = 'PILOT'
        union all
        select i.id, 'MEASURE', m.name, m.due_on, p.unit_id from initiative_place p
        join   initiative i on i.id = p.initiative_id
        join   initiative_measure m on m.initiative_id = i.id
        where  p.unit_id = :unit and m.after_value is null and m.due_on < :measuredBefore and i.agency_id = :agency
        and    i.phase = 'PILOT'
        """;

    @Override
    public @Nullable Question open(Actor actor, LocalDate day) {
        var decides = actor.reach(Action.DECIDE_INITIATIVES);
        var questions = new ArrayList<String>();
        if (actor.may(Action.DECIDE_INITIATIVES)) questions.add(TO_DECIDE);
        if (actor.may(Action.ASSESS_INITIATIVES)) questions.add(OFFERED);
        if (actor.may(Action.RUN_INITIATIVES)) questions.add(TO_RUN);
        if (questions.isEmpty()) return null;
        return new Question(
                """
                select what, cast(id as text), title, due_on, unit_id, 0
                from  (%s) waiting
                order  by due_on nulls last, id limit :most
                """.formatted(String.join(" union all ", questions)),
                Map.of(
                        "agency", actor.agency().value(),
                        "unit", actor.unit().value(),
                        "decidesWhole", decides.wholeIds(),
                        "decidesOnly", decides.onlyIds(),
                        "day", day,
                        "measuredBefore", day.plusDays(AHEAD)),
                row -> new WorkItem(
                        duty(row.what()),
                        "execution.initiative.work." + row.what(),
                        "/initiatives/" + row.key(),
                        row.title(),
                        row.dueOn(),
                        row.unit(),
                        row.late(day)));
    }

    private static Duty duty(String what) {
        return switch (what) {
            case "PROPOSED", "CONCLUDED" -> Duty.APPROVE;
            case "OFFERED" -> Duty.ANSWER;
            default -> Duty.DO;
        };
    }
}
