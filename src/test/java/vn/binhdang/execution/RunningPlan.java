package vn.binhdang.execution;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentIssued;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskId;

/** Issued plans made by hand, without the way through approval and numbering. */
public final class RunningPlan {
    private final Plans plans;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    public RunningPlan(ApplicationContext product) {
        plans = product.getBean(Plans.class);
        jdbc = product.getBean(JdbcClient.class);
        events = product;
        transactions = product.getBean(TransactionTemplate.class);
    }

    public static DocumentTask task(String number, String text, @Nullable String lead, @Nullable LocalDate due) {
        return task(number, text, lead, due, List.of());
    }

    public static DocumentTask task(
            String number, String text, @Nullable String lead, @Nullable LocalDate due, List<String> coordinating) {
        return new DocumentTask(
                number,
                text,
                lead == null ? List.of() : List.of(lead),
                coordinating,
                null,
                due,
                null,
                null,
                null,
                null);
    }

    public PlanId draft(Actor clerk, String subject, DocumentTask... tasks) {
        return plans.create(clerk, content(subject, List.of(tasks)), 2026, null, null);
    }

    public PlanId issued(Actor clerk, String subject, DocumentTask... tasks) {
        var id = draft(clerk, subject, tasks);
        issue(id);
        return id;
    }

    public void issue(PlanId id) {
        issue(id, LocalDate.of(2026, 1, 5));
    }

    public void issue(PlanId id, LocalDate day) {
        transactions.executeWithoutResult(transaction -> {
            // A state made by hand has no deed; see UnrecordedChanges.
            jdbc.sql("select set_config('test.recorded', 'yes', true)")
                    .query(String.class)
                    .single();
            jdbc.sql("""
                update outgoing_document
                set    state = 'ISSUED', symbol = 'KH-SKHCN', series = 'KH', issued_on = :day,
                       number = (select 1 + coalesce(max(number), 0) from outgoing_document),
                       signer_id = created_by, signing_capacity = 'HEAD', issued_content = head,
                       docx_file_id = id, pdf_file_id = id
                where  id = :id
                """).param("id", id.value()).param("day", day).update();
            events.publishEvent(new DocumentIssued(id.value(), DocumentKind.PLAN, day));
        });
    }

    public void becomes(PlanId id, String state) {
        jdbc.sql("update outgoing_document set state = :state where id = :id")
                .param("state", state)
                .param("id", id.value())
                .update();
    }

    public TaskId taskOf(PlanId plan, String number) {
        return new TaskId(jdbc.sql("select id from plan_task where plan_id = :plan and number = :number")
                .param("plan", plan.value())
                .param("number", number)
                .query(UUID.class)
                .single());
    }

    /** A report made on a day of the past, at nine in the morning. */
    public void reported(
            PlanId plan, TaskId task, int no, TaskState state, String words, Actor by, LocalDate day, boolean help) {
        jdbc.sql("""
            insert into task_progress (id, task_id, plan_id, no, state, words, unit_id, reported_by, reported_at,
                                       done_on, contribution)
            values (:id, :task, :plan, :no, :state, :words, :unit, :by, :at, :doneOn, :help)
            """)
                .param("id", Uuid7.create())
                .param("task", task.value())
                .param("plan", plan.value())
                .param("no", no)
                .param("state", state.name())
                .param("words", words)
                .param("unit", by.unit().value())
                .param("by", by.account().value())
                .param("at", day.atTime(LocalTime.of(9, 0)).atZone(Today.ZONE).toOffsetDateTime())
                .param("doneOn", state == TaskState.DONE ? day : null)
                .param("help", help)
                .update();
    }

    private static AdministrativeDocument content(String subject, List<DocumentTask> tasks) {
        return new AdministrativeDocument(
                "Kế hoạch",
                "Sở Khoa học và Công nghệ",
                "Ủy ban nhân dân tỉnh Hoa Giang",
                null,
                "KH-SKHCN",
                "Hoa Giang",
                null,
                subject,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                tasks,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }
}
