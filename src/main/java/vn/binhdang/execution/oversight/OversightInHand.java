package vn.binhdang.execution.oversight;

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
import vn.binhdang.web.Text;

/**
 * What waits of oversight: recommendations for their unit's report and for whoever accepts it, overdue ones for office and
 * leaders; the programme of a year for the head, and for the office when it came back. One statement for both, since the
 * page after sign-in asks it of everybody.
 */
@Component
class OversightInHand implements WorkSource {
    /** A programme has no words of its own; records are in Vietnamese. */
    private static final Text WORDS = Text.in(Text.VIETNAMESE);

    private final JdbcClient jdbc;

    OversightInHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param record what it is, the last part of a message key
     * @param key of a recommendation its id, of a programme its year
     */
    private record Row(
            String record,
            String key,
            String text,
            UUID unitId,
            @Nullable LocalDate dueOn,
            Duty duty,
            boolean late) {}

    @Override
    public List<WorkItem> open(Actor actor, LocalDate day) {
        return jdbc
                .sql("""
                    (select case when g.submitted_at is null then 'programmeReturned' else 'programme' end as record,
                            cast(g.year as text) as key, '' as text, g.agency_id as unit_id, cast(null as date) as due_on,
                            case when g.submitted_at is null then 'DO' else 'APPROVE' end as duty, false as late
                     from   oversight_programme g
                     where  g.agency_id = :agency and g.approved_at is null
                     and   ((g.submitted_at is not null and :approves) or (g.return_reason is not null and :plans))
                     order  by g.year
                     limit  :most)
                    union all
                    (select case when r.body is null then 'recommendation' else 'recommendationOther' end, cast(c.id as text), c.text,
                            c.unit_id, c.due_on,
                            case when c.state = 'REPORTED' and %s then 'APPROVE'
                                 when c.unit_id = :unit and in_reach(c.unit_id, :answerWhole, :answerOnly, :today) then 'ANSWER'
                                 else 'DO' end,
                            c.due_on < :today
                     %s
                     where  c.state in ('OPEN', 'REPORTED', 'RETURNED') and r.cancelled_at is null
                     and    oversight_concluded_on(r, k.state, k.issued_on) is not null
                     and   ((c.state in ('OPEN', 'RETURNED') and c.unit_id = :unit and in_reach(c.unit_id, :answerWhole, :answerOnly, :today))
                         or (c.state = 'REPORTED' and %s)
                         or (c.due_on < :today and r.agency_id = :agency
                             and (r.agency_id = any (:oversightWhole) or in_reach(c.unit_id, :oversightWhole, :oversightOnly, :today))))
                     order  by c.due_on, c.id
                     limit  :most)
                    """.formatted(Recommendations.FOLLOWS, Recommendations.FROM, Recommendations.FOLLOWS))
                .params(Recommendations.visibleTo(actor, day))
                .param("unit", actor.unit().value())
                .param("approves", actor.may(Action.APPROVE_OVERSIGHT))
                .param("plans", actor.may(Action.PLAN_OVERSIGHT))
                .param("most", MOST + 1)
                .query(Row.class)
                .list()
                .stream()
                .limit(MOST + 1)
                .map(OversightInHand::item)
                .toList();
    }

    private static WorkItem item(Row row) {
        boolean programme = row.record().startsWith("programme");
        return new WorkItem(
                row.duty(),
                "execution.oversight." + row.record(),
                (programme ? "/oversight/programmes/" : "/oversight/recommendations/") + row.key(),
                programme ? WORDS.of("execution.oversight.programme.title", row.key()) : row.text(),
                row.dueOn(),
                new UnitId(row.unitId()),
                row.late());
    }
}
