package vn.binhdang.execution.oversight;

import java.time.LocalDate;
import java.util.ArrayList;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.execution.WorkSource;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.web.Text;

/**
 * What waits of oversight: recommendations for their unit's report and for whoever accepts it, overdue ones for office and
 * leaders; the programme of a year for the head, and for the office when it came back.
 */
@Component
class OversightInHand implements WorkSource {
    /** A programme has no words of its own; records are in Vietnamese. */
    private static final Text WORDS = Text.in(Text.VIETNAMESE);

    private static final String PROGRAMMES = """
        (select case when g.submitted_at is null then 'DO programmeReturned' else 'APPROVE programme' end,
                cast(g.year as text), '', cast(null as date), g.agency_id, 0
         from   oversight_programme g
         where  g.agency_id = :agency and g.approved_at is null and (%s)
         order  by g.year
         limit  :most)
        union all
        """;

    private static final String RECOMMENDATIONS = """
        (select case when c.state = 'REPORTED' and %1$s then 'APPROVE'
                     when c.unit_id = :unit and in_reach(c.unit_id, :answerWhole, :answerOnly, :today) then 'ANSWER'
                     else 'DO' end || case when r.body is null then ' recommendation' else ' recommendationOther' end,
                cast(c.id as text), c.text, c.due_on, c.unit_id, 0
         %2$s
         where  c.state in ('OPEN', 'REPORTED', 'RETURNED') and r.cancelled_at is null
         and    oversight_concluded_on(r, k.state, k.issued_on) is not null
         and   ((c.state in ('OPEN', 'RETURNED') and c.unit_id = :unit and in_reach(c.unit_id, :answerWhole, :answerOnly, :today))
             or (c.state = 'REPORTED' and %1$s)
             or (c.due_on < :today and r.agency_id = :agency
                 and (r.agency_id = any (:oversightWhole) or in_reach(c.unit_id, :oversightWhole, :oversightOnly, :today))))
         order  by c.due_on, c.id
         limit  :most)
        """.formatted(Recommendations.FOLLOWS, Recommendations.FROM);

    @Override
    public Question open(Actor actor, LocalDate day) {
        var values = Recommendations.visibleTo(actor, day);
        values.put("unit", actor.unit().value());
        var programmes = new ArrayList<String>();
        if (actor.may(Action.APPROVE_OVERSIGHT)) programmes.add("g.submitted_at is not null");
        if (actor.may(Action.PLAN_OVERSIGHT)) programmes.add("g.return_reason is not null");
        return new Question(
                (programmes.isEmpty() ? "" : PROGRAMMES.formatted(String.join(" or ", programmes))) + RECOMMENDATIONS,
                values,
                row -> item(row, day));
    }

    private static WorkItem item(Row row, LocalDate day) {
        String record = row.what().substring(row.what().indexOf(' ') + 1);
        boolean programme = record.startsWith("programme");
        return new WorkItem(
                Duty.valueOf(row.what().substring(0, row.what().indexOf(' '))),
                "execution.oversight." + record,
                (programme ? "/oversight/programmes/" : "/oversight/recommendations/") + row.key(),
                programme ? WORDS.of("execution.oversight.programme.title", row.key()) : row.title(),
                row.dueOn(),
                row.unit(),
                row.late(day));
    }
}
