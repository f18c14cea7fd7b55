package vn.binhdang.execution.initiative;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;

/** Ideas and results to decide, copies to answer, and of the own unit's pilots the tasks and measures that fall due. */
@Component
class InitiativesWaiting implements WorkSource {
    /** A measure shows up so many days before its day. */
    private static final int AHEAD = 30;

    private final JdbcClient jdbc;

    InitiativesWaiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            UUID id, String what, String title, @Nullable LocalDate dueOn, UUID unitId) {}

    @Override
    public List<WorkItem> open(Actor actor, LocalDate day) {
        var decides = actor.reach(Action.DECIDE_INITIATIVES);
        return jdbc
                .sql("""
                    select * from (
                        select i.id, i.phase as what, i.title, cast(null as date) as due_on, i.unit_id from initiative i
                        where  i.agency_id = :agency and i.phase in ('PROPOSED', 'CONCLUDED')
                        and    in_reach(i.unit_id, :whole, :only, :day)
                        union all
                        select i.id, 'OFFERED', i.title, null, i.unit_id from initiative i
                        where  i.agency_id = :agency and i.phase = 'OFFERED' and i.unit_id = :unit and :assesses
                        union all
                        select i.id, 'TASK', t.title, t.due_on, t.unit_id from initiative_task t
                        join   initiative i on i.id = t.initiative_id
                        where  t.unit_id = :unit and t.done_on is null and i.agency_id = :agency and i.phase = 'PILOT' and :runs
                        union all
                        select i.id, 'MEASURE', m.name, m.due_on, p.unit_id from initiative_place p
                        join   initiative i on i.id = p.initiative_id
                        join   initiative_measure m on m.initiative_id = i.id
                        where  p.unit_id = :unit and m.after_value is null and m.due_on < :soon and i.agency_id = :agency
                        and    i.phase = 'PILOT' and :runs) waiting
                    order  by due_on nulls last, id limit :most
                    """)
                .param("agency", actor.agency().value())
                .param("unit", actor.unit().value())
                .param("whole", decides.wholeIds())
                .param("only", decides.onlyIds())
                .param("assesses", actor.may(Action.ASSESS_INITIATIVES))
                .param("runs", actor.may(Action.RUN_INITIATIVES))
                .param("day", day)
                .param("soon", day.plusDays(AHEAD))
                .param("most", MOST + 1)
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new WorkItem(
                        duty(row.what()),
                        "execution.initiative.work." + row.what(),
                        "/initiatives/" + row.id(),
                        row.title(),
                        row.dueOn(),
                        new UnitId(row.unitId()),
                        row.dueOn() != null && row.dueOn().isBefore(day)))
                .toList();
    }

    private static Duty duty(String what) {
        return switch (what) {
            case "PROPOSED", "CONCLUDED" -> Duty.APPROVE;
            case "OFFERED" -> Duty.ANSWER;
            default -> Duty.DO;
        };
    }
}
