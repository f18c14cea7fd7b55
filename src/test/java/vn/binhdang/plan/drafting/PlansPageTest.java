package vn.binhdang.plan.drafting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.testing.Pages;

@PaperTest
class PlansPageTest {
    @Autowired
    private Pages pages;

    @Autowired
    private SamplePapers papers;

    @Autowired
    private Plans plans;

    @Autowired
    private OutgoingDocuments documents;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_plan_written_from_nothing_has_the_head_outline_recipients_and_signer_of_the_agency() {
        var id = begun("Thực hiện công tác bình đẳng giới năm 2027");
        var content = documents.content(pages.actor("vanphong"), id.document());
        assertThat(content.issuingAgency()).isEqualTo("Sở Khoa học và Công nghệ");
        assertThat(content.symbol()).isEqualTo("KH-SKHCN");
        assertThat(content.number()).isNull();
        assertThat(content.body())
                .extracting(block -> block.text())
                .contains("MỤC ĐÍCH, YÊU CẦU", "NỘI DUNG THỰC HIỆN", "TỔ CHỨC THỰC HIỆN", "");
        assertThat(content.recipients()).last().isEqualTo("Lưu: VT, VP");
        assertThat(Objects.requireNonNull(content.signature()).name()).isEqualTo("Đặng Thị Minh Hà");
        assertThat(pages.as("vanphong").get("/plans/" + id + "/edit").select("textarea[placeholder*=Vì sao làm]"))
                .hasSize(1);
    }

    @Test
    void a_wrong_year_or_missing_subject_is_told_beside_the_field_and_nothing_typed_is_lost() {
        var answer = pages.as("vanphong").post("/plans/new", "year", "27", "subject", "Thực hiện");
        assertThat(answer.getStatus()).isEqualTo(422);
        var page = Pages.parse(answer);
        assertThat(page.select("#year-mistake").text()).contains("“27”");
        assertThat(page.select("#subject").val()).isEqualTo("Thực hiện");
        var empty = Pages.parse(pages.as("vanphong").post("/plans/new", "year", "2027", "subject", " \n "));
        assertThat(empty.select("#subject-mistake").text()).isNotBlank();
    }

    @Test
    void the_list_is_searched_without_diacritics_filtered_and_sorted() {
        begun("Phòng ngừa bạo lực trên cơ sở giới năm 2027");
        var clerk = pages.as("vanphong");
        assertThat(clerk.get("/plans?words=phong ngua bao luc").select("tbody tr"))
                .hasSizeGreaterThanOrEqualTo(1);
        assertThat(clerk.get("/plans?words=2027 BAO LUC ngừa").select("tbody tr"))
                .hasSizeGreaterThanOrEqualTo(1);
        assertThat(clerk.get("/plans?words=khong co 100%_").text()).contains("Không có kế hoạch nào khớp");
        assertThat(clerk.get("/plans?year=2027&state=DRAFT&sort=SUBJECT")
                        .select("tbody tr td:first-child")
                        .eachText())
                .isNotEmpty()
                .containsOnly("2027");
        assertThat(clerk.get("/plans?year=xyz&state=no&sort=no", "en")
                        .select("h1")
                        .text())
                .isEqualTo("Plans");
    }

    @Test
    void a_long_list_goes_on_from_page_to_page_without_skipping_or_repeating() {
        for (int i = 0; i < 35; i++) begun("Kế hoạch dài " + i);
        var clerk = pages.as("vanphong");
        for (String sort : new String[] {"YEAR", "CHANGED", "SUBJECT"}) {
            var first = clerk.get("/plans?words=kế hoạch dài&sort=" + sort);
            var second = clerk.get(URLDecoder.decode(first.select("a[rel=next]").attr("href"), UTF_8));
            var all = new java.util.ArrayList<>(first.select("tbody a").eachText());
            all.addAll(second.select("tbody a").eachText());
            assertThat(all).as(sort).hasSize(35).doesNotHaveDuplicates();
        }
    }

    @Test
    void members_of_units_see_issued_plans_only_and_cannot_begin_one() {
        begun("Bản nháp chưa ban hành");
        var member = pages.as("qlkh");
        assertThat(member.get("/plans").text()).doesNotContain("Bản nháp", "Soạn kế hoạch mới");
        assertThat(member.fetch("/plans/new").getStatus()).isEqualTo(403);
        assertThat(member.post("/plans/new", "year", "2027", "subject", "x").getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_plan_after_last_years_takes_over_words_and_tasks_and_lists_what_moved() {
        var source = begun("Thực hiện công tác năm 2027");
        var clerk = pages.as("vanphong");
        clerk.post("/plans/" + source + "/tasks");
        var task = plans.tasksOf(plans.find(pages.actor("vanphong"), source)).getFirst();
        clerk.script(
                "/plans/" + source + "/tasks/" + task.id(),
                "version",
                "1",
                "text",
                "Tổ chức Tháng hành động năm 2027",
                "lead",
                "VP",
                "due",
                "15/12/2027");
        var redirect = clerk.post("/plans/new/after", "source", source.toString(), "year", "2028");
        var id = PlanId.of(Objects.requireNonNull(redirect.getRedirectedUrl()).split("/")[2]);
        var plan = plans.find(pages.actor("vanphong"), id);
        assertThat(plan.writtenAfter()).isEqualTo(source);
        assertThat(plan.document().subject()).isEqualTo("Thực hiện công tác năm 2028");
        var copied = plans.tasksOf(plan).getFirst();
        assertThat(copied.text()).isEqualTo("Tổ chức Tháng hành động năm 2028");
        assertThat(copied.leadUnit()).isEqualTo(pages.actor("vanphong").unit());
        assertThat(copied.dueOn()).isNull();
        var page = clerk.get("/plans/" + id + "/edit");
        assertThat(page.select("[data-notes=subjectLine]").text()).contains("năm 2027");
        assertThat(page.select("[data-notes=task-" + copied.id() + "]").text())
                .contains("Năm trước thời hạn là 15/12/2027. Đề xuất năm nay: 15/12/2028");
        clerk.post("/plans/" + id + "/notes/dates");
        assertThat(plans.tasksOf(plan))
                .extracting(PlanTask::dueOn)
                .extracting(String::valueOf)
                .containsExactly("2028-12-15");
    }

    @Test
    void what_the_reading_found_stands_at_the_paragraph_until_it_is_corrected() {
        var clerk = pages.as("vanphong");
        var id = jdbc.sql("select id from plan where import_id is not null")
                .query(java.util.UUID.class)
                .list()
                .getFirst();
        var page = clerk.get("/plans/" + id + "/edit");
        var block = Objects.requireNonNull(
                page.select(".block:has(.finding:contains(13/3/2022))").first());
        assertThat(block.select(".finding").text()).contains("Chủ nhật");
        assertThat(page.select("[data-notes=issuingAgency]").text()).contains("suy ra từ câu");
        assertThat(page.select(".source-column [hx-get]").attr("hx-get")).isEqualTo("/plans/" + id + "/source");
        assertThat(block.attr("data-lines")).matches("\\d+-\\d+");
        String text = block.select("textarea").text().replace("13/3/2022", "14/3/2022");
        clerk.script(
                block.select("form").attr("action"),
                "version",
                block.select("input[name=version]").val(),
                "kind",
                "ITEM",
                "number",
                "1.",
                "text",
                text);
        assertThat(clerk.get("/plans/" + id + "/edit").select(".finding:contains(13/3/2022)"))
                .isEmpty();
    }

    @Test
    void a_plan_of_another_agency_cannot_be_taken_over() {
        var source = begun("Kế hoạch của Sở");
        papers.moveToAnotherAgency("vanthu");
        var answer = pages.as("vanthu").post("/plans/new/after", "source", source.toString(), "year", "2028");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from plan where written_after = :id")
                        .param("id", source.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private PlanId begun(String subject) {
        var answer = pages.as("vanphong").post("/plans/new", "year", "2027", "subject", subject);
        return PlanId.of(Objects.requireNonNull(answer.getRedirectedUrl()).split("/")[2]);
    }
}
