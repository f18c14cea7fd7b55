package vn.binhdang.plan.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentCompanion;
import vn.binhdang.document.Finding;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.organisation.Agencies;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.testing.Pages;

@PaperTest
class TasksTest {
    @Autowired
    private Pages pages;

    @Autowired
    private SamplePapers papers;

    @Autowired
    private Plans plans;

    @Autowired
    private PlanCompanion companion;

    @Autowired
    private OutgoingDocuments documents;

    @Autowired
    private Agencies agencies;

    @Autowired
    private Clock clock;

    private Pages.Visit clerk;
    private PlanId id;

    @BeforeEach
    void a_plan_with_one_task_is_being_written() {
        clerk = pages.as("vanphong");
        var answer = clerk.post("/plans/new", "year", "2027", "subject", "Thực hiện công tác bình đẳng giới năm 2027");
        id = PlanId.of(Objects.requireNonNull(answer.getRedirectedUrl()).split("/")[2]);
        clerk.post("/plans/" + id + "/tasks");
        change(task(0), "number", "II.1", "text", "Tổ chức tập huấn. Tăng cường thống kê về giới.");
    }

    @Test
    void a_unit_may_be_typed_by_abbreviation_or_without_diacritics() {
        var answer = change(task(0), "lead", "van phong", "coordinating", "khtc; Hội Liên hiệp Phụ nữ tỉnh");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("X-Shown")).startsWith("lead=V%C4%83n+ph%C3%B2ng&");
        assertThat(task(0).leadUnit()).isEqualTo(pages.actor("vanphong").unit());
        assertThat(task(0).coordinating()).extracting(c -> c.unit() == null).containsExactly(false, true);
        assertThat(task(0).coordinating()).extracting(c -> c.printed()).contains("Hội Liên hiệp Phụ nữ tỉnh");
    }

    @Test
    void what_cannot_be_understood_is_told_at_its_field_and_the_rest_is_stored() {
        var answer = change(task(0), "lead", "Phòng nào đó", "due", "31/4/2027", "output", "một lớp");
        assertThat(answer.getStatus()).isEqualTo(422);
        var mistakes = Pages.parse(answer);
        assertThat(mistakes.select("[data-mistake=lead]").text()).contains("“Phòng nào đó”");
        assertThat(mistakes.select("[data-mistake=due]").text()).contains("Không có ngày 31/4/2027");
        assertThat(task(0).expectedOutput()).isEqualTo("một lớp");
        assertThat(task(0).dueOn()).isNull();
    }

    @Test
    void without_a_script_the_page_of_the_task_keeps_what_was_typed() {
        var answer = clerk.post(
                "/plans/" + id + "/tasks/" + task(0).id(),
                "version",
                String.valueOf(task(0).version()),
                "start",
                "1/7/2027",
                "due",
                "30/6/2027");
        assertThat(answer.getStatus()).isEqualTo(422);
        var page = Pages.parse(answer);
        assertThat(page.select("#due").val()).isEqualTo("30/6/2027");
        assertThat(page.select("#due-mistake").text()).contains("trước ngày bắt đầu");
    }

    @Test
    void the_page_of_a_task_lets_every_unit_be_chosen_by_clicking() {
        change(task(0), "lead", "VP", "coordinating", "Công đoàn");
        var page = clerk.get("/plans/" + id + "/tasks/" + task(0).id() + "/edit");
        assertThat(page.select("#lead option[selected]").text()).isEqualTo("Văn phòng");
        assertThat(page.select("input[type=checkbox]")).hasSize(10);
        assertThat(page.select("input[type=checkbox][checked]").val()).isEqualTo("Công đoàn Sở Khoa học và Công nghệ");
    }

    @Test
    void two_people_at_one_task_are_shown_both_versions() {
        String old = String.valueOf(task(0).version());
        change(task(0), "due", "30/6/2027");
        var answer = clerk.script("/plans/" + id + "/tasks/" + task(0).id(), "version", old, "due", "15/7/2027");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(answer).select(".words").eachText()).containsExactly("15/07/2027", "30/06/2027");
        assertThat(task(0).dueOn()).hasToString("2027-06-30");
    }

    @Test
    void a_split_task_hands_its_unit_on_and_undoing_gives_the_very_one_back() {
        change(task(0), "lead", "VP");
        var before = task(0);
        var answer = change(before, "do", "split");
        assertThat(tasks())
                .extracting(PlanTask::text)
                .containsExactly("Tổ chức tập huấn.", "Tăng cường thống kê về giới.");
        assertThat(tasks()).extracting(PlanTask::leadUnit).containsOnly(before.leadUnit());
        clerk.script(Pages.parse(answer).select("form[data-undo]").attr("action"));
        assertThat(tasks())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("version")
                .containsExactly(before);
    }

    @Test
    void joining_moving_and_deleting_keep_the_order_whole() {
        change(task(0), "do", "add-after");
        change(task(1), "text", "Việc thứ hai.", "do", "up");
        assertThat(tasks()).extracting(PlanTask::number).containsExactly("II.2", "II.1");
        assertThat(tasks()).extracting(PlanTask::position).containsExactly(0, 1);
        change(task(0), "do", "join");
        assertThat(tasks())
                .extracting(PlanTask::text)
                .containsExactly("Việc thứ hai. Tổ chức tập huấn. Tăng cường thống kê về giới.");
        String undo = Pages.parse(change(task(0), "do", "delete"))
                .select("form[data-undo]")
                .attr("action");
        assertThat(tasks()).isEmpty();
        clerk.script(undo);
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void a_task_for_all_heads_of_units_becomes_one_for_each_unit_that_exists() {
        change(task(0), "do", "spread");
        assertThat(tasks())
                .hasSize(8)
                .extracting(PlanTask::leadUnit)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void one_lead_is_given_to_all_that_were_ticked() {
        change(task(0), "do", "add-after");
        change(task(1), "do", "add-after");
        clerk.post(
                "/plans/" + id + "/tasks/assign",
                "lead",
                "Phòng CĐS",
                "task",
                task(0).id().toString(),
                "task",
                task(2).id().toString());
        assertThat(tasks()).extracting(t -> t.leadUnit() == null).containsExactly(false, true, false);
        assertThat(clerk.post("/plans/" + id + "/tasks/assign", "lead", "VP").getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_plan_is_not_ready_while_a_task_has_no_lead_or_neither_day_nor_reason() {
        assertThat(obstacles()).contains("plan.task.noLead", "plan.task.noDue");
        change(task(0), "lead", "VP", "noDueReason", "Nhiệm vụ thường xuyên trong năm");
        assertThat(obstacles()).doesNotContain("plan.task.noLead", "plan.task.noDue");
    }

    @Test
    void the_table_of_assignments_is_printed_and_the_text_has_to_refer_to_it() {
        change(task(0), "lead", "VP", "due", "30/6/2027", "output", "một lớp");
        assertThat(obstacles()).contains("plan.annex.notReferred");
        clerk.post("/plans/" + id + "/annex-reference");
        assertThat(obstacles()).doesNotContain("plan.annex.notReferred");
        var printed = beside().printed();
        assertThat(printed.body()).extracting(Block::text).doesNotContain("");
        var annex = printed.annexes().getLast();
        assertThat(annex.label()).isEqualTo("Phụ lục");
        assertThat(annex.body().getFirst().rows().get(1))
                .containsExactly("1", task(0).text(), "Văn phòng", "", "Đến 30/06/2027", "một lớp");
        clerk.post("/plans/" + id + "/settings", "year", "2027");
        assertThat(beside().printed().annexes()).isEmpty();
    }

    @Test
    void tasks_are_written_by_the_office_of_the_own_agency_and_only_in_a_draft() {
        String address = "/plans/" + id + "/tasks/" + task(0).id();
        assertThat(pages.as("qlkh").script(address, "version", "2", "text", "x").getStatus())
                .isEqualTo(403);
        assertThat(pages.as("giamdoc")
                        .script(address, "version", "2", "text", "x")
                        .getStatus())
                .isEqualTo(403);
        papers.moveToAnotherAgency("vanthu");
        assertThat(pages.as("vanthu")
                        .script(address, "version", "2", "text", "x")
                        .getStatus())
                .isEqualTo(404);
        assertThat(task(0).text()).isNotEqualTo("x");
    }

    private List<PlanTask> tasks() {
        return plans.tasksOf(plans.find(pages.actor("vanphong"), id));
    }

    private PlanTask task(int position) {
        return tasks().get(position);
    }

    private List<String> obstacles() {
        return beside().obstacles().stream().map(Finding::code).toList();
    }

    private DocumentCompanion.Beside beside() {
        var actor = pages.actor("vanphong");
        var today = Today.of(clock).day();
        return companion.beside(actor, documents.written(actor, id.document()), agencies.on(actor.agency(), today));
    }

    private MockHttpServletResponse change(PlanTask task, String... fields) {
        var all = new ArrayList<>(List.of("version", String.valueOf(task.version())));
        all.addAll(List.of(fields));
        return clerk.script("/plans/" + id + "/tasks/" + task.id(), all.toArray(String[]::new));
    }
}
