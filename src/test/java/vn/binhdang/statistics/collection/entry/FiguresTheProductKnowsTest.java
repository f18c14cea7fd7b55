package vn.binhdang.statistics.collection.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.FormShape;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class FiguresTheProductKnowsTest {
    /** Its figures are those from 15/12/2021 to 14/12/2022. */
    private static final ReportingPeriod YEAR = ReportingPeriod.of(ReportingPeriod.Kind.YEAR, 2022);

    @Autowired
    private Pages pages;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Catalogues catalogues;

    @Autowired
    private JdbcClient jdbc;

    private RunningPlan running;
    private Pages.Visit clerk;
    private FormShape form;
    private String address;

    @BeforeEach
    void the_form_of_the_year_is_begun() {
        running = new RunningPlan(product);
        clerk = pages.as("vanphong");
        form = catalogues.current().form("BDG-03").orElseThrow().shape();
        jdbc.sql("delete from task_evidence").update();
        jdbc.sql("update outgoing_document set state = 'RECALLED' where kind = 'PLAN' and state = 'ISSUED'")
                .update();
        jdbc.sql("delete from stat_computed").update();
        jdbc.sql("delete from stat_submission_hand").update();
        jdbc.sql("delete from stat_submission where state = 'DRAFT'").update();
        var actor = pages.actor("vanphong");
        address = "/statistics/submissions/"
                + submissions.draft(actor, form.id(), YEAR, actor.agency()).id();
    }

    private PlanId issued(LocalDate day) {
        var plan = running.draft(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới năm 2022",
                RunningPlan.task("1", "Tổ chức Tháng Hành động vì bình đẳng giới", "Văn phòng", null),
                RunningPlan.task("2", "Tập huấn kiến thức giới", "Văn phòng", null));
        running.issue(plan, day);
        return plan;
    }

    private void done(PlanId plan, String number, LocalDate day) {
        jdbc.sql("update task_status set state = 'DONE', done_on = :day where task_id = :task")
                .param("day", day)
                .param("task", running.taskOf(plan, number).value())
                .update();
    }

    private void shown(PlanId plan, String number) {
        var actor = pages.actor("vanphong");
        jdbc.sql("""
            insert into task_evidence (id, task_id, plan_id, title, unit_id, added_by, added_at, link_address, link_dated)
            values (:id, :task, :plan, 'Tin trên cổng', :unit, :by, now(), 'https://example.vn/tin', :day)
            """)
                .param("id", Uuid7.create())
                .param("task", running.taskOf(plan, number).value())
                .param("plan", plan.value())
                .param("unit", actor.unit().value())
                .param("by", actor.account().value())
                .param("day", LocalDate.of(2022, 11, 20))
                .update();
    }

    private String slot(String element) {
        return String.valueOf(form.slot(element, "").orElseThrow());
    }

    private static String source(Document page, String slot) {
        var line = page.getElementById("k" + slot);
        return line == null ? "" : line.text();
    }

    @Test
    void plans_are_counted_in_the_window_in_which_they_were_issued_and_confirmed_by_one_press() {
        String plans = slot("PLANS_ISSUED");
        var outside = issued(LocalDate.of(2022, 12, 15));
        var recalled = issued(LocalDate.of(2022, 3, 1));
        running.becomes(recalled, "RECALLED");
        issued(LocalDate.of(2021, 12, 15));
        issued(LocalDate.of(2022, 12, 14));

        var page = clerk.get(address);
        assertThat(source(page, plans))
                .contains("Lấy 2", "kế hoạch đã ban hành trên phần mềm từ 15/12/2021 đến 14/12/2022");
        assertThat(source(clerk.get(address, "en"), plans)).contains("plans issued in this product");
        assertThat(clerk.post(address, "confirm", plans).getRedirectedUrl()).endsWith("?saved=1");
        page = clerk.get(address);
        assertThat(Objects.requireNonNull(page.getElementById("c" + plans)).val())
                .isEqualTo("2");
        assertThat(source(page, plans)).contains("đã xác nhận");

        // another figure needs a reason
        assertThat(clerk.post(address, "c" + plans, "5", "w" + plans, "2").getRedirectedUrl())
                .endsWith("?saved=1");
        assertThat(clerk.get(address).select("#entry-findings").text()).contains("khác số hệ thống tính (2)");
        assertThat(outside).isNotNull();
    }

    @Test
    void who_never_issued_a_plan_here_is_not_said_to_have_issued_none() {
        var actor = pages.actor("vanphong");
        var before = ReportingPeriod.of(ReportingPeriod.Kind.YEAR, 2021);
        String earlier = "/statistics/submissions/"
                + submissions.draft(actor, form.id(), before, actor.agency()).id();
        assertThat(source(clerk.get(earlier), slot("PLANS_ISSUED"))).isEmpty();
        issued(LocalDate.of(2020, 12, 14));
        assertThat(source(clerk.get(earlier), slot("PLANS_ISSUED"))).contains("Lấy 0");
    }

    @Test
    void the_action_month_was_held_when_its_task_was_done_in_it_and_evidence_shows_it() {
        String held = slot("ACTION_MONTH_HELD");
        var plan = issued(LocalDate.of(2022, 2, 1));
        assertThat(source(clerk.get(address), held)).isEmpty();

        done(plan, "2", LocalDate.of(2022, 11, 20));
        shown(plan, "2");
        assertThat(source(clerk.get(address), held))
                .as("a task of another name")
                .isEmpty();
        shown(plan, "1");
        done(plan, "1", LocalDate.of(2022, 11, 14));
        assertThat(source(clerk.get(address), held)).as("done before the month").isEmpty();
        done(plan, "1", LocalDate.of(2022, 12, 15));
        assertThat(source(clerk.get(address), held))
                .as("the last day of the month belongs to it, though the window has ended")
                .contains("Lấy 1", "Tháng hành động");
        jdbc.sql("update task_evidence set removed_at = now(), removed_by = added_by")
                .update();
        assertThat(source(clerk.get(address), held)).as("evidence taken back").isEmpty();
    }

    @Test
    void one_or_nothing_is_what_an_action_month_can_be() {
        String held = slot("ACTION_MONTH_HELD");
        clerk.post(address, "c" + held, "3", "w" + held, "");
        assertThat(clerk.get(address).select("#entry-findings").text()).contains("chỉ ghi 1 (có) hoặc 0 (không)");
    }
}
