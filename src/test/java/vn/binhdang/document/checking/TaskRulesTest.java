package vn.binhdang.document.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.document.checking.Findings.codesOf;
import static vn.binhdang.document.checking.Findings.only;
import static vn.binhdang.document.checking.PlanBuilder.item;
import static vn.binhdang.document.checking.PlanBuilder.task;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.Lines;

class TaskRulesTest {

    @Test
    void a_task_with_lead_deadline_and_product_gives_no_finding() {
        codesOf(plan -> plan.tasks.add(task("II.1"))).isEmpty();
    }

    @Test
    void a_single_task_without_a_deadline_is_shown_at_its_place() {
        assertThat(only(plan -> plan.tasks.addAll(List.of(task("II.1"), undated("II.2", null, null)))))
                .isEqualTo(Finding.of(Severity.WARNING, "document.checking.taskWithoutDeadline", 30, "II.2"));
    }

    @Test
    void many_tasks_without_a_deadline_are_one_finding() {
        var found = only(plan -> {
            for (int i = 1; i <= 10; i++) plan.tasks.add(undated("II." + i, null, null));
            plan.tasks.add(task("III.1"));
        });
        assertThat(found.code()).endsWith("taskWithoutDeadline.many");
        assertThat(found.arguments()).containsExactly("10", "II.1, II.2, II.3, II.4, II.5, II.6, II.7, II.8 …", "11");
    }

    @Test
    void a_limit_in_words_or_a_rhythm_is_a_deadline() {
        codesOf(plan -> plan.tasks.addAll(List.of(
                        undated("II.1", "trong 05 ngày kể từ ngày nhận", null), undated("II.2", null, "hằng quý"))))
                .isEmpty();
    }

    @Test
    void a_task_without_a_lead_is_a_proposal() {
        var found = only(plan -> plan.tasks.add(new DocumentTask(
                null,
                "Gửi báo cáo kết quả",
                List.of(),
                List.of(),
                null,
                LocalDate.of(2024, 6, 30),
                null,
                null,
                null,
                Lines.of(30))));
        assertThat(found.severity()).isEqualTo(Severity.PROPOSAL);
        assertThat(found.arguments()).containsExactly("Gửi báo cáo kết quả");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nâng cao nhận thức về bình đẳng giới",
                "Tiếp tục đề cao vai trò của người đứng đầu",
                "Thực hiện theo Kế hoạch số 311/KH-UBND ngày 05/7/2021"
            })
    void words_without_product_or_number_cannot_be_measured(String text) {
        codesOf(plan -> plan.tasks.add(task("II.1", text, "2024-06-30"))).containsExactly("taskWithoutOutput");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tổ chức 02 lớp tập huấn cho cán bộ",
                "Đạt 80% cán bộ được tập huấn",
                "Tổng hợp, xây dựng báo cáo kết quả thực hiện",
                "Tổ chức hội nghị phổ biến Luật"
            })
    void a_number_or_a_product_can_be_measured(String text) {
        codesOf(plan -> plan.tasks.add(task("II.1", text, "2024-06-30"))).isEmpty();
    }

    @Test
    void a_task_that_ends_before_it_begins_contradicts_itself() {
        codesOf(plan -> plan.tasks.add(new DocumentTask(
                        "II.3",
                        "Ban hành kế hoạch Tháng hành động",
                        List.of("Văn phòng"),
                        List.of(),
                        LocalDate.of(2024, 12, 15),
                        LocalDate.of(2024, 11, 15),
                        null,
                        null,
                        null,
                        Lines.of(30))))
                .containsExactly("taskDueBeforeStart");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-31,taskDueBeforeDocument",
        "2025-11-30,taskOutsidePlan",
        "2025-01-15,",
        "2024-04-16,",
        "2024-12-31,"
    })
    void deadlines_lie_between_the_document_and_the_reports_on_its_year(LocalDate due, @Nullable String code) {
        codesOf(plan -> plan.tasks.add(task("II.1", "Ban hành kế hoạch truyền thông", due.toString())))
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void the_years_of_a_longer_plan_come_from_its_subject() {
        codesOf(plan -> {
                    plan.subject = "Truyền thông về bình đẳng giới đến năm 2030";
                    plan.tasks.add(task("II.1", "Ban hành kế hoạch truyền thông", "2029-12-31"));
                })
                .isEmpty();
    }

    @Test
    void a_weekday_that_is_not_that_of_its_date_is_found() {
        assertThat(only(plan -> plan.body(item("1.", "Họp sơ kết vào thứ Hai, ngày 14/4/2024 tại hội trường")))
                        .arguments())
                .containsExactly("thứ Hai, ngày 14/4/2024", "14/4/2024");
        codesOf(plan -> plan.body(
                        item("1.", "Họp vào Chủ nhật, ngày 14 tháng 4 năm 2024"),
                        item("2.", "ngày 15/4/2024 (thứ Hai)")))
                .isEmpty();
        codesOf(plan -> plan.body(item("1.", "ngày 16/4/2024 (thứ Hai)"))).containsExactly("weekdayWrong");
    }

    @Test
    void a_day_that_no_calendar_has_is_found_in_tables_too() {
        codesOf(plan -> plan.body(new Block(
                        Block.Kind.TABLE, null, "", List.of(List.of("Báo cáo", "trước 31/6/2024")), Lines.of(12))))
                .containsExactly("dateImpossible");
    }

    private static DocumentTask undated(String number, @Nullable String dueText, @Nullable String recurrence) {
        return new DocumentTask(
                number,
                "Ban hành kế hoạch truyền thông",
                List.of("Văn phòng"),
                List.of(),
                null,
                null,
                dueText,
                recurrence,
                null,
                Lines.of(30));
    }
}
