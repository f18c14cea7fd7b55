package vn.binhdang.execution.start;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class StartPageTest {
    @Autowired
    private Pages pages;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private RunningPlan running;
    private PlanId plan;

    @BeforeEach
    void one_plan_is_running() {
        running = new RunningPlan(product);
        var today = LocalDate.now(clock);
        // Plans of the tests before are over.
        jdbc.sql("update outgoing_document set state = 'RECALLED' where state = 'ISSUED'")
                .update();
        plan = running.issued(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới năm 2026",
                task("1", "Tập huấn", "Phòng Quản lý khoa học", today.plusDays(40)),
                task("2", "Truyền thông", "Phòng Quản lý khoa học", today.minusDays(3)),
                task(
                        "3",
                        "Hưởng ứng Tháng hành động",
                        "Công đoàn",
                        today.plusDays(2),
                        List.of("Phòng Quản lý khoa học")),
                task("4", "Báo cáo", "Văn phòng", today.minusDays(1)));
    }

    @Test
    void staff_see_the_open_tasks_of_their_unit_the_late_ones_first() {
        var today = LocalDate.now(clock);
        running.issued(
                pages.actor("vanphong"),
                "Kế hoạch vận động",
                task("1", "Hội thi", "Công đoàn", today.plusDays(40)),
                task("2", "Vận động đoàn viên", "Công đoàn", today.minusDays(1)));
        var page = pages.as("congdoan").get("/");
        assertThat(page.select(".start-group").eachText()).containsExactly("Quá hạn", "Sắp đến hạn", "Còn lại");
        assertThat(page.select(".work-list .work-head > a").eachText())
                .containsExactly("2. Vận động đoàn viên", "3. Hưởng ứng Tháng hành động", "1. Hội thi");
        assertThat(page.text()).contains("3 nhiệm vụ chưa xong, trong đó 1 đã quá hạn.");
        assertThat(page.select("#red, #in-hand")).isEmpty();
    }

    @Test
    void the_head_of_a_division_sees_what_is_red_in_the_own_area_and_apart_from_it_what_is_to_come() {
        var head = pages.as("qlkh");
        var page = head.get("/");
        assertThat(page.select("#red").text()).isEqualTo("Cần chú ý trong đơn vị tôi phụ trách");
        assertThat(page.select(".red-unit > summary").eachText()).containsExactly("Phòng Quản lý khoa học (1)");
        assertThat(page.select("section:has(#red) .work-head > a").eachText()).containsExactly("2. Truyền thông");
        assertThat(page.select("section:has(#red) form.quick")).hasSize(1);
        assertThat(page.select(".start-group").eachText()).containsExactly("Sắp đến hạn", "Còn lại");
        assertThat(page.select("section:has(#own) .work-head > a").eachText())
                .containsExactly("3. Hưởng ứng Tháng hành động", "1. Tập huấn");
        assertThat(page.text()).contains("2 nhiệm vụ chưa xong, chưa quá hạn.");
        assertThat(head.get("/", "en").select("section:has(#red)").text())
                .contains("1 task overdue, or reported as not carried out in the last 30 days, that the unit leads or"
                        + " helps with.");
        assertThat(pages.as("khtc").get("/").select("section:has(#red)").text())
                .as("another division")
                .contains("Đơn vị không có nhiệm vụ nào quá hạn");
    }

    @Test
    void red_in_a_division_is_also_what_it_gave_up_and_where_it_is_late_with_helping() {
        running.issued(
                pages.actor("vanphong"),
                "Kế hoạch phối hợp",
                task(
                        "1",
                        "Hội thi chung",
                        "Công đoàn",
                        LocalDate.now(clock).minusDays(5),
                        List.of("Phòng Quản lý khoa học")));
        var head = pages.as("qlkh");
        head.post(
                "/plans/" + plan + "/tasks/" + running.taskOf(plan, "1") + "/progress",
                "state",
                "NOT_DONE",
                "words",
                "Không có kinh phí",
                "version",
                "0");
        var red = head.get("/").select("section:has(#red)");
        assertThat(red.select(".red-unit > summary").eachText()).containsExactly("Phòng Quản lý khoa học (3)");
        assertThat(red.select(".work-head > a").eachText())
                .containsExactly("1. Hội thi chung", "2. Truyền thông", "1. Tập huấn");
        assertThat(red.select(".work:contains(Hội thi chung)").text()).contains("Phối hợp");
        assertThat(red.select(".work:contains(Hội thi chung) form, .work:contains(Tập huấn) form"))
                .isEmpty();
        assertThat(red.text()).contains("Không thực hiện", "Lần trước: Không có kinh phí");
    }

    @Test
    void what_was_given_up_is_red_for_a_month_and_then_only_in_the_list_of_such_tasks() {
        pages.as("qlkh")
                .post(
                        "/plans/" + plan + "/tasks/" + running.taskOf(plan, "1") + "/progress",
                        "state",
                        "NOT_DONE",
                        "words",
                        "Không có kinh phí",
                        "version",
                        "0");
        for (String who : List.of("qlkh", "giamdoc")) {
            givenUp(30);
            assertThat(pages.as(who).get("/").select("section:has(#red)").text())
                    .contains("Không có kinh phí");
            givenUp(31);
            var red = pages.as(who).get("/").select("section:has(#red)");
            assertThat(red.text()).doesNotContain("Không có kinh phí");
            assertThat(pages.as(who)
                            .get(red.select("a[href*=NOT_DONE]").attr("href"))
                            .text())
                    .contains("1. Tập huấn");
        }
    }

    private void givenUp(int daysAgo) {
        jdbc.sql("update task_status set changed_at = :at where task_id = :task")
                .param(
                        "at",
                        LocalDate.now(clock)
                                .minusDays(daysAgo)
                                .atTime(12, 0)
                                .atZone(Today.ZONE)
                                .toOffsetDateTime())
                .param("task", running.taskOf(plan, "1").value())
                .update();
    }

    @Test
    void a_late_piece_of_work_of_somebody_in_the_division_stands_with_its_head() {
        var other = running.issued(
                pages.actor("vanphong"),
                "Kế hoạch tài chính",
                task(
                        "1",
                        "Lập dự toán",
                        "Phòng Kế hoạch - Tài chính",
                        LocalDate.now(clock).plusDays(20)));
        String task = "/plans/" + other + "/tasks/" + running.taskOf(other, "1");
        var head = pages.as("khtc");
        var added = head.post(
                task + "/sub-tasks",
                "text",
                "Tổng hợp số liệu",
                "to",
                "person:" + pages.actor("thongke").person(),
                "dueOn",
                DateTimeFormatter.ofPattern("dd/MM/yyyy")
                        .format(LocalDate.now(clock).plusDays(9)));
        assertThat(added.getStatus()).isEqualTo(302);
        assertThat(head.get("/").select("#duty-DO + ul").text()).doesNotContain("Tổng hợp số liệu");
        jdbc.sql("update sub_task set due_on = :day where text = 'Tổng hợp số liệu'")
                .param("day", LocalDate.now(clock).minusDays(1))
                .update();
        assertThat(head.get("/").select("#duty-DO + ul .work-late").text())
                .contains("Tổng hợp số liệu", "Việc nhỏ của người khác trong đơn vị");
        assertThat(pages.as("thongke").get("/").select("#duty-DO + ul").text())
                .contains("Tổng hợp số liệu")
                .doesNotContain("của người khác");
        assertThat(pages.as("qlkh").get("/").text()).doesNotContain("Tổng hợp số liệu");
    }

    @Test
    void a_task_is_updated_from_the_list_in_one_go() {
        var unit = pages.as("qlkh");
        var form = Objects.requireNonNull(unit.get("/").select("form.quick").first());
        var sent = unit.post(
                form.attr("action"),
                "state",
                "IN_PROGRESS",
                "share",
                "60",
                "words",
                "Đã đăng 3 tin",
                "version",
                form.select("input[name=version]").attr("value"),
                "back",
                form.select("input[name=back]").attr("value"));
        assertThat(sent.getRedirectedUrl()).startsWith("/?saved=");
        var page = unit.get(Objects.requireNonNull(sent.getRedirectedUrl()));
        assertThat(page.select("[role=status]").text()).contains("Đã ghi nhận");
        assertThat(page.select(".work").first().text()).contains("60%", "Lần trước: Đã đăng 3 tin");
    }

    @Test
    void a_coordinating_unit_sees_its_part_and_no_form_that_says_the_state() {
        var page = pages.as("qlkh").get("/");
        var helped = page.select(".work:contains(Hưởng ứng)").first();
        assertThat(helped.text()).contains("Phối hợp");
        assertThat(helped.select("form")).isEmpty();
    }

    @Test
    void what_is_done_leaves_the_list() {
        String task = "/plans/" + plan + "/tasks/" + running.taskOf(plan, "2");
        pages.as("qlkh").post(task + "/progress", "state", "DONE", "noEvidenceReason", "Tin trên cổng", "version", "0");
        assertThat(pages.as("qlkh").get("/").select(".work-head > a").eachText())
                .noneMatch(title -> title.contains("Truyền thông"));
    }

    @Test
    void who_has_nothing_to_do_is_told_so() {
        assertThat(pages.as("tdc").get("/").select("section:has(#own)").text())
                .contains("không còn nhiệm vụ nào chưa xong");
    }

    @Test
    void the_office_sees_documents_that_need_it_and_what_is_late_by_unit() {
        running.draft(pages.actor("vanphong"), "Kế hoạch đang soạn", task("1", "Việc", null, null));
        var page = pages.as("vanphong").get("/");
        assertThat(page.select("section:has(#in-hand)").text()).contains("Đang soạn", "Kế hoạch đang soạn");
        assertThat(page.select("section:has(#in-hand) a[href$=/edit]")).isNotEmpty();
        assertThat(page.select(".red-unit > summary").eachText())
                .containsExactly("Phòng Quản lý khoa học (1)", "Văn phòng (1)");
        assertThat(page.select("a[href=/plans/import]")).isNotEmpty();
        assertThat(page.select("section:has(#own) .work-head > a").eachText()).containsExactly("4. Báo cáo");
    }

    @Test
    void the_head_sees_what_waits_for_a_decision_and_what_is_red() {
        var draft = running.draft(pages.actor("vanphong"), "Kế hoạch trình ký", task("1", "Việc", null, null));
        running.becomes(draft, "SUBMITTED");
        pages.as("vanphong")
                .post(
                        "/plans/" + plan + "/tasks/" + running.taskOf(plan, "1") + "/progress",
                        "state",
                        "NOT_DONE",
                        "words",
                        "Không có kinh phí",
                        "version",
                        "0");
        var page = pages.as("giamdoc").get("/");
        assertThat(page.select("#duty-APPROVE + ul a[href=/documents/" + draft + "]")
                        .text())
                .isEqualTo("Kế hoạch trình ký");
        assertThat(page.select("section:has(#red)").text()).contains("Không thực hiện", "Lần trước: Không có kinh phí");
        assertThat(page.select("#own")).isEmpty();
        assertThat(page.select("form.quick")).isEmpty();
    }

    @Test
    void plans_at_work_say_how_far_they_are() {
        assertThat(pages.as("tdc").get("/").select("section:has(#plans)").text())
                .contains("Hoàn thành 0/4 nhiệm vụ, quá hạn 2");
        assertThat(pages.as("tdc").get("/", "en").select("section:has(#plans)").text())
                .contains("0 of 4 tasks done, 2 overdue");
    }

    @Test
    void another_agency_and_plans_that_ended_add_nothing() {
        running.becomes(plan, "RECALLED");
        assertThat(pages.as("qlkh").get("/").select(".work")).isEmpty();
        assertThat(pages.as("giamdoc").get("/").select(".red-unit")).isEmpty();
    }

    @Test
    void a_long_list_stops_and_says_how_much_is_left() {
        var tasks = new vn.binhdang.document.DocumentTask[70];
        for (int i = 0; i < tasks.length; i++) tasks[i] = task("" + (i + 1), "Việc " + (i + 1), "Chi cục TĐC", null);
        running.issued(pages.actor("vanphong"), "Kế hoạch dài", tasks);
        var page = pages.as("tdc").get("/");
        assertThat(page.select("section:has(#own) .work")).hasSize(WorkList.MOST);
        assertThat(page.select("form.quick")).hasSize(WorkLines.QUICK);
        assertThat(page.select("section:has(#own)").text()).contains("Còn 60 nhiệm vụ nữa");
    }
}
