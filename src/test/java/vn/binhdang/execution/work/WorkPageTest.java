package vn.binhdang.execution.work;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
class WorkPageTest {
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
                "Thực hiện công tác bình đẳng giới năm 2026",
                task("1", "Tập huấn kiến thức giới", "Phòng QLKH", today.minusDays(9), List.of("Công đoàn")),
                task("2", "Truyền thông trên cổng", "Văn phòng", today.minusDays(3)),
                task("3", "Hưởng ứng Tháng hành động", "Công đoàn", today.plusDays(2)),
                task("4", "Rà soát số liệu", "Phòng QLKH", null),
                task("5", "Tổng kết", "Văn phòng", today.plusDays(90)));
    }

    @Test
    void the_clerk_sees_everything_late_in_the_agency_the_longest_late_first() {
        var page = pages.as("vanphong").get("/work");
        assertThat(titles("vanphong", "/work"))
                .containsExactly("1. Tập huấn kiến thức giới", "2. Truyền thông trên cổng");
        assertThat(page.select(".found").text()).isEqualTo("2 nhiệm vụ");
    }

    @Test
    void it_is_searched_without_diacritics_and_filtered_by_unit_and_state() {
        assertThat(titles("vanphong", "/work?q=tap huan")).containsExactly("1. Tập huấn kiến thức giới");
        assertThat(titles("vanphong", "/work?q=Đường_phố"))
                .as("a sign means itself")
                .isEmpty();
        assertThat(titles("vanphong", "/work?q=TRUYEN THONG cong")).containsExactly("2. Truyền thông trên cổng");
        assertThat(titles("vanphong", "/work?unit=Văn phòng&show=OPEN"))
                .containsExactly("2. Truyền thông trên cổng", "5. Tổng kết");
        assertThat(titles("vanphong", "/work?show=DUE_SOON")).containsExactly("3. Hưởng ứng Tháng hành động");
        assertThat(titles("vanphong", "/work?show=OPEN"))
                .as("what has no deadline stands last")
                .hasSize(5)
                .last()
                .isEqualTo("4. Rà soát số liệu");
        var unknown = pages.as("vanphong").get("/work?unit=Phòng không có");
        assertThat(unknown.select(".field-problem")).isNotEmpty();
    }

    @Test
    void a_long_list_is_turned_page_by_page_and_no_task_is_shown_twice_or_left_out() {
        var tasks = new DocumentTask[120];
        for (int i = 0; i < tasks.length; i++)
            tasks[i] = task("" + (i + 10), "Việc " + i, "Chi cục TĐC", i % 3 == 0 ? null : today.minusDays(1 + i % 2));
        running.issued(pages.actor("vanphong"), "Kế hoạch dài", tasks);
        var seen = new ArrayList<String>();
        String address = "/work?show=OPEN";
        for (int turns = 0; !address.isEmpty() && turns < 5; turns++) {
            var page = pages.as("vanphong").get(address);
            seen.addAll(page.select(".task-text a").eachText());
            address = page.select("a[rel=next]").attr("href");
        }
        assertThat(seen).hasSize(125).doesNotHaveDuplicates();
    }

    @Test
    void the_page_of_a_unit_shows_what_it_leads_where_it_helps_and_what_is_late() {
        var page = pages.as("giamdoc").get("/work/units/" + pages.actor("qlkh").unit());
        assertThat(page.select("h1").text()).isEqualTo("Công việc của Phòng Quản lý khoa học");
        assertThat(page.select("section:has(#led) .task-text").eachText())
                .containsExactly("1. Tập huấn kiến thức giới", "4. Rà soát số liệu");
        assertThat(page.select(".figure-late").text()).contains("Quá hạn", "1");
        var union =
                pages.as("giamdoc").get("/work/units/" + pages.actor("congdoan").unit());
        assertThat(union.select("section:has(#helped) .task-text").eachText())
                .containsExactly("1. Tập huấn kiến thức giới");
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
        assertThat(pages.as("giamdoc")
                        .get("/work/units/" + pages.actor("congdoan").unit())
                        .select("section:has(#helped) .task-text"))
                .isEmpty();
        assertThat(pages.as("congdoan").get("/").select(".work-head > a").eachText())
                .noneMatch(title -> title.contains("Tập huấn"));
    }

    @Test
    void the_parts_of_a_unit_are_turned_page_by_page_and_none_is_shown_twice_or_left_out() {
        var tasks = new DocumentTask[60];
        for (int i = 0; i < tasks.length; i++)
            tasks[i] = task(
                    "" + (i + 10),
                    "Việc " + i,
                    "Chi cục TĐC",
                    i % 3 == 0 ? null : today.plusDays(i % 2),
                    List.of("Công đoàn"));
        running.issued(pages.actor("vanphong"), "Kế hoạch dài", tasks);
        var seen = new ArrayList<String>();
        String first = "/work/units/" + pages.actor("congdoan").unit();
        String address = first;
        for (int turns = 0; !address.isEmpty() && turns < 5; turns++) {
            var page = pages.as("giamdoc").get(address);
            seen.addAll(page.select("section:has(#helped) .task-text a").eachText());
            assertThat(page.select(".work-figures").text()).contains("Phần phối hợp 61");
            assertThat(page.select("#led").isEmpty()).isEqualTo(turns > 0);
            address = page.select("a[rel=next]").attr("href");
        }
        assertThat(seen).hasSize(61).doesNotHaveDuplicates();
        assertThat(pages.as("giamdoc")
                        .get(first + "?after=9999-12-31_ffffffff-ffff-ffff-ffff-ffffffffffff")
                        .select("#led"))
                .as("what stood behind it was closed")
                .isNotEmpty();
        assertThat(pages.as("giamdoc").get(first + "?after=mai").select("#led"))
                .as("what the address says wrongly counts as not said")
                .isNotEmpty();
    }

    @Test
    void units_of_other_agencies_and_ids_of_nothing_are_not_there() {
        var visit = pages.as("giamdoc");
        assertThat(visit.fetch("/work/units/" + Uuid7.create()).getStatus()).isEqualTo(404);
        var province = jdbc.sql("select n.unit_id from unit_name n" + " where n.name = 'Sở Nội vụ' limit 1")
                .query(UUID.class)
                .optional();
        province.ifPresent(
                id -> assertThat(visit.fetch("/work/units/" + id).getStatus()).isEqualTo(404));
    }

    @Test
    void the_pages_speak_english_too() {
        assertThat(pages.as("vanphong").get("/work", "en").select(".found").text())
                .isEqualTo("2 tasks");
        pages.as("vanphong").get("/work/units/" + pages.actor("qlkh").unit(), "en");
    }

    @Test
    void a_plan_that_ended_adds_nothing() {
        running.becomes(plan, "SUPERSEDED");
        assertThat(titles("vanphong", "/work")).isEmpty();
    }

    private List<String> titles(String username, String address) {
        return pages.as(username).get(address).select(".task-text a").eachText();
    }
}
