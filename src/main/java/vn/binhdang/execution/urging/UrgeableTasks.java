package vn.binhdang.execution.urging;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;

/** Finds the open tasks of running plans for which somebody may urge. */
@Component
class UrgeableTasks {
    /**
     * Of the own plans those that the role reaches, whoever leads them; of the plans of bodies below those that a unit in
     * reach leads.
     */
    static final String WITHIN = """
        ((t.agency_id = :agency and (t.agency_id = any (:urgeWhole) or in_reach(t.lead_unit_id, :urgeWhole, :urgeOnly, current_date)))
         or in_reach(t.lead_unit_id, :belowWhole, :belowOnly, current_date))
        """;

    private static final String OPEN = " t.plan_state = 'ISSUED' and t.state in ('NOT_STARTED', 'IN_PROGRESS') ";
    /** Walked along the index of open deadlines of one agency, however many tasks others have. */
    private static final String OWN_BY_DAY = """
        task_status s join running_task t on t.id = s.task_id
        where s.agency_id = :agency and s.running and s.state in ('NOT_STARTED', 'IN_PROGRESS') and s.due_on < :before
        and   (s.due_on, s.task_id) > (:afterDue, :afterId)
        """;

    private static final String ALL_BY_DAY =
            "running_task t where t.due_on < :before and (t.due_on, t.id) > (:afterDue, :afterId)";
    private static final String COLUMNS = """
        t.id, t.plan_id, t.plan_subject, t.agency_id as agency, t.number, t.text, t.lead_unit_id as lead_unit,
        t.lead_printed, t.due_on, t.state, t.share_done,
        (select max(o.told_on) from urging_item i join urging_told o on o.item_id = i.id
         where  i.subject_id = t.id and i.unit_id = t.lead_unit_id) as urged_on,
        exists (select 1 from urging_item i where i.subject_id = t.id and i.waiting) as letter
        """;
    private static final String CONTAINS =
            "'%' || replace(replace(replace(fold(:word), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'";
    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final int MOST_WORDS = 6;

    private final JdbcClient jdbc;

    UrgeableTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param dueFrom inclusive; null from ever
     * @param dueBefore exclusive
     * @param unit null for all
     */
    record Question(
            @Nullable LocalDate dueFrom,
            LocalDate dueBefore,
            String words,
            @Nullable UnitId unit,
            boolean unanswered) {}

    /** The last row of a page. */
    record Key(LocalDate dueOn, UUID id) {
        static final Key BEGINNING = new Key(LocalDate.of(1, 1, 1), new UUID(0, 0));

        static Key of(@Nullable String text) {
            try {
                return text == null || text.isEmpty()
                        ? BEGINNING
                        : new Key(LocalDate.parse(text.substring(0, 10)), UUID.fromString(text.substring(11)));
            } catch (RuntimeException e) {
                return BEGINNING; // an old address still shows the list
            }
        }

        String text() {
            return dueOn + "." + id;
        }
    }

    static Map<String, Object> reach(Actor actor) {
        var urge = actor.reach(Action.URGE_TASKS);
        var below = actor.reach(Action.URGE_BELOW);
        var values = new HashMap<String, Object>();
        values.put("agency", actor.agency().value());
        values.put("urgeWhole", urge.wholeIds());
        values.put("urgeOnly", urge.onlyIds());
        values.put("belowWhole", below.wholeIds());
        values.put("belowOnly", below.onlyIds());
        return values;
    }

    /** With the nearest deadline first. */
    List<Urgeable> list(Actor actor, Question question, Key after, int limit) {
        var where = new StringBuilder();
        var values = new HashMap<>(reach(actor));
        values.put("before", question.dueBefore());
        values.put("afterDue", after.dueOn());
        values.put("afterId", after.id());
        values.put("limit", limit);
        if (question.dueFrom() != null) {
            where.append(" and t.due_on >= :dueFrom");
            values.put("dueFrom", question.dueFrom());
        }
        if (question.unit() != null) {
            where.append(" and t.lead_unit_id = :unit");
            values.put("unit", question.unit().value());
        }
        if (question.unanswered())
            where.append(
                    " and exists (select 1 from urging_item i where i.subject_id = t.id and i.answered_at is null)");
        if (!question.words().isBlank()) {
            var words = GAP.splitAsStream(question.words().strip())
                    .limit(MOST_WORDS)
                    .toList();
            for (int i = 0; i < words.size(); i++) {
                where.append(" and t.folded like ").append(CONTAINS.replace(":word", ":word" + i));
                values.put("word" + i, words.get(i));
            }
        }
        boolean ownOnly = !actor.may(Action.URGE_BELOW);
        return jdbc.sql("select " + COLUMNS + " from " + (ownOnly ? OWN_BY_DAY : ALL_BY_DAY) + " and " + OPEN + " and "
                        + WITHIN + where + (ownOnly ? " order by s.due_on, s.task_id" : " order by t.due_on, t.id")
                        + " limit :limit")
                .params(values)
                .query(Urgeable.class)
                .list();
    }

    /**
     * These tasks, in the order of their deadlines.
     * @throws NotVisible when one is absent, over or out of reach
     */
    List<Urgeable> these(Actor actor, Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        var wanted = ids.stream().distinct().toArray(UUID[]::new);
        var found = jdbc.sql("select " + COLUMNS + " from running_task t where t.id = any (:ids) and " + OPEN + " and "
                        + WITHIN + " order by t.due_on nulls last, t.id")
                .params(reach(actor))
                .param("ids", wanted)
                .query(Urgeable.class)
                .list();
        if (found.size() < wanted.length) throw new NotVisible("tasks to urge for");
        return found;
    }

    /** The units that help with each of these tasks. */
    Map<UUID, List<UUID>> coordinating(Collection<UUID> tasks) {
        var units = new HashMap<UUID, List<UUID>>();
        if (tasks.isEmpty()) return units;
        jdbc.sql("""
            select task_id, unit_id from plan_task_coordinating
            where  task_id = any (:ids) and unit_id is not null order by task_id, position
            """).param("ids", tasks.toArray(UUID[]::new)).query(rs -> {
            units.computeIfAbsent(rs.getObject("task_id", UUID.class), k -> new java.util.ArrayList<>())
                    .add(rs.getObject("unit_id", UUID.class));
        });
        return units;
    }
}
