package vn.binhdang.document.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.document.Signature;
import vn.binhdang.document.issuing.Issuing;
import vn.binhdang.testing.Pages;

@PaperTest
class DocumentPageTest {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    SamplePapers papers;

    @Autowired
    Issuing issuing;

    @Autowired
    Pages pages;

    @Test
    void a_document_goes_from_draft_to_issue_through_its_page() throws Exception {
        var id = papers.draft("về việc đi hết quy trình");
        var clerk = pages.as("vanthu");
        var deputy = pages.as("phogiamdoc");

        var draft = clerk.get(address(id));
        assertThat(draft.select("form[action$=/submit] button").text()).isEqualTo("Trình ký");
        clerk.post(
                address(id) + "/submit",
                "mark",
                draft.select("form[action$=/submit] [name=mark]").attr("value"),
                "warningsSeen",
                "true");

        var read = deputy.get(address(id));
        assertThat(read.select(".paper").text()).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Gửi danh sách");
        assertThat(read.select(".signing").text()).contains("Vũ Quang Thắng: KT. Giám đốc / Phó Giám đốc");
        var approve = read.select("form[action$=/approve]");
        deputy.post(
                address(id) + "/approve",
                "mark",
                approve.select("[name=mark]").attr("value"),
                "signer",
                approve.select("[name=signer]").attr("value"));

        assertThat(clerk.get(address(id)).select(".proposed").text()).endsWith("/SKHCN-VP");
        var done = clerk.post(address(id) + "/issue", "day", TODAY.toString());
        assertThat(done.getRedirectedUrl()).isEqualTo(address(id) + "?done=issue");

        var issued = clerk.get(address(id) + "?done=issue");
        assertThat(issued.select(".steps-taken .state").eachText())
                .containsExactly("Dự thảo", "Đang trình ký", "Đã duyệt, chờ ban hành", "Đã ban hành");
        var pdf = clerk.fetch(address(id) + "/issued.pdf");
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(pdf.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("SKHCN-VP.pdf");
        assertThat(new String(pdf.getContentAsByteArray(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(clerk.fetch(address(id) + "/issued.docx").getHeader("Content-Disposition"))
                .startsWith("attachment;");
    }

    @Test
    void each_visitor_has_exactly_the_buttons_they_may_press() {
        var submitted = papers.submitted("về việc các nút");
        assertThat(acts("vanthu", submitted)).containsExactly("withdraw");
        assertThat(acts("phogiamdoc", submitted)).containsExactly("approve", "send-back");
        var approved = papers.approved("về việc các nút sau khi duyệt");
        assertThat(acts("vanthu", approved)).containsExactly("issue");
        assertThat(acts("giamdoc", approved)).containsExactly("send-back");
        var issued = issued("về việc các nút sau khi ban hành");
        assertThat(acts("vanthu", issued)).containsExactly("erratum", "recall");
        assertThat(acts("giamdoc", issued)).isEmpty();
        assertThat(acts("qlkh", issued)).isEmpty();
    }

    @Test
    void staff_see_no_document_before_it_is_issued() {
        for (var id : new DocumentId[] {papers.draft("về việc kín"), papers.submitted("về việc kín nữa")}) {
            assertThat(pages.as("qlkh").fetch(address(id)).getStatus()).isEqualTo(404);
            assertThat(pages.as("qlkh").fetch(address(id) + "/draft.pdf").getStatus())
                    .isEqualTo(403);
        }
        assertThat(pages.as("qlkh").fetch(address(issued("về việc công khai"))).getStatus())
                .isEqualTo(200);
    }

    @Test
    void the_office_does_not_approve_or_send_back() {
        var id = papers.submitted("về việc thẩm quyền duyệt");
        assertThat(pages.as("vanthu")
                        .post(
                                address(id) + "/approve",
                                "mark",
                                "x",
                                "signer",
                                papers.clerk().person() + ":KT")
                        .getStatus())
                .isEqualTo(403);
        assertThat(pages.as("vanthu")
                        .post(address(id) + "/send-back", "reason", "x")
                        .getStatus())
                .isEqualTo(403);
        assertThat(papers.find(id).state()).isEqualTo(DocumentState.SUBMITTED);
    }

    @Test
    void the_head_does_not_submit_or_issue() {
        assertThat(pages.as("giamdoc")
                        .post(address(papers.draft("về việc trình")) + "/submit", "mark", "x")
                        .getStatus())
                .isEqualTo(403);
        assertThat(pages.as("giamdoc")
                        .post(address(papers.approved("về việc cấp số")) + "/issue", "day", TODAY.toString())
                        .getStatus())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit", "withdraw", "send-back", "approve", "issue", "erratum", "recall", "replacement"})
    void staff_do_nothing_to_an_issued_document(String act) {
        var id = issued("về việc chỉ đọc");
        assertThat(pages.as("qlkh")
                        .post(
                                address(id) + "/" + act,
                                "day",
                                TODAY.toString(),
                                "signer",
                                papers.clerk().person() + ":KT")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void another_agency_finds_nothing() {
        var id = issued("về việc của cơ quan khác");
        papers.moveToAnotherAgency("chanhvanphong");
        var stranger = pages.as("chanhvanphong");
        assertThat(stranger.fetch(address(id)).getStatus()).isEqualTo(404);
        assertThat(stranger.fetch(address(id) + "/issued.pdf").getStatus()).isEqualTo(404);
        assertThat(stranger.post(address(id) + "/recall", "reason", "x").getStatus())
                .isEqualTo(404);
        assertThat(stranger.get("/documents").select(".register")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/documents/khong-phai-ma", "/documents/0199b0c8-0000-7000-8000-000000000000"})
    void what_is_not_there_is_one_and_the_same_page(String address) {
        assertThat(pages.as("vanthu").fetch(address).getStatus()).isEqualTo(404);
    }

    @Test
    void sending_back_needs_a_reason_and_the_office_reads_it() {
        var id = papers.submitted("về việc trả lại");
        var head = pages.as("giamdoc");
        var refused = head.post(address(id) + "/send-back", "reason", "   ");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(refused).select("#reason-problem").text()).contains("lý do");

        head.post(address(id) + "/send-back", "reason", "Thiếu thời hạn ở điểm 2");
        assertThat(papers.find(id).state()).isEqualTo(DocumentState.SENT_BACK);
        assertThat(pages.as("vanthu").get(address(id)).select(".step-reason").text())
                .contains("Thiếu thời hạn ở điểm 2");
        assertThat(pages.as("vanthu").get("/documents").select(".waiting-list").text())
                .contains("Thiếu thời hạn ở điểm 2");
    }

    @Test
    void a_text_that_changed_while_it_was_read_is_not_approved() {
        var id = papers.submitted("về việc đổi chữ khi đang đọc");
        String read = papers.mark(id);
        pages.as("vanthu").post(address(id) + "/withdraw");
        papers.value(
                "with b as (update document_block set text = text || ' Khẩn.' where document_id = :id returning 1)"
                        + " select count(*) from b",
                id,
                Long.class);
        papers.submit(id);
        var deputy = pages.actor("phogiamdoc");
        var refused =
                pages.as("phogiamdoc").post(address(id) + "/approve", "mark", read, "signer", deputy.person() + ":KT");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(refused).select("#problem").text()).contains("đã thay đổi");
        assertThat(papers.find(id).state()).isEqualTo(DocumentState.SUBMITTED);
    }

    @Test
    void a_deputy_does_not_approve_for_the_head_nor_sign_as_the_head() {
        var id = papers.submitted("về việc ký thay người đứng đầu");
        var director = pages.actor("giamdoc").person();
        var deputy = pages.actor("phogiamdoc").person();
        assertThat(approve("phogiamdoc", id, director + ":HEAD")
                        .select("#problem")
                        .text())
                .contains("người đứng đầu");
        assertThat(approve("phogiamdoc", id, deputy + ":HEAD")
                        .select("#problem")
                        .text())
                .contains("người đứng đầu");
        assertThat(approve("phogiamdoc", id, "gì đó").select("#problem").text()).contains("chọn người ký");
        assertThat(papers.find(id).state()).isEqualTo(DocumentState.SUBMITTED);
    }

    @Test
    void the_head_chooses_between_the_signer_of_the_draft_and_themselves() {
        var id = papers.submitted("về việc chọn người ký");
        assertThat(pages.as("giamdoc").get(address(id)).select("#signer option").eachText())
                .containsExactly("Vũ Quang Thắng: KT. Giám đốc / Phó Giám đốc", "Đặng Thị Minh Hà: Giám đốc");
        var director = pages.actor("giamdoc");
        pages.as("giamdoc")
                .post(address(id) + "/approve", "mark", papers.mark(id), "signer", director.person() + ":HEAD");
        assertThat(pages.as("vanthu").get(address(id)).select(".SignerName").text())
                .isEqualTo("Đặng Thị Minh Hà");
    }

    @Test
    void a_draft_that_names_somebody_who_cannot_sign_is_shown_with_the_reason() {
        var id = papers.draft("về việc người ký lạ", new Signature("KT", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Người Nơi Khác"));
        assertThat(pages.as("vanthu")
                        .get(address(id))
                        .select(".finding-warning")
                        .text())
                .contains("Người Nơi Khác");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hôm nay", "31/4/2026", "2026-02-31", "2999-01-01", "2001-01-01"})
    void a_day_that_makes_no_sense_is_refused_beside_its_field(String day) {
        var id = papers.approved("về việc ngày sai");
        var refused = pages.as("vanthu").post(address(id) + "/issue", "day", day);
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(refused).select("#day-mistake").text()).isNotBlank();
        assertThat(Pages.parse(refused).select("#day").val()).isEqualTo(day);
        assertThat(papers.find(id).number()).isNull();
    }

    @Test
    void a_draft_is_downloaded_without_a_number_and_named_a_draft() {
        var response = pages.as("vanthu").fetch(address(papers.draft("về việc xem thử")) + "/draft.pdf");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("DU-THAO");
        assertThat(pages.as("vanthu")
                        .fetch(address(issued("về việc hết dự thảo")) + "/draft.pdf")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void an_erratum_with_a_gap_comes_back_with_what_was_typed() {
        var id = issued("về việc giữ chữ đã gõ");
        var refused =
                pages.as("vanthu").post(address(id) + "/erratum", "place", "Điểm 1", "printed", "sai", "meant", "");
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(refused).select("#place0").attr("value")).isEqualTo("Điểm 1");
    }

    @Test
    void the_page_speaks_english_too() {
        var page = pages.as("phogiamdoc").get(address(papers.submitted("về việc tiếng Anh")), "en");
        assertThat(page.select("form[action$=/approve] button").text()).isEqualTo("Approve");
        assertThat(page.select(".paper").attr("lang")).isEqualTo("vi");
    }

    private org.jsoup.nodes.Document approve(String username, DocumentId id, String signer) {
        return Pages.parse(
                pages.as(username).post(address(id) + "/approve", "mark", papers.mark(id), "signer", signer));
    }

    private java.util.List<String> acts(String username, DocumentId id) {
        return pages.as(username).get(address(id)).select("main form[method=post]").eachAttr("action").stream()
                .map(action -> action.substring(action.lastIndexOf('/') + 1))
                .toList();
    }

    private DocumentId issued(String subject) {
        var id = papers.approved(subject);
        issuing.issue(papers.clerk(), id, TODAY);
        return id;
    }

    private static String address(DocumentId id) {
        return "/documents/" + id;
    }
}
