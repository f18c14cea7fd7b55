package vn.binhdang.execution.running;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.plan.PlanId;

/** Counts and lists the tasks of one plan. The caller has found the plan for the actor before. */
@Component
class RunningPlans {
    static final int PAGE = 50;
    static final int CARDS = 30;

    private static final String OPEN = "t.state in ('NOT_STARTED', 'IN_PROGRESS')";
    private static final String LATE = OPEN + " and t.due_on < :today";
    private static final String SOON = OPEN + " and t.due_on between :today and :soonUntil";

    /** A pattern for a word whose own "%" and "_" mean themselves. */
    private static final String CONTAINS =
            "'%' || replace(replace(replace(fold(:word), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'";

    private static final String COLUMNS = """
        id, number, text, lead_unit_id, lead_printed, due_on, due_text, state, share_done,
            case when version > 0 then changed_at end as changed_at,
        group_key, sort_key, position, group_size, found
        """;

    private final JdbcClient jdbc;

    RunningPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The day it is and the last day that is soon. */
    record Days(LocalDate today, LocalDate soonUntil) {}

    /**
     * Counts of tasks, of one leading unit or of several added up.
     * @param unit null: tasks that nobody leads, or of all units
     */
    record Figures(
            @Nullable UUID unit,
            int tasks,
            int done,
            int inProgress,
            int notStarted,
            int notDone,
            int dropped,
            int late,
            int soon) {
        static final Figures NOTHING = new Figures(null, 0, 0, 0, 0, 0, 0, 0, 0);

        Figures plus(Figures other) {
            return new Figures(
                    null,
                    tasks + other.tasks,
                    done + other.done,
                    inProgress + other.inProgress,
                    notStarted + other.notStarted,
                    notDone + other.notDone,
                    dropped + other.dropped,
                    late + other.late,
                    soon + other.soon);
        }
    }

    /** One row per leading unit and one for the tasks that nobody leads, in no order. */
    List<Figures> figuresByUnit(PlanId plan, Days days) {
        return jdbc.sql("""
            select t.lead_unit_id                                    as unit,
                   count(*) filter (where t.state <> 'DROPPED')      as tasks,
                   count(*) filter (where t.state = 'DONE')          as done,
                   count(*) filter (where t.state = 'IN_PROGRESS')   as in_progress,
                   count(*) filter (where t.state = 'NOT_STARTED')   as not_started,
                   count(*) filter (where t.state = 'NOT_DONE')      as not_done,
                   count(*) filter (where t.state = 'DROPPED')       as dropped,
                   count(*) filter (where %s)                        as late,
                   count(*) filter (where %s)                        as soon
            from   running_task t
            where  t.plan_id = :plan
            group  by t.lead_unit_id
            """.formatted(LATE, SOON))
                .params(parameters(plan, days))
                .query(Figures.class)
                .list();
    }

    /**
     * Up to {@link #PAGE} rows after a key and one more if there are more.
     * @param unitOrder the units in the order of their groups
     */
    List<TaskRow> list(PlanId plan, TaskFilter filter, Days days, List<UUID> unitOrder, TaskRow.Key after) {
        return page(plan, filter, days, unitOrder, after, PAGE + 1);
    }

    /** Every row, for print. */
    List<TaskRow> all(PlanId plan, TaskFilter filter, Days days, List<UUID> unitOrder) {
        return page(plan, filter, days, unitOrder, TaskRow.Key.BEGINNING, Integer.MAX_VALUE);
    }

    private List<TaskRow> page(
            PlanId plan, TaskFilter filter, Days days, List<UUID> unitOrder, TaskRow.Key after, int limit) {
        return jdbc.sql("""
            with found as (%s),
            counted as (select f.*, count(*) over (partition by group_key) as group_size, count(*) over () as found
                        from   found f)
            select %s
            from   counted
            where  (group_key, sort_key, position) > (:afterGroup, :afterSort, :afterPosition)
            order  by group_key, sort_key, position
            limit  :limit
            """.formatted(found(filter), COLUMNS))
                .params(parameters(plan, days))
                .params(searched(filter))
                .param("unitOrder", array(unitOrder))
                .param("afterGroup", after.group())
                .param("afterSort", after.sort())
                .param("afterPosition", after.position())
                .param("limit", limit)
                .query(TaskRow.class)
                .list();
    }

    /** Of each state the {@link #CARDS} with the nearest deadlines. */
    List<TaskRow> board(PlanId plan, TaskFilter filter, Days days) {
        var byState = new TaskFilter(
                filter.words(),
                filter.unit(),
                filter.state(),
                TaskFilter.Group.STATE,
                TaskFilter.Sort.DUE,
                filter.view());
        return jdbc.sql("""
            with found as (%s),
            counted as (select f.*, count(*) over (partition by group_key) as group_size, count(*) over () as found,
                               row_number() over (partition by group_key order by sort_key, position) as card
                        from   found f)
            select %s
            from   counted
            where  card <= :cards
            order  by group_key, sort_key, position
            """.formatted(found(byState), COLUMNS))
                .params(parameters(plan, days))
                .params(searched(byState))
                .param("unitOrder", "{}")
                .param("cards", CARDS)
                .query(TaskRow.class)
                .list();
    }

    private static String found(TaskFilter filter) {
        var where = new StringBuilder("t.plan_id = :plan");
        // What an amendment took out is shown to who asks for it.
        if (!filter.state().equals("DROPPED")) where.append(" and t.state <> 'DROPPED'");
        if (filter.unit().equals(TaskFilter.NOBODY)) where.append(" and t.lead_unit_id is null");
        else if (!filter.unit().isEmpty()) where.append(" and t.lead_unit_id = :unit");
        switch (filter.state()) {
            case "" -> {}
            case "OPEN" -> where.append(" and ").append(OPEN);
            case "LATE" -> where.append(" and ").append(LATE);
            case "DUE_SOON" -> where.append(" and ").append(SOON);
            default -> where.append(" and t.state = :state");
        }
        for (int i = 0; i < filter.searched().size(); i++)
            where.append(" and t.folded like ").append(CONTAINS.replace(":word", ":word" + i));
        return "select t.*, cast(" + groupKey(filter.group()) + " as bigint) as group_key, cast("
                + sortKey(filter.sort()) + " as bigint) as sort_key from running_task t where " + where;
    }

    private static String groupKey(TaskFilter.Group group) {
        return switch (group) {
            case NONE -> "0";
            case UNIT -> "coalesce(array_position(cast(:unitOrder as uuid[]), t.lead_unit_id), 1000000)";
            case STATE -> "array_position(array['NOT_STARTED', 'IN_PROGRESS', 'DONE', 'NOT_DONE', 'DROPPED'], t.state)";
            case DUE -> "coalesce(extract(year from t.due_on) * 12 + extract(month from t.due_on) - 1, 1000000)";
        };
    }

    private static String sortKey(TaskFilter.Sort sort) {
        return switch (sort) {
            case PLAN -> "0";
            case DUE -> "coalesce(t.due_on - date '1970-01-01', 10000000)";
            // the latest first; what was never reported on last
            case CHANGED -> "case when t.version = 0 then 1 else -extract(epoch from t.changed_at) * 1000000 end";
        };
    }

    private static Map<String, Object> parameters(PlanId plan, Days days) {
        return Map.of("plan", plan.value(), "today", days.today(), "soonUntil", days.soonUntil());
    }

    private static Map<String, Object> searched(TaskFilter filter) {
        var values = new HashMap<String, Object>();
        if (!filter.unit().isEmpty() && !filter.unit().equals(TaskFilter.NOBODY))
            values.put("unit", UUID.fromString(filter.unit()));
        values.put("state", filter.state());
        for (int i = 0; i < filter.searched().size(); i++)
            values.put("word" + i, filter.searched().get(i));
        return values;
    }

    private static String array(List<UUID> ids) {
        return "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
    }
}
