package vn.binhdang.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.Finding;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.checking.DocumentChecker;
import vn.binhdang.plan.PlanId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
@Import(IssuedPlans.class)
class ResultReportTest {
    @Autowired
    Pages pages;

    @Autowired
    IssuedPlans plans;

    @Autowired
    OutgoingDocuments documents;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_plan_with_progress_becomes_a_draft_report() {
        var plan = plans.issued();
        var done = plans.task(plan, 0);
        plans.report(done, 1, "DONE", plans.today(), "Đã phổ biến tới 120 công chức, viên chức.");
        plans.evidence(done, "Danh sách ký nhận");
        plans.report(plans.task(plan, 1), 1, "NOT_DONE", null, "Chưa bố trí được kinh phí.");
        var report = compiled(plan);

        var content = documents.content(plans.clerk(), report);
        assertThat(content.documentType()).isEqualTo("Báo cáo");
        assertThat(content.symbol()).isEqualTo("BC-SKHCN");
        assertThat(content.addressees()).containsExactly("Sở Lao động - Thương binh và Xã hội");
        assertThat(content.recipients()).containsExactly("Như trên", "Lưu: VT, VP");
        assertThat(content.signature())
                .isEqualTo(documents.content(plans.clerk(), plan.document()).signature());
        assertThat(content.legalBases().getFirst().text())
                .startsWith("Căn cứ Kế hoạch số ")
                .contains("của Sở Khoa học và Công nghệ về thực hiện công tác bình đẳng giới năm");
        assertThat(text(content))
                .contains(
                        "Nhiệm vụ I.1 “Phổ biến Luật Bình đẳng giới” (Văn phòng chủ trì): đã hoàn thành ngày",
                        "Đã phổ biến tới 120 công chức, viên chức.",
                        "01 minh chứng: Danh sách ký nhận.",
                        "không thực hiện được; lý do: Chưa bố trí được kinh phí.",
                        "chưa có báo cáo kết quả của đơn vị chủ trì",
                        "01/03 nhiệm vụ của Kế hoạch đã hoàn thành, đạt 33,3%");
        assertThat(new DocumentChecker().check(content))
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .isEmpty();
    }

    @Test
    void the_page_leads_from_each_figure_to_its_task() {
        var plan = plans.issued();
        plans.report(plans.task(plan, 0), 1, "DONE", plans.today(), "Xong.");
        var page = pages.as("vanthu").get("/reports/" + compiled(plan));
        assertThat(page.select(".figure-big").eachText())
                .contains("3 nhiệm vụ", "1 đã hoàn thành", "2 chưa có báo cáo");
        assertThat(page.select("tr[id^=task-] a").eachAttr("href"))
                .containsExactly(
                        "/plans/" + plan + "/tasks/" + plans.task(plan, 0).id(),
                        "/plans/" + plan + "/tasks/" + plans.task(plan, 1).id(),
                        "/plans/" + plan + "/tasks/" + plans.task(plan, 2).id());
        assertThat(page.select("tr[id^=task-]").get(1).text())
                .contains("II.2. Công tác truyền thông", "vì có từ “truyền thông”");
        assertThat(page.select(".report-moment").text()).startsWith("Số liệu đến ");
        assertThat(page.select("a[href$=/edit]").attr("href")).startsWith("/documents/");
    }

    @Test
    void the_page_says_what_is_still_to_be_written() {
        var page = pages.as("vanthu").get("/reports/" + compiled(plans.issued()));
        assertThat(page.select(".finding").text())
                .contains("V. KIẾN NGHỊ, ĐỀ XUẤT", "Nguyên nhân khách quan")
                .contains("Sở Lao động - Thương binh và Xã hội");
    }

    @Test
    void a_report_without_addressee_cannot_go_out() {
        var plan = plans.issued();
        var id = id(compile(plan, "addressees", "  "));
        var page = pages.as("vanthu").get("/reports/" + id);
        assertThat(page.select(".finding-error").text()).contains("Kính gửi");
    }

    @Test
    void a_refresh_follows_the_tasks_and_keeps_what_people_wrote() {
        var plan = plans.issued();
        var id = compiled(plan);
        editStrengths(id, "Ưu điểm do văn phòng viết.");
        plans.report(plans.task(plan, 0), 1, "DONE", plans.today(), "Đã phổ biến.");
        var clerk = pages.as("vanthu");
        assertThat(clerk.get("/reports/" + id).select(".finding").text()).contains("Nhiệm vụ đã có thay đổi");

        var proposal = clerk.get("/reports/" + id + "/refresh");
        assertThat(proposal.select("[aria-labelledby=changes]").text()).contains("Đã phổ biến.");
        assertThat(proposal.select("[aria-labelledby=kept]").text())
                .contains("Ưu điểm do văn phòng viết.", "01/03 nhiệm vụ");
        var answer = clerk.post(
                "/reports/" + id + "/refresh",
                "mark",
                proposal.select("[name=mark]").attr("value"));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/reports/" + id + "?done=refreshed");

        assertThat(text(documents.content(plans.clerk(), id)))
                .contains("Ưu điểm do văn phòng viết.", "Văn phòng (ngày", "Đã phổ biến.")
                .doesNotContain("01/03 nhiệm vụ");
        assertThat(clerk.get("/reports/" + id).select(".finding").text()).doesNotContain("Nhiệm vụ đã có thay đổi");
    }

    @Test
    void agreeing_to_a_proposal_that_no_longer_holds_shows_the_new_one() {
        var plan = plans.issued();
        var id = compiled(plan);
        var clerk = pages.as("vanthu");
        var mark =
                clerk.get("/reports/" + id + "/refresh").select("[name=mark]").attr("value");
        plans.report(plans.task(plan, 0), 1, "DONE", plans.today(), "Đã phổ biến.");
        var answer = clerk.post("/reports/" + id + "/refresh", "mark", mark);
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(answer).select("[role=alert]").text()).contains("Hãy xem lại");
        assertThat(text(documents.content(plans.clerk(), id))).doesNotContain("Đã phổ biến.");
    }

    @Test
    void an_issued_report_is_seen_by_everybody_and_never_refreshed() {
        var plan = plans.issued();
        var id = compiled(plan);
        assertThat(pages.as("qlkh").fetch("/reports/" + id).getStatus()).isEqualTo(404);
        plans.issue(id);
        var page = pages.as("qlkh").get("/reports/" + id);
        assertThat(page.select("h1").text()).startsWith("Kết quả thực hiện công tác bình đẳng giới");
        assertThat(page.select("a[href$=/edit], a[href$=/refresh]")).isEmpty();
        assertThat(page.select(".finding")).isEmpty();
        var clerk = pages.as("vanthu");
        assertThat(clerk.fetch("/reports/" + id + "/refresh").getStatus()).isEqualTo(409);
        assertThat(clerk.post("/reports/" + id + "/refresh", "mark", "x").getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_replacement_follows_the_tasks_like_the_report_it_replaces() {
        var plan = plans.issued();
        var id = compiled(plan);
        editStrengths(id, "Ưu điểm do văn phòng viết.");
        plans.issue(id);
        plans.report(plans.task(plan, 0), 1, "DONE", plans.today(), "Đã phổ biến sau khi báo cáo.");
        var clerk = pages.as("vanthu");
        var replacement = Objects.requireNonNull(
                        clerk.post("/documents/" + id + "/replacement").getRedirectedUrl())
                .replace("/documents/", "");
        var proposal = clerk.get("/reports/" + replacement + "/refresh");
        clerk.post(
                "/reports/" + replacement + "/refresh",
                "mark",
                proposal.select("[name=mark]").attr("value"));
        assertThat(text(documents.content(plans.clerk(), DocumentId.of(replacement))))
                .containsOnlyOnce("Đã phổ biến sau khi báo cáo.")
                .containsOnlyOnce("KẾT QUẢ THỰC HIỆN\n")
                .contains("Ưu điểm do văn phòng viết.");
    }

    @Test
    void the_head_sees_a_draft_but_neither_compiles_nor_refreshes() {
        var plan = plans.issued();
        var id = compiled(plan);
        var head = pages.as("giamdoc");
        assertThat(head.get("/reports/" + id).select("a[href$=/edit]")).isEmpty();
        assertThat(head.fetch("/reports/new").getStatus()).isEqualTo(403);
        assertThat(head.post("/reports/new", "plan", plan.toString(), "year", "2026", "period", "YEAR-1")
                        .getStatus())
                .isEqualTo(403);
        assertThat(head.fetch("/reports/" + id + "/refresh").getStatus()).isEqualTo(403);
        assertThat(head.post("/reports/" + id + "/refresh", "mark", "x").getStatus())
                .isEqualTo(403);
    }

    @Test
    void staff_compile_nothing_and_find_no_draft() {
        var plan = plans.issued();
        var id = compiled(plan);
        var staff = pages.as("qlkh");
        assertThat(staff.fetch("/reports/new").getStatus()).isEqualTo(403);
        assertThat(staff.post("/reports/new", "plan", plan.toString(), "year", "2026", "period", "YEAR-1")
                        .getStatus())
                .isEqualTo(403);
        assertThat(staff.fetch("/reports/" + id).getStatus()).isEqualTo(404);
        assertThat(staff.fetch("/reports/" + id + "/refresh").getStatus()).isEqualTo(403);
        assertThat(staff.get("/reports").select("a[href$=" + id + "]")).isEmpty();
    }

    @Test
    void another_agency_finds_nothing() {
        var plan = plans.issued();
        var id = compiled(plan);
        jdbc.sql("update outgoing_document set agency_id = gen_random_uuid() where id = :id and state = 'DRAFT'")
                .param("id", id.value())
                .update();
        var clerk = pages.as("vanthu");
        assertThat(clerk.fetch("/reports/" + id).getStatus()).isEqualTo(404);
        assertThat(clerk.fetch("/reports/" + id + "/refresh").getStatus()).isEqualTo(404);
        assertThat(clerk.post("/reports/" + id + "/refresh", "mark", "x").getStatus())
                .isEqualTo(404);
        assertThat(clerk.get("/reports").select("a[href$=" + id + "]")).isEmpty();
    }

    @Test
    void a_plan_that_is_not_issued_has_no_results_yet() {
        var answer = compile(plans.draft());
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(answer).text()).contains("chưa ban hành");
    }

    @Test
    void a_period_is_reported_once() {
        var plan = plans.issued();
        var id = compiled(plan);
        var answer = compile(plan);
        assertThat(answer.getStatus()).isEqualTo(409);
        var page = Pages.parse(answer);
        assertThat(page.select("[role=alert] a").attr("href")).isEqualTo("/reports/" + id);
        assertThat(page.select("#addressees").text()).contains("Sở Lao động - Thương binh và Xã hội");
    }

    @Test
    void the_form_offers_the_windows_of_the_decree_as_dates_and_the_superior_of_the_plan() {
        var plan = plans.issued();
        var page = pages.as("vanthu").get("/reports/new?plan=" + plan + "&year=2024");
        assertThat(page.select(".period-choice").eachText())
                .contains("6 tháng đầu năm 2024 15/12/2023 – 14/06/2024", "Năm 2024 15/12/2023 – 14/12/2024")
                .noneMatch(text -> text.startsWith("9 tháng"));
        assertThat(page.select("#addressees").text()).isEqualTo("Sở Lao động - Thương binh và Xã hội");
    }

    @Test
    void wrong_days_come_back_beside_their_fields_with_what_was_typed() {
        var plan = plans.issued();
        var answer = pages.as("vanthu")
                .post(
                        "/reports/new",
                        "plan",
                        plan.toString(),
                        "year",
                        "2024",
                        "period",
                        "OTHER",
                        "label",
                        "9 tháng",
                        "from",
                        "31/02/2024",
                        "to",
                        "hôm qua",
                        "addressees",
                        "Sở Nội vụ");
        assertThat(answer.getStatus()).isEqualTo(409);
        var page = Pages.parse(answer);
        assertThat(page.select("#from-mistake").text()).isNotEmpty();
        assertThat(page.select("#to-mistake").text()).isNotEmpty();
        assertThat(page.select("#from").attr("value")).isEqualTo("31/02/2024");
        assertThat(page.select("#label").attr("value")).isEqualTo("9 tháng");
        assertThat(page.select("#addressees").text()).isEqualTo("Sở Nội vụ");
    }

    @Test
    void no_period_chosen_is_said_beside_the_choice() {
        var answer = pages.as("vanthu")
                .post("/reports/new", "plan", plans.issued().toString(), "year", "2024", "period", "NINE_MONTHS-1");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(answer).select("#period-mistake").text()).isNotEmpty();
    }

    @Test
    void the_list_is_searched_without_diacritics_and_filtered() {
        var plan = plans.issued();
        var id = id(compile(plan, "label", "Kỳ thử đặc biệt"));
        var clerk = pages.as("vanthu");
        assertThat(clerk.get("/reports?q=ky thu dac biet").select("a[href$=" + id + "]"))
                .hasSize(1);
        assertThat(clerk.get("/reports?q=khong co gi").select(".empty-state").text())
                .contains("Không có báo cáo");
        assertThat(clerk.get("/reports?period=OTHER&state=DRAFT").select("a[href$=" + id + "]"))
                .hasSize(1);
        assertThat(clerk.get("/reports?period=YEAR").select("a[href$=" + id + "]"))
                .isEmpty();
        assertThat(clerk.get("/reports?year=1999&after=nonsense", "en")
                        .select("h1")
                        .text())
                .isEqualTo("Result reports");
    }

    @Test
    void every_deed_leaves_an_audit_row() {
        var id = compiled(plans.issued());
        var clerk = pages.as("vanthu");
        clerk.post(
                "/reports/" + id + "/refresh",
                "mark",
                clerk.get("/reports/" + id + "/refresh").select("[name=mark]").attr("value"));
        assertThat(jdbc.sql("select action from audit_row where record_id = :id order by no")
                        .param("id", id.value())
                        .query(String.class)
                        .list())
                .containsExactly("document.create", "reporting.report.compile", "reporting.report.refresh");
    }

    private DocumentId compiled(PlanId plan) {
        return id(compile(plan));
    }

    private static DocumentId id(MockHttpServletResponse answer) {
        String address = Objects.requireNonNull(answer.getRedirectedUrl());
        return DocumentId.of(address.replaceAll("/reports/([^?]*).*", "$1"));
    }

    /** A window of its own around today, so that what is reported now lies in it on every day of the year. */
    private MockHttpServletResponse compile(PlanId plan, String... other) {
        var fields = new java.util.LinkedHashMap<String, String>();
        fields.put("plan", plan.toString());
        fields.put("year", String.valueOf(plans.today().getYear()));
        fields.put("period", "OTHER");
        fields.put("from", plans.today().minusMonths(2).toString());
        fields.put("to", plans.today().toString());
        fields.put("addressees", "- Sở Lao động - Thương binh và Xã hội;");
        for (int i = 0; i < other.length; i += 2) fields.put(other[i], other[i + 1]);
        return pages.as("vanthu")
                .post(
                        "/reports/new",
                        fields.entrySet().stream()
                                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                                .toArray(String[]::new));
    }

    private void editStrengths(DocumentId id, String text) {
        jdbc.sql("""
            update document_block set text = :text, version = version + 1
            where  id = (select block_id from result_report_source where report_id = :id and slot = '3.1/text')
            """).param("text", text).param("id", id.value()).update();
    }

    private static String text(AdministrativeDocument content) {
        return content.body().stream().map(Block::text).collect(Collectors.joining("\n"));
    }
}
