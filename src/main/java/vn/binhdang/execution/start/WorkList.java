package vn.binhdang.execution.start;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;

/** Tasks of all running plans of an agency, as they press on somebody. */
@Component
class WorkList {
    /** What can be taken in at a glance; the rest is a link away, where it can be filtered. */
    static final int MOST = 10;

    /**
     * So long what was given up stays red: a month's reports and meetings have seen it by then, and nobody can make it
     * undone. It stays in the list of tasks, under "not carried out".
     */
    static final int GIVEN_UP_DAYS = 30;

    /** What is red is counted up to here: a number above it tells nobody more. */
    static final int COUNTED = 1_000;

    private static final String COLUMNS = """
        t.id, t.plan_id, t.plan_subject, t.number, t.text,
        unit_called(coalesce(s.unit_id, t.lead_unit_id), :today) as unit, t.due_on, t.due_text, t.state, t.share_done,
        t.words, t.version
        """;

    // In both questions the ids come along the indexes, no further than needed; only what is shown is looked up whole.
    // Limits are written out and units come from a function that promises ten, so that PostgreSQL finds a plan made
    // once for everybody as good as one made for the person who asks, which takes longer to make than to follow.

    private static final String RED_OF_AGENCY = """
        with late as materialized (
            select s.task_id from task_status s
            where  s.agency_id = :agency and s.running and s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.due_on < :today
            order  by s.due_on, s.task_id limit %3$d),
        given_up as materialized (
            select s.task_id from task_status s
            where  s.agency_id = :agency and s.running and s.state = 'NOT_DONE'
            and    s.changed_at >= :givenUpSince
            order  by s.due_on, s.task_id limit %2$d),
        shown as (
            select task_id from late
            union all
            (select task_id from given_up limit greatest(0, %3$d - (select count(*) from late))))
        select %1$s, true as red, false as leads, false as helps,
               (select count(*) from (
                    select 1 from task_status s
                    where  s.agency_id = :agency and s.running and s.state in ('NOT_STARTED', 'IN_PROGRESS')
                    and    s.due_on < :today limit %2$d) counted)
               + (select count(*) from given_up) as found,
               row_number() over (order by t.state = 'NOT_DONE', t.due_on nulls last, t.plan_id, t.position) as place
        from  (select task_id, cast(null as uuid) as unit_id from shown) s
        join   running_task t on t.id = s.task_id
        """.formatted(COLUMNS, COUNTED, MOST);

    /** What is in the hands of units for which the actor reports. */
    private static final String OWN = """
        with mine as materialized (
            select unit_id from units_reached(:whole, :only, :today) unit_id),
        in_hand as materialized (
            select distinct on (task_id) task_id, due_on, leads
            from  (select h.* from mine m join task_in_hand h on h.unit_id = m.unit_id where h.agency_id = :agency) h
            order  by task_id, leads desc)
        select %1$s, false as red, s.leads, not s.leads as helps, (select count(*) from in_hand) as found,
               row_number() over (order by t.due_on nulls last, s.leads desc, t.plan_id, t.position) as place
        from  (select task_id, leads, cast(null as uuid) as unit_id from in_hand
               order  by due_on nulls last, leads desc, task_id limit %2$d) s
        join   running_task t on t.id = s.task_id
        """.formatted(COLUMNS, MOST);

    /** The same, and what is red where the actor watches some units. */
    private static final String OF_UNITS = """
        with watched as materialized (
            select unit_id from units_reached(:watchedWhole, :watchedOnly, :today) unit_id),
        mine as materialized (
            select unit_id from units_reached(:whole, :only, :today) unit_id
            union
            select unit_id from watched),
        given_up as materialized (
            select s.task_id, s.due_on
            from   watched m join task_status s on s.lead_unit_id = m.unit_id
            where  s.agency_id = :agency and s.running and s.state = 'NOT_DONE'
            and    s.changed_at >= :givenUpSince
            order  by s.due_on, s.task_id limit %2$d),
        in_hand as materialized (
            select distinct on (task_id) task_id, due_on, leads, unit_id,
                   coalesce(due_on < :today, false) and unit_id in (select unit_id from watched) as red
            from  (select h.* from mine m join task_in_hand h on h.unit_id = m.unit_id where h.agency_id = :agency) h
            order  by task_id, leads desc, unit_id),
        late as materialized (select task_id, due_on, leads, unit_id from in_hand where red),
        shown as (
            select task_id, true as red, leads, not leads as helps, unit_id
            from  (select * from late order by due_on, task_id limit %3$d) a
            union all
            select task_id, true, false, false, null
            from  (select task_id from given_up order by due_on, task_id
                   limit greatest(0, %3$d - (select count(*) from late))) g
            union all
            select task_id, false, leads, not leads, null
            from  (select task_id, leads from in_hand where not red
                   order  by due_on nulls last, leads desc, task_id limit %3$d) o)
        select %1$s, s.red, s.leads, s.helps,
               case when s.red then (select count(*) from late) + (select count(*) from given_up)
                    else (select count(*) from in_hand where not red) end as found,
               row_number() over (order by s.red and t.state = 'NOT_DONE', t.due_on nulls last, s.leads desc, t.plan_id,
                                           t.position) as place
        from   shown s join running_task t on t.id = s.task_id
        """.formatted(COLUMNS, COUNTED, MOST);

    private final JdbcClient jdbc;

    WorkList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where somebody watches what goes wrong. */
    enum Watched {
        NOWHERE,
        /** some units of the agency: a division with what is below it */
        AREA,
        AGENCY;

        static Watched by(Actor actor) {
            if (!actor.may(Action.WATCH_TASKS)) return NOWHERE;
            return actor.reach(Action.WATCH_TASKS).whole().contains(actor.agency()) ? AGENCY : AREA;
        }
    }

    /**
     * @param unit what the lead is called; in an area the unit for which it is red, if it only helps
     * @param found how many there are, shown or not
     * @param leads the actor's units lead it
     * @param helps they only help, and their part is open
     */
    record Work(
            UUID id,
            UUID planId,
            String planSubject,
            @Nullable String number,
            String text,
            @Nullable String unit,
            @Nullable LocalDate dueOn,
            @Nullable String dueText,
            TaskState state,
            @Nullable Integer shareDone,
            String words,
            int version,
            boolean red,
            boolean leads,
            boolean helps,
            int found) {}

    /**
     * @param red what is wrong where the actor watches: late, or lately reported as not carried out; the longest late first
     * @param own open tasks that the units for which the actor reports lead or help with, those with the nearest deadline
     *     first. What the own part is closed in waits for others; what is red in an area stands there only.
     */
    record Pressing(List<Work> red, List<Work> own) {}

    /**
     * @param red where the one is wanted
     * @param own whether the other is
     */
    Pressing pressing(Actor actor, Watched red, boolean own, LocalDate today) {
        var questions = new ArrayList<String>();
        if (red == Watched.AGENCY) questions.add(RED_OF_AGENCY);
        if (red == Watched.AREA) questions.add(OF_UNITS);
        else if (own) questions.add(OWN);
        if (questions.isEmpty()) return new Pressing(List.of(), List.of());
        var none = new UUID[0];
        var reach = actor.reach(Action.REPORT_TASKS);
        var watched = actor.reach(Action.WATCH_TASKS);
        var found = jdbc.sql("select * from ((%s)) pressing order by red desc, place"
                        .formatted(String.join(") union all (", questions)))
                .param("agency", actor.agency().value())
                .param("watchedWhole", red == Watched.AREA ? watched.wholeIds() : none)
                .param("watchedOnly", red == Watched.AREA ? watched.onlyIds() : none)
                .param("today", today)
                .param(
                        "givenUpSince",
                        today.minusDays(GIVEN_UP_DAYS).atStartOfDay(Today.ZONE).toOffsetDateTime())
                .param("whole", own ? reach.wholeIds() : none)
                .param("only", own ? reach.onlyIds() : none)
                // In the order of the columns: found by their names they took a twelfth of Java's time for the page.
                .query((rs, i) -> new Work(
                        rs.getObject(1, UUID.class),
                        rs.getObject(2, UUID.class),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getObject(7, LocalDate.class),
                        rs.getString(8),
                        TaskState.valueOf(rs.getString(9)),
                        rs.getObject(10, Integer.class),
                        rs.getString(11),
                        rs.getInt(12),
                        rs.getBoolean(13),
                        rs.getBoolean(14),
                        rs.getBoolean(15),
                        rs.getInt(16)))
                .list();
        return new Pressing(
                found.stream().filter(Work::red).toList(),
                found.stream().filter(work -> !work.red()).toList());
    }

    record PlanProgress(UUID id, String subject, int tasks, int done, int late, int noLead) {}

    /** The latest plans that run. */
    List<PlanProgress> plans(Actor actor, LocalDate today) {
        return jdbc.sql("""
            select l.id, l.subject, c.*
            from  (select p.id, d.subject
                   from   plan p join outgoing_document d on d.id = p.id
                   where  p.agency_id = :agency and d.state = 'ISSUED'
                   order  by p.id desc
                   limit  5) l
            cross  join lateral (
                   select count(*) filter (where s.state <> 'DROPPED') as tasks,
                          count(*) filter (where s.state = 'DONE') as done,
                          count(*) filter (where s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.due_on < :today) as late,
                          count(*) filter (where s.lead_unit_id is null and s.state <> 'DROPPED') as no_lead
                   from   task_status s where s.plan_id = l.id having count(*) > 0) c
            order  by l.id desc
            """)
                .param("agency", actor.agency().value())
                .param("today", today)
                .query(PlanProgress.class)
                .list();
    }
}
