package vn.binhdang.execution.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.DayItem.Standing;
import vn.binhdang.execution.DayQuestion;
import vn.binhdang.execution.DayQuestion.Whose;
import vn.binhdang.execution.Round;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Actor;

/**
 * Tasks of issued plans that recur, and the days of their rounds beside the one that is in hand, which is the deadline of the
 * task. Rounds have no rows until somebody reports, so they are computed.
 */
@Component
class RecurringTasks {
    private static final String CLOSED = "s.state in ('DONE', 'NOT_DONE')";

    private final JdbcClient jdbc;

    RecurringTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A round that is not in hand: closed, or expected; one that was passed over is late. */
    record OtherRound(String key, LocalDate day, Standing standing) {}

    /**
     * @param dueOn of the round that is in hand
     * @param over whose part in it is closed, or which is closed as a whole: nothing more is expected
     * @param closed "2026-QUARTER-1 DONE": rounds that were reported as ended
     */
    record Recurring(
            UUID id,
            UUID planId,
            @Nullable String number,
            String text,
            @Nullable UUID leadUnitId,
            @Nullable String leadPrinted,
            String recurrence,
            int planYear,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate plannedDueOn,
            @Nullable LocalDate dueOn,
            boolean over,
            List<String> closed,
            int version,
            OffsetDateTime changedAt) {

        String title() {
            return (number == null ? "" : number + ". ") + text;
        }

        /** In the order of their days. */
        List<OtherRound> otherRounds(LocalDate today) {
            var states = new HashMap<String, TaskState>();
            for (String round : closed) {
                String[] said = round.split(" ", 2);
                states.put(said[0], TaskState.valueOf(said[1]));
            }
            var rounds = new ArrayList<OtherRound>();
            for (var round : Round.of(recurrence, planYear, beginsOn, plannedDueOn)) {
                var day = round.dueOn();
                var state = states.get(round.key());
                if (day.equals(dueOn) || (state == null && over)) continue;
                rounds.add(new OtherRound(
                        round.key(),
                        day,
                        state != null
                                ? Standing.of(state, day, today)
                                : day.isBefore(today) ? Standing.LATE : Standing.EXPECTED));
            }
            return rounds;
        }

        /** @param until the day after the last */
        List<OtherRound> otherRounds(LocalDate from, LocalDate until, LocalDate today) {
            return otherRounds(today).stream()
                    .filter(round -> !round.day().isBefore(from) && round.day().isBefore(until))
                    .toList();
        }
    }

    private static final String RECURRING = """
        select p.id, p.plan_id, p.number, p.text, p.lead_unit_id, p.lead_printed, p.recurrence,
               l.year as plan_year, coalesce(p.start_on, d.issued_on) as begins_on, p.due_on as planned_due_on,
               s.due_on, %s or %s as over,
               (select coalesce(string_agg(r.round || ' ' || r.state, ','), '')
                from   task_round r where r.task_id = p.id and r.state in ('DONE', 'NOT_DONE')) as closed,
               s.version, s.changed_at
        from   plan l
        join   outgoing_document d on d.id = l.id and d.state = 'ISSUED'
        join   plan_task p on p.plan_id = l.id and p.recurrence is not null
        join   task_status s on s.task_id = p.id and s.state <> 'DROPPED'
        where  %s
        order  by p.plan_id, p.position
        """;

    /** Those of a question about the actor's agency that may have a round within its days. */
    List<Recurring> of(Actor actor, DayQuestion asked) {
        var values = new HashMap<String, Object>(Map.of(
                "agency", actor.agency().value(),
                "lastYear", asked.until().getYear(),
                "firstYear", asked.from().getYear()));
        String only = """
            l.agency_id = :agency and l.year <= :lastYear
            and greatest(l.year, coalesce(extract(year from p.due_on), l.year)) >= :firstYear\
            """;
        String over = "false";
        if (asked.plan() != null) {
            only += " and p.plan_id = :plan";
            values.put("plan", asked.plan().value());
        }
        if (asked.whose() == Whose.MINE) {
            only += " and p.id in (select task_id from task_hand where person_id = :person and current)";
            over = """
                not exists (select 1 from task_hand h
                            left join task_part q on q.task_id = h.task_id and q.unit_id = h.unit_id
                            where h.task_id = p.id and h.person_id = :person and h.current
                            and   coalesce(q.state, 'IN_PROGRESS') in ('NOT_STARTED', 'IN_PROGRESS'))\
                """;
            values.put("person", actor.person().value());
        }
        if (asked.unit() != null) {
            only += """
                 and (p.lead_unit_id = :unit
                      or exists (select 1 from plan_task_coordinating c where c.task_id = p.id and c.unit_id = :unit))\
                """;
            over = """
                p.lead_unit_id is distinct from :unit
                and exists (select 1 from task_part q where q.task_id = p.id and q.unit_id = :unit
                            and q.state in ('DONE', 'NOT_DONE'))\
                """;
            values.put("unit", asked.unit().value());
        }
        return jdbc.sql(RECURRING.formatted(CLOSED, over, only))
                .params(values)
                .query(RecurringTasks::read)
                .list();
    }

    /** Those among tasks that the caller has found for the actor. */
    List<Recurring> among(Collection<UUID> tasks) {
        if (tasks.isEmpty()) return List.of();
        return jdbc.sql(RECURRING.formatted(CLOSED, "false", "p.id = any (:tasks)"))
                .param("tasks", tasks.toArray(UUID[]::new))
                .query(RecurringTasks::read)
                .list();
    }

    private static Recurring read(ResultSet rs, int row) throws SQLException {
        return new Recurring(
                rs.getObject("id", UUID.class),
                rs.getObject("plan_id", UUID.class),
                rs.getString("number"),
                rs.getString("text"),
                rs.getObject("lead_unit_id", UUID.class),
                rs.getString("lead_printed"),
                rs.getString("recurrence"),
                rs.getInt("plan_year"),
                rs.getObject("begins_on", LocalDate.class),
                rs.getObject("planned_due_on", LocalDate.class),
                rs.getObject("due_on", LocalDate.class),
                rs.getBoolean("over"),
                Arrays.stream(rs.getString("closed").split(","))
                        .filter(round -> !round.isEmpty())
                        .toList(),
                rs.getInt("version"),
                rs.getObject("changed_at", OffsetDateTime.class));
    }
}
