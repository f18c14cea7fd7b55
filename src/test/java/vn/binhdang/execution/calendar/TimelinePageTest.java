package vn.binhdang.execution.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class TimelinePageTest {
    @Autowired
    private Pages pages;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private JdbcClient jdbc;

    private RunningPlan running;
    private PlanId plan;

    @BeforeEach
    void one_plan_is_running() {
        running = new RunningPlan(product);
        jdbc.sql("update outgoing_document set state = 'RECALLED' where state = 'ISSUED'")
                .update();
        plan = running.issued(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới năm 2027",
                task("1", "Mời giảng viên", "Phòng QLKH", LocalDate.of(2027, 3, 1), List.of("Công đoàn")),
                task("2", "Tập huấn kiến thức giới", "Phòng QLKH", LocalDate.of(2027, 5, 1)),
                task("3", "Tổng kết", "Văn phòng", LocalDate.of(2027, 12, 1)),
                task("4", "Tuyên truyền thường xuyên", "Văn phòng", null));
    }

    private String tie(String number) {
        return "/plans/" + plan + "/tasks/" + running.taskOf(plan, number) + "/dependencies";
    }

    @Test
    void the_lead_says_by_number_or_words_what_a_task_waits_for_and_everybody_sees_it() {
        assertThat(pages.as("qlkh").post(tie("2"), "words", "1").getStatus()).isEqualTo(302);
        assertThat(pages.as("vanphong").post(tie("3"), "words", "tap huan").getStatus())
                .isEqualTo(302);
        var timeline = pages.as("giamdoc").get("/plans/" + plan + "/timeline");
        assertThat(timeline.select("svg .tie")).hasSize(2);
        assertThat(timeline.select("svg .bar-label")).hasSize(4);
        assertThat(timeline.select("svg path.bar"))
                .as("one without a day has only a row")
                .hasSize(3);
        assertThat(timeline.select("tbody tr:contains(Tổng kết) .before-list").text())
                .isEqualTo("2. Tập huấn kiến thức giới");
        var task = pages.as("giamdoc").get("/plans/" + plan + "/tasks/" + running.taskOf(plan, "2"));
        assertThat(task.select("section:has(#dependencies)").text())
                .contains("Làm sau khi xong 1. Mời giảng viên", "Xong rồi mới đến 3. Tổng kết");
        assertThat(task.select(".history").text()).contains("đặt việc này làm sau “1. Mời giảng viên”");
    }

    @Test
    void tasks_that_would_wait_for_each_other_are_refused_by_name() {
        pages.as("qlkh").post(tie("2"), "words", "1");
        pages.as("vanphong").post(tie("3"), "words", "2");
        var answer = pages.as("qlkh").post(tie("1"), "words", "3");
        assertThat(answer.getStatus()).isEqualTo(422);
        var page = Pages.parse(answer);
        assertThat(page.select("#words-problem").text())
                .contains("“1. Mời giảng viên” không thể làm sau “3. Tổng kết”")
                .contains("“3. Tổng kết” → “2. Tập huấn kiến thức giới” → “1. Mời giảng viên”");
        assertThat(page.select("#words").attr("value")).isEqualTo("3");
        assertThat(Pages.parse(pages.as("qlkh").post(tie("2"), "words", "1"))
                        .select("#words-problem")
                        .text())
                .contains("đã được đặt");
    }

    @Test
    void words_that_fit_several_tasks_are_asked_back_and_the_chosen_one_is_taken() {
        var answer = pages.as("vanphong").post(tie("3"), "words", "t");
        assertThat(answer.getStatus()).isEqualTo(422);
        var page = Pages.parse(answer);
        assertThat(page.select("input[name=after]")).hasSizeGreaterThan(1);
        String chosen = running.taskOf(plan, "2").toString();
        assertThat(page.select("input[value=" + chosen + "]")).isNotEmpty();
        assertThat(pages.as("vanphong")
                        .post(tie("3"), "words", "t", "after", chosen)
                        .getStatus())
                .isEqualTo(302);
        assertThat(Pages.parse(pages.as("vanphong").post(tie("3"), "words", "không có"))
                        .select("#words-problem")
                        .text())
                .startsWith("Không có việc nào");
        assertThat(Pages.parse(pages.as("vanphong").post(tie("3"), "words", ""))
                        .select("#words-problem")
                        .text())
                .startsWith("Hãy gõ");
    }

    @Test
    void a_deadline_before_that_of_the_task_it_waits_for_is_warned_of_and_not_refused() {
        pages.as("vanphong").post(tie("2"), "words", "3");
        assertThat(pages.as("qlkh").get(tie("2")).select(".finding-warning").text())
                .isEqualTo("Hạn 01/05/2027 của việc làm sau sớm hơn hạn 01/12/2027 của việc phải xong trước.");
        var timeline = pages.as("qlkh").get("/plans/" + plan + "/timeline");
        assertThat(timeline.select("svg .tie-wrong")).hasSize(1);
        assertThat(timeline.select(".before-list .finding-warning")).hasSize(1);
    }

    @Test
    void what_is_taken_back_is_gone_from_the_timeline_and_stays_in_the_history() {
        pages.as("qlkh").post(tie("2"), "words", "1");
        String remove = tie("2") + "/" + running.taskOf(plan, "1") + "/remove";
        assertThat(pages.as("qlkh").post(remove).getStatus()).isEqualTo(302);
        assertThat(pages.as("qlkh").post(remove).getStatus()).isEqualTo(404);
        assertThat(pages.as("qlkh").get("/plans/" + plan + "/timeline").select("svg .tie"))
                .isEmpty();
        assertThat(pages.as("qlkh")
                        .get("/plans/" + plan + "/tasks/" + running.taskOf(plan, "2"))
                        .select(".history")
                        .text())
                .contains("bỏ việc làm sau “1. Mời giảng viên”");
        assertThat(pages.as("qlkh").post(tie("2"), "words", "1").getStatus())
                .as("again")
                .isEqualTo(302);
    }

    @Test
    void who_only_helps_or_reads_cannot_change_the_order() {
        assertThat(pages.as("congdoan").post(tie("1"), "words", "2").getStatus())
                .isEqualTo(404);
        assertThat(pages.as("congdoan").fetch(tie("1")).getStatus()).isEqualTo(404);
        assertThat(pages.as("qlkh").post(tie("3"), "words", "2").getStatus())
                .as("of another unit")
                .isEqualTo(404);
        assertThat(pages.as("giamdoc").post(tie("3"), "words", "2").getStatus()).isEqualTo(403);
        assertThat(pages.as("vanphong")
                        .post(tie("3"), "after", Uuid7.create().toString())
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.as("congdoan").get("/plans/" + plan + "/timeline").select("a[href$=dependencies]"))
                .isEmpty();
        running.becomes(plan, "SUPERSEDED");
        assertThat(pages.as("vanphong").post(tie("3"), "words", "2").getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_unit_has_a_timeline_of_its_year_and_long_ones_are_turned() {
        String address = "/work/units/" + pages.actor("qlkh").unit() + "/timeline?year=2027";
        assertThat(pages.as("giamdoc").get(address).select("tbody tr")).hasSize(2);
        var union = "/work/units/" + pages.actor("congdoan").unit() + "/timeline?year=2027";
        assertThat(pages.as("giamdoc").get(union).select("tbody tr")).hasSize(1);
        pages.as("giamdoc").get(address, "en");
        var many = IntStream.range(0, 120)
                .mapToObj(i -> task(
                        "" + i,
                        "Việc " + i,
                        "Phòng QLKH",
                        LocalDate.of(2027, 6, 1).plusDays(i)))
                .toArray(DocumentTask[]::new);
        var longPlan = running.issued(pages.actor("vanphong"), "Kế hoạch dài", many);
        var first = pages.as("qlkh").get("/plans/" + longPlan + "/timeline");
        assertThat(first.select("tbody tr")).hasSize(100);
        assertThat(pages.as("qlkh")
                        .get(first.select("a[rel=next]").attr("href"))
                        .select("tbody tr"))
                .hasSize(20);
        assertThat(pages.as("qlkh")
                        .fetch("/work/units/" + Uuid7.create() + "/timeline")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void what_recurs_shows_each_of_its_rounds_on_the_timelines_of_the_plan_and_of_the_unit() {
        var draft = running.draft(
                pages.actor("vanphong"), "Kế hoạch có việc lặp lại", task("7", "Báo cáo quý", "Phòng QLKH", null));
        jdbc.sql("update plan set year = 2027 where id = :id")
                .param("id", draft.value())
                .update();
        jdbc.sql("update plan_task set recurrence = 'hằng quý', due_on = null where plan_id = :id")
                .param("id", draft.value())
                .update();
        running.issue(draft);
        var unit = pages.actor("qlkh").unit();
        for (String address : List.of("/plans/" + draft + "/timeline", "/work/units/" + unit + "/timeline?year=2027")) {
            var timeline = pages.as("qlkh").get(address);
            assertThat(timeline.select("svg .round-expected")).as(address).hasSize(3);
            assertThat(timeline.select("svg .round-thread")).as(address).hasSize(1);
            assertThat(timeline.select("tbody tr:contains(Báo cáo quý) .other-rounds")
                            .text())
                    .isEqualTo("Các kỳ khác: 14/06/2027: Dự kiến · 14/09/2027: Dự kiến · 14/12/2027: Dự kiến");
        }
        assertThat(pages.as("qlkh")
                        .get("/plans/" + draft + "/timeline", "en")
                        .select(".other-rounds")
                        .text())
                .startsWith("Other rounds: 14/06/2027: Expected");
    }

    @Test
    void a_unit_sees_a_year_in_which_only_a_later_round_falls() {
        var draft = running.draft(
                pages.actor("vanphong"),
                "Kế hoạch hai năm",
                task("8", "Báo cáo năm", "Phòng QLKH", LocalDate.of(2028, 12, 14)));
        jdbc.sql("update plan set year = 2027 where id = :id")
                .param("id", draft.value())
                .update();
        jdbc.sql("update plan_task set recurrence = 'hằng năm' where plan_id = :id")
                .param("id", draft.value())
                .update();
        running.issue(draft);
        String unit = "/work/units/" + pages.actor("qlkh").unit() + "/timeline?year=";
        assertThat(pages.as("qlkh").get(unit + 2028).select("svg .round-expected"))
                .hasSize(1);
        assertThat(pages.as("qlkh").get(unit + 2029).select("tbody tr:contains(Báo cáo năm)"))
                .isEmpty();
    }
}
