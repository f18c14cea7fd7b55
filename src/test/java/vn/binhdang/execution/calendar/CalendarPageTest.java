package vn.binhdang.execution.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.execution.oversight.OversightRecords;
import vn.binhdang.plan.PlanId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

@PageTest
class CalendarPageTest {
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);

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
    private LocalDate today;

    @BeforeEach
    void one_plan_is_running() {
        running = new RunningPlan(product);
        today = LocalDate.now(clock);
        // Plans of the tests before are over.
        jdbc.sql("update outgoing_document set state = 'RECALLED' where state = 'ISSUED'")
                .update();
        plan = running.issued(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới năm 2027",
                task("1", "Tập huấn kiến thức giới", "Phòng QLKH", day(11, 15), List.of("Công đoàn")),
                task("2", "Truyền thông trên cổng", "Văn phòng", day(11, 15)),
                task("3", "Tổng kết Tháng hành động", "Công đoàn", day(12, 15)),
                task("4", "Sơ kết", "Văn phòng", day(12, 16)),
                task("5", "Việc đã trễ", "Phòng QLKH", today.minusDays(3)),
                task("6", "Việc không có hạn", "Phòng QLKH", null));
    }

    private static LocalDate day(int month, int day) {
        return NEXT_YEAR.withMonth(month).withDayOfMonth(day);
    }

    @Test
    void a_month_shows_each_task_on_its_day_with_headers_for_readers() {
        var page = pages.as("vanphong").get("/calendar/2027/11");
        assertThat(page.select("h1").text()).isEqualTo("Tháng 11 năm 2027");
        assertThat(page.select(".month-grid th[scope=col]").eachText())
                .startsWith("Thứ Hai")
                .endsWith("Chủ Nhật")
                .hasSize(7);
        assertThat(page.select(".day:not(.day-outside)")).hasSize(30);
        assertThat(page.select(".day:has(a[aria-label=Thứ Hai 15/11/2027]) .day-item > a")
                        .eachText())
                .containsExactlyInAnyOrder("1. Tập huấn kiến thức giới", "2. Truyền thông trên cổng");
        assertThat(page.select("a[rel=prev]").attr("href")).isEqualTo("/calendar/2027/10");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/calendar/2027/12");
    }

    @Test
    void who_looks_after_one_unit_sees_that_unit_and_may_choose_the_agency_or_another_unit() {
        assertThat(titles("qlkh", "/calendar/2027/11")).containsExactly("1. Tập huấn kiến thức giới");
        assertThat(titles("qlkh", "/calendar/2027/11?whose=AGENCY")).hasSize(2);
        assertThat(titles("qlkh", "/calendar/2027/11?whose=UNIT&unit=Văn phòng"))
                .containsExactly("2. Truyền thông trên cổng");
        assertThat(titles("qlkh", "/calendar/2027/11?whose=MINE")).isEmpty();
        var unknown = pages.as("qlkh").get("/calendar/2027/11?whose=UNIT&unit=Phòng không có");
        assertThat(unknown.select(".field-problem")).isNotEmpty();
    }

    @Test
    void a_coordinating_unit_sees_its_part_and_that_it_has_closed_it() {
        var before = pages.as("congdoan").get("/calendar/2027/11");
        assertThat(before.select(".day-facts").text()).isEqualTo("Hạn phần phối hợp");
        pages.as("congdoan")
                .post(
                        "/plans/" + plan + "/tasks/" + running.taskOf(plan, "1") + "/progress",
                        "state",
                        "DONE",
                        "words",
                        "Xong",
                        "noEvidenceReason",
                        "Sổ ký nhận ở đơn vị",
                        "version",
                        "0");
        assertThat(pages.as("congdoan")
                        .get("/calendar/2027/11")
                        .select(".day-facts .state")
                        .text())
                .isEqualTo("Đã xong");
        assertThat(pages.as("qlkh").get("/calendar/2027/11").select(".day-facts .state"))
                .as("the task itself is open")
                .isEmpty();
    }

    @Test
    void the_year_counts_by_month_and_names_what_is_late_in_words() {
        var page = pages.as("vanphong").get("/calendar/2027");
        assertThat(page.select(".year .month-all").eachText()).hasSize(12).endsWith("2 việc", "2 việc");
        var now = pages.as("vanphong").get("/calendar/" + today.minusDays(3).getYear());
        assertThat(now.select(".year .state-late").text()).isEqualTo("1 quá hạn");
        assertThat(now.select(".found").text()).contains("1 quá hạn");
    }

    @Test
    void the_action_month_goes_from_15_november_to_15_december() {
        var page = pages.as("vanphong").get("/calendar/2027/action-month");
        assertThat(page.select(".day:not(.day-outside)")).hasSize(31);
        assertThat(page.select(".day-item > a").eachText())
                .hasSize(3)
                .contains("3. Tổng kết Tháng hành động")
                .doesNotContain("4. Sơ kết");
    }

    @Test
    void a_day_with_much_on_it_says_how_much_is_hidden_and_its_page_turns() {
        var tasks = IntStream.range(0, 130)
                .mapToObj(i -> task("" + i, "Việc " + i, "Văn phòng", day(6, 1)))
                .toArray(DocumentTask[]::new);
        running.issued(pages.actor("vanphong"), "Kế hoạch dài", tasks);
        var month = pages.as("vanphong").get("/calendar/2027/06");
        assertThat(month.select(".day-item")).hasSize(4);
        assertThat(month.select(".day-more").text()).startsWith("và 126 việc khác");
        assertThat(month.select(".found").text()).isEqualTo("130 việc");
        var first = pages.as("vanphong").get("/calendar/2027/06/01");
        assertThat(first.select(".day-item")).hasSize(100);
        var second = pages.as("vanphong").get(first.select("a[rel=nofollow]").attr("href"));
        assertThat(second.select(".day-item")).hasSize(30);
        assertThat(second.select(".day-item a").eachText())
                .doesNotContainAnyElementsOf(first.select(".day-item a").eachText());
    }

    @Test
    void public_holidays_stand_on_their_days_with_their_names() {
        assertThat(holidays("/calendar/2027/09")).contains("Quốc khánh");
        assertThat(holidays("/calendar/2027/02")).contains("Tết Âm lịch");
        assertThat(pages.as("vanphong").get("/calendar/2027/09/02").text()).contains("Quốc khánh");
        jdbc.sql("insert into urging_day values (:agency, date '2027-03-10', true, 'Ngày truyền thống của Sở', 'QĐ 1')")
                .param("agency", pages.actor("vanphong").agency().value())
                .update();
        assertThat(holidays("/calendar/2027/03")).contains("Ngày truyền thống của Sở");
    }

    @Test
    void sub_tasks_rounds_and_recommendations_stand_beside_tasks() {
        pages.as("qlkh")
                .post(
                        "/plans/" + plan + "/tasks/" + running.taskOf(plan, "1") + "/sub-tasks",
                        "text",
                        "Mời giảng viên",
                        "to",
                        "unit:" + pages.actor("qlkh").unit(),
                        "dueOn",
                        "20/10/2027");
        assertThat(titles("qlkh", "/calendar/2027/10")).containsExactly("Mời giảng viên");
        OversightRecords.make(jdbc, pages.actor("vanphong"), pages.actor("qlkh").unit());
        var begins = LocalDate.now(Today.ZONE);
        var kinds = pages.as("vanphong")
                .get("/calendar/%d/%02d/%02d"
                        .formatted(begins.getYear(), begins.getMonthValue(), begins.getDayOfMonth()))
                .select(".day-facts")
                .eachText();
        assertThat(kinds).anyMatch(kind -> kind.startsWith("Bắt đầu đợt"));
    }

    @Test
    void what_recurs_stands_on_the_day_of_each_round_of_the_plan_and_those_to_come_are_expected() {
        var quarterly = quarterly();
        var task = running.taskOf(quarterly, "7");
        assertThat(rounds(quarterly, "2027/03/14")).containsExactly("Hạn nhiệm vụ");
        for (String day : List.of("2027/06/14", "2027/09/14", "2027/12/14"))
            assertThat(rounds(quarterly, day)).containsExactly("Một kỳ của nhiệm vụ lặp lại Dự kiến");
        assertThat(rounds(quarterly, "2028/03/14")).isEmpty();
        // The first round as a report leaves it; reports on rounds that have not begun are refused.
        jdbc.sql("insert into task_round values (:task, '2027-QUARTER-1', 'DONE', date '2027-03-10', now())")
                .param("task", task.value())
                .update();
        jdbc.sql("update task_status set state = 'IN_PROGRESS', due_on = date '2027-06-14' where task_id = :task")
                .param("task", task.value())
                .update();
        assertThat(rounds(quarterly, "2027/03/14")).containsExactly("Một kỳ của nhiệm vụ lặp lại Đã xong");
        assertThat(rounds(quarterly, "2027/06/14")).containsExactly("Hạn nhiệm vụ");
        assertThat(titles("qlkh", "/calendar/2027/06")).containsExactly("7. Báo cáo quý");
        assertThat(titles("qlkh", "/calendar/2027/action-month?plan=" + quarterly))
                .containsExactly("7. Báo cáo quý");
        var year = pages.as("qlkh").get("/calendar/2027?plan=" + quarterly);
        assertThat(year.select(".found").text()).isEqualTo("4 việc");
        assertThat(pages.as("khtc")
                        .get("/calendar/2027/09?whose=MINE&plan=" + quarterly)
                        .select(".day-item"))
                .isEmpty();
        pages.as("qlkh").get("/calendar/2027/09", "en");
    }

    @Test
    void the_sheet_prints_what_recurs_once_in_full_and_each_other_round_on_a_short_line_of_its_month() {
        var quarterly = quarterly();
        for (String address : List.of("/calendar/2027/sheet?plan=" + quarterly, "/calendar/2027/sheet?whose=UNIT")) {
            var sheet = pages.as("qlkh").get(address);
            assertThat(sheet.select(".sheet li:contains(Báo cáo quý)").eachText())
                    .as(address)
                    .containsExactly(
                            "7. Báo cáo quý14/03 · Phòng Quản lý khoa học · Chưa thực hiện",
                            "14/06 · 7. Báo cáo quý · Dự kiến",
                            "14/09 · 7. Báo cáo quý · Dự kiến",
                            "14/12 · 7. Báo cáo quý · Dự kiến");
        }
        var sheet = pages.as("qlkh").get("/calendar/2027/sheet?plan=" + quarterly);
        assertThat(sheet.select(".sheet-facts").text())
                .as("one task, however often")
                .startsWith("1 nhiệm vụ");
        assertThat(sheet.select(".sheet h2").eachText()).hasSize(4);
        assertThat(pages.as("qlkh").get("/calendar/2028/sheet?whose=UNIT").select(".sheet li:contains(Báo cáo quý)"))
                .isEmpty();
        var english = pages.as("qlkh").get("/calendar/2027/sheet?plan=" + quarterly, "en");
        assertThat(english.select(".sheet li").last().text()).endsWith("Expected");
    }

    private PlanId quarterly() {
        var it = task("7", "Báo cáo quý", "Phòng QLKH", day(12, 31));
        var id = running.draft(pages.actor("vanphong"), "Kế hoạch quý", it);
        jdbc.sql("update plan set year = 2027 where id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("update plan_task set recurrence = 'hằng quý', due_on = null where plan_id = :id")
                .param("id", id.value())
                .update();
        running.issue(id);
        return id;
    }

    private List<String> rounds(PlanId plan, String day) {
        return pages.as("qlkh")
                .get("/calendar/" + day + "?plan=" + plan)
                .select(".day-facts")
                .eachText();
    }

    @Test
    void only_one_plan_can_be_shown_and_a_plan_that_is_not_theirs_is_not_there() {
        var other = running.issued(
                pages.actor("vanphong"), "Kế hoạch khác", task("9", "Việc khác", "Văn phòng", day(11, 20)));
        assertThat(titles("qlkh", "/calendar/2027/11?plan=" + other)).containsExactly("9. Việc khác");
        assertThat(pages.as("qlkh")
                        .get("/calendar/2027/11?plan=" + other)
                        .select(".lead")
                        .text())
                .contains("Kế hoạch khác");
        assertThat(pages.as("qlkh")
                        .fetch("/calendar/2027/11?plan=" + vn.binhdang.kernel.Uuid7.create())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void days_that_do_not_exist_are_not_there() {
        for (String address : List.of("/calendar/2027/13", "/calendar/2027/02/30", "/calendar/1999", "/calendar/x/11"))
            assertThat(pages.as("vanphong").fetch(address).getStatus())
                    .as(address)
                    .isEqualTo(404);
    }

    @Test
    void a_plan_that_ended_adds_nothing_and_english_is_spoken() {
        var english = pages.as("vanphong").get("/calendar/2027/11", "en");
        assertThat(english.select("h1").text()).isEqualTo("November 2027");
        assertThat(english.select(".found").text()).isEqualTo("2 items");
        pages.as("vanphong").get("/calendar/2027", "en");
        pages.as("vanphong").get("/calendar", "en");
        pages.as("vanphong").get("/calendar/2027/11/15", "en");
        running.becomes(plan, "SUPERSEDED");
        assertThat(titles("vanphong", "/calendar/2027/11")).isEmpty();
    }

    @Test
    void no_page_asks_more_than_twelve_questions() {
        // Session, sign-in, roles and the bell are asked for on every page; this one asks for nothing else.
        int everywhere = statements("/permissions").size();
        String unit = "/work/units/" + pages.actor("qlkh").unit() + "/timeline";
        for (String address : List.of(
                "/calendar/2027/11",
                "/calendar/2027/11?whose=UNIT&unit=Văn phòng",
                "/calendar/2027/11?plan=" + plan,
                "/calendar/2027",
                "/calendar/2027/action-month",
                "/calendar/2027/11/15",
                "/calendar/2027/sheet",
                "/calendar/2027/sheet?plan=" + plan,
                "/plans/" + plan + "/timeline",
                unit,
                "/account/calendar"))
            assertThat(statements(address)).as(address).hasSizeLessThanOrEqualTo(everywhere + 7);
    }

    private List<String> statements(String address) {
        var visit = pages.as("qlkh");
        return Statements.sentBy(() -> visit.get(address));
    }

    private List<String> titles(String username, String address) {
        return pages.as(username).get(address).select(".day-item > a").eachText();
    }

    private List<String> holidays(String address) {
        return pages.as("vanphong").get(address).select(".day-holiday").eachText();
    }
}
