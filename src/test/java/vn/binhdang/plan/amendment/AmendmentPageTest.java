package vn.binhdang.plan.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.approval.Approvals;
import vn.binhdang.document.approval.Printables;
import vn.binhdang.document.approval.SigningCapacity;
import vn.binhdang.document.issuing.Issuing;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.kernel.Refused;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class AmendmentPageTest {
    private static final String FINANCE = "Phòng Kế hoạch - Tài chính";
    private static final String SCIENCE = "Phòng Quản lý khoa học";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    private ApplicationContext product;

    @Autowired
    private Pages pages;

    @Autowired
    private OutgoingDocuments documents;

    @Autowired
    private Printables printables;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Issuing issuing;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private LocalDate today;
    private RunningPlan running;
    private Pages.Visit clerk;
    private PlanId plan;

    @BeforeEach
    void a_plan_is_carried_out() {
        today = today();
        running = new RunningPlan(product);
        clerk = pages.as("vanphong");
        plan = running.issued(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới " + UUID.randomUUID(),
                task("1", "Tập huấn cho công chức", SCIENCE, today.plusDays(30)),
                task("2", "Truyền thông trên cổng", SCIENCE, today.plusDays(40)),
                task("3", "Rà soát số liệu", FINANCE, today.plusDays(50)));
    }

    /** The plans of these tests were numbered by hand; the book goes on behind them. */
    @BeforeEach
    void the_book_of_numbers_goes_on() {
        jdbc.sql("""
            insert into number_series
            select :agency, :year, '', 100 + coalesce(max(number), 0) from outgoing_document
            on conflict (agency_id, year, series) do update set last_number = excluded.last_number
            """)
                .param("agency", pages.actor("vanphong").agency().value())
                .param("year", today().getYear())
                .update();
    }

    @Test
    void an_amendment_changes_adds_and_drops_tasks_only_when_it_is_issued_and_both_documents_stay() {
        String address = begin("PLAN");
        change(address, "1", "due", DAY.format(today.plusDays(60)), "lead", FINANCE);
        clerk.post(
                address + "/tasks/" + id("2") + "/drop",
                "version",
                "0",
                "seen",
                seen("2"),
                "reason",
                "Đã có ở kế hoạch khác");
        var added = clerk.post(
                address + "/tasks",
                "number",
                "4",
                "text",
                "Khảo sát nhu cầu",
                "lead",
                SCIENCE,
                "due",
                DAY.format(today.plusDays(70)),
                "version",
                "0");
        assertThat(added.getRedirectedUrl()).contains("?done=stored");
        var page = clerk.get(address);
        assertThat(page.select(".amend-card")).hasSize(3);
        assertThat(page.text()).contains("Đã có ở kế hoạch khác", "Khảo sát nhu cầu");
        assertThat(state("2")).isEqualTo("NOT_STARTED");
        assertThat(pages.as("vanphong").get("/plans/" + plan).text()).doesNotContain("Khảo sát nhu cầu");

        issue(document(address));

        assertThat(state("2")).isEqualTo("DROPPED");
        assertThat(lead("1")).isEqualTo(FINANCE);
        var plans = clerk.get("/plans/" + plan);
        assertThat(plans.text())
                .contains("Khảo sát nhu cầu", "Được điều chỉnh, bổ sung bởi")
                .doesNotContain("Truyền thông trên cổng");
        var history = clerk.get("/plans/" + plan + "/amendments");
        assertThat(history.select(".amend-text li")).hasSize(3);
        assertThat(history.text()).contains("1 nhiệm vụ thay đổi, 1 bổ sung, 1 thôi thực hiện");
        var issued = clerk.get("/plans/" + plan + "/amendments?on=05/01/2026");
        assertThat(issued.select(".amend-text").text())
                .contains("Truyền thông trên cổng")
                .doesNotContain("Khảo sát");
        assertThat(clerk.get("/plans/" + plan + "/amendments?on=01/01/2020").text())
                .contains("Hãy chọn một ngày từ ngày đó");
        assertThat(clerk.get("/plans/" + plan + "/tasks/" + id("1"), "en").text())
                .contains(FINANCE);
        assertThat(clerk.get("/plans/" + plan + "/tasks/" + id("2")).text()).contains("Thôi thực hiện");
        assertThat(pages.as("qlkh")
                        .post(
                                "/plans/" + plan + "/tasks/" + id("2") + "/progress",
                                "state",
                                "DONE",
                                "words",
                                "xong",
                                "version",
                                "0")
                        .getStatus())
                .isEqualTo(409);
        assertThat(clerk.get("/plans/" + plan + "/graph").text()).contains("điều chỉnh");
        assertThat(told("khtc")).isPositive();
        assertThat(deeds(plan.value())).contains("plan.amendment.takeEffect", "execution.plan.amend");
        assertThatThrownBy(() -> jdbc.sql("update plan_task_change set reason = 'khác' where plan_id = :plan")
                        .param("plan", plan.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_document_says_what_will_happen_and_an_amendment_is_amended() {
        String first = begin("DECISION");
        change(first, "1", "due", DAY.format(today.plusDays(60)));
        String printed = text(document(first));
        assertThat(printed).contains("Quyết định", "thời hạn từ", DAY.format(today.plusDays(60)));
        issue(document(first));
        String second = begin("PLAN");
        change(second, "1", "due", DAY.format(today.plusDays(90)));
        issue(document(second));
        assertThat(clerk.get("/plans/" + plan + "/amendments").select("#documents ~ table tbody tr"))
                .hasSize(2);
        assertThat(due("1")).isEqualTo(today.plusDays(90));
    }

    @Test
    void two_drafts_on_one_task_warn_and_the_later_issue_is_refused_until_it_is_decided_again() {
        String mine = begin("PLAN");
        String theirs = begin("PLAN");
        change(mine, "1", "due", DAY.format(today.plusDays(60)));
        change(theirs, "1", "text", "Tập huấn cho công chức và viên chức");
        assertThat(clerk.get("/documents/" + document(mine)).text())
                .contains("cũng có trong một dự thảo điều chỉnh khác");
        approve(document(mine));
        issue(document(theirs));
        assertThatThrownBy(() -> issuing.issue(pages.actor("vanthu"), document(mine), today))
                .isInstanceOf(Refused.class);
        assertThat(due("1")).isEqualTo(today.plusDays(30));
        approvals.sendBack(pages.actor("giamdoc"), document(mine), "Nhiệm vụ 1 vừa thay đổi");
        assertThat(clerk.get(mine).text()).contains("Nhiệm vụ đã thay đổi từ khi bạn chọn");
        clerk.post(mine + "/tasks/" + id("1") + "/decide");
        issue(document(mine));
        assertThat(due("1")).isEqualTo(today.plusDays(60));
        assertThat(jdbc.sql("select text from plan_task where id = :id")
                        .param("id", id("1").value())
                        .query(String.class)
                        .single())
                .isEqualTo("Tập huấn cho công chức và viên chức");
    }

    @Test
    void what_cannot_be_stored_comes_back_with_what_was_typed_and_a_change_is_taken_back() {
        String address = begin("PLAN");
        var same = clerk.post(address + "/tasks/" + id("1"), fields("1", "0"));
        assertThat(same.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(same).text()).contains("Chưa có gì khác");
        var wrong = clerk.post(address + "/tasks/" + id("1"), fields("1", "0", "due", "31/02/2027", "text", ""));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(wrong).select("#due").val()).isEqualTo("31/02/2027");
        var noReason =
                clerk.post(address + "/tasks/" + id("2") + "/drop", "version", "0", "seen", seen("2"), "reason", " ");
        assertThat(noReason.getStatus()).isEqualTo(422);
        var stale = clerk.post(address + "/tasks/" + id("1"), fields("1", "5", "due", DAY.format(today.plusDays(60))));
        assertThat(stale.getStatus()).isEqualTo(422);

        change(address, "1", "due", DAY.format(today.plusDays(60)));
        clerk.post(address + "/tasks/" + id("1") + "/undo");
        assertThat(clerk.get(address + "?done=undone&undone=" + id("1")).select(".amend-card"))
                .isEmpty();
        clerk.post(address + "/tasks/" + id("1") + "/restore");
        assertThat(clerk.get(address).select(".amend-card")).hasSize(1);
    }

    @Test
    void a_plan_that_is_not_in_force_and_people_who_do_not_write_are_refused() {
        assertThat(pages.as("qlkh").fetch("/plans/" + plan + "/amendments").getStatus())
                .isEqualTo(200);
        assertThat(pages.as("giamdoc")
                        .post("/plans/" + plan + "/amendments", "form", "PLAN")
                        .getStatus())
                .isEqualTo(403);
        running.becomes(plan, "RECALLED");
        assertThat(clerk.post("/plans/" + plan + "/amendments", "form", "PLAN").getStatus())
                .isEqualTo(409);
        assertThat(clerk.fetch("/amendments/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
    }

    private LocalDate today() {
        return Today.of(clock).day();
    }

    private String begin(String form) {
        var response = clerk.post("/plans/" + plan + "/amendments", "form", form);
        assertThat(response.getRedirectedUrl())
                .as("status " + response.getStatus())
                .startsWith("/amendments/");
        return String.valueOf(response.getRedirectedUrl());
    }

    private void change(String address, String number, String... fields) {
        var response = clerk.post(address + "/tasks/" + id(number), fields(number, "0", fields));
        assertThat(response.getRedirectedUrl())
                .as("status " + response.getStatus())
                .contains("?done=stored");
    }

    /** The form as its page shows it, with some fields typed over. */
    private String[] fields(String number, String version, String... typed) {
        var form = new java.util.LinkedHashMap<String, String>();
        var row = jdbc.sql("select number, text, lead_printed, due_on from plan_task where id = :id")
                .param("id", id(number).value())
                .query()
                .singleRow();
        form.put("number", number);
        form.put("text", String.valueOf(row.get("text")));
        form.put("lead", String.valueOf(row.get("lead_printed")));
        form.put("due", DAY.format(due(number)));
        form.put("version", version);
        form.put("seen", seen(number));
        for (int i = 0; i < typed.length; i += 2) form.put(typed[i], typed[i + 1]);
        return form.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    private String seen(String number) {
        return jdbc.sql("select version from plan_task where id = :id")
                .param("id", id(number).value())
                .query(Integer.class)
                .single()
                .toString();
    }

    private void approve(DocumentId id) {
        var writer = pages.actor("vanphong");
        var head = pages.actor("giamdoc");
        approvals.submit(writer, id, mark(id), true);
        approvals.approve(head, id, mark(id), head.person(), SigningCapacity.HEAD);
    }

    private void issue(DocumentId id) {
        approve(id);
        issuing.issue(pages.actor("vanthu"), id, today);
    }

    private String mark(DocumentId id) {
        var writer = pages.actor("vanphong");
        return printables.of(writer, documents.find(writer, id)).mark();
    }

    private String text(DocumentId id) {
        return pages.as("vanphong").get("/documents/" + id).text();
    }

    private static DocumentId document(String address) {
        return DocumentId.of(address.substring("/amendments/".length()));
    }

    private TaskId id(String number) {
        return running.taskOf(plan, number);
    }

    private String state(String number) {
        return jdbc.sql("select state from task_status where task_id = :id")
                .param("id", id(number).value())
                .query(String.class)
                .single();
    }

    private String lead(String number) {
        return jdbc.sql("select lead_printed from plan_task where id = :id")
                .param("id", id(number).value())
                .query(String.class)
                .single();
    }

    private LocalDate due(String number) {
        return jdbc.sql("select due_on from plan_task where id = :id")
                .param("id", id(number).value())
                .query(LocalDate.class)
                .single();
    }

    private long told(String username) {
        return jdbc.sql("select count(*) from notice where account_id = :account and link like :link")
                .param("account", pages.actor(username).account().value())
                .param("link", "%")
                .query(Long.class)
                .single();
    }

    private List<String> deeds(UUID record) {
        return jdbc.sql("select action from audit_row where record_id = :id")
                .param("id", record)
                .query(String.class)
                .list();
    }
}
