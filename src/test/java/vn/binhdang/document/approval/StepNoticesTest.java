package vn.binhdang.document.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.document.issuing.Issuing;
import vn.binhdang.testing.Pages;

@PaperTest
class StepNoticesTest {
    @Autowired
    SamplePapers papers;

    @Autowired
    Approvals approvals;

    @Autowired
    Issuing issuing;

    @Autowired
    StepNotices notices;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Pages pages;

    @Autowired
    Clock clock;

    @BeforeEach
    void nobody_was_told_anything() {
        jdbc.sql("delete from notice").update();
    }

    @Test
    void what_was_submitted_waits_at_the_bell_of_those_who_approve() {
        var id = papers.submitted("về việc tập huấn");

        assertThat(bell("giamdoc")).isEqualTo("1");
        assertThat(bell("phogiamdoc")).isEqualTo("1");
        assertThat(bell("vanthu")).as("who submitted knows it").isEmpty();
        assertThat(bell("qlkh")).isEmpty();
        var page = pages.as("giamdoc").get("/notices");
        assertThat(page.select(".notice").text()).contains("Công văn đính chính năm 2026 được trình ký");
        var opened = pages.as("giamdoc").fetch(page.select(".notice a").attr("href"));
        assertThat(opened.getRedirectedUrl()).isEqualTo("/documents/" + id);
        assertThat(bell("giamdoc")).as("opened is read").isEmpty();
    }

    @Test
    void no_word_of_the_document_is_in_the_notice() {
        papers.submitted("về việc riêng của bà Lương Thị Bích");
        assertThat(pages.as("giamdoc").get("/notices").text()).doesNotContain("Bích");
        assertThat(jdbc.sql("select n::text from notice n").query(String.class).list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("Bích"));
    }

    @Test
    void who_submitted_learns_that_it_came_back() {
        var id = papers.submitted("về việc trả lại");
        approvals.sendBack(pages.actor("giamdoc"), id, "Thiếu căn cứ");
        assertThat(sentences("vanthu"))
                .containsExactly("Công văn đính chính năm 2026 bị trả lại: hãy xem lý do, sửa rồi trình lại.");
        assertThat(pages.as("vanthu").get("/notices", "en").select(".notice a").text())
                .isEqualTo("Erratum letter of 2026 was sent back: see why, mend it and submit it again.");
    }

    @Test
    void an_approval_is_told_to_who_submitted_and_to_who_issues_and_the_issue_to_who_submitted() {
        var id = papers.approved("về việc ban hành");
        assertThat(sentences("vanphong"))
                .contains("Công văn đính chính năm 2026 đã được duyệt, có thể cấp số và ban hành.");
        issuing.issue(pages.actor("vanphong"), id, LocalDate.now(clock));
        assertThat(sentences("vanthu")).contains("Công văn đính chính năm 2026 bạn trình đã được ban hành.");
        assertThat(sentences("vanphong")).as("who issued knows it").hasSize(1);
    }

    @Test
    void a_step_told_twice_is_told_once() {
        var id = papers.submitted("về việc hai lần");
        tellAgain(id);
        tellAgain(id);
        assertThat(bell("giamdoc")).isEqualTo("1");
    }

    @Test
    void each_round_of_a_document_is_told_anew() {
        var id = papers.submitted("về việc trình lại");
        approvals.sendBack(pages.actor("giamdoc"), id, "Thiếu căn cứ");
        papers.submit(id);
        assertThat(bell("giamdoc")).isEqualTo("2");
    }

    private void tellAgain(DocumentId id) {
        transaction.executeWithoutResult(_ -> notices.tell(papers.clerk(), papers.find(id), Act.SUBMIT, 2));
    }

    /** The number beside the bell; empty when nothing is unread. */
    private String bell(String username) {
        return pages.as(username).get("/").select(".bell b").text();
    }

    private java.util.List<String> sentences(String username) {
        Document page = pages.as(username).get("/notices");
        return page.select(".notice .notice-words > a").eachText();
    }
}
