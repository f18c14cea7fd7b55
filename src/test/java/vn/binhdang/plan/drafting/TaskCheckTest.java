package vn.binhdang.plan.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.document.Finding;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.PlanTask.CoordinatingUnit;
import vn.binhdang.plan.TaskId;

class TaskCheckTest {
    private final Unit office = new Unit(UnitId.create(), UnitKind.DEPARTMENT_OFFICE, "Văn phòng", null, "VP");
    private final UnitWords units = new UnitWords(List.of(office), new UnitMatcher(List.of(office), Map.of()));
    private final TaskCheck check = new TaskCheck(2025, units, WorkingDays.standard());

    @Test
    void a_task_with_lead_day_and_output_lacks_nothing() {
        assertThat(check.of(task(office.id(), LocalDate.of(2025, 6, 30), null))).isEmpty();
    }

    @Test
    void a_task_needs_one_unit_that_leads_it() {
        assertThat(codes(task(null, LocalDate.of(2025, 6, 30), null))).containsExactly("plan.task.leadUnmatched");
        assertThat(codes(task(UnitId.create(), LocalDate.of(2025, 6, 30), null)))
                .containsExactly("plan.task.leadEnded");
    }

    @Test
    void a_task_needs_a_day_or_the_reason_why_there_is_none() {
        assertThat(codes(task(office.id(), null, null))).containsExactly("plan.task.noDue");
        assertThat(codes(task(office.id(), null, "Nhiệm vụ thường xuyên"))).isEmpty();
    }

    @Test
    void a_deadline_on_a_day_of_rest_is_a_warning_with_the_next_working_day_as_its_mend() {
        var finding =
                check.of(task(office.id(), LocalDate.of(2025, 6, 29), null)).getFirst();
        assertThat(finding.code()).isEqualTo("plan.task.dueOnRest");
        assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
        assertThat(finding.mend()).isEqualTo(new Finding.Mend("due", "30/06/2025"));
    }

    @Test
    void the_last_days_of_a_year_go_back_and_not_into_the_next() {
        assertThat(TaskCheck.workingDay(LocalDate.of(2028, 12, 31), WorkingDays.standard()))
                .isEqualTo(LocalDate.of(2028, 12, 29));
    }

    @Test
    void a_deadline_outside_the_year_of_the_plan_is_a_warning() {
        assertThat(codes(task(office.id(), LocalDate.of(2026, 6, 30), null))).containsExactly("plan.task.dueOutside");
    }

    private List<String> codes(PlanTask task) {
        return check.of(task).stream().map(Finding::code).toList();
    }

    private static PlanTask task(@Nullable UnitId lead, @Nullable LocalDate due, @Nullable String reason) {
        return new PlanTask(
                TaskId.create(),
                new PlanId(Uuid7.create()),
                0,
                "II.1",
                "Tổ chức tập huấn",
                lead,
                "Các phòng",
                List.<CoordinatingUnit>of(),
                null,
                due,
                null,
                reason,
                null,
                "một lớp tập huấn",
                null,
                1);
    }
}
