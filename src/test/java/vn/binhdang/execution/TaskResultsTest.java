package vn.binhdang.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** The period is the first half of 2026 as Decree 09/2019 cuts it: 15 December to 14 June. */
@PageTest
class TaskResultsTest {
    private static final LocalDate FROM = LocalDate.of(2025, 12, 15);
    private static final LocalDate TO = LocalDate.of(2026, 6, 15);

    @Autowired
    private Pages pages;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private TaskResults results;

    @Autowired
    private JdbcClient jdbc;

    private RunningPlan running;
    private Actor clerk;
    private Actor science;
    private Actor youth;
    private PlanId plan;
    private TaskId training;

    @BeforeEach
    void a_plan_is_running() {
        running = new RunningPlan(product);
        clerk = pages.actor("vanphong");
        science = pages.actor("qlkh");
        youth = pages.actor("chidoan");
        plan = running.issued(
                clerk,
                "Thực hiện công tác bình đẳng giới năm 2026",
                task("II.1", "Tập huấn", "Phòng Quản lý khoa học", LocalDate.of(2026, 6, 14), List.of("Chi đoàn")),
                task("II.2", "Truyền thông", null, LocalDate.of(2026, 5, 30)));
        training = running.taskOf(plan, "II.1");
    }

    @Test
    void a_task_nobody_spoke_of_has_not_started() {
        var silent = ofPeriod().tasks().getFirst();
        assertThat(silent.state()).isEqualTo(TaskState.NOT_STARTED);
        assertThat(silent.progress()).isEmpty();
        assertThat(silent.leadName()).isEqualTo("Phòng Quản lý khoa học");
    }

    @Test
    void the_state_is_the_one_at_the_end_of_the_period_and_not_the_latest() {
        report(1, TaskState.IN_PROGRESS, "Đã mở lớp", LocalDate.of(2026, 3, 2));
        report(2, TaskState.DONE, "Đã bế giảng", LocalDate.of(2026, 7, 1));
        assertThat(ofPeriod().tasks().getFirst().state()).isEqualTo(TaskState.IN_PROGRESS);
        var later =
                results.of(clerk, plan, TO, LocalDate.of(2026, 12, 15)).tasks().getFirst();
        assertThat(later.state()).isEqualTo(TaskState.DONE);
        assertThat(later.doneOn()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void words_of_the_period_come_in_order_with_unit_and_person() {
        report(1, TaskState.NOT_STARTED, "Của kỳ trước", LocalDate.of(2025, 12, 14));
        report(2, TaskState.IN_PROGRESS, "Ngày đầu kỳ", FROM);
        running.reported(
                plan, training, 3, TaskState.IN_PROGRESS, "Chi đoàn giúp", youth, LocalDate.of(2026, 2, 1), true);
        report(4, TaskState.IN_PROGRESS, "Ngày cuối kỳ", TO.minusDays(1));
        report(5, TaskState.IN_PROGRESS, "Của kỳ sau", TO);
        var words = ofPeriod().tasks().getFirst().progress();
        assertThat(words)
                .extracting(TaskResult.Report::words)
                .containsExactly("Ngày đầu kỳ", "Chi đoàn giúp", "Ngày cuối kỳ");
        assertThat(words.get(1).contribution()).isTrue();
        assertThat(words.get(1).unitName()).isEqualTo("Chi đoàn Sở Khoa học và Công nghệ");
        assertThat(words.get(0).who()).isEqualTo("Trịnh Xuân Giang");
    }

    @Test
    void words_of_a_coordinating_unit_do_not_change_the_state() {
        report(1, TaskState.NOT_DONE, "Không có kinh phí", LocalDate.of(2026, 3, 2));
        running.reported(plan, training, 2, TaskState.NOT_DONE, "Sẵn sàng giúp", youth, LocalDate.of(2026, 3, 3), true);
        var task = ofPeriod().tasks().getFirst();
        assertThat(task.state()).isEqualTo(TaskState.NOT_DONE);
        assertThat(task.notDoneReason()).isEqualTo("Không có kinh phí");
    }

    @Test
    void a_task_due_on_the_last_day_and_done_on_it_is_in_time() {
        report(1, TaskState.DONE, "Xong", LocalDate.of(2026, 6, 14));
        assertThat(ofPeriod().tasks().getFirst().late()).isFalse();
    }

    @Test
    void a_task_open_after_its_deadline_is_late_and_one_done_after_it_was_done_late() {
        var late = ofPeriod();
        assertThat(late.totals().late()).isEqualTo(2);
        report(1, TaskState.DONE, "Xong muộn", LocalDate.of(2026, 7, 2));
        var year = results.of(clerk, plan, FROM, LocalDate.of(2026, 11, 1)).totals();
        assertThat(year.doneLate()).isEqualTo(1);
        assertThat(year.late()).isEqualTo(1);
    }

    @Test
    void a_period_that_is_not_over_is_judged_by_today() {
        var open = running.issued(clerk, "Năm sau", task("1", "Việc của năm 2199", null, LocalDate.of(2199, 1, 1)));
        var result = results.of(clerk, open, FROM, LocalDate.of(2200, 1, 1));
        assertThat(result.tasks().getFirst().late()).isFalse();
    }

    @Test
    void evidence_counts_in_the_period_it_was_added_unless_taken_back() {
        evidence("Danh sách ký nhận", LocalDate.of(2026, 3, 1), false);
        evidence("Ảnh lớp học", LocalDate.of(2026, 4, 1), false);
        evidence("Tệp nhầm", LocalDate.of(2026, 4, 2), true);
        evidence("Của kỳ sau", TO, false);
        assertThat(ofPeriod().tasks().getFirst().evidence()).containsExactly("Danh sách ký nhận", "Ảnh lớp học");
        assertThat(ofPeriod().totals().evidence()).isEqualTo(2);
    }

    @Test
    void the_states_add_up_to_all_tasks() {
        report(1, TaskState.DONE, "Xong", LocalDate.of(2026, 5, 1));
        var totals = ofPeriod().totals();
        assertThat(totals.tasks()).isEqualTo(2);
        assertThat(totals.done()).isEqualTo(1);
        assertThat(totals.notStarted()).isEqualTo(1);
        assertThat(totals.withoutLead()).isEqualTo(1);
        assertThat(totals.done() + totals.inProgress() + totals.notStarted() + totals.notDone())
                .isEqualTo(totals.tasks());
    }

    @Test
    void another_agency_sees_nothing() {
        var stranger = Actor.of(clerk.account(), clerk.person(), UnitId.create(), clerk.unit(), clerk.roles());
        assertThatThrownBy(() -> results.of(stranger, plan, FROM, TO)).isInstanceOf(NotVisible.class);
    }

    private PlanResults ofPeriod() {
        return results.of(clerk, plan, FROM, TO);
    }

    private void report(int no, TaskState state, String words, LocalDate day) {
        running.reported(plan, training, no, state, words, science, day, false);
    }

    private void evidence(String title, LocalDate day, boolean takenBack) {
        var at = day.atStartOfDay(vn.binhdang.calendar.Today.ZONE).toOffsetDateTime();
        jdbc.sql("""
            insert into task_evidence (id, task_id, plan_id, file_id, title, unit_id, added_by, added_at, removed_at,
                                       removed_by)
            values (:id, :task, :plan, :file, :title, :unit, :by, :at, :removedAt, :removedBy)
            """)
                .param("id", Uuid7.create())
                .param("task", training.value())
                .param("plan", plan.value())
                .param("file", Uuid7.create())
                .param("title", title)
                .param("unit", science.unit().value())
                .param("by", science.account().value())
                .param("at", at)
                .param("removedAt", takenBack ? at : null)
                .param("removedBy", takenBack ? science.account().value() : null)
                .update();
    }
}
