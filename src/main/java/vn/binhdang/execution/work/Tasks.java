package vn.binhdang.execution.work;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;

/**
 * Lists tasks of all running plans of the agency. Each list is one walk along an index, whether the agency has 200 tasks
 * or 200,000; nothing is counted that has to be gone through to the end.
 */
@Component
class Tasks {
    static final int PAGE = 30;
    /** Of what a unit leads and of what it helps with, on its own page; the rest is a link away. */
    static final int OF_UNIT = 15;
    /** Beyond this it says "more than". */
    private static final int COUNTED = 1_000;
    /** The same where words are looked for: each task has to be read for them, and who finds 200 looks for more words. */
    private static final int COUNTED_WITH_WORDS = 200;

    private static final String COLUMNS = """
        t.id, t.plan_id, t.plan_subject, t.number, t.text, t.lead_unit_id, t.lead_printed, t.due_on, t.due_text, t.state,
        t.share_done
        """;

    private static final RowMapper<Row> ROW = new SimplePropertyRowMapper<>(Row.class);

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            UUID id,
            UUID planId,
            String planSubject,
            @Nullable String number,
            String text,
            @Nullable UUID leadUnitId,
            @Nullable String leadPrinted,
            @Nullable LocalDate dueOn,
            @Nullable String dueText,
            TaskState state,
            @Nullable Integer shareDone) {

        Key key() {
            return new Key(dueOn == null ? Key.NO_DAY : dueOn, id);
        }
    }

    /** Where a page ended: the day and the task. */
    record Key(LocalDate day, UUID task) {
        /** Stands after every day. */
        static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

        static final Key BEGINNING = new Key(LocalDate.of(1, 1, 1), new UUID(0, 0));

        boolean isUndated() {
            return day.equals(NO_DAY);
        }

        static Key of(@Nullable String text) {
            if (text == null || text.length() != 47) return BEGINNING;
            try {
                return new Key(LocalDate.parse(text.substring(0, 10)), UUID.fromString(text.substring(11)));
            } catch (DateTimeException | IllegalArgumentException e) {
                return BEGINNING;
            }
        }

        String text() {
            return day + "_" + task;
        }
    }

    /**
     * @param rows up to {@link #PAGE}, and one more if there are more
     * @param found how many there are in all; beyond {@code most} one more than that
     * @param most how far was counted
     */
    record Found(List<Row> rows, int found, int most) {
        static final Found NOTHING = new Found(List.of(), 0, COUNTED);
    }

    /**
     * A page after a key.
     * @param unit only what this unit leads, it alone; null for the whole agency
     */
    Found page(
            Actor actor,
            WorkFilter filter,
            @Nullable UnitId unit,
            LocalDate today,
            ExecutionRules.Rules rules,
            Key after) {
        int most = filter.searched().isEmpty() ? COUNTED : COUNTED_WITH_WORDS;
        boolean first = after.equals(Key.BEGINNING);
        // First the ids along the index, on the first page as many as are counted, then the few rows that are shown.
        record Counted(Row row, int found) {}
        var shown = query(
                        """
                        with walked as materialized (
                            select task_id, due_on from (%s) f order by due_on nulls last, task_id limit :limit)
                        select %s, (select count(*) from walked) as found
                        from  (select task_id from walked order by due_on nulls last, task_id limit %d) s
                        join   running_task t on t.id = s.task_id
                        order  by t.due_on nulls last, t.id
                        """.formatted(paged(filter, unit, after), COLUMNS, PAGE + 1),
                        actor,
                        filter,
                        unit,
                        today,
                        rules,
                        after,
                        first ? most + 1 : PAGE + 1)
                .query((rs, i) -> new Counted(Objects.requireNonNull(ROW.mapRow(rs, i)), rs.getInt("found")))
                .list();
        int found =
                first ? shown.isEmpty() ? 0 : shown.getFirst().found() : count(actor, filter, unit, today, rules, most);
        return new Found(shown.stream().map(Counted::row).toList(), found, most);
    }

    private int count(
            Actor actor,
            WorkFilter filter,
            @Nullable UnitId unit,
            LocalDate today,
            ExecutionRules.Rules rules,
            int most) {
        return query(
                        "select count(*) from (" + walk(filter, unit, "") + ") f",
                        actor,
                        filter,
                        unit,
                        today,
                        rules,
                        Key.BEGINNING,
                        most + 1)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec query(
            String sql,
            Actor actor,
            WorkFilter filter,
            @Nullable UnitId unit,
            LocalDate today,
            ExecutionRules.Rules rules,
            Key after,
            int limit) {
        var values = new HashMap<String, Object>();
        values.put("agency", actor.agency().value());
        values.put("today", today);
        values.put("soonUntil", rules.soonUntil(today));
        values.put("afterDay", after.day());
        values.put("afterTask", after.task());
        values.put("limit", limit);
        values.put("unit", unit == null ? new UUID(0, 0) : unit.value());
        for (int i = 0; i < filter.searched().size(); i++)
            values.put("word" + i, filter.searched().get(i).pattern());
        return jdbc.sql(sql).params(values);
    }

    /**
     * A walk from the key on. What has no day stands behind everything that has one: a second walk, and the only one for a
     * page that ended there.
     */
    private static String paged(WorkFilter filter, @Nullable UnitId unit, Key after) {
        if (after.equals(Key.BEGINNING)) return walk(filter, unit, "");
        String dated = "(" + walk(filter, unit, " and (s.due_on, s.task_id) > (:afterDay, :afterTask)") + ")";
        if (!filter.show().alsoUndated()) return dated;
        String undated = "("
                + walk(filter, unit, " and s.due_on is null" + (after.isUndated() ? " and s.task_id > :afterTask" : ""))
                + ")";
        return after.isUndated() ? undated : dated + " union all " + undated;
    }

    /**
     * The first ones found along the index.
     * @param from a further condition on {@code task_status s}: where the walk begins
     */
    private static String walk(WorkFilter filter, @Nullable UnitId unit, String from) {
        boolean words = !filter.searched().isEmpty();
        var sql = new StringBuilder("select s.task_id, s.due_on")
                .append(words ? ", s.folded" : "")
                .append(" from task_status s where s.agency_id = :agency and s.running");
        if (unit != null) sql.append(" and s.lead_unit_id = :unit");
        switch (filter.show()) {
            case LATE -> sql.append(" and s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.due_on < :today");
            case DUE_SOON ->
                sql.append(" and s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.due_on between :today and :soonUntil");
            case OPEN -> sql.append(" and s.state in ('NOT_STARTED', 'IN_PROGRESS')");
            case NOT_DONE -> sql.append(" and s.state = 'NOT_DONE'");
        }
        sql.append(from).append(" order by s.due_on, s.task_id");
        if (!words) return sql.append(" limit :limit").toString();
        // The walk is fenced in ("offset 0"), and the words are looked for in what it brings until there are enough.
        // Else
        // they count as rare, and all tasks of the agency are read for them, or an index of words, which takes ten
        // times
        // as long for a common one.
        sql.insert(0, "select s.task_id, s.due_on from (").append(" offset 0) s where true");
        for (int i = 0; i < filter.searched().size(); i++)
            sql.append(" and s.folded like :word").append(i);
        return sql.append(" order by s.due_on, s.task_id limit :limit").toString();
    }

    /** Of one unit: counts of what it leads. */
    record UnitFigures(int led, int done, int open, int late, int notDone) {}

    UnitFigures figures(Actor actor, UnitId unit, LocalDate today) {
        // Counted in the index; the tasks themselves are not looked at.
        return jdbc.sql("""
            select count(*) filter (where s.state <> 'DROPPED') as led, count(*) filter (where s.state = 'DONE') as done,
                   count(*) filter (where s.state in ('NOT_STARTED', 'IN_PROGRESS')) as open,
                   count(*) filter (where s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.due_on < :today) as late,
                   count(*) filter (where s.state = 'NOT_DONE') as not_done
            from   task_status s
            where  s.lead_unit_id = :unit and s.agency_id = :agency and s.running
            """)
                .param("unit", unit.value())
                .param("agency", actor.agency().value())
                .param("today", today)
                .query(UnitFigures.class)
                .single();
    }

    /** What the unit leads and is open, the nearest deadline first. */
    List<Row> led(Actor actor, UnitId unit) {
        return jdbc.sql("""
            select %s
            from  (select task_id
                   from  ((select s.task_id, s.due_on, s.state from task_status s
                           where  s.lead_unit_id = :unit and s.agency_id = :agency and s.running
                           and    s.state in ('NOT_STARTED', 'IN_PROGRESS')
                           order  by s.due_on, s.task_id limit :most)
                          union all
                          (select s.task_id, s.due_on, s.state from task_status s
                           where  s.lead_unit_id = :unit and s.agency_id = :agency and s.running and s.state = 'NOT_DONE'
                           order  by s.due_on, s.task_id limit :most)) led
                   order  by state = 'NOT_DONE', due_on nulls last, task_id
                   limit  :most) found
            join   running_task t on t.id = found.task_id
            order  by t.state = 'NOT_DONE', t.due_on nulls last, t.id
            """.formatted(COLUMNS))
                .param("unit", unit.value())
                .param("agency", actor.agency().value())
                .param("most", OF_UNIT + 1)
                .query(Row.class)
                .list();
    }

    /**
     * @param partState where the unit's own part stands
     * @param found how many there are, shown or not
     */
    record Helped(
            UUID id,
            UUID planId,
            String planSubject,
            @Nullable String number,
            String text,
            @Nullable UUID leadUnitId,
            @Nullable String leadPrinted,
            @Nullable LocalDate dueOn,
            @Nullable String dueText,
            TaskState state,
            @Nullable Integer shareDone,
            TaskState partState,
            int found) {
        Row row() {
            return new Row(
                    id, planId, planSubject, number, text, leadUnitId, leadPrinted, dueOn, dueText, partState, null);
        }
    }

    /** Where the unit helps, does not lead as well, and its part is open; the nearest deadline first, from a key on. */
    List<Helped> parts(Actor actor, UnitId unit, Key after) {
        return jdbc.sql("""
            with helped as materialized (
                select task_id, due_on from task_in_hand
                where  unit_id = :unit and agency_id = :agency and not leads)
            select %s, coalesce(q.state, 'NOT_STARTED') as part_state, (select count(*) from helped) as found
            from  (select task_id from helped
                   where  (coalesce(due_on, :noDay), task_id) > (:afterDay, :afterTask)
                   order  by due_on, task_id
                   limit  :most) found
            left   join task_part q on q.task_id = found.task_id and q.unit_id = :unit
            join   running_task t on t.id = found.task_id
            order  by t.due_on nulls last, t.id
            """.formatted(COLUMNS))
                .param("unit", unit.value())
                .param("agency", actor.agency().value())
                .param("noDay", Key.NO_DAY)
                .param("afterDay", after.day())
                .param("afterTask", after.task())
                .param("most", OF_UNIT + 1)
                .query(Helped.class)
                .list();
    }
}
