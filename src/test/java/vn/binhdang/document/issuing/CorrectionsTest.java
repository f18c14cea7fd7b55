package vn.binhdang.document.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.document.approval.Steps;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.Refused;
import vn.binhdang.testing.Pages;

@PaperTest
class CorrectionsTest {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    SamplePapers papers;

    @Autowired
    Issuing issuing;

    @Autowired
    Corrections corrections;

    @Autowired
    OutgoingDocuments documents;

    @Autowired
    Steps steps;

    @Autowired
    Pages pages;

    @Test
    void an_erratum_is_a_letter_that_names_document_error_and_right_words() {
        var wrong = issued("về việc mời họp");
        var id = corrections.erratum(
                papers.clerk(),
                wrong,
                List.of(new Misprint("Điểm 1", "Cử người", "Cử cán bộ"), new Misprint("", "", "")));

        var letter = documents.content(papers.clerk(), id);
        assertThat(papers.find(id).kind()).isEqualTo(DocumentKind.ERRATUM);
        assertThat(papers.find(id).concernsId()).isEqualTo(wrong);
        assertThat(letter.subjectLine())
                .isEqualTo("đính chính Công văn số " + papers.find(wrong).numberAndSymbol());
        assertThat(letter.symbol()).isEqualTo("SKHCN-VP");
        assertThat(letter.body())
                .filteredOn(block -> block.kind() == Block.Kind.ITEM)
                .extracting(Block::text)
                .containsExactly("Điểm 1: đã in là “Cử người”, nay đính chính là “Cử cán bộ”.");
        assertThat(letter.recipients()).containsExactly("Như trên", "Lưu: VT, VP");
    }

    @Test
    void an_erratum_leaves_the_document_in_force() {
        var wrong = issued("về việc đính chính xong vẫn dùng");
        var id = corrections.erratum(papers.clerk(), wrong, List.of(new Misprint("Điểm 1", "sai", "đúng")));
        bringOut(id);
        assertThat(papers.find(wrong).state()).isEqualTo(DocumentState.ISSUED);
    }

    @Test
    void a_recall_takes_effect_when_its_letter_is_issued_and_not_before() {
        var wrong = issued("về việc thu hồi");
        var id = corrections.recall(papers.clerk(), wrong, "Ban hành không đúng thẩm quyền");
        assertThat(papers.find(wrong).state()).isEqualTo(DocumentState.ISSUED);
        bringOut(id);
        assertThat(papers.find(wrong).state()).isEqualTo(DocumentState.RECALLED);
        assertThat(steps.of(wrong).getLast().reason()).isEqualTo(papers.find(id).numberAndSymbol());
    }

    @Test
    void a_recalled_number_is_not_given_again() {
        var wrong = issued("về việc số đã thu hồi");
        int recalled = number(wrong);
        var recall = corrections.recall(papers.clerk(), wrong, "Trùng với văn bản khác");
        bringOut(recall);
        assertThat(number(recall)).isEqualTo(recalled + 1);
        assertThat(number(issued("về việc số tiếp theo"))).isEqualTo(recalled + 2);
    }

    @Test
    void a_replacement_has_the_same_form_words_and_tasks_and_ends_the_old_one_when_issued() {
        var old = papers.plan("Công tác bình đẳng giới năm 2026");
        bringOut(old);
        var id = corrections.replacement(papers.clerk(), old);
        assertThat(papers.find(id).kind()).isEqualTo(DocumentKind.PLAN);
        assertThat(documents.content(papers.clerk(), id).body())
                .isEqualTo(documents.content(papers.clerk(), old).body());
        assertThat(tasks(id)).isEqualTo(1);
        assertThat(documents.content(papers.clerk(), id).number()).isNull();
        assertThat(papers.find(old).state()).isEqualTo(DocumentState.ISSUED);

        bringOut(id);
        assertThat(papers.find(old).state()).isEqualTo(DocumentState.SUPERSEDED);
        assertThat(pages.as("qlkh")
                        .get("/documents/" + old)
                        .select(".document-facts a")
                        .eachAttr("href"))
                .contains("/documents/" + id);
        assertThat(pages.as("qlkh")
                        .get("/documents/" + id)
                        .select(".document-facts a")
                        .eachAttr("href"))
                .contains("/documents/" + old);
    }

    @Test
    void of_two_replacements_only_the_first_to_be_issued_stands() {
        var old = papers.plan("Kế hoạch có hai bản thay thế");
        bringOut(old);
        var id = corrections.replacement(papers.clerk(), old);
        var recall = corrections.recall(papers.clerk(), old, "Không còn phù hợp");
        bringOut(id);
        refused("document.issue.concernedEnded", () -> bringOut(recall));
        assertThat(papers.find(recall).number()).isNull();
    }

    @Test
    void a_letter_about_another_document_is_not_replaced() {
        var letter = issued("về việc không thay thế được");
        refused("document.correction.letterNotReplaced", () -> corrections.replacement(papers.clerk(), letter));
    }

    @Test
    void a_second_draft_for_the_same_purpose_is_refused() {
        var wrong = issued("về việc hai người cùng làm");
        corrections.recall(papers.clerk(), wrong, "Sai thẩm quyền");
        refused("document.correction.begun", () -> corrections.recall(papers.clerk(), wrong, "Sai thẩm quyền"));
    }

    @Test
    void what_was_recalled_is_not_recalled_or_replaced_again() {
        var wrong = issued("về việc thu hồi một lần");
        var first = corrections.recall(papers.clerk(), wrong, "Sai nội dung");
        bringOut(first);
        refused("document.approval.stands.recalled", () -> corrections.recall(papers.clerk(), wrong, "Sai nữa"));
        refused("document.approval.stands.recalled", () -> corrections.replacement(papers.clerk(), wrong));
    }

    @Test
    void only_an_issued_document_can_be_wrong_and_only_the_office_says_so() {
        refused(
                "document.approval.stands.approved",
                () -> corrections.recall(papers.clerk(), papers.approved("về việc chưa ban hành"), "Sai"));
        var wrong = issued("về việc lãnh đạo không soạn");
        assertThatThrownBy(() -> corrections.recall(pages.actor("giamdoc"), wrong, "Sai"))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void an_erratum_needs_every_part_of_an_error_and_a_recall_its_reason() {
        var wrong = issued("về việc thiếu thông tin");
        refused("document.correction.noMisprint", () -> corrections.erratum(papers.clerk(), wrong, List.of()));
        refused(
                "document.correction.misprintGap",
                () -> corrections.erratum(papers.clerk(), wrong, List.of(new Misprint("Điểm 1", "sai", ""))));
        refused("document.correction.noReason", () -> corrections.recall(papers.clerk(), wrong, "  "));
    }

    private DocumentId issued(String subject) {
        var id = papers.approved(subject);
        issuing.issue(papers.clerk(), id, TODAY);
        return id;
    }

    private void bringOut(DocumentId id) {
        papers.submit(id);
        papers.approve(id);
        issuing.issue(papers.clerk(), id, TODAY);
    }

    private int tasks(DocumentId plan) {
        return papers.value("select count(*) from plan_task where plan_id = :id", plan, Integer.class);
    }

    private int number(DocumentId id) {
        return Objects.requireNonNull(papers.find(id).number());
    }

    private static void refused(String key, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }
}
