package vn.binhdang.execution.calendar;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.execution.DayItem;
import vn.binhdang.execution.DayItem.Standing;
import vn.binhdang.execution.DayQuestion;
import vn.binhdang.execution.DayQuestion.Whose;
import vn.binhdang.execution.DaySource;
import vn.binhdang.execution.DayTally;
import vn.binhdang.execution.Round;
import vn.binhdang.execution.TaskState;
import vn.binhdang.kernel.Actor;

/**
 * The rounds of what recurs beside the one that is in hand, which {@link TaskDays} shows as the deadline of the task: those
 * that were closed, and those expected until the plan ends. Rounds have no rows until somebody reports, so they are
 * computed; whose part in a task is closed is expected nowhere any more.
 */
@Component
class RoundDays implements DaySource {
    private static final String KIND = "execution.calendar.kind.round";

    private final JdbcClient jdbc;

    RoundDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param closed "2026-QUARTER-1 DONE": rounds that were reported as ended */
    private record Recurring(
            UUID id,
            UUID planId,
            String title,
            String recurrence,
            int planYear,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate plannedDueOn,
            @Nullable LocalDate dueOn,
            boolean over,
            List<String> closed,
            int version,
            OffsetDateTime changedAt) {}

    @Override
    public Found days(Actor actor, DayQuestion asked) {
        var items = new ArrayList<DayItem>();
        var tallies = new ArrayList<DayTally>();
        byDay(actor, asked, DayItem::day).forEach((day, ofDay) -> {
            tallies.add(tally(day, ofDay));
            ofDay.stream().sorted(DayItem.ORDER).limit(asked.most()).forEach(items::add);
        });
        return new Found(List.copyOf(items), List.copyOf(tallies));
    }

    @Override
    public List<DayTally> months(Actor actor, DayQuestion asked) {
        return byDay(actor, asked, item -> item.day().withDayOfMonth(1)).entrySet().stream()
                .map(month -> tally(month.getKey(), month.getValue()))
                .toList();
    }

    private TreeMap<LocalDate, List<DayItem>> byDay(
            Actor actor, DayQuestion asked, Function<DayItem, LocalDate> grouped) {
        return recurring(actor, asked).stream()
                .flatMap(task -> rounds(task, asked).stream())
                .collect(Collectors.groupingBy(grouped, TreeMap::new, Collectors.toList()));
    }

    private static DayTally tally(LocalDate day, List<DayItem> items) {
        int late = 0;
        int closed = 0;
        for (var item : items)
            switch (item.standing()) {
                case LATE -> late++;
                case DONE, NOT_DONE -> closed++;
                case TO_COME, EXPECTED -> {}
            }
        return new DayTally(day, items.size(), late, closed);
    }

    private static List<DayItem> rounds(Recurring task, DayQuestion asked) {
        var closed = new HashMap<String, TaskState>();
        for (String round : task.closed()) {
            String[] said = round.split(" ", 2);
            closed.put(said[0], TaskState.valueOf(said[1]));
        }
        var items = new ArrayList<DayItem>();
        for (var round : Round.of(task.recurrence(), task.planYear(), task.beginsOn(), task.plannedDueOn())) {
            var day = round.dueOn();
            if (day.isBefore(asked.from()) || !day.isBefore(asked.until()) || day.equals(task.dueOn())) continue;
            var state = closed.get(round.key());
            if (state == null && task.over()) continue;
            items.add(new DayItem(
                    id(task.id(), round),
                    KIND,
                    "/plans/" + task.planId() + "/tasks/" + task.id(),
                    task.title(),
                    true,
                    day,
                    state != null
                            ? Standing.of(state, day, asked.today())
                            : day.isBefore(asked.today()) ? Standing.LATE : Standing.EXPECTED,
                    task.version(),
                    task.changedAt()));
        }
        return items;
    }

    /** The same for the same round for good, though there is no row that could have one. */
    private static UUID id(UUID task, Round round) {
        return UUID.nameUUIDFromBytes((task + " " + round.key()).getBytes(StandardCharsets.UTF_8));
    }

    private List<Recurring> recurring(Actor actor, DayQuestion asked) {
        var values = new HashMap<String, Object>(Map.of(
                "agency", actor.agency().value(),
                "lastYear", asked.until().getYear(),
                "firstYear", asked.from().getYear()));
        String only = "";
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
        return jdbc.sql("""
            select p.id, p.plan_id, coalesce(p.number || '. ', '') || p.text as title, p.recurrence,
                   l.year as plan_year, coalesce(p.start_on, d.issued_on) as begins_on, p.due_on as planned_due_on,
                   s.due_on, s.state in ('DONE', 'NOT_DONE') or %s as over,
                   (select coalesce(string_agg(r.round || ' ' || r.state, ','), '')
                    from   task_round r where r.task_id = p.id and r.state in ('DONE', 'NOT_DONE')) as closed,
                   s.version, s.changed_at
            from   plan l
            join   outgoing_document d on d.id = l.id and d.state = 'ISSUED'
            join   plan_task p on p.plan_id = l.id and p.recurrence is not null
            join   task_status s on s.task_id = p.id and s.state <> 'DROPPED'
            where  l.agency_id = :agency and l.year <= :lastYear
            and    greatest(l.year, coalesce(extract(year from p.due_on), l.year)) >= :firstYear%s
            """.formatted(over, only))
                .params(values)
                .query((rs, i) -> new Recurring(
                        rs.getObject("id", UUID.class),
                        rs.getObject("plan_id", UUID.class),
                        rs.getString("title"),
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
                        rs.getObject("changed_at", OffsetDateTime.class)))
                .list();
    }
}
