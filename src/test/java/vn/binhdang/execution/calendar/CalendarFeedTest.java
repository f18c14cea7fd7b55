package vn.binhdang.execution.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
@ExtendWith(OutputCaptureExtension.class)
class CalendarFeedTest {
    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private MeterRegistry meters;

    private RunningPlan running;
    private PlanId plan;
    private LocalDate today;

    @BeforeEach
    void one_plan_is_running() {
        running = new RunningPlan(product);
        today = LocalDate.now(clock);
        jdbc.sql("update outgoing_document set state = 'RECALLED' where state = 'ISSUED'")
                .update();
        jdbc.sql("update account set asleep_since = null, closed_at = null, closed_by = null,"
                        + " must_change_password = false")
                .update();
        plan = running.issued(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới",
                task("1", "Tập huấn kiến thức giới", "Phòng QLKH", today.plusDays(9), List.of("Công đoàn")),
                task("2", "Truyền thông trên cổng", "Văn phòng", today.plusDays(20)));
    }

    @Test
    void the_address_is_shown_once_and_only_its_hash_is_kept() {
        String address = made("qlkh", "UNIT");
        assertThat(address).matches("/calendar-feeds/[A-Za-z0-9_-]{43}\\.ics");
        var again = pages.as("qlkh").get("/account/calendar");
        assertThat(again.select("#address")).isEmpty();
        assertThat(again.text())
                .contains("chưa lần nào", "Mọi việc của đơn vị tôi")
                .doesNotContain(secret(address));
        assertThat(jdbc.sql("select cast(f as text) from calendar_feed f")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(secret(address)));
        pages.as("qlkh").get("/account/calendar", "en");
    }

    @Test
    void a_program_without_a_session_reads_what_its_owner_may_see() throws Exception {
        String address = made("qlkh", "UNIT");
        var answer = asked(address);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.getCookies()).isEmpty();
        var events = events(answer);
        assertThat(events)
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("1. Tập huấn kiến thức giới");
        assertThat(events.getFirst().getUid().getValue()).isEqualTo("task-" + running.taskOf(plan, "1") + "@binhdang");
        assertThat(events.getFirst().getUrl().getValue())
                .endsWith("/plans/" + plan + "/tasks/" + running.taskOf(plan, "1"));
        assertThat(pages.as("qlkh").get("/account/calendar").select("dl").text())
                .doesNotContain("chưa lần nào");
    }

    @Test
    void what_colleagues_wrote_for_each_other_and_who_they_are_stays_inside() throws Exception {
        pages.as("qlkh")
                .post(
                        "/plans/" + plan + "/tasks/" + running.taskOf(plan, "1") + "/sub-tasks",
                        "text",
                        "Gọi chị Hoa, số 0912 345 678",
                        "to",
                        "unit:" + pages.actor("qlkh").unit(),
                        "dueOn",
                        java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy")
                                .format(today.plusDays(5)));
        pages.as("qlkh")
                .post(
                        "/plans/" + plan + "/tasks/" + running.taskOf(plan, "1") + "/comments",
                        "comment",
                        "Bí mật nội bộ");
        String text = asked(made("qlkh", "UNIT")).getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).contains("Hạn việc nhỏ").doesNotContain("Hoa", "0912", "Bí mật", "ATTENDEE", "ORGANIZER");
        for (String name : jdbc.sql("select family_name || ' ' || given_name from person")
                .query(String.class)
                .list()) assertThat(text).doesNotContain(name);
    }

    @Test
    void an_event_keeps_its_name_and_its_number_grows_when_it_changes() throws Exception {
        String address = made("qlkh", "UNIT");
        var before = events(asked(address)).getFirst();
        pages.as("qlkh")
                .post(
                        "/plans/" + plan + "/tasks/" + running.taskOf(plan, "1") + "/progress",
                        "state",
                        "DONE",
                        "words",
                        "Xong",
                        "noEvidenceReason",
                        "đang quét",
                        "version",
                        "0");
        var after = events(asked(address)).getFirst();
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
        assertThat(after.getSummary().getValue()).isEqualTo("Đã xong: 1. Tập huấn kiến thức giới");
    }

    @Test
    void what_did_not_change_is_not_sent_again() {
        String address = made("qlkh", "UNIT");
        String mark = asked(address).getHeader("ETag");
        assertThat(mark).isNotBlank();
        var again =
                mvc.get().uri(address).header("If-None-Match", mark).exchange().getResponse();
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
    }

    @Test
    void revoked_replaced_unknown_and_of_a_closed_or_sleeping_account_are_the_same_404() {
        String first = made("qlkh", "MINE");
        String second = made("qlkh", "MINE");
        assertThat(asked(second).getStatus()).isEqualTo(200);
        var unknown = asked("/calendar-feeds/" + "A".repeat(43) + ".ics");
        assertSame(asked(first), unknown);
        assertSame(asked("/calendar-feeds/x"), unknown);
        assertSame(asked("/calendar-feeds/" + "A".repeat(3000) + ".ics"), unknown);
        changed("asleep_since = now()");
        assertSame(asked(second), unknown);
        changed("asleep_since = null, closed_at = now(), closed_by = id");
        assertSame(asked(second), unknown);
        changed("closed_at = null, closed_by = null, must_change_password = true");
        assertSame(asked(second), unknown);
        changed("must_change_password = false");
        assertThat(asked(second).getStatus()).isEqualTo(200);
        assertThat(pages.as("qlkh").post("/account/calendar/revoke").getStatus())
                .isEqualTo(302);
        assertSame(asked(second), unknown);
        assertThat(pages.as("qlkh").post("/account/calendar/revoke").getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_program_that_asks_without_pause_is_told_to_wait() {
        String address = made("qlkh", "MINE");
        for (int i = 0; i < 30; i++) assertThat(asked(address).getStatus()).isEqualTo(200);
        var slow = asked(address);
        assertThat(slow.getStatus()).isEqualTo(429);
        assertThat(slow.getHeader("Retry-After")).isEqualTo("120");
        jdbc.sql("update calendar_feed set used_at = used_at - interval '1 hour'")
                .update();
        assertThat(asked(address).getStatus()).isEqualTo(200);
    }

    @Test
    void the_secret_stands_in_no_log_no_measurement_and_no_record(CapturedOutput output) {
        String address = made("qlkh", "UNIT");
        asked(address);
        mvc.post().uri(address).exchange();
        mvc.get().uri(address + "/x").exchange();
        mvc.get().uri(address + "%00").exchange();
        pages.as("qlkh").post("/account/calendar/revoke");
        asked(address);
        String secret = secret(address);
        assertThat(output.getAll()).doesNotContain(secret);
        assertThat(meters.getMeters())
                .noneMatch(meter -> meter.getId().toString().contains(secret));
        assertThat(jdbc.sql("select cast(a as text) from audit_row a")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(secret))
                .anyMatch(row -> row.contains("execution.feed.make"))
                .anyMatch(row -> row.contains("execution.feed.revoke"));
    }

    @Test
    void more_than_a_feed_holds_is_said_and_not_cut_in_silence() throws Exception {
        var many = new DocumentTask[60];
        for (int i = 0; i < many.length; i++) many[i] = task("" + i, "Việc " + i, "Phòng QLKH", today.plusDays(30));
        running.issued(pages.actor("vanphong"), "Kế hoạch dài", many);
        assertThat(events(asked(made("qlkh", "UNIT"))))
                .extracting(event -> event.getSummary().getValue())
                .contains("Còn 20 việc không hiện ở đây, xem trong Bình Đẳng");
    }

    private String made(String username, String whose) {
        var answer = pages.as(username).post("/account/calendar", "whose", whose);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        String address = Pages.parse(answer).select("#address").text();
        return address.substring(address.indexOf("/calendar-feeds/"));
    }

    private static String secret(String address) {
        return address.substring("/calendar-feeds/".length(), address.length() - ".ics".length());
    }

    private MockHttpServletResponse asked(String address) {
        return mvc.get().uri(address).exchange().getResponse();
    }

    private static List<VEvent> events(MockHttpServletResponse answer) throws UnsupportedEncodingException {
        return Biweekly.parse(answer.getContentAsString(StandardCharsets.UTF_8))
                .first()
                .getEvents();
    }

    private void changed(String how) {
        jdbc.sql("update account set " + how + " where username = 'qlkh'").update();
    }

    private static void assertSame(MockHttpServletResponse one, MockHttpServletResponse other) {
        assertThat(one.getStatus()).isEqualTo(404).isEqualTo(other.getStatus());
        assertThat(one.getContentAsByteArray()).isEqualTo(other.getContentAsByteArray());
        assertThat(one.getHeaderNames()).isEqualTo(other.getHeaderNames());
    }
}
