package vn.binhdang.plan.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.document.PaperTest;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.testing.Pages;

@PaperTest
class NextPlanTest {
    @Autowired
    private Pages pages;

    @Autowired
    private Plans plans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext product;

    private Pages.Visit clerk;
    private PlanId id;
    private String done;
    private String open;

    @BeforeEach
    void a_plan_of_which_one_task_is_done_and_one_is_not() {
        var running = new RunningPlan(product);
        id = running.issued(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới năm 2026",
                RunningPlan.task("1", "Tổ chức Tháng hành động năm 2026", "Văn phòng", LocalDate.of(2026, 12, 15)),
                RunningPlan.task("2", "Xây dựng tài liệu", "Văn phòng", LocalDate.of(2026, 6, 30)));
        done = running.taskOf(id, "1").toString();
        open = running.taskOf(id, "2").toString();
        state(done, "DONE");
        state(open, "IN_PROGRESS");
        clerk = pages.as("vanphong");
    }

    @Test
    void for_each_unfinished_task_the_clerk_chooses_and_nothing_is_chosen_beforehand() {
        var asked = clerk.post("/plans/new/after", "source", id.toString(), "year", "2027");
        assertThat(asked.getRedirectedUrl()).isEqualTo("/plans/" + id + "/next?year=2027");
        var page = clerk.get("/plans/" + id + "/next?year=2027");
        assertThat(page.select("input[checked]").eachAttr("name")).containsExactly("fate-" + done);
        assertThat(page.select("section:has(#unfinished)").text()).contains("Đang thực hiện", "hạn 30/06/2026");
        var answer = clerk.post("/plans/" + id + "/next", "year", "2027");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(answer).select("[role=alert]").text()).contains("Chưa chọn cho: 2");
    }

    @Test
    void what_is_carried_over_keeps_its_words_and_its_tie_to_the_old_task_and_waits_to_be_looked_at() {
        var next = next("CARRIED");
        var tasks = plans.tasksOf(plans.find(pages.actor("vanphong"), next));
        assertThat(tasks)
                .extracting(PlanTask::text)
                .containsExactly("Tổ chức Tháng hành động năm 2027", "Xây dựng tài liệu");
        assertThat(clerk.get("/plans/" + next + "/edit")
                        .select("[data-notes=task-" + tasks.get(1).id() + "]")
                        .text())
                .contains("Chuyển tiếp từ kế hoạch năm 2026", "hạn cũ: 30/06/2026", "Đề xuất năm nay: 30/06/2027");
        state(open, "DONE");
        var ties = clerk.get("/plans/" + next + "/graph");
        assertThat(ties.select("section:has(#carried)").text())
                .contains("chuyển từ", "khi chuyển: Đang thực hiện", "hạn cũ 30/06/2026");
        assertThat(ties.select("section:has(#carried) a").attr("href")).isEqualTo("/plans/" + id + "/tasks/" + open);
        assertThat(clerk.get("/plans/" + id + "/graph").text()).contains("Kế hoạch tiếp theo", "chuyển sang");
        assertThat(pages.as("qlkh").get("/plans/" + id + "/graph").text()).doesNotContain("chuyển sang");
    }

    @Test
    void what_is_left_out_or_done_again_has_no_tie() {
        assertThat(plans.tasksOf(plans.find(pages.actor("vanphong"), next("LEFT"))))
                .hasSize(1);
        var again = next("AGAIN");
        assertThat(plans.tasksOf(plans.find(pages.actor("vanphong"), again))).hasSize(2);
        assertThat(clerk.get("/plans/" + again + "/graph").select("#carried")).isEmpty();
    }

    @Test
    void a_draft_begun_by_mistake_is_taken_back_as_long_as_nobody_has_written_in_it() {
        var draft = next("CARRIED");
        var page = clerk.get("/plans/" + id + "/next");
        assertThat(page.select("section:has(#written)").text()).contains("Năm 2027:", "Dự thảo");
        String action = page.select("form[action*=" + draft + "]").attr("action");
        assertThat(pages.as("giamdoc").post(action).getStatus()).isEqualTo(403);
        assertThat(clerk.post("/plans/" + draft + "/next/" + id + "/withdraw").getStatus())
                .isEqualTo(404);
        assertThat(clerk.post(action).getRedirectedUrl()).isEqualTo("/plans/" + id + "/next?done=withdrawn");
        assertThat(clerk.get("/plans/" + id + "/next?done=withdrawn", "en").text())
                .contains("The draft was taken back");
        assertThat(clerk.fetch("/plans/" + draft + "/edit").getStatus()).isEqualTo(404);
        var kept = next("CARRIED");
        clerk.post("/plans/" + kept + "/tasks");
        assertThat(clerk.get("/plans/" + id + "/next").select("form[action*=" + kept + "]"))
                .isEmpty();
        assertThat(clerk.post("/plans/" + id + "/next/" + kept + "/withdraw").getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_draft_whose_tasks_somebody_tied_to_targets_is_not_taken_back() {
        var draft = next("CARRIED");
        String task = plans.tasksOf(plans.find(pages.actor("vanphong"), draft))
                .getFirst()
                .id()
                .toString();
        var tied = clerk.post("/plans/" + draft + "/targets/" + task, "version", "0", "target", "NQ28-6.1");
        assertThat(tied.getStatus()).isEqualTo(302);
        assertThat(clerk.get("/plans/" + id + "/next").select("form[action*=" + draft + "]"))
                .isEmpty();
        assertThat(clerk.post("/plans/" + id + "/next/" + draft + "/withdraw").getStatus())
                .isEqualTo(409);
    }

    @Test
    void for_many_unfinished_tasks_one_choice_stands_for_all_that_are_not_chosen() {
        var many = new RunningPlan(product)
                .issued(
                        pages.actor("vanphong"),
                        "Kế hoạch nhiều việc năm 2026",
                        RunningPlan.task("1", "Một", "Văn phòng", null),
                        RunningPlan.task("2", "Hai", "Văn phòng", null),
                        RunningPlan.task("3", "Ba", "Văn phòng", null),
                        RunningPlan.task("4", "Bốn", "Văn phòng", null));
        String third = new RunningPlan(product).taskOf(many, "3").toString();
        var asked = clerk.post("/plans/" + many + "/next", "year", "2027", "rest", "", "fate-" + third, "LEFT");
        assertThat(asked.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(asked).select(".field-mistake")).hasSize(3);
        var answer = clerk.post("/plans/" + many + "/next", "year", "2027", "rest", "CARRIED", "fate-" + third, "LEFT");
        var next = PlanId.of(Objects.requireNonNull(answer.getRedirectedUrl()).split("/")[2]);
        assertThat(plans.tasksOf(plans.find(pages.actor("vanphong"), next)))
                .extracting(PlanTask::text)
                .containsExactly("Một", "Hai", "Bốn");
        assertThat(clerk.get("/plans/" + next + "/graph").select("section:has(#carried) a"))
                .hasSize(3);
    }

    private PlanId next(String fate) {
        var answer = clerk.post("/plans/" + id + "/next", "year", "2027", "fate-" + open, fate);
        return PlanId.of(Objects.requireNonNull(answer.getRedirectedUrl()).split("/")[2]);
    }

    private void state(String task, String state) {
        jdbc.sql("update task_status set state = :state where task_id = cast(:id as uuid)")
                .param("state", state)
                .param("id", task)
                .update();
    }
}
