package vn.binhdang.plan.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.PaperTest;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.document.approval.Approvals;
import vn.binhdang.document.issuing.Issuing;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.kernel.Refused;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanWithAnnex;
import vn.binhdang.plan.Plans;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

/** Purposes, targets and annex rows of an issued plan are amended by a document, and both wordings stay. */
@PaperTest
class PartAmendmentTest {
    private static final String OLD = PlanWithAnnex.PURPOSE;
    private static final String NEW = "Nâng cao nhận thức và trách nhiệm của công chức";
    private static final String TARGET = PlanWithAnnex.TARGET;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private Pages pages;

    @Autowired
    private SamplePapers papers;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Issuing issuing;

    @Autowired
    private Plans plans;

    @Autowired
    private OutgoingDocuments documents;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Pages.Visit clerk;
    private PlanId plan;
    private LocalDate today;

    @BeforeEach
    void a_running_plan_with_purposes_targets_and_an_annex() {
        today = Today.of(clock).day();
        clerk = pages.as("vanphong");
        var by = pages.actor("vanphong");
        plan = plans.create(
                by,
                PlanWithAnnex.of(
                        "Thực hiện công tác bình đẳng giới năm 2026",
                        RunningPlan.task(
                                "1", "Tập huấn cho công chức", "Phòng Quản lý khoa học", LocalDate.of(2026, 12, 1))),
                2026,
                null,
                null);
        new RunningPlan(product).issue(plan);
        // Plans have numbers made by hand; what is given goes on behind it.
        jdbc.sql("""
            insert into number_series
            select :agency, :year, '', 100 + coalesce(max(number), 0) from outgoing_document
            on conflict (agency_id, year, series) do update set last_number = excluded.last_number
            """)
                .param("agency", by.agency().value())
                .param("year", today.getYear())
                .update();
    }

    @Test
    void a_purpose_a_target_and_an_annex_row_are_changed_added_and_dropped_at_the_issue_and_the_old_words_stay() {
        String purpose = part(OLD);
        assertThat(clerk.get("/plans/" + plan + "/targets").text()).contains(OLD, "Chỉ tiêu của kế hoạch", TARGET);
        clerk.post("/plans/" + plan + "/targets/" + purpose, "version", "0", "target", "NQ28-6.1");
        String address = begin();
        stored(clerk.post(address + "/parts/" + purpose, form("0", "0", "cell-0", NEW, "reason", "Theo Luật mới")));
        stored(add(address, "TARGET", "cell-0", "100% đơn vị có kế hoạch riêng", "number", "b)"));
        String dropped = part("In ấn tài liệu");
        stored(clerk.post(address + "/parts/" + dropped + "/drop", form("0", "0", "reason", "Không còn kinh phí")));
        stored(add(address, "ANNEX_ROW", "cell-0", "3", "cell-1", "Hội thi", "cell-2", "15"));
        assertThat(clerk.get(address, "en").select(".amend-card")).hasSize(4);
        assertThat(clerk.get("/plans/" + plan + "/targets").text())
                .contains(OLD)
                .doesNotContain(NEW);

        var document = document(address);
        String paper = clerk.get("/documents/" + document).text();
        assertThat(paper)
                .contains(
                        "Sửa đổi mục đích, yêu cầu:",
                        "Mục I.1 “" + OLD + "”: nội dung sửa thành “" + NEW + "”. Lý do: Theo Luật mới.",
                        "Bổ sung chỉ tiêu:",
                        "Mục I.2: “b) 100% đơn vị có kế hoạch riêng”.",
                        "Bãi bỏ nội dung của phụ lục:",
                        "Phụ lục I, nội dung “2 – In ấn tài liệu – 10”.",
                        "Phụ lục I: TT: 3; Nội dung: Hội thi; Kinh phí: 15.");
        issue(document);
        String number = papers.find(document).numberAndSymbol();

        var now = clerk.get("/plans/" + plan + "/amendments");
        assertThat(now.select(".amend-text").text())
                .contains(NEW, "Sửa đổi theo " + number, "b) 100% đơn vị có kế hoạch riêng", "Bổ sung theo " + number)
                .contains("Bãi bỏ theo " + number, "Hội thi");
        assertThat(now.select(".amend-before span[lang=vi]").text())
                .contains(OLD)
                .doesNotContain("Trước ngày");
        assertThat(now.select(".amend-text s").text()).contains("In ấn tài liệu");
        assertThat(now.select("#documents ~ table").text()).contains("4 chỗ trong mục đích, chỉ tiêu, phụ lục");
        var issued = clerk.get("/plans/" + plan + "/amendments?on=issued", "en");
        assertThat(issued.select(".amend-text").text())
                .contains(OLD, "In ấn tài liệu")
                .doesNotContain(NEW, "Hội thi");
        assertThat(clerk.get("/plans/" + plan).text()).contains("4 chỗ trong mục đích, chỉ tiêu, phụ lục");
        // The link of the purpose goes on with its new words; what was added waits for one.
        var matrix = clerk.get("/plans/" + plan + "/targets");
        assertThat(matrix.select("#place-" + purpose).text()).contains(NEW, "Chưa có nhiệm vụ thực hiện");
        assertThat(matrix.text())
                .contains("b) 100% đơn vị có kế hoạch riêng", "Chỉ tiêu này chưa gắn với chỉ tiêu nào")
                .doesNotContain(OLD);
        assertThat(documents.content(pages.actor("vanphong"), plan.document()).body())
                .extracting(Block::text)
                .contains(OLD)
                .doesNotContain(NEW);
        assertThat(told("qlkh", "/amendments/" + document)).isOne();
        assertThatThrownBy(() -> jdbc.sql("update plan_part_change set reason = 'khác' where plan_id = :plan")
                        .param("plan", plan.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_plan_of_the_next_year_begins_with_the_words_in_force() {
        String address = begin();
        stored(clerk.post(address + "/parts/" + part(OLD), form("0", "0", "cell-0", NEW + " năm 2026")));
        stored(add(address, "PURPOSE", "cell-0", "Huy động cả nam giới"));
        stored(clerk.post(address + "/parts/" + part(TARGET) + "/drop", form("0", "0", "reason", "Đã đạt")));
        issue(document(address));
        var task = jdbc.sql("select id from plan_task where plan_id = :id")
                .param("id", plan.value())
                .query(UUID.class)
                .single();
        var answer = clerk.post("/plans/" + plan + "/next", "year", "2027", "fate-" + task, "CARRIED");
        var next = PlanId.of(Objects.requireNonNull(answer.getRedirectedUrl()).split("/")[2]);
        assertThat(documents.content(pages.actor("vanphong"), next.document()).body())
                .extracting(Block::text)
                .containsExactly(
                        "MỤC ĐÍCH, CHỈ TIÊU",
                        "Mục đích",
                        NEW + " năm 2027",
                        "Huy động cả nam giới",
                        "Chỉ tiêu",
                        "NỘI DUNG",
                        "Tập huấn cho công chức");
    }

    @Test
    void what_cannot_be_stored_comes_back_with_what_was_typed_and_what_was_taken_back_is_had_again() {
        String address = begin();
        String purpose = part(OLD);
        refused(clerk.post(address + "/parts/" + purpose, form("0", "0", "cell-0", OLD)), "Chưa có gì khác");
        refused(clerk.post(address + "/parts/" + purpose, form("0", "0", "cell-0", " ")), "Hãy ghi nội dung");
        refused(
                clerk.post(address + "/parts/" + purpose + "/drop", form("0", "0", "reason", " ")),
                "Hãy ghi lý do bãi bỏ");
        refused(add(address, "ANNEX_ROW", "cell-0", " "), "Hãy ghi ít nhất một ô");
        assertThat(clerk.post(address + "/parts", "home", UUID.randomUUID().toString(), "part", "TARGET", "cell-0", "x")
                        .getStatus())
                .isEqualTo(409);
        assertThat(clerk.fetch(address + "/parts/" + UUID.randomUUID()).getStatus())
                .isEqualTo(409);

        stored(clerk.post(address + "/parts/" + purpose, form("0", "0", "cell-0", NEW)));
        // A colleague who opened the form before sees what stands there now, and loses nothing of what was typed.
        var late = clerk.post(address + "/parts/" + purpose, form("0", "0", "cell-0", "Lời của người thứ hai"));
        refused(late, "Có người vừa sửa thay đổi này");
        assertThat(Pages.parse(late).select("#cell-0").text()).isEqualTo("Lời của người thứ hai");
        clerk.post(address + "/parts/" + purpose + "/undo");
        var undone = clerk.get(address + "?done=undone&part=" + purpose);
        assertThat(undone.select(".amend-card")).isEmpty();
        assertThat(undone.select(".alert form").attr("action")).endsWith("/parts/" + purpose + "/restore");
        clerk.post(address + "/parts/" + purpose + "/restore");
        assertThat(clerk.get(address).select(".amend-card").text()).contains(NEW);
    }

    @Test
    void of_two_drafts_on_the_same_words_the_later_issue_is_refused_until_it_is_decided_again() {
        String row = part("Tập huấn hai lớp");
        String mine = begin();
        String theirs = begin();
        stored(clerk.post(mine + "/parts/" + row, form("0", "0", "cell-2", "30")));
        stored(clerk.post(theirs + "/parts/" + row, form("0", "0", "cell-1", "Tập huấn ba lớp")));
        assertThat(clerk.get("/documents/" + document(mine)).text())
                .contains("cũng có trong một dự thảo điều chỉnh khác");
        papers.submit(document(mine));
        papers.approve(document(mine));
        issue(document(theirs));
        assertThatThrownBy(() -> issuing.issue(papers.clerk(), document(mine), today))
                .isInstanceOf(Refused.class);
        approvals.sendBack(pages.actor("giamdoc"), document(mine), "Vừa có văn bản khác");
        assertThat(clerk.get(mine).text()).contains("Nội dung đã được một văn bản khác sửa đổi");
        clerk.post(mine + "/parts/" + row + "/decide");
        issue(document(mine));
        assertThat(clerk.get("/plans/" + plan + "/amendments")
                        .select(".amend-text")
                        .text())
                .contains("1 – Tập huấn ba lớp – 30");
    }

    @Test
    void who_does_not_write_documents_is_refused_and_a_stranger_sees_nothing() {
        String address = begin();
        assertThat(pages.as("giamdoc").fetch(address + "/parts").getStatus()).isEqualTo(403);
        assertThat(clerk.fetch("/amendments/" + UUID.randomUUID() + "/parts").getStatus())
                .isEqualTo(404);
        papers.submit(documentWithChange(address));
        assertThat(clerk.fetch(address + "/parts").getStatus()).isEqualTo(409);
        assertThat(clerk.post(address + "/parts/" + part(OLD), form("0", "0", "cell-0", NEW))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void another_agency_finds_nothing() {
        String address = begin();
        String purpose = part(OLD);
        stored(clerk.post(address + "/parts/" + purpose, form("0", "0", "cell-0", NEW)));
        papers.moveToAnotherAgency("chanhvanphong");
        var stranger = pages.as("chanhvanphong");
        for (String page : List.of("/parts", "/parts/" + purpose))
            assertThat(stranger.fetch(address + page).getStatus()).as(page).isEqualTo(404);
        for (String deed : List.of("", "/drop", "/undo", "/restore", "/decide"))
            assertThat(stranger.post(
                                    address + "/parts/" + purpose + deed,
                                    form("1", "0", "cell-0", "Lời của người ngoài", "reason", "Không rõ"))
                            .getStatus())
                    .as(deed)
                    .isEqualTo(404);
        assertThat(clerk.get(address).select(".amend-card").text()).contains(NEW);
    }

    @Test
    void an_addition_leads_back_to_where_it_says() {
        String address = begin();
        stored(add(address, "PURPOSE", "cell-0", "Huy động cả nam giới"));
        String form = clerk.get(address).select(".amend-card a[href*=/parts/]").attr("href");
        var back = clerk.get(form).select(".back a");
        assertThat(back.attr("href")).isEqualTo(address);
        assertThat(back.text()).isEqualTo("Về văn bản điều chỉnh");
    }

    @Test
    void of_a_long_annex_the_page_shows_the_beginning_and_leads_to_the_rest() {
        var rows = new java.util.ArrayList<List<String>>();
        for (int i = 1; i <= 145; i++) rows.add(List.of(String.valueOf(i), "Lớp số " + i, "20"));
        plan = plans.create(
                pages.actor("vanphong"),
                PlanWithAnnex.of(
                        "Kế hoạch có phụ lục dài",
                        rows,
                        RunningPlan.task(
                                "1", "Tập huấn cho công chức", "Phòng Quản lý khoa học", LocalDate.of(2026, 12, 1))),
                2026,
                null,
                null);
        new RunningPlan(product).issue(plan);
        String address = "/plans/" + plan + "/amendments";
        var page = clerk.get(address + "?on=issued");
        assertThat(page.select(".amend-text").text()).contains(OLD, TARGET, "Lớp số 20 ", "Tập huấn cho công chức");
        var more = page.select(".amend-more a");
        assertThat(more.eachText()).containsExactly("Xem tiếp (còn 125) Phụ lục Phụ lục I Kinh phí thực hiện");
        page = clerk.get(more.attr("href").replace("#text", ""));
        assertThat(page.select(".amend-text li")).hasSize(100);
        assertThat(page.select(".amend-text").text())
                .contains("Lớp số 21 ", "Lớp số 120 ")
                .doesNotContain("Lớp số 20 ", OLD, "Tập huấn cho công chức");
        page = clerk.get(page.select(".amend-more a").attr("href").replace("#text", ""), "en");
        assertThat(page.select(".amend-text li")).hasSize(25);
        assertThat(page.select(".amend-more")).isEmpty();
        assertThat(page.select("nav a[href^=" + address + "]").eachAttr("href")).contains(address + "?on=issued#text");
        assertThat(clerk.get(address + "?group=khong-co").select(".amend-text").text())
                .contains(OLD, "Tập huấn cho công chức");
    }

    @Test
    void the_pages_ask_the_database_at_most_twelve_times() {
        String address = begin();
        String purpose = part(OLD);
        stored(clerk.post(address + "/parts/" + purpose, form("0", "0", "cell-0", NEW)));
        stored(add(address, "TARGET", "cell-0", "100% đơn vị có kế hoạch riêng"));
        String task = jdbc.sql("select id from plan_task where plan_id = :id")
                .param("id", plan.value())
                .query(String.class)
                .single();
        for (String page : List.of(
                address,
                address + "/parts",
                address + "/parts/" + purpose,
                address + "/tasks/new",
                address + "/tasks/" + task,
                "/plans/" + plan + "/amendments",
                "/plans/" + plan + "/targets")) {
            clerk.fetch(page);
            var sent = Statements.sentBy(() -> clerk.fetch(page));
            assertThat(sent.size() + 1)
                    .as(page + "\n" + String.join("\n", sent))
                    .isLessThanOrEqualTo(12);
        }
    }

    private String begin() {
        return String.valueOf(
                clerk.post("/plans/" + plan + "/amendments", "form", "PLAN").getRedirectedUrl());
    }

    private DocumentId documentWithChange(String address) {
        stored(add(address, "PURPOSE", "cell-0", "Huy động cả nam giới"));
        return document(address);
    }

    private MockHttpServletResponse add(String address, String kind, String... fields) {
        var choice = parts(address).select("a[href*=part=" + kind + "]").attr("href");
        var form = Pages.parse(clerk.fetch(choice)).select("form.amend-form");
        var typed = new java.util.ArrayList<>(List.of(
                "home",
                form.select("[name=home]").val(),
                "part",
                form.select("[name=part]").val(),
                "version",
                "0"));
        typed.addAll(List.of(fields));
        return clerk.post(form.attr("action"), typed.toArray(String[]::new));
    }

    private Document parts(String address) {
        return clerk.get(address + "/parts");
    }

    /** Its id, as the page offers it that chooses among the parts. */
    private String part(String words) {
        var issued = documents.written(pages.actor("vanphong"), plan.document());
        var row = PartsOfText.of(plan, issued.content(), issued.ids());
        return row.parts().stream()
                .filter(part -> part.words().text().contains(words))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private static String[] form(String version, String seen, String... fields) {
        var form = new java.util.ArrayList<>(List.of("version", version, "seen", seen));
        form.addAll(List.of(fields));
        return form.toArray(String[]::new);
    }

    private static void stored(MockHttpServletResponse answer) {
        assertThat(answer.getRedirectedUrl()).as("status " + answer.getStatus()).contains("?done=stored");
    }

    private static void refused(MockHttpServletResponse answer, String sentence) {
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(answer).text()).contains(sentence);
    }

    private void issue(DocumentId id) {
        papers.submit(id);
        papers.approve(id);
        issuing.issue(papers.clerk(), id, today);
    }

    private long told(String username, String link) {
        return jdbc.sql("select count(*) from notice where account_id = :account and link = :link")
                .params(Map.of("account", pages.actor(username).account().value(), "link", link))
                .query(Long.class)
                .single();
    }

    private static DocumentId document(String address) {
        return DocumentId.of(address.substring("/amendments/".length()));
    }
}
