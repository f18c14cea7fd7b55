package vn.binhdang.execution.running;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.execution.PlanActivation;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.execution.TaskState;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;
import vn.binhdang.web.Text;

@PageTest
class RunningPlanPageTest {
    @Autowired
    private Pages pages;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private Plans plans;

    @Autowired
    private RunningPlanPages running;

    private RunningPlan plan;
    private LocalDate today;

    @BeforeEach
    void the_day_is_known() {
        plan = new RunningPlan(product);
        today = LocalDate.now(clock);
    }

    @Test
    void the_figures_say_how_the_plan_stands() {
        var id = small();
        report(id, "1", "DONE", "Xong");
        report(id, "2", "IN_PROGRESS", "Đang làm");
        var page = pages.as("khtc").get("/plans/" + id);
        assertThat(page.select(".figures .figure-big").eachText())
                .containsExactly(
                        "6 Nhiệm vụ",
                        "1 Đã hoàn thành",
                        "1 Đang thực hiện",
                        "4 Chưa thực hiện",
                        "1 Quá hạn",
                        "2 Sắp đến hạn",
                        "1 Chưa có chủ trì");
    }

    @Test
    void a_task_due_today_is_due_soon_and_one_due_yesterday_is_late() {
        var page = pages.as("khtc").get("/plans/" + small());
        assertThat(row(page, "2.").select(".state").eachText()).containsExactly("Chưa thực hiện", "Quá hạn");
        assertThat(row(page, "3.").select(".state").eachText()).containsExactly("Chưa thực hiện", "Sắp đến hạn");
        assertThat(row(page, "4.").select(".state").eachText()).containsExactly("Chưa thực hiện", "Sắp đến hạn");
        assertThat(row(page, "5.").select(".state").eachText()).containsExactly("Chưa thực hiện");
    }

    @Test
    void how_soon_is_soon_is_a_rule_with_its_days() {
        jdbc.sql("update execution_rule set valid_to = :today where name = 'DUE_SOON_DAYS'")
                .param("today", today)
                .update();
        jdbc.sql("insert into execution_rule values ('DUE_SOON_DAYS', 8, :today, null, 'ruling of the head')")
                .param("today", today)
                .update();
        var page = pages.as("khtc").get("/plans/" + small());
        assertThat(row(page, "5.").select(".state").eachText()).containsExactly("Chưa thực hiện", "Sắp đến hạn");
        jdbc.sql("delete from execution_rule where valid_from = :today")
                .param("today", today)
                .update();
        jdbc.sql("update execution_rule set valid_to = null").update();
    }

    @Test
    void words_are_found_with_and_without_diacritics_in_any_order() {
        var id = small();
        var reader = pages.as("khtc");
        assertThat(numbers(reader.get("/plans/" + id + "?q=tập huấn"))).containsExactly("1.");
        assertThat(numbers(reader.get("/plans/" + id + "?q=HUAN tap"))).containsExactly("1.");
        assertThat(numbers(reader.get("/plans/" + id + "?q=100%"))).containsExactly("3.");
        assertThat(numbers(reader.get("/plans/" + id + "?q=%"))).containsExactly("3.");
        assertThat(reader.get("/plans/" + id + "?q=khong co")
                        .select(".empty-state")
                        .text())
                .contains("Không có nhiệm vụ nào khớp");
    }

    @Test
    void tasks_are_filtered_by_unit_and_state() {
        var id = small();
        report(id, "1", "DONE", "Xong");
        var reader = pages.as("khtc");
        String science = pages.actor("qlkh").unit().toString();
        assertThat(numbers(reader.get("/plans/" + id + "?unit=" + science))).containsExactly("1.", "2.");
        assertThat(numbers(reader.get("/plans/" + id + "?unit=none"))).containsExactly("6.");
        assertThat(numbers(reader.get("/plans/" + id + "?state=DONE"))).containsExactly("1.");
        assertThat(numbers(reader.get("/plans/" + id + "?state=LATE"))).containsExactly("2.");
        assertThat(numbers(reader.get("/plans/" + id + "?state=DUE_SOON"))).containsExactly("3.", "4.");
        assertThat(numbers(reader.get("/plans/" + id + "?state=OPEN&unit=" + science)))
                .containsExactly("2.");
    }

    @Test
    void an_address_that_says_nonsense_shows_the_whole_plan() {
        var page = pages.as("khtc")
                .get("/plans/" + small() + "?unit=abc&state=XYZ&group=?&sort=%00&view=tree&after=1_2_drop");
        assertThat(numbers(page)).hasSize(6);
    }

    @Test
    void rows_stand_under_unit_state_or_month() {
        var id = small();
        var reader = pages.as("khtc");
        assertThat(reader.get("/plans/" + id + "?group=unit")
                        .select(".group-row")
                        .eachText())
                .containsExactly(
                        "Văn phòng (1)",
                        "Phòng Quản lý khoa học (2)",
                        "Chi đoàn Sở Khoa học và Công nghệ (2)",
                        "Chưa có đơn vị chủ trì (1)");
        assertThat(reader.get("/plans/" + id + "?group=state")
                        .select(".group-row")
                        .eachText())
                .containsExactly("Chưa thực hiện (6)");
        assertThat(reader.get("/plans/" + id + "?group=due")
                        .select(".group-row")
                        .eachText())
                .last()
                .isEqualTo("Không nêu thời hạn (1)");
    }

    @Test
    void rows_are_ordered_by_plan_by_deadline_or_by_the_latest_report() {
        var id = small();
        report(id, "4", "IN_PROGRESS", "Một");
        report(id, "6", "IN_PROGRESS", "Hai");
        var reader = pages.as("khtc");
        assertThat(numbers(reader.get("/plans/" + id))).containsExactly("1.", "2.", "3.", "4.", "5.", "6.");
        assertThat(numbers(reader.get("/plans/" + id + "?sort=due")))
                .containsExactly("2.", "3.", "4.", "5.", "1.", "6.");
        assertThat(numbers(reader.get("/plans/" + id + "?sort=changed"))).startsWith("6.", "4.", "1.");
    }

    @Test
    void every_task_stands_on_exactly_one_page_whatever_the_order() {
        var id = large(123);
        var reader = pages.as("khtc");
        for (String order :
                List.of("", "?sort=due", "?sort=changed", "?group=unit&sort=due", "?group=due", "?group=state")) {
            var seen = new ArrayList<String>();
            String next = "/plans/" + id + order;
            while (!next.isEmpty()) {
                var page = reader.get(next);
                seen.addAll(numbers(page));
                next = page.select("a[rel=next]").attr("href");
            }
            assertThat(seen).as(order).hasSize(123).doesNotHaveDuplicates();
        }
    }

    @Test
    void the_board_has_a_column_per_state() {
        var id = small();
        report(id, "1", "DONE", "Xong");
        var page = pages.as("khtc").get("/plans/" + id + "?view=board");
        assertThat(page.select(".board-column h2").eachText())
                .containsExactly("Chưa thực hiện 5", "Đang thực hiện 0", "Đã hoàn thành 1", "Không thực hiện 0");
        assertThat(page.select(".board-column").get(2).select("a").text()).isEqualTo("1. Tập huấn kiến thức");
    }

    @Test
    void a_column_too_long_for_the_board_leads_to_the_list() {
        var id = large(40);
        var page = pages.as("khtc").get("/plans/" + id + "?view=board");
        assertThat(page.select(".board-card")).hasSize(30);
        String all = page.select(".board-column .actions a").attr("href");
        assertThat(numbers(pages.as("khtc").get(all))).hasSize(40);
    }

    @Test
    void the_print_view_has_every_row() {
        var id = large(123);
        var page = pages.as("khtc").get("/plans/" + id + "?view=print");
        assertThat(numbers(page)).hasSize(123);
        assertThat(page.select("form[role=search]")).isEmpty();
    }

    @Test
    void the_page_of_five_thousand_tasks_asks_no_more_questions_than_that_of_six() {
        var few = statements(small());
        var many = statements(large(5000));
        assertThat(many).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void a_plan_that_ended_says_so_and_shows_how_it_stood() {
        var id = small();
        plan.becomes(id, "SUPERSEDED");
        var page = pages.as("khtc").get("/plans/" + id);
        assertThat(page.select(".alert-warning").text()).contains("đã được thay thế, không nhận báo cáo nữa");
        assertThat(numbers(page)).hasSize(6);
    }

    @Test
    void a_draft_shows_where_it_stands_to_the_office_and_is_hidden_from_staff() {
        var draft = plan.draft(pages.actor("vanphong"), "Dự thảo kế hoạch", task("1", "Việc", null, null));
        var page = pages.as("vanphong").get("/plans/" + draft);
        assertThat(page.select("main .state").text()).isEqualTo("Dự thảo");
        assertThat(page.select("a[href=/plans/" + draft + "/edit]")).isNotEmpty();
        assertThat(pages.as("giamdoc").get("/plans/" + draft).select("a[href$=/edit]"))
                .isEmpty();
        assertThat(pages.as("khtc").fetch("/plans/" + draft).getStatus()).isEqualTo(404);
    }

    @Test
    void people_of_another_agency_find_no_plan() {
        var id = small();
        var stranger = pages.actor("qlcn");
        agencyOf("qlcn", pages.actor("khtc").unit().value());
        assertThat(pages.as("qlcn").fetch("/plans/" + id).getStatus()).isEqualTo(404);
        agencyOf("qlcn", stranger.agency().value());
        assertThat(pages.as("qlcn").fetch("/plans/khong-phai-ma").getStatus()).isEqualTo(404);
    }

    @Test
    void the_page_speaks_english_too() {
        assertThat(pages.as("khtc")
                        .get("/plans/" + small(), "en")
                        .select(".count")
                        .text())
                .isEqualTo("6 tasks");
    }

    @Test
    void issuing_makes_the_tasks_active_once_however_often_it_is_told() {
        var id = small();
        var before = statuses(id);
        product.getBean(PlanActivation.class).activate(id);
        assertThat(statuses(id)).isEqualTo(before).isEqualTo(6);
        var draft = plan.draft(pages.actor("vanphong"), "Dự thảo", task("1", "Việc", null, null));
        product.getBean(PlanActivation.class).activate(draft);
        assertThat(statuses(draft)).isZero();
    }

    private int statuses(PlanId id) {
        return jdbc.sql("select count(*) from task_status where plan_id = :plan")
                .param("plan", id.value())
                .query(Integer.class)
                .single();
    }

    private PlanId small() {
        return plan.issued(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới năm 2026",
                task("1", "Tập huấn kiến thức", "Phòng Quản lý khoa học", today.plusDays(30)),
                task("2", "Truyền thông trên cổng", "Phòng Quản lý khoa học", today.minusDays(1)),
                task("3", "Bảo đảm 100% đoàn viên tham gia", "Chi đoàn", today),
                task("4", "Hưởng ứng Tháng hành động", "Chi đoàn", today.plusDays(7)),
                task("5", "Tổng hợp, báo cáo", "Văn phòng", today.plusDays(8)),
                task("6", "Lồng ghép giới", null, null));
    }

    /** Straight into the table: one by one, thousands would take longer than all that is tested here. */
    private PlanId large(int tasks) {
        var id = plan.draft(pages.actor("vanphong"), "Kế hoạch lớn");
        jdbc.sql("""
            insert into plan_task (id, plan_id, position, number, text, lead_unit_id, due_on, version)
            select gen_random_uuid(), :plan, i, cast(i + 1 as text), 'Nhiệm vụ thứ ' || (i + 1),
                   case i % 3 when 0 then cast(:office as uuid) when 1 then cast(:youth as uuid)
                              else cast(:science as uuid) end,
                   case when i % 4 > 0 then cast(:today as date) + i % 90 end, 1
            from   generate_series(0, :tasks - 1) as i
            """)
                .param("plan", id.value())
                .param("office", pages.actor("vanphong").unit().value())
                .param("youth", pages.actor("chidoan").unit().value())
                .param("science", pages.actor("qlkh").unit().value())
                .param("today", today)
                .param("tasks", tasks)
                .update();
        plan.issue(id);
        return id;
    }

    private void report(PlanId id, String number, String state, String words) {
        assertThat(pages.as("vanphong")
                        .post(
                                "/plans/" + id + "/tasks/" + plan.taskOf(id, number) + "/progress",
                                "state",
                                TaskState.valueOf(state).name(),
                                "words",
                                words,
                                "noEvidenceReason",
                                "Không cần",
                                "version",
                                "0")
                        .getStatus())
                .isEqualTo(302);
    }

    private void agencyOf(String username, java.util.UUID agency) {
        jdbc.sql("update role_grant set agency_id = :agency where account_id = :account")
                .param("agency", agency)
                .param("account", pages.actor(username).account().value())
                .update();
    }

    private static Element row(Document page, String number) {
        return Objects.requireNonNull(
                page.select("tbody tr:has(a:contains(" + number + "))").first());
    }

    private static List<String> numbers(Document page) {
        return page.select("td.task-text a").eachText().stream()
                .map(text -> text.substring(0, text.indexOf(' ')))
                .toList();
    }

    private List<String> statements(PlanId id) {
        var actor = pages.actor("khtc");
        var filter = TaskFilter.of("nhiem vu", null, null, "unit", "due", null);
        return Statements.sentBy(
                () -> running.running(actor, plans.find(actor, id), filter, null, Text.in(Text.VIETNAMESE)));
    }
}
