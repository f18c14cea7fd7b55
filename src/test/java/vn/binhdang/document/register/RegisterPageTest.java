package vn.binhdang.document.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.document.issuing.Issuing;
import vn.binhdang.testing.Pages;

@PaperTest
class RegisterPageTest {
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Autowired
    SamplePapers papers;

    @Autowired
    Issuing issuing;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    DocumentId issued;
    DocumentId draft;

    @BeforeEach
    void two_documents() {
        issued = papers.approved("về việc tổ chức hội thi bình đẳng giới");
        issuing.issue(papers.clerk(), issued, TODAY);
        draft = papers.draft("về việc khảo sát 100% đơn vị");
    }

    @Test
    void words_are_found_without_diacritics_and_in_any_order() {
        assertThat(subjects("vanthu", "?q=gioi BINH DANG")).contains("về việc tổ chức hội thi bình đẳng giới");
        assertThat(subjects("vanthu", "?q=" + papers.find(issued).numberAndSymbol()))
                .contains("về việc tổ chức hội thi bình đẳng giới");
        assertThat(subjects("vanthu", "?q=vu quang thang&state=ISSUED")).isNotEmpty();
    }

    @Test
    void a_percent_sign_is_a_letter_like_any_other() {
        assertThat(subjects("vanthu", "?q=100%")).isNotEmpty().allMatch(subject -> subject.contains("100%"));
        assertThat(subjects("vanthu", "?q=%_")).isEmpty();
    }

    @Test
    void year_type_and_state_narrow_the_register() {
        assertThat(subjects("vanthu", "?state=DRAFT")).contains("về việc khảo sát 100% đơn vị");
        assertThat(subjects("vanthu", "?state=ISSUED")).doesNotContain("về việc khảo sát 100% đơn vị");
        assertThat(subjects("vanthu", "?kind=REPORT")).isEmpty();
        assertThat(subjects("vanthu", "?year=1999")).isEmpty();
        assertThat(subjects("vanthu", "?year=" + TODAY.getYear() + "&state=ISSUED"))
                .contains("về việc tổ chức hội thi bình đẳng giới");
    }

    @Test
    void nonsense_in_the_address_narrows_nothing() {
        assertThat(subjects("vanthu", "?year=xx&kind=nope&state=ISSUEDX&after=1_2_3"))
                .isNotEmpty();
    }

    @Test
    void staff_see_issued_documents_only() {
        assertThat(subjects("qlkh", "")).contains("về việc tổ chức hội thi bình đẳng giới");
        assertThat(subjects("qlkh", "")).doesNotContain("về việc khảo sát 100% đơn vị");
    }

    @Test
    void what_needs_the_visitor_stands_on_top() {
        var submitted = papers.submitted("về việc chờ lãnh đạo");
        assertThat(pages.as("giamdoc")
                        .get("/documents")
                        .select(".waiting-list a")
                        .eachAttr("href"))
                .contains("/documents/" + submitted);
        assertThat(pages.as("vanthu")
                        .get("/documents")
                        .select(".waiting-list a")
                        .eachAttr("href"))
                .doesNotContain("/documents/" + submitted);
        assertThat(pages.as("qlkh").get("/documents").select(".waiting-list")).isEmpty();
    }

    @Test
    void the_register_is_printed_in_the_order_of_its_numbers_with_recipients_and_archive() {
        var page = pages.as("vanthu").get("/documents/register?year=" + TODAY.getYear());
        var numbers = page.select(".register-number").eachText();
        assertThat(numbers).contains(papers.find(issued).numberAndSymbol()).isSorted();
        assertThat(page.select("tbody tr:last-child").text()).contains("Vũ Quang Thắng", "Lưu: VT, VP");
        assertThat(pages.as("vanthu").get("/documents/register?year=1999").select("tbody"))
                .isEmpty();
    }

    @Test
    void page_after_page_every_document_stands_once() {
        for (int i = 0; i < 60; i++) papers.draft("về việc dài " + i);
        long all = jdbc.sql("select count(*) from outgoing_document")
                .query(Long.class)
                .single();
        var seen = new ArrayList<String>();
        String address = "/documents";
        while (!address.isEmpty()) {
            var page = pages.as("vanthu").get(address);
            seen.addAll(page.select(".register tbody a").eachAttr("href"));
            address = page.select("a[rel=next]").attr("href");
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize((int) all);
    }

    private java.util.List<String> subjects(String username, String query) {
        return pages.as(username).get("/documents" + query).select(".register tbody a").eachText().stream()
                .map(text -> text.replaceFirst("^Công văn ", ""))
                .toList();
    }
}
