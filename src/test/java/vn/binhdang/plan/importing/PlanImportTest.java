package vn.binhdang.plan.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class PlanImportTest {
    @Autowired
    private Pages pages;

    @Autowired
    private Plans plans;

    @Autowired
    private JdbcClient jdbc;

    private Pages.Visit clerk;

    @BeforeEach
    void the_clerk_is_signed_in() {
        clerk = pages.as("vanphong");
    }

    @Test
    void the_founding_plan_becomes_a_draft_with_its_six_tasks() throws IOException {
        var page = read(upload("ke-hoach.txt", seed()));
        assertThat(page.select("dl.facts").text()).contains("Kế hoạch", "…/KH-KHCN", "Sở Khoa học và Công nghệ");
        var plan = plans.find(pages.actor("vanphong"), makePlan(page));
        assertThat(plan.document().year()).isEqualTo(2024);
        assertThat(plan.document().subject()).startsWith("Thực hiện công tác bình đẳng giới");
        var tasks = plans.tasksOf(plan);
        assertThat(tasks)
                .extracting(PlanTask::number)
                .containsExactly("II.1", "II.2", "II.3", "II.4", "III.1", "III.2");
        assertThat(tasks.get(2).startOn()).hasToString("2024-11-15");
        assertThat(tasks.get(2).dueOn()).hasToString("2024-12-15");
        assertThat(tasks.get(5).leadPrinted()).isEqualTo("Văn phòng");
        assertThat(tasks.get(5).leadUnit()).isEqualTo(pages.actor("vanphong").unit());
    }

    @Test
    void the_page_says_what_is_missing_and_doubtful() throws IOException {
        String findings =
                read(upload("ke-hoach.txt", seed())).select("ul.findings").text();
        assertThat(findings)
                .contains("chưa có số", "tháng 4 năm 2024", "Quốc hiệu", "14/4/2024", "13/3/2022", "2021 - 2025")
                .doesNotContain("05/7/2021");
    }

    @Test
    void the_same_bytes_a_second_time_lead_to_the_plan_of_the_first() throws IOException {
        byte[] content = concat(seed(), "\n\n");
        var plan = makePlan(read(upload("ke-hoach.txt", content)));
        var again = read(upload("ten-khac.txt", content));
        assertThat(again.select(".alert-warning").text()).contains("Tệp này đã được đưa vào");
        assertThat(again.select(".alert-warning a").attr("href")).isEqualTo("/plans/" + plan + "/edit");
    }

    @Test
    void making_the_plan_twice_makes_it_once() throws IOException {
        var page = read(upload("ke-hoach.txt", concat(seed(), "\n\n\n")));
        assertThat(makePlan(page)).isEqualTo(makePlan(page));
    }

    @Test
    void a_newer_version_is_shown_clause_by_clause() throws IOException {
        var plan = makePlan(read(upload("ke-hoach.txt", seed())));
        String newer = new String(seed(), StandardCharsets.UTF_8)
                .replace("2. Giao Văn phòng chủ trì", "2. Giao Phòng Chuyển đổi số chủ trì");
        var form = clerk.get(clerk.part("/plans/" + plan + "/source")
                .select("a[href*=newerThan]")
                .attr("href"));
        String newerThan = form.select("input[name=newerThan]").attr("value");
        var page = read(upload("ke-hoach-2.txt", newer.getBytes(StandardCharsets.UTF_8), "newerThan", newerThan));
        var difference = clerk.get(page.select("a[href$=/difference]").attr("href"));
        assertThat(difference.select("tr.difference-changed")).hasSize(1);
        assertThat(difference.select("tr.difference-changed ins").text()).contains("Phòng Chuyển đổi số");
        assertThat(difference.select("tr.difference-changed del").text()).contains("Giao Văn phòng");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_in_words_and_kept() {
        byte[] notWord = "đây không phải là Word".getBytes(StandardCharsets.UTF_8);
        var page = read(upload("ke-hoach.docx", notWord));
        assertThat(page.select("[role=alert]").text()).isNotBlank();
        var file = clerk.fetch(page.select("a[href$=/file]").attr("href"));
        assertThat(file.getContentAsByteArray()).isEqualTo(notWord);
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(file.getContentType()).isEqualTo("application/octet-stream");
    }

    @Test
    void pasted_text_is_read_like_a_file() throws IOException {
        var answer = clerk.post("/plans/import", "pasted", new String(seed(), StandardCharsets.UTF_8));
        assertThat(read(Objects.requireNonNull(answer.getRedirectedUrl()))
                        .select("dl.facts")
                        .text())
                .contains("KH-KHCN");
    }

    @Test
    void nothing_brought_is_answered_beside_the_form() {
        var answer = clerk.post("/plans/import", "pasted", "   ");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(Pages.parse(answer).select("[role=alert]").text()).contains("Hãy chọn một tệp");
    }

    @Test
    void the_source_stands_beside_the_editor_line_by_line() throws IOException {
        var plan = makePlan(read(upload("ke-hoach.txt", seed())));
        var source = clerk.part("/plans/" + plan + "/source");
        assertThat(source.select("#line-3").text()).contains("/KH-KHCN");
    }

    @Test
    void staff_bring_nothing_in_and_see_no_import() throws IOException {
        var staff = pages.as("qlkh");
        String address = upload("ke-hoach.txt", seed());
        assertThat(staff.fetch("/plans/import").getStatus()).isEqualTo(403);
        assertThat(staff.fetch(address).getStatus()).isEqualTo(403);
        assertThat(staff.upload("/plans/import", file("ke-hoach.txt", seed())).getStatus())
                .isEqualTo(403);
    }

    @Test
    void another_agency_finds_nothing() throws IOException {
        String address = upload("ke-hoach.txt", seed());
        jdbc.sql("update plan_import set agency_id = gen_random_uuid() where id = cast(:id as uuid)")
                .param("id", address.substring(address.lastIndexOf('/') + 1))
                .update();
        assertThat(clerk.fetch(address).getStatus()).isEqualTo(404);
        assertThat(clerk.fetch(address + "/file").getStatus()).isEqualTo(404);
        assertThat(clerk.post(address + "/plan").getStatus()).isEqualTo(404);
    }

    private String upload(String name, byte[] content, String... fields) {
        return Objects.requireNonNull(
                clerk.upload("/plans/import", file(name, content), fields).getRedirectedUrl());
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    private Document read(String address) {
        await().until(() -> clerk.get(address).select("progress").isEmpty());
        return clerk.get(address);
    }

    private PlanId makePlan(Document page) {
        var link = page.select("form[action$=/plan]");
        String to = Objects.requireNonNull(clerk.post(link.attr("action")).getRedirectedUrl());
        return PlanId.of(to.split("/")[2]);
    }

    private static byte[] seed() throws IOException {
        try (var in = PlanImportTest.class.getResourceAsStream("/seed-plan-2024.txt")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static byte[] concat(byte[] content, String more) {
        return (new String(content, StandardCharsets.UTF_8) + more).getBytes(StandardCharsets.UTF_8);
    }
}
