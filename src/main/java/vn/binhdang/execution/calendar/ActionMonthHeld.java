package vn.binhdang.execution.calendar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.ComputedSource;

/**
 * Whether a unit held the Action Month: a task that names it, of a plan of the unit or led by it, was reported done on a day
 * of the month and its evidence lies beside it. Where there is none the product does not know: the unit may have held it and
 * not written it down here, so there is no figure rather than a "no".
 */
@Component
class ActionMonthHeld implements ComputedSource {
    private static final Figure HELD = new Figure("ACTION_MONTH", "");

    private final JdbcClient jdbc;

    ActionMonthHeld(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> words() {
        return Set.of(HELD.word());
    }

    @Override
    public String messageKey() {
        return "execution.calendar.actionMonth.source";
    }

    /** The month belongs to the window in which it begins: the last of its days is already one of the next reporting year. */
    @Override
    public Map<UnitId, Map<Figure, Long>> values(Question question) {
        var values = new HashMap<UnitId, Map<Figure, Long>>();
        if (!question.asked().contains(HELD)) return values;
        var window = question.window();
        for (int year = window.from().getYear(); year <= window.to().getYear(); year++) {
            var month = ActionMonth.of(year);
            if (month.first().isBefore(window.from()) || !month.first().isBefore(window.until())) continue;
            for (var unit : held(question, month)) values.put(unit, Map.of(HELD, 1L));
        }
        return values;
    }

    private List<UnitId> held(Question question, ActionMonth month) {
        return jdbc
                .sql("""
                    select u.id
                    from   unnest(cast(:units as uuid[])) u (id)
                    where  exists (
                        select 1
                        from   (select * from running_task where agency_id = u.id
                                union all
                                select * from running_task where lead_unit_id = u.id) t
                        where  t.plan_state in ('ISSUED', 'SUPERSEDED') and strpos(t.folded, fold(:words)) > 0
                          and  (t.state = 'DONE' and t.done_on >= :first and t.done_on < :until
                                or exists (select 1 from task_round r
                                           where  r.task_id = t.id and r.state = 'DONE'
                                             and  r.done_on >= :first and r.done_on < :until))
                          and  exists (select 1 from task_evidence e where e.task_id = t.id and e.removed_at is null))
                    """)
                .param("units", question.units().stream().map(UnitId::value).toArray(UUID[]::new))
                .param("words", NAME)
                .param("first", month.first())
                .param("until", month.until())
                .query(UUID.class)
                .list()
                .stream()
                .map(UnitId::new)
                .toList();
    }

    /** As plans write it, whatever the accents and capitals. */
    private static final String NAME = "tháng hành động";
}
