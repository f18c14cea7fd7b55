package vn.binhdang.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.plan.PlanId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** What the database keeps of each unit's work in hand is what the tasks, their units and the parts say. */
@PageTest
class WorkInHandTest {
    private static final List<String> STATES = List.of("NOT_STARTED", "IN_PROGRESS", "DONE", "NOT_DONE", "DROPPED");

    @Autowired
    private Pages pages;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void four_hundred_random_changes_leave_what_the_tasks_say() {
        var random = new Random(17);
        var running = new RunningPlan(product);
        var clerk = pages.actor("vanphong");
        var plans = new ArrayList<PlanId>();
        for (int i = 0; i < 3; i++) {
            var plan = running.draft(
                    clerk,
                    "Kế hoạch " + i,
                    task("1", "Tập huấn", "Văn phòng", null, List.of("Phòng Kế hoạch - Tài chính")),
                    task("2", "Truyền thông", "Văn phòng", LocalDate.of(2026, 5, 1)),
                    task("3", "Thống kê", null, null));
            plans.add(plan);
            assertThat(kept()).isEqualTo(said());
            running.issue(plan);
            assertThat(kept()).isEqualTo(said());
        }
        var units =
                jdbc.sql("select id from unit order by id").query(UUID.class).list();
        var tasks = jdbc.sql("select task_id from task_status where plan_id = any (:plans) order by task_id")
                .param("plans", plans.stream().map(PlanId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        assertThat(kept()).hasSizeGreaterThan(5);
        int most = 0;
        for (int i = 0; i < 400; i++) {
            // A plan that ended does not come back: one ends on the way.
            int act = i == 300 ? 6 : List.of(0, 1, 2, 3, 4, 5, 7, 8).get(random.nextInt(8));
            var task = tasks.get(random.nextInt(tasks.size()));
            var unit = units.get(random.nextInt(units.size()));
            var plan = plans.get(random.nextInt(plans.size())).value();
            String state = STATES.get(random.nextInt(act == 4 ? 4 : 5));
            transactions.executeWithoutResult(_ -> {
                // A state made by hand has no deed; see UnrecordedChanges.
                jdbc.sql("select set_config('test.recorded', 'yes', true)")
                        .query(String.class)
                        .single();
                jdbc.sql(
                                switch (act) {
                                    case 0 -> "update task_status set state = :state where task_id = :task";
                                    case 1 ->
                                        "update task_status set due_on = current_date + :day where task_id = :task";
                                    case 2 -> "update plan_task set lead_unit_id = :unit where id = :task";
                                    case 3 -> """
                                        insert into plan_task_coordinating (task_id, position, unit_id, printed)
                                        select :task, coalesce(max(position), 0) + 1, :unit, 'Đơn vị'
                                        from   plan_task_coordinating where task_id = :task\
                                        """;
                                    case 4 -> """
                                        insert into task_part (task_id, unit_id, agency_id, state, version, changed_at)
                                        select s.task_id, coalesce((select unit_id from plan_task_coordinating c
                                                                    where c.task_id = s.task_id order by position desc limit 1),
                                                                   :unit), s.agency_id, :state, 1, now()
                                        from   task_status s where s.task_id = :task
                                        on conflict (task_id, unit_id) do update set state = excluded.state\
                                        """;
                                    case 5 -> """
                                        delete from plan_task_coordinating c where task_id = :task and position in (
                                            select min(position) from plan_task_coordinating where task_id = :task)\
                                        """;
                                    case 6 -> "update outgoing_document set state = 'SUPERSEDED' where id = :plan";
                                    case 7 -> "update task_status set state = :state where plan_id = :plan";
                                    default ->
                                        "update plan_task_coordinating set unit_id = :unit where task_id = :task and"
                                                + " position = 1";
                                })
                        .param("task", task)
                        .param("unit", unit)
                        .param("plan", plan)
                        .param("state", state)
                        .param("day", random.nextInt(60) - 30)
                        .update();
            });
            var kept = kept();
            assertThat(kept).as("change %d, kind %d", i, act).isEqualTo(said());
            most = Math.max(most, kept.size());
        }
        assertThat(most).isGreaterThan(10);
        jdbc.sql("delete from task_status where plan_id = :plan")
                .param("plan", plans.getFirst().value())
                .update();
        assertThat(kept()).isEqualTo(said());
    }

    private List<String> kept() {
        return jdbc.sql("select concat_ws(' ', task_id, unit_id, agency_id, leads, due_on) from task_in_hand order by"
                        + " 1")
                .query(String.class)
                .list();
    }

    /** As the lists put it together before, of each unit apart. */
    private List<String> said() {
        return jdbc.sql("""
            select concat_ws(' ', s.task_id, u.id, s.agency_id, s.lead_unit_id is not distinct from u.id, s.due_on)
            from   task_status s
            join   outgoing_document d on d.id = s.plan_id and d.state = 'ISSUED'
            cross  join unit u
            where  s.state not in ('DONE', 'NOT_DONE', 'DROPPED')
            and   (s.lead_unit_id = u.id
                   or exists (select 1 from plan_task_coordinating c where c.task_id = s.task_id and c.unit_id = u.id)
                      and not exists (select 1 from task_part p where p.task_id = s.task_id and p.unit_id = u.id
                                      and p.state in ('DONE', 'NOT_DONE')))
            order  by 1
            """).query(String.class).list();
    }
}
