package vn.binhdang.plan.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.document.issuing.Issuing;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;
import vn.binhdang.testing.Pages;

@PaperTest
class AmendedAboveTest {
    private static final LocalDate TODAY = LocalDate.now(Today.ZONE);

    @Autowired
    private Pages pages;

    @Autowired
    private SamplePapers papers;

    @Autowired
    private Issuing issuing;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext product;

    private Pages.Visit clerk;
    private PlanId plan;
    private TaskId first;

    @BeforeEach
    void a_running_plan() {
        var running = new RunningPlan(product);
        plan = running.issued(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới năm 2026",
                RunningPlan.task("1", "Rà soát quy hoạch cán bộ nữ", "Văn phòng", LocalDate.of(2026, 3, 31)),
                RunningPlan.task("2", "Tập huấn lồng ghép giới", "Phòng Chuyển đổi số", LocalDate.of(2026, 4, 30)),
                RunningPlan.task("3", "Báo cáo năm", "Văn phòng", LocalDate.of(2026, 12, 15)));
        first = running.taskOf(plan, "1");
        clerk = pages.as("vanphong");
    }

    @Test
    void who_was_passed_a_clause_down_keeps_it_and_is_told_that_it_has_changed() {
        var below = new RunningPlan(product)
                .issued(
                        pages.actor("vanphong"),
                        "Kế hoạch của đơn vị nhận",
                        RunningPlan.task("I", "Rà soát theo nội dung được giao", "Văn phòng", null));
        var cascade = passedDown(first, below);
        var amendment = begin("PLAN");
        change(amendment, first, "due", "30/09/2026");
        issue(amendment);
        String number = papers.find(amendment).numberAndSymbol();
        assertThat(clerk.get("/cascades/" + cascade).select(".cascade-clauses").text())
                .contains("Rà soát quy hoạch cán bộ nữ", number);
        assertThat(clerk.get("/plans/" + below).select(".finding-warning").text())
                .contains("nhiệm vụ I", number);
        assertThat(clerk.get("/received?show=all").select(".finding-warning").text())
                .contains("Cấp trên đã điều chỉnh 1 nội dung");
        // A later amendment of something else does not move the day of what was amended for the unit.
        var later = begin("PLAN");
        jdbc.sql("""
            update plan_amendment set in_force_on = :day, in_force_at = now(), in_force_by = :by where id = :id
            """)
                .param("day", TODAY.plusDays(7))
                .param("by", pages.actor("vanphong").account().value())
                .param("id", later.value())
                .update();
        assertThat(clerk.get("/received?show=all").select(".finding-warning").text())
                .contains("1 nội dung", TypedDay.print(TODAY))
                .doesNotContain(TypedDay.print(TODAY.plusDays(7)));
        assertThat(told("vanphong", amendment)).isOne();
        assertThat(clerk.get("/notices", "en").text()).contains("A superior has amended a plan");
    }

    @Test
    void a_division_that_was_given_a_clause_of_the_same_plan_is_told_and_reads_it_on_its_task() {
        var unit = pages.actor("qlkh").unit();
        var given = Uuid7.create();
        var addressee = addressee(cascade(first), unit.value(), true, plan);
        jdbc.sql("""
            insert into plan_task (id, plan_id, position, number, text, lead_unit_id, due_on, version, from_task_id,
                                   addressee_id)
            values (:id, :plan, 9, '1.1', 'Rà soát quy hoạch cán bộ nữ', :unit, date '2026-03-31', 1, :from, :addressee)
            """)
                .param("id", given)
                .param("plan", plan.value())
                .param("unit", unit.value())
                .param("from", first.value())
                .param("addressee", addressee)
                .update();
        var amendment = begin("PLAN");
        change(amendment, first, "due", "30/09/2026");
        issue(amendment);
        var division = pages.as("qlkh");
        assertThat(told("qlkh", amendment)).isOne();
        assertThat(division.get("/received?show=all").text()).contains("Cấp trên đã điều chỉnh 1 nội dung");
        assertThat(division.get("/plans/" + plan + "/tasks/" + given).text())
                .contains("Nội dung giao xuống đã được điều chỉnh theo "
                        + papers.find(amendment).numberAndSymbol());
        assertThat(told("khtc", amendment)).isZero();
    }

    @Test
    void who_works_by_a_plan_from_above_is_told_of_its_new_purposes_and_targets_too() {
        var below = new RunningPlan(product)
                .issued(
                        pages.actor("vanphong"),
                        "Kế hoạch của đơn vị nhận",
                        RunningPlan.task("I", "Rà soát theo nội dung được giao", "Văn phòng", null));
        passedDown(first, below);
        var amendment = begin("PLAN");
        var added = clerk.post(
                "/amendments/" + amendment + "/parts",
                "home",
                plan.toString(),
                "part",
                "TARGET",
                "cell-0",
                "100% cơ quan có cán bộ nữ trong quy hoạch");
        assertThat(added.getRedirectedUrl()).contains("?done=stored");
        assertThat(clerk.get("/amendments/" + amendment).select(".amend-card").text())
                .as("a plan without a heading for targets")
                .contains("Chỉ tiêu: 100% cơ quan");
        issue(amendment);
        assertThat(told("vanphong", amendment)).isOne();
        assertThat(clerk.get("/received?show=all").text()).contains("nội dung giao cho đơn vị không đổi");
        assertThat(clerk.get("/plans/" + below).select(".finding-warning").text())
                .contains("Cấp trên đã sửa đổi, bổ sung mục đích, chỉ tiêu hoặc phụ lục");
    }

    private long told(String username, DocumentId amendment) {
        return jdbc.sql("select count(*) from notice where account_id = :account and occasion = :key")
                .param("account", pages.actor(username).account().value())
                .param("key", "plan/amended/" + amendment)
                .query(Long.class)
                .single();
    }

    private UUID passedDown(TaskId clause, PlanId below) {
        var cascade = cascade(clause);
        var addressee = addressee(cascade, pages.actor("vanphong").agency().value(), false, below);
        jdbc.sql("update plan_task set from_task_id = :from, addressee_id = :addressee where plan_id = :plan")
                .param("from", clause.value())
                .param("addressee", addressee)
                .param("plan", below.value())
                .update();
        return cascade;
    }

    private UUID cascade(TaskId clause) {
        var cascade = Uuid7.create();
        var by = pages.actor("vanphong");
        jdbc.sql("""
            insert into plan_cascade (id, plan_id, agency_id, above, state, on_day, follows_until, kinds, follows_kinds,
                                      passed_by, passed_at)
            values (:id, :plan, :agency, '{}', 'DONE', current_date, current_date, '{}', false, :by, now())
            """)
                .param("id", cascade)
                .param("plan", plan.value())
                .param("agency", by.agency().value())
                .param("by", by.account().value())
                .update();
        jdbc.sql("insert into plan_cascade_clause values (:id, 0, :task, '1', 'Rà soát quy hoạch cán bộ nữ')")
                .param("id", cascade)
                .param("task", clause.value())
                .update();
        return cascade;
    }

    private UUID addressee(UUID cascade, UUID unit, boolean inside, PlanId below) {
        var addressee = Uuid7.create();
        jdbc.sql("""
            insert into plan_addressee (id, cascade_id, unit_id, unit_name, place, inside, given_on, made_at, plan_id)
            values (:id, :cascade, :unit, 'Đơn vị nhận', '', :inside, current_date, now(), :plan)
            """)
                .param("id", addressee)
                .param("cascade", cascade)
                .param("unit", unit)
                .param("inside", inside)
                .param("plan", below.value())
                .update();
        return addressee;
    }

    private DocumentId begin(String form) {
        var begun = clerk.post("/plans/" + plan + "/amendments", "form", form);
        return DocumentId.of(Objects.requireNonNull(begun.getRedirectedUrl()).replace("/amendments/", ""));
    }

    private void change(DocumentId amendment, TaskId task, String... fields) {
        var form = new String[fields.length + 4];
        System.arraycopy(fields, 0, form, 4, fields.length);
        form[0] = "version";
        form[1] = "0";
        form[2] = "seen";
        form[3] = seen(task);
        assertThat(clerk.post(at(amendment, task), form).getRedirectedUrl()).startsWith("/amendments/" + amendment);
    }

    private void prepare(DocumentId amendment) {
        papers.submit(amendment);
        papers.approve(amendment);
    }

    private void issue(DocumentId amendment) {
        prepare(amendment);
        numbersGoOn();
        issuing.issue(papers.clerk(), amendment, TODAY);
    }

    private void numbersGoOn() {
        // Plans have numbers made by hand; what is given goes on behind it.
        jdbc.sql("""
            insert into number_series
            select :agency, :year, '', max(number) from outgoing_document
            on conflict (agency_id, year, series) do update set last_number = excluded.last_number
            """)
                .param("agency", pages.actor("vanphong").agency().value())
                .param("year", TODAY.getYear())
                .update();
    }

    private String seen(TaskId task) {
        return jdbc.sql("select version from plan_task where id = :id")
                .param("id", task.value())
                .query(Integer.class)
                .single()
                .toString();
    }

    private static String at(DocumentId amendment, TaskId task) {
        return "/amendments/" + amendment + "/tasks/" + task;
    }
}
