package vn.binhdang.execution.initiative;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.OpenWork;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class InitiativePageTest {
    private static final String FINANCE = "Phòng Kế hoạch - Tài chính";
    private static final String SCIENCE = "Phòng Quản lý khoa học";

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OpenWork waiting;

    @Autowired
    private Clock clock;

    private LocalDate today;
    private Pages.Visit staff;
    private Pages.Visit clerk;
    private Pages.Visit head;

    @BeforeEach
    void visitors() {
        today = Today.of(clock).day();
        staff = pages.as("qlkh");
        clerk = pages.as("vanphong");
        head = pages.as("giamdoc");
    }

    @Test
    void an_idea_is_kept_as_a_draft_that_only_its_author_sees() {
        var refused = staff.post(
                "/initiatives/new", "kind", "INITIATIVE", "title", "", "problem", "ít nữ phát biểu", "then", "save");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(refused).select("#problem").text()).isEqualTo("ít nữ phát biểu");
        assertThat(Pages.parse(refused).select("#mistake-title").text()).contains("Hãy ghi");

        String address = idea("Luân phiên chủ trì họp", "save");
        assertThat(staff.get(address).select(".state").text()).isEqualTo("bản nháp");
        assertThat(pages.as("khtc").fetch(address).getStatus()).isEqualTo(404);
        assertThat(titles(clerk.get("/initiatives"))).doesNotContain("Luân phiên chủ trì họp");

        var bare = staff.post(address, "version", "1", "kind", "INITIATIVE", "title", "Luân phiên", "then", "propose");
        assertThat(bare.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(bare).select(".initiative-form .field-problem")).hasSize(2);
        var stale = staff.post(
                address,
                "version",
                "7",
                "kind",
                "INITIATIVE",
                "title",
                "Cũ hơn",
                "problem",
                "a",
                "proposal",
                "b",
                "then",
                "save");
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(stale).select("#title").val()).isEqualTo("Cũ hơn");
    }

    @Test
    void what_was_proposed_can_be_taken_back_until_it_is_decided_and_a_refusal_needs_a_reason() {
        String address = idea("Giờ làm linh hoạt", "propose");
        assertThat(redirect(staff.post(address + "/withdraw"))).endsWith("?saved=withdrawn");
        assertThat(pages.as("khtc").post(address + "/withdraw").getStatus()).isEqualTo(404);
        staff.post(
                address,
                "version",
                "2",
                "kind",
                "INITIATIVE",
                "title",
                "Giờ làm linh hoạt",
                "problem",
                "a",
                "proposal",
                "b",
                "then",
                "propose");
        assertThat(works("giamdoc", "execution.initiative.work.PROPOSED")).contains("Giờ làm linh hoạt");
        assertThat(works("qlkh", "execution.initiative.work.PROPOSED")).isEmpty();

        var why = head.post(address + "/decision", "then", "refuse", "decisionReason", "");
        assertThat(why.getStatus()).isEqualTo(422);
        assertThat(redirect(head.post(address + "/decision", "then", "refuse", "decisionReason", "Chưa có căn cứ")))
                .endsWith("?saved=decided");
        assertThat(staff.get(address).text()).contains("không duyệt", "Chưa có căn cứ");
        assertThat(told("qlkh", address)).containsExactly(InitiativeNotices.DECIDED.key());
        assertThat(staff.post(address + "/withdraw").getStatus()).isEqualTo(409);
    }

    @Test
    void a_pilot_is_tried_measured_before_and_after_concluded_spread_and_copied_to_another_unit() throws IOException {
        String address = idea("Góc mẹ và bé", "propose");
        head.post(address + "/decision", "then", "approve", "decisionReason", "");
        begin(address, FINANCE);
        assertThat(redirect(clerk.post(address + "/units", "moreUnit", SCIENCE)))
                .endsWith("?saved=unit");
        assertThat(clerk.post(address + "/units", "moreUnit", SCIENCE).getStatus())
                .isEqualTo(409);
        assertThat(clerk.get(address).select(".task-facts").text()).contains(FINANCE, SCIENCE);

        clerk.post(
                address + "/measures",
                "measureName",
                "Lượt dùng",
                "measuredIn",
                "lượt",
                "direction",
                "MORE",
                "measureDue",
                day(20));
        clerk.post(address + "/tasks", "taskTitle", "Sắp xếp phòng", "taskUnit", FINANCE, "taskDue", day(5));
        assertThat(works("khtc", "execution.initiative.work.TASK")).contains("Sắp xếp phòng");
        assertThat(works("khtc", "execution.initiative.work.MEASURE")).contains("Lượt dùng");

        String measure =
                address + "/measures/" + one("select id from initiative_measure where initiative_id = :id", address);
        var nonsense = clerk.post(measure, "version", "1", "before", "mười", "beforeOn", day(0), "beforeSource", "sổ");
        assertThat(nonsense.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(nonsense).select("input[name=before]").val()).isEqualTo("mười");
        clerk.post(
                measure,
                "version",
                "1",
                "before",
                "40",
                "beforeOn",
                day(0),
                "beforeSource",
                "sổ",
                "after",
                "1.050,5",
                "afterOn",
                day(0),
                "afterSource",
                "sổ");
        assertThat(clerk.get(address).select(".initiative-measure").text())
                .contains("+1.010,5 lượt (+2.526,3 %), tốt lên");
        assertThat(clerk.get("/initiatives", "en").select(".effect").eachText())
                .anyMatch(words -> words.contains("+1,010.5 lượt (+2,526.3 %)") && words.contains("better"));

        String task = address + "/tasks/" + one("select id from initiative_task where initiative_id = :id", address);
        assertThat(redirect(pages.as("khtc").post(task + "/done"))).endsWith("?saved=done");
        assertThat(clerk.post(task + "/done").getStatus()).isEqualTo(409);
        assertThat(works("khtc", "execution.initiative.work.TASK")).doesNotContain("Sắp xếp phòng");

        conclude(address);
        assertThat(works("giamdoc", "execution.initiative.work.CONCLUDED")).contains("Góc mẹ và bé");
        assertThat(head.post(address + "/outcome", "outcomeReason", "có tác dụng")
                        .getStatus())
                .isEqualTo(422);
        head.post(address + "/outcome", "outcome", "SPREAD", "outcomeReason", "có tác dụng");
        assertThat(redirect(head.post(address + "/offers", "offerUnit", "Văn phòng")))
                .endsWith("?saved=offered");
        assertThat(head.post(address + "/offers", "offerUnit", FINANCE).getStatus())
                .isEqualTo(409);

        String copy = "/initiatives/" + one("select id from initiative where origin_id = :id", address);
        assertThat(clerk.get(copy).text()).contains("chờ đơn vị nhận", "Lượt dùng", "chưa đo");
        assertThat(works("chanhvanphong", "execution.initiative.work.OFFERED")).contains("Góc mẹ và bé");
        assertThat(pages.as("khtc").post(copy + "/accept").getStatus()).isEqualTo(404);
        assertThat(redirect(pages.as("chanhvanphong").post(copy + "/accept"))).endsWith("?saved=accepted");
        assertThat(clerk.get(copy).select(".task-facts").first().text()).contains("Văn phòng");

        assertThat(clerk.get("/initiatives/tables/pl8").select("tbody tr").eachText())
                .anyMatch(line -> line.startsWith("Góc mẹ và bé") && line.contains("Nhân rộng"));
        var file = clerk.fetch("/initiatives/tables/pl8.xlsx?year=" + today.getYear() + "&period=YEAR-1");
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            var sheet = book.getSheet("PL8");
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue()).isEqualTo("Tên sáng kiến, mô hình");
            assertThat(IntStream.rangeClosed(4, sheet.getLastRowNum())
                            .mapToObj(row -> sheet.getRow(row).getCell(1).getStringCellValue()))
                    .contains("Góc mẹ và bé");
        }
        assertThat(deeds(address))
                .contains(
                        "execution.initiative.propose",
                        "execution.initiative.approve",
                        "execution.initiative.begin",
                        "execution.initiative.measure",
                        "execution.initiative.conclude",
                        "execution.initiative.spread",
                        "execution.initiative.offer");
    }

    @Test
    void the_head_may_let_a_pilot_go_on_or_stop_it_and_a_unit_may_decline_a_copy() {
        String address = idea("Tổ tư vấn", "propose");
        head.post(address + "/decision", "then", "approve", "decisionReason", "");
        begin(address, FINANCE);
        conclude(address);
        clerk.post(address + "/reopen");
        conclude(address);
        head.post(address + "/outcome", "outcome", "AGAIN", "outcomeReason", "Cần thêm số liệu");
        assertThat(clerk.get(address).text()).contains("đang thí điểm", "Cần thêm số liệu");
        conclude(address);
        head.post(address + "/outcome", "outcome", "SPREAD", "outcomeReason", "tốt");
        head.post(address + "/offers", "offerUnit", SCIENCE);
        String copy = "/initiatives/" + one("select id from initiative where origin_id = :id", address);
        assertThat(staff.post(copy + "/decline", "declineReason", "").getStatus())
                .isEqualTo(422);
        staff.post(copy + "/decline", "declineReason", "Đơn vị đã có cách khác");
        assertThat(head.get(copy).text()).contains("đơn vị không nhận", "Đơn vị đã có cách khác");
    }

    @Test
    void who_may_not_decide_or_run_is_refused() {
        String address = idea("Sổ tay", "propose");
        assertThat(clerk.post(address + "/decision", "then", "approve").getStatus())
                .isEqualTo(403);
        assertThat(head.post(address + "/measures", "measureName", "x").getStatus())
                .isEqualTo(403);
        head.post(address + "/decision", "then", "approve", "decisionReason", "");
        // Of another division, which does not try it.
        assertThat(pages.as("khtc")
                        .post(address + "/tasks", "taskTitle", "x", "taskUnit", FINANCE, "taskDue", day(1))
                        .getStatus())
                .isEqualTo(404);
        assertThat(clerk.post(
                                address + "/pilot",
                                "version",
                                "3",
                                "from",
                                "31/2/2026",
                                "to",
                                "",
                                "responsible",
                                "Không Có Ai",
                                "pilotUnit",
                                "Phòng Lạ",
                                "planned",
                                "nhiều")
                        .getStatus())
                .isEqualTo(422);
        assertThat(clerk.fetch("/initiatives/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
        assertThat(clerk.fetch("/initiatives?after=x&year=abc&phase=NO&unit=Phòng Lạ")
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void the_portfolio_is_found_by_words_without_marks_and_turns_its_pages() {
        IntStream.range(0, Portfolio.PAGE + 2)
                .forEach(i -> InitiativeRecords.make(
                        jdbc, pages.actor("vanphong"), pages.actor("khtc").unit()));
        var first = clerk.get("/initiatives?q=goc me&phase=PILOT&kind=PILOT_MODEL");
        assertThat(first.select(".work")).hasSize(Portfolio.PAGE);
        var second = clerk.get(URLDecoder.decode(first.select("a[rel=next]").attr("href"), StandardCharsets.UTF_8));
        assertThat(second.select(".work").size()).isGreaterThanOrEqualTo(2);
        assertThat(clerk.get("/initiatives?unit=Phòng Lạ").text()).contains("Không có sáng kiến, mô hình nào khớp");
        assertThat(clerk.get("/initiatives?q=không có từ này").text()).contains("Không có sáng kiến");
    }

    @Test
    void what_a_measure_changed_is_said_only_when_both_values_are_there() {
        assertThat(Effect.of(null, new java.math.BigDecimal("3"), true)).isEmpty();
        var fewer = Effect.of(new java.math.BigDecimal("10"), new java.math.BigDecimal("4"), false)
                .orElseThrow();
        assertThat(fewer.percent()).isEqualByComparingTo("-60");
        assertThat(fewer.verdict()).isEqualTo(Effect.Verdict.BETTER);
        assertThat(fewer.few()).isTrue();
        var fromNothing = Effect.of(java.math.BigDecimal.ZERO, java.math.BigDecimal.ONE, true)
                .orElseThrow();
        assertThat(fromNothing.percent()).isNull();
    }

    private String idea(String title, String then) {
        return redirect(staff.post(
                        "/initiatives/new",
                        "kind",
                        "PILOT_MODEL",
                        "title",
                        title,
                        "problem",
                        "Chưa tốt",
                        "proposal",
                        "Làm khác",
                        "beneficiaries",
                        "Nữ công chức",
                        "then",
                        then))
                .replaceFirst("\\?.*", "");
    }

    private void begin(String address, String unit) {
        var sent = clerk.post(
                address + "/pilot",
                "version",
                one("select version from initiative where id = :id", address),
                "pilotUnit",
                unit,
                "from",
                day(0),
                "to",
                day(60),
                "responsible",
                name("khtc"),
                "planned",
                "12.500.000",
                "costSource",
                "Ngân sách");
        assertThat(redirect(sent)).endsWith("?saved=pilot");
    }

    @Test
    void files_are_evidence_of_a_measure_or_of_the_result_until_the_head_has_decided() throws IOException {
        var made = InitiativeRecords.make(
                jdbc, pages.actor("vanphong"), pages.actor("qlkh").unit());
        String address = "/initiatives/" + made.get("initiative");
        String measure = address + "/measures/" + made.get("measure") + "/evidence";
        var minutes = file("bien-ban.pdf", "%PDF-1.4 biên bản");
        assertThat(clerk.upload(measure, minutes).getRedirectedUrl()).endsWith("?saved=attached");
        assertThat(clerk.upload(address + "/evidence", file("phong.pdf", "%PDF-1.4 phòng"))
                        .getStatus())
                .isEqualTo(302);
        String arrived = clerk.arrive("truoc-bieu-mau.pdf", minutes.getBytes());
        assertThat(clerk.post(measure, "arrived", arrived).getRedirectedUrl()).endsWith("?saved=attached");
        var page = staff.get(address);
        assertThat(page.select(".initiative-measure a").text()).isEqualTo("bien-ban.pdf truoc-bieu-mau.pdf");
        assertThat(page.select("section:has(#evidence-files) a").text()).isEqualTo("phong.pdf");
        String link = page.select(".initiative-measure a").attr("href");
        assertThat(pages.as("khtc").fetch(link).getContentAsByteArray()).isEqualTo(minutes.getBytes());
        assertThat(pages.as("khtc").fetch(link).getHeader("Content-Disposition"))
                .startsWith("attachment");

        var refused = clerk.upload(address + "/evidence", file("anh.jpg", "MZ"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(refused).select("#files-mistake").text()).contains("chương trình");
        assertThat(pages.as("khtc").upload(address + "/evidence", minutes).getStatus())
                .as("another division")
                .isEqualTo(404);
        var other = InitiativeRecords.make(
                jdbc, pages.actor("vanphong"), pages.actor("qlkh").unit());
        assertThat(clerk.upload(
                                "/initiatives/" + other.get("initiative") + "/measures/" + made.get("measure")
                                        + "/evidence",
                                minutes)
                        .getStatus())
                .as("a measure of another initiative")
                .isEqualTo(404);

        assertThat(clerk.post(link + "/take-back").getStatus()).isEqualTo(302);
        assertThat(staff.fetch(link).getStatus()).isEqualTo(404);
        assertThat(clerk.get(address, "en").select(".initiative-measure a").text())
                .isEqualTo("truoc-bieu-mau.pdf");
        conclude(address);
        assertThat(clerk.get(address).select("section:has(#evidence-files) input[type=file]"))
                .hasSize(1);
        jdbc.sql("update initiative set phase = 'STOPPED' where id = :id")
                .param("id", UUID.fromString(String.valueOf(made.get("initiative"))))
                .update();
        assertThat(clerk.get(address).select("input[type=file]")).isEmpty();
        assertThat(clerk.upload(address + "/evidence", minutes).getStatus()).isEqualTo(409);
    }

    @Test
    void a_picture_is_shown_small_and_a_link_is_evidence_with_the_title_and_the_day_of_what_it_showed()
            throws IOException {
        var made = InitiativeRecords.make(
                jdbc, pages.actor("vanphong"), pages.actor("qlkh").unit());
        String address = "/initiatives/" + made.get("initiative");
        String measure = address + "/measures/" + made.get("measure") + "/evidence";
        assertThat(clerk.upload(measure, picture()).getStatus()).isEqualTo(302);
        String thumbnail = staff.get(address)
                .select(".initiative-measure img.evidence-photo")
                .attr("src");
        var shown = pages.as("khtc").fetch(thumbnail);
        assertThat(shown.getContentType()).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.getContentAsByteArray()))
                        .getWidth())
                .isLessThanOrEqualTo(320);

        String[] link = {
            "link",
            "https://skhcn.example.vn/tin/goc-me-va-be",
            "linkTitle",
            "Khai trương góc mẹ và bé",
            "linkDate",
            day(-3)
        };
        assertThat(clerk.post(measure, link).getRedirectedUrl()).endsWith("?saved=attached");
        assertThat(clerk.post(address + "/evidence", link).getRedirectedUrl()).endsWith("?saved=attached");
        var page = staff.get(address);
        assertThat(page.select(".initiative-measure a[rel~=noreferrer]").attr("href"))
                .isEqualTo("https://skhcn.example.vn/tin/goc-me-va-be");
        assertThat(page.select("section:has(#evidence-files) li").text())
                .contains("Khai trương góc mẹ và bé", "Đường dẫn tới skhcn.example.vn, nội dung ngày " + day(-3));
        assertThat(deeds(address)).contains("execution.initiative.attachLink");
        String ofLink = address + "/evidence/"
                + one(
                        "select id from initiative_evidence where initiative_id = :id and link_address is not null",
                        address);
        assertThat(clerk.fetch(ofLink).getStatus()).as("there is no file").isEqualTo(404);
        assertThat(clerk.fetch(ofLink + "/thumbnail").getStatus()).isEqualTo(404);
        assertThat(clerk.post(ofLink + "/take-back").getRedirectedUrl()).endsWith("?saved=detached");

        var mend = clerk.upload(
                address + "/evidence",
                file("anh.pdf", "%PDF-1.4 x"),
                "link",
                "skhcn.example.vn/tin",
                "linkTitle",
                "",
                "linkDate",
                "31/02/2026");
        assertThat(mend.getStatus()).isEqualTo(422);
        var form = Pages.parse(mend);
        assertThat(form.select("#link-files").val()).isEqualTo("skhcn.example.vn/tin");
        assertThat(form.select("#linkDate-files").val()).isEqualTo("31/02/2026");
        assertThat(form.select("#link-files-mistake").text()).contains("https://");
        assertThat(form.select("#linkTitle-files-mistake").text()).contains("Hãy ghi tiêu đề");
        assertThat(form.select("#linkDate-files-mistake").text()).isNotEmpty();
        assertThat(form.select("#files-mistake").text()).contains("Hãy chọn lại tệp");
        assertThat(clerk.post(address + "/evidence").getStatus())
                .as("nothing at all")
                .isEqualTo(422);
    }

    private static MockMultipartFile picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return new MockMultipartFile("files", "goc-me.jpg", "image/jpeg", bytes.toByteArray());
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile(
                "files", name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    private void conclude(String address) {
        assertThat(redirect(clerk.post(
                        address + "/conclusion",
                        "version",
                        one("select version from initiative where id = :id", address),
                        "conclusion",
                        "Nhiều người dùng",
                        "evidence",
                        "Sổ theo dõi",
                        "lessons",
                        "Cần chỗ kín")))
                .endsWith("?saved=concluded");
    }

    private String name(String username) {
        return jdbc.sql("select family_name || ' ' || given_name from person where id = :id")
                .param("id", pages.actor(username).person().value())
                .query(String.class)
                .single();
    }

    private String day(int ahead) {
        return Typed.print(today.plusDays(ahead));
    }

    private String one(String sql, String address) {
        return jdbc.sql(sql)
                .param("id", UUID.fromString(address.substring("/initiatives/".length())))
                .query((rs, i) -> rs.getString(1))
                .list()
                .getFirst();
    }

    private List<String> works(String username, String key) {
        return waiting.of(pages.actor(username), today).stream()
                .flatMap(List::stream)
                .filter(item -> item.kindKey().equals(key))
                .map(WorkItem::title)
                .toList();
    }

    private List<String> told(String username, String link) {
        return jdbc.sql("select kind from notice where account_id = :account and link = :link")
                .param("account", pages.actor(username).account().value())
                .param("link", link)
                .query(String.class)
                .list();
    }

    private List<String> deeds(String address) {
        return jdbc.sql("select action from audit_row where record_id = :id")
                .param("id", UUID.fromString(address.substring("/initiatives/".length())))
                .query(String.class)
                .list();
    }

    private static List<String> titles(Document page) {
        return page.select(".work-head a").eachText();
    }

    private static String redirect(MockHttpServletResponse response) {
        assertThat(response.getRedirectedUrl())
                .as("status " + response.getStatus())
                .isNotNull();
        return String.valueOf(response.getRedirectedUrl());
    }
}
