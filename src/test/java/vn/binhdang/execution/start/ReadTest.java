package vn.binhdang.execution.start;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class ReadTest {
    @Autowired
    private Pages pages;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private RunningPlan running;
    private LocalDate today;
    private PlanId plan;

    @BeforeEach
    void a_plan_was_issued_three_days_ago() {
        running = new RunningPlan(product);
        today = Today.of(clock).day();
        jdbc.sql("update outgoing_document set state = 'RECALLED' where state = 'ISSUED'")
                .update();
        jdbc.sql("delete from document_read").update();
        plan = issuedOn(
                today.minusDays(3),
                "Kế hoạch bình đẳng giới",
                task("1", "Tập huấn", "Phòng Quản lý khoa học", null, List.of("Phòng Chuyển đổi số")),
                task("2", "Tổng kết", "Văn phòng", null));
    }

    private PlanId issuedOn(LocalDate day, String subject, DocumentTask... tasks) {
        var id = running.draft(pages.actor("vanphong"), subject, tasks);
        running.issue(id, day);
        return id;
    }

    private Document start(String username) {
        return pages.as(username).get("/");
    }

    private static List<String> toRead(Document page) {
        return page.select("ul[aria-labelledby=duty-READ] .work-head > a").eachText();
    }

    @Test
    void a_plan_is_to_be_read_where_the_own_unit_leads_or_helps_and_by_nobody_who_wrote_it() {
        assertThat(toRead(start("qlkh"))).containsExactly("Kế hoạch bình đẳng giới");
        assertThat(toRead(start("cds"))).containsExactly("Kế hoạch bình đẳng giới");
        assertThat(toRead(start("vanphong"))).as("who wrote it").isEmpty();
        assertThat(toRead(start("khtc"))).as("a unit without a task in it").isEmpty();
        assertThat(start("qlkh").select("#duty-READ").text()).isEqualTo("Phải đọc 1");
        assertThat(pages.as("qlkh").get("/", "en").select("#duty-READ").text()).isEqualTo("To read 1");
    }

    @Test
    void an_amendment_and_what_corrects_it_are_to_be_read_by_the_units_of_the_plan() {
        var amendment = issuedAbout(plan, "AMENDMENT", "Điều chỉnh kế hoạch");
        issuedAbout(amendment, "ERRATUM", "Đính chính văn bản điều chỉnh");
        issuedAbout(plan, "ERRATUM", "Đính chính kế hoạch");
        assertThat(toRead(start("qlkh")))
                .containsExactlyInAnyOrder(
                        "Kế hoạch bình đẳng giới",
                        "Điều chỉnh kế hoạch",
                        "Đính chính văn bản điều chỉnh",
                        "Đính chính kế hoạch");
        assertThat(pages.as("cds").get("/work/read").select("form[action=/work/read]"))
                .hasSize(4);
        assertThat(toRead(start("khtc"))).as("a unit without a task in it").isEmpty();
    }

    private PlanId issuedAbout(PlanId concerned, String kind, String subject) {
        var id = running.draft(pages.actor("vanphong"), subject);
        jdbc.sql("""
            update outgoing_document
            set    kind = :kind, concerns_id = :concerned, state = 'ISSUED', symbol = 'KH-SKHCN', series = 'KH', issued_on = :day,
                   number = (select 1 + coalesce(max(number), 0) from outgoing_document),
                   signer_id = created_by, signing_capacity = 'HEAD', issued_content = head,
                   docx_file_id = id, pdf_file_id = id
            where  id = :id
            """)
                .param("kind", kind)
                .param("concerned", concerned.value())
                .param("day", today.minusDays(1))
                .param("id", id.value())
                .update();
        return id;
    }

    @Test
    void what_was_issued_long_ago_or_taken_back_is_not_asked_for() {
        issuedOn(today.minusDays(61), "Kế hoạch cũ", task("1", "Tập huấn", "Phòng Quản lý khoa học", null));
        assertThat(toRead(start("qlkh"))).containsExactly("Kế hoạch bình đẳng giới");
        running.becomes(plan, "RECALLED");
        assertThat(toRead(start("qlkh"))).isEmpty();
    }

    @Test
    void reading_is_said_with_one_press_and_can_be_taken_back() {
        var reader = pages.as("qlkh");
        assertThat(reader.get("/work/read").select(".work-facts").text())
                .isEqualTo("Kế hoạch · ban hành ngày " + TypedDay.print(today.minusDays(3)));
        assertThat(reader.post("/work/read", "document", plan.toString(), "back", "start")
                        .getRedirectedUrl())
                .isEqualTo("/?read=1");
        assertThat(reader.get("/?read=1").select("[role=status]").text()).isEqualTo("Đã ghi là đã đọc.");
        assertThat(toRead(start("qlkh"))).isEmpty();
        assertThat(toRead(start("cds"))).as("everybody reads for themselves").hasSize(1);
        // Twice is once.
        reader.post("/work/read", "document", plan.toString());
        var list = reader.get("/work/read");
        assertThat(list.select(".finding").text()).isEqualTo("Bạn không còn văn bản nào phải đọc.");
        assertThat(list.select("section[aria-labelledby=read] .work > a").text())
                .isEqualTo("Kế hoạch bình đẳng giới");
        reader.get("/work/read", "en");
        assertThat(reader.post("/work/read/undo", "document", plan.toString()).getRedirectedUrl())
                .isEqualTo("/work/read?done=unread");
        assertThat(toRead(start("qlkh"))).hasSize(1);
    }

    @Test
    void what_is_no_issued_document_of_the_agency_is_not_there() {
        var reader = pages.as("qlkh");
        assertThat(reader.post("/work/read", "document", Uuid7.create().toString())
                        .getStatus())
                .isEqualTo(404);
        assertThat(reader.post("/work/read", "document", "x").getStatus()).isEqualTo(404);
        var draft = running.draft(pages.actor("vanphong"), "Dự thảo", task("1", "Tập huấn", "Phòng QLKH", null));
        assertThat(reader.post("/work/read", "document", draft.toString()).getStatus())
                .isEqualTo(404);
    }

    @Test
    void many_are_paged() {
        for (int i = 0; i < 51; i++)
            issuedOn(today.minusDays(1), "Kế hoạch " + i, task("1", "Tập huấn", "Phòng Quản lý khoa học", null));
        var start = start("qlkh");
        assertThat(start.select("#duty-READ").text()).isEqualTo("Phải đọc 30+");
        assertThat(start.select("a[href=/work/read]")).hasSize(1);
        var first = pages.as("qlkh").get("/work/read");
        assertThat(first.select("form[action=/work/read]")).hasSize(50);
        var second = pages.as("qlkh").get(first.select("a[rel=next]").attr("href"));
        assertThat(second.select("form[action=/work/read]")).hasSize(2);
        assertThat(second.select("a[rel=next]")).isEmpty();
    }
}
