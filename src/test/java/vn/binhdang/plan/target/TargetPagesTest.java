package vn.binhdang.plan.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.document.PaperTest;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.testing.Pages;

@PaperTest
class TargetPagesTest {
    @Autowired
    private Pages pages;

    @Autowired
    private Plans plans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationContext product;

    private Pages.Visit clerk;
    private PlanId id;
    private String purpose;
    private String task;

    @BeforeEach
    void a_draft_with_a_purpose_and_a_task() {
        clerk = pages.as("vanphong");
        var answer = clerk.post("/plans/new", "year", "2027", "subject", "Thực hiện công tác bình đẳng giới năm 2027");
        id = PlanId.of(Objects.requireNonNull(answer.getRedirectedUrl()).split("/")[2]);
        purpose = jdbc.sql("""
            select id from document_block where document_id = :id and kind = 'PARAGRAPH' order by position limit 1
            """).param("id", id.value()).query(String.class).single();
        jdbc.sql("update document_block set text = 'Nâng cao nhận thức về bình đẳng giới' where id = cast(:id as uuid)")
                .param("id", purpose)
                .update();
        clerk.post("/plans/" + id + "/tasks");
        task = plans.tasksOf(plans.find(pages.actor("vanphong"), id))
                .getFirst()
                .id()
                .toString();
        clerk.script("/plans/" + id + "/tasks/" + task, "version", "1", "number", "II.1", "text", "Phổ biến Luật");
    }

    @Test
    void a_purpose_without_a_target_and_a_target_without_a_task_are_flagged_until_somebody_links_them() {
        assertThat(clerk.get(address("")).text())
                .contains("Mục đích này chưa gắn chỉ tiêu nào", "Nhiệm vụ chưa gắn chỉ tiêu");
        link(purpose, 0, "NQ28-6.1");
        assertThat(clerk.get(address("")).select(".target-purpose .state-late").text())
                .isEqualTo("Chưa có nhiệm vụ thực hiện");
        link(task, 0, "NQ28-6.1");
        var page = clerk.get(address(""), "en");
        assertThat(page.select(".state-late")).isEmpty();
        assertThat(page.select(".target-official").text()).isEqualTo("Official");
        assertThat(page.select(".target-grid td").eachText()).containsExactly("II.1");
    }

    @Test
    void the_short_matrix_flags_a_purpose_without_any_target_and_tells_purposes_apart() {
        jdbc.sql("""
            update document_block set text = 'Phối hợp với Công đoàn'
            where  id = (select id from document_block where document_id = :id and kind = 'PARAGRAPH'
                         order by position offset 1 limit 1)
            """).param("id", id.value()).update();
        link(purpose, 0, "NQ28-6.1");
        assertThat(clerk.get(address("")).select(".target-grid th[scope=row]").eachText())
                .containsExactly("I.1 Nâng cao nhận thức về bình …", "I.2 Phối hợp với Công đoàn Chưa gắn chỉ tiêu");
    }

    @Test
    void suggestions_say_why_and_are_not_ticked() {
        var page = clerk.get(address("/" + purpose));
        assertThat(page.select("fieldset:first-of-type").text()).contains("Gợi ý theo từ ngữ", "vì có chữ “nhận thức”");
        assertThat(page.select("input[checked]")).isEmpty();
        assertThat(page.select(".target-unverified")).hasSize(9);
    }

    @Test
    void two_people_at_one_purpose_are_told_and_nothing_is_overwritten() {
        link(purpose, 0, "NQ28-6.1");
        var answer = clerk.post(address("/" + purpose), "version", "0", "target", "NQ28-6.3");
        assertThat(answer.getStatus()).isEqualTo(409);
        var page = Pages.parse(answer);
        assertThat(page.select("[role=alert]").text()).contains("Đang được lưu: 6.1");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("NQ28-6.3");
        clerk.post(
                address("/" + purpose), "version", page.select("[name=version]").val(), "target", "NQ28-6.3");
        assertThat(clerk.get(address("")).select(".target-cell b").text()).isEqualTo("6.3");
        assertThat(clerk.get(address("/" + purpose)).text()).contains("Chỉ tiêu 6.1: gắn ngày");
    }

    @Test
    void a_link_made_after_the_issue_carries_its_day_and_a_replaced_plan_takes_none() {
        var running = new RunningPlan(product);
        running.issue(id);
        link(purpose, 0, "NQ28-6.1");
        assertThat(clerk.get(address("")).text()).contains("sau khi ban hành", "Văn bản đã ban hành giữ nguyên");
        running.becomes(id, "SUPERSEDED");
        assertThat(clerk.post(address("/" + purpose), "version", "1").getStatus())
                .isEqualTo(409);
        assertThat(clerk.get(address("")).select(".target-cell b").text()).isEqualTo("6.1");
    }

    @Test
    void the_table_has_the_matrix_line_by_line_and_as_a_grid() throws Exception {
        link(purpose, 0, "NQ28-6.1", "NQ28-6.3");
        link(task, 0, "NQ28-6.1");
        try (var book = new XSSFWorkbook(
                new ByteArrayInputStream(clerk.fetch(address(".xlsx")).getContentAsByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(2).getCell(6).getStringCellValue())
                    .isEqualTo("II.1 Phổ biến Luật");
            assertThat(book.getSheetAt(0).getRow(3).getCell(5).getStringCellValue())
                    .isEqualTo("Chưa xác minh");
            assertThat(book.getSheetAt(1).getRow(2).getCell(2).getStringCellValue())
                    .isEqualTo("II.1");
            assertThat(book.getSheetAt(1).getRow(2).getCell(3).getStringCellValue())
                    .isEqualTo("trống");
        }
    }

    @Test
    void who_does_not_write_plans_reads_the_matrix_of_an_issued_one_and_links_nothing() {
        var member = pages.as("qlkh");
        assertThat(member.fetch(address("")).getStatus()).isEqualTo(404);
        new RunningPlan(product).issue(id);
        assertThat(member.get(address("")).select("a[href*=/targets/]")).isEmpty();
        assertThat(member.post(address("/" + purpose), "version", "0").getStatus())
                .isEqualTo(403);
    }

    private void link(String place, int version, String... codes) {
        var fields = new java.util.ArrayList<String>(java.util.List.of("version", String.valueOf(version)));
        for (String code : codes) fields.addAll(java.util.List.of("target", code));
        assertThat(clerk.post(address("/" + place), fields.toArray(String[]::new))
                        .getStatus())
                .isEqualTo(302);
    }

    private String address(String rest) {
        return "/plans/" + id + "/targets" + rest;
    }
}
