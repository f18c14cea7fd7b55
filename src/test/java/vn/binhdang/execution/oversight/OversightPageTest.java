package vn.binhdang.execution.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import vn.binhdang.access.Accounts;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.SamplePapers;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.OpenWork;
import vn.binhdang.execution.OversightCover;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.kernel.Role;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.event.Below;
import vn.binhdang.organisation.event.EventFacts;
import vn.binhdang.organisation.event.UnitChange;
import vn.binhdang.organisation.event.UnitEvents;
import vn.binhdang.plan.cascade.Communes;
import vn.binhdang.reporting.IssuedPlans;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
@Import({SamplePapers.class, IssuedPlans.class, Communes.class})
class OversightPageTest {
    private static final String SUBJECT = "Việc thực hiện kế hoạch bình đẳng giới";
    private static final MockMultipartFile PHOTO = new MockMultipartFile(
            "files",
            "so-ky-nhan.pdf",
            "application/pdf",
            "%PDF-1.7 sổ".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    @Autowired
    private Pages pages;

    @Autowired
    private IssuedPlans papers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private OversightCover cover;

    @Autowired
    private OpenWork work;

    @Autowired
    private RecommendationsFollowUnits follower;

    @Autowired
    private UnitEvents events;

    @Autowired
    private Communes communes;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Clock clock;

    private LocalDate today;
    private Pages.Visit clerk;
    private Pages.Visit inspector;

    @BeforeEach
    void an_inspector_has_an_account() {
        today = Today.of(clock).day();
        clerk = pages.as("vanphong");
        // What other tests left is called off, as nothing is ever deleted.
        jdbc.sql("""
            update oversight_mission set cancelled_at = now(), cancelled_by = created_by, cancel_reason = 'xong'
            where  cancelled_at is null
            """).update();
        boolean there = jdbc.sql("select exists (select 1 from account where username = 'thanhtra')")
                .query(Boolean.class)
                .single();
        if (!there) openAccount();
        inspector = pages.as("thanhtra");
    }

    private void openAccount() {
        var person = jdbc.sql("select id from person where family_name = 'Mai Thị' and given_name = 'Hồng'")
                .query(UUID.class)
                .list()
                .getFirst();
        accounts.open(
                pages.actor("quantri"),
                "thanhtra",
                new vn.binhdang.kernel.PersonId(person),
                "một mật khẩu để bắt đầu",
                pages.actor("qlkh").unit(),
                Set.of(Role.INSPECTOR));
    }

    @Test
    void the_programme_lists_planned_visits_and_says_why_it_changed_after_approval() {
        String address = "/oversight/programmes/" + today.getYear();
        assertThat(clerk.get(address).text()).contains("Chưa có chương trình năm");
        plan("Phòng Kế hoạch - Tài chính", "2");
        assertThat(pages.as("giamdoc").post(address + "/approve").getRedirectedUrl())
                .isEqualTo(address + "?saved=approved");
        var late = plan("Phòng Chuyển đổi số", "3");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(late).select(".field-problem").text()).contains("hãy ghi lý do bổ sung");
        assertThat(Pages.parse(late).select("#subject").val()).isEqualTo(SUBJECT);
        clerk.post(
                address,
                "kind",
                "CHECK",
                "unit",
                "Phòng Chuyển đổi số",
                "subject",
                SUBJECT,
                "quarter",
                "3",
                "reason",
                "Có phản ánh");
        var page = clerk.get(address);
        assertThat(page.select(".work")).hasSize(2);
        assertThat(page.text()).contains("Đã duyệt ngày", "Bổ sung sau khi duyệt: Có phản ánh");
        String cancel = page.select("form[action$=cancel]").last().attr("action");
        assertThat(clerk.post(cancel).getStatus()).isEqualTo(409);
        clerk.post(cancel, "reason", "Đơn vị sáp nhập");
        assertThat(clerk.get(address, "en").text()).contains("Cancelled: Đơn vị sáp nhập", "Approved on");
        assertThat(pages.as("khtc").fetch(address).getStatus()).isEqualTo(403);
    }

    @Test
    void an_inspector_sees_what_the_decision_names_while_it_lasts_and_the_same_404_before_after_and_elsewhere() {
        String mission = mission("Phòng Kế hoạch - Tài chính");
        String visit = visitOf(mission);
        String elsewhere = visitOf(mission("Phòng Chuyển đổi số"));
        addMember(mission, "Mai Thị Hồng", "yes");
        String absent = body(inspector.fetch("/oversight/visits/" + UUID.randomUUID()));
        assertThat(inspector.get("/oversight").text()).contains("Hiện không có cuộc nào có tên bạn");
        assertNotThere(inspector, visit, absent);
        issueDecision(mission);
        assertThat(inspector.get("/oversight").select("table.fold").text()).contains(SUBJECT);
        assertThat(inspector.get(visit).select("h1").text()).isEqualTo("Phòng Kế hoạch - Tài chính");
        assertThat(inspector.get(mission).text()).contains("Mai Thị Hồng", "Đang tiến hành");
        assertThat(cover.covers(pages.actor("thanhtra"), pages.actor("khtc").unit()))
                .isTrue();
        assertThat(cover.covers(pages.actor("thanhtra"), pages.actor("cds").unit()))
                .isFalse();
        assertThat(cover.units(pages.actor("thanhtra")))
                .containsExactly(pages.actor("khtc").unit());
        assertNotThere(inspector, elsewhere, absent);
        move(mission, -20, -1);
        assertNotThere(inspector, visit, absent);
        assertNotThere(inspector, mission, absent);
        assertThat(inspector
                        .post(visit + "/findings", "grade", "VIOLATION", "text", "x")
                        .getStatus())
                .isEqualTo(404);
        assertThat(cover.covers(pages.actor("thanhtra"), pages.actor("khtc").unit()))
                .isFalse();
        move(mission, 2, 9);
        assertNotThere(inspector, visit, absent);
        move(mission, 0, 9);
        assertThat(inspector.fetch(visit).getStatus()).isEqualTo(200);
        clerk.post(mission + "/cancel", "reason", "Trùng với cuộc thanh tra của tỉnh");
        assertNotThere(inspector, visit, absent);
        assertThat(clerk.get(mission).text()).contains("Đã hủy: Trùng với cuộc thanh tra của tỉnh");
    }

    @Test
    void a_member_who_left_sees_nothing_more_and_a_decided_team_does_not_change_silently() {
        String mission = mission("Phòng Kế hoạch - Tài chính");
        addMember(mission, "Mai Thị Hồng", "yes");
        addMember(mission, "Trương Thị Dung", "no");
        issueDecision(mission);
        assertThat(clerk.post(mission + "/units", "unit", "Phòng Chuyển đổi số").getStatus())
                .isEqualTo(409);
        assertThat(pages.as("congdoan").fetch(mission).getStatus()).isEqualTo(200);
        String end = clerk.get(mission).select("form[action$=end]").last().attr("action");
        assertThat(clerk.post(end).getStatus()).isEqualTo(409);
        clerk.post(end, "reason", "Có quan hệ với đơn vị");
        assertThat(pages.as("congdoan").fetch(mission).getStatus()).isEqualTo(404);
        assertThat(clerk.get(mission).text()).contains("Có quan hệ với đơn vị");
    }

    @Test
    void who_comes_on_a_team_later_sees_nothing_until_the_decision_that_adds_them_is_issued() {
        String mission = mission("Phòng Kế hoạch - Tài chính");
        addMember(mission, "Mai Thị Hồng", "yes");
        assertThat(clerk.post(mission + "/supplement").getStatus()).isEqualTo(409);
        issueDecision(mission);
        assertThat(clerk.post(mission + "/supplement").getStatus()).isEqualTo(409);
        assertThat(addMember(mission, "Trương Thị Dung", "yes").getStatus()).isEqualTo(409);
        addMember(mission, "Trương Thị Dung", "no");
        assertThat(pages.as("congdoan").fetch(mission).getStatus()).isEqualTo(404);
        assertThat(clerk.get(mission).text()).contains("Chờ quyết định bổ sung");
        String decision = clerk.get(mission).select(".oversight-steps a").attr("href");
        assertThat(clerk.get(decision).text()).contains("Mai Thị Hồng").doesNotContain("Trương Thị Dung");
        String drafted = String.valueOf(clerk.post(mission + "/supplement").getRedirectedUrl());
        assertThat(clerk.post(mission + "/supplement").getStatus()).isEqualTo(409);
        var document = DocumentId.of(drafted.replaceAll("/documents/|/edit", ""));
        assertThat(clerk.get("/documents/" + document).text())
                .contains("Bổ sung thành viên Đoàn kiểm tra", "Trương Thị Dung")
                .doesNotContain("Mai Thị Hồng");
        assertThat(pages.as("congdoan").fetch(mission).getStatus()).isEqualTo(404);
        papers.issue(document);
        assertThat(pages.as("congdoan").get(mission).text()).contains("Bổ sung từ " + TypedDay.print(today));
        assertThat(clerk.get(mission, "en").text()).contains("Added from");
    }

    @Test
    void the_head_is_asked_for_the_programme_and_what_is_before_them_does_not_change() {
        int year = today.getYear() + 1;
        String address = "/oversight/programmes/" + year;
        assertThat(clerk.post(address + "/submit").getStatus()).isEqualTo(409);
        clerk.post(address, "kind", "CHECK", "unit", "Phòng Chuyển đổi số", "subject", SUBJECT, "quarter", "3");
        assertThat(inHand("giamdoc")).isEmpty();
        clerk.post(address + "/submit");
        assertThat(inHand("giamdoc")).extracting(WorkItem::duty).containsExactly(Duty.APPROVE);
        assertThat(pages.as("giamdoc").get("/").text()).contains("giám sát năm " + year);
        assertThat(pages.as("giamdoc").get("/notices").text()).contains("giám sát năm " + year + " chờ bạn duyệt");
        var late = clerk.post(address, "kind", "CHECK", "unit", "Văn phòng", "subject", SUBJECT, "quarter", "4");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(pages.as("giamdoc").post(address + "/send-back").getStatus()).isEqualTo(409);
        pages.as("giamdoc").post(address + "/send-back", "reason", "Thêm Văn phòng");
        assertThat(inHand("giamdoc")).isEmpty();
        assertThat(clerk.get("/notices").text()).contains("giám sát năm " + year);
        assertThat(inHand("vanphong"))
                .as("it came back")
                .extracting(WorkItem::duty)
                .containsExactly(Duty.DO);
        assertThat(clerk.get("/").text()).contains("Chương trình bị trả lại", "giám sát năm " + year);
        assertThat(inHand("phogiamdoc")).isEmpty();
        assertThat(clerk.get(address).text()).contains("Người đứng đầu trả lại: Thêm Văn phòng");
        clerk.post(address, "kind", "CHECK", "unit", "Văn phòng", "subject", SUBJECT, "quarter", "4");
        clerk.post(address + "/submit");
        assertThat(inHand("vanphong")).isEmpty();
        clerk.post(address + "/send-back");
        assertThat(inHand("giamdoc")).as("the office took it back").isEmpty();
        clerk.post(address + "/submit");
        assertThat(pages.as("giamdoc").get(address, "en").text()).contains("Before the head for approval");
        pages.as("giamdoc").post(address + "/approve");
        assertThat(inHand("giamdoc")).isEmpty();
        assertThat(clerk.post(address + "/send-back").getStatus()).isEqualTo(409);
    }

    private java.util.List<WorkItem> inHand(String username) {
        return work.of(pages.actor(username), today).stream()
                .flatMap(java.util.List::stream)
                .filter(item -> item.href().startsWith("/oversight/programmes/"))
                .toList();
    }

    @Test
    void a_recommendation_goes_on_at_the_successor_of_its_unit_and_comes_back_when_the_event_is_undone() {
        String mission = concluded();
        var agency = pages.actor("vanphong").agency();
        var old = communes.found(UnitKind.CENTRE, "Trung tâm Sẽ Hết", agency, LocalDate.of(2020, 1, 1));
        var heir = communes.found(UnitKind.CENTRE, "Trung tâm Kế Tục", agency, LocalDate.of(2020, 1, 1));
        var made = jdbc.sql("""
            update oversight_recommendation set unit_id = :old
            where  visit_id in (select id from oversight_visit where mission_id = :mission) returning id
            """)
                .param("old", old.value())
                .param("mission", UUID.fromString(idOf(mission)))
                .query(UUID.class)
                .single();
        follower.follow();
        assertThat(responsible(made)).isEqualTo(old.value());
        var merged = events.enter(
                pages.actor("vanphong"),
                EventFacts.on(today, "QĐ 1"),
                new UnitChange.MergeInto(java.util.List.of(old), heir, Below.FOLLOW));
        follower.follow();
        follower.follow();
        assertThat(responsible(made)).isEqualTo(heir.value());
        var page = inspector.get("/oversight/recommendations/" + made);
        assertThat(page.select("ol.history > li")).hasSize(1);
        assertThat(page.select("ol.history").text())
                .contains("Trung tâm Sẽ Hết sáp nhập, giải thể; Trung tâm Kế Tục tiếp tục");
        events.undo(pages.actor("quantri"), merged);
        follower.follow();
        follower.follow();
        assertThat(responsible(made)).isEqualTo(old.value());
        assertThat(inspector.get("/oversight/recommendations/" + made, "en").text())
                .contains("Trung tâm Sẽ Hết is responsible again");
    }

    private UUID responsible(UUID recommendation) {
        return jdbc.sql("select unit_id from oversight_recommendation where id = :id")
                .param("id", recommendation)
                .query(UUID.class)
                .single();
    }

    @Test
    void answers_are_never_overwritten_silently_and_only_the_team_writes() {
        String mission = mission("Phòng Kế hoạch - Tài chính");
        addMember(mission, "Mai Thị Hồng", "yes");
        issueDecision(mission);
        String visit = visitOf(mission);
        var page = inspector.get(visit);
        String question = page.select("[name^=remark-]").first().attr("name").substring("remark-".length());
        String version = page.select("form[action$=answers] [name=version]").val();
        String[] mine = {
            "version",
            version,
            "visitedOn",
            TypedDay.print(today),
            "answer-" + question,
            "NO",
            "remark-" + question,
            "Chưa có sổ"
        };
        assertThat(inspector.post(visit + "/answers", mine).getRedirectedUrl()).isEqualTo(visit + "?saved=answers");
        var late = clerk.post(
                visit + "/answers", "version", version, "answer-" + question, "YES", "remark-" + question, "Đã có sổ");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(late).text()).contains("Có người vừa lưu", "Đang lưu: Không. Chưa có sổ");
        assertThat(Pages.parse(late).select("#remark-" + question).val()).isEqualTo("Đã có sổ");
        assertThat(inspector.get(visit).select("#remark-" + question).val()).isEqualTo("Chưa có sổ");
        String other = page.select("[name^=remark-]").last().attr("name").substring("remark-".length());
        var alone = Pages.parse(inspector.post(visit + "/answers", "version", "2", "remark-" + other, "Cần xem lại"));
        assertThat(alone.select(".field-problem").text()).contains("chưa chọn câu trả lời");
        assertThat(alone.select("#remark-" + other).val())
                .as("a remark is not lost because its answer was forgotten")
                .isEqualTo("Cần xem lại");
        var out = inspector.post(visit + "/answers", "version", "2", "visitedOn", "01/01/2020");
        assertThat(out.getStatus()).isEqualTo(422);
        assertThat(pages.as("giamdoc").post(visit + "/answers", "version", "2").getStatus())
                .isEqualTo(409);
        assertThat(pages.as("khtc").post(visit + "/answers", "version", "2").getStatus())
                .isEqualTo(404);
        assertThat(audit.historyOf(pages.actor("vanphong").agency(), UUID.fromString(idOf(visit))))
                .extracting(AuditTrail.Deed::action)
                .containsExactly("execution.visit.answer");
    }

    @Test
    void findings_carry_evidence_are_changed_with_a_version_and_withdrawn_with_a_reason() {
        String mission = mission("Phòng Kế hoạch - Tài chính");
        addMember(mission, "Mai Thị Hồng", "yes");
        issueDecision(mission);
        String visit = visitOf(mission);
        var program = new MockMultipartFile("files", "x.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 0});
        assertThat(inspector
                        .upload(visit + "/findings", program, "grade", "VIOLATION", "text", "Có")
                        .getStatus())
                .isEqualTo(422);
        inspector.upload(visit + "/findings", PHOTO, "grade", "SHORTCOMING", "text", "Chưa phổ biến đến viên chức");
        var page = inspector.get(visit);
        String proof = page.select(".evidence-list a").attr("href");
        assertThat(inspector.fetch(proof).getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(pages.as("khtc").fetch(proof).getStatus()).isEqualTo(404);
        String change = page.select("details form[enctype]").attr("action");
        inspector.post(change, "version", "1", "grade", "VIOLATION", "text", "Không phổ biến đến viên chức");
        var late = inspector.post(change, "version", "1", "grade", "SHORTCOMING", "text", "Ý của tôi");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(late).select("#text-" + idOf(change)).text()).isEqualTo("Ý của tôi");
        assertThat(Pages.parse(late).text()).contains("Không phổ biến đến viên chức");
        inspector.post(proof + "/take-back");
        assertThat(inspector.fetch(proof).getStatus()).isEqualTo(404);
        assertThat(inspector.post(change + "/withdraw").getStatus()).isEqualTo(409);
        inspector.post(change + "/withdraw", "reason", "Đã giải trình");
        assertThat(inspector.get(visit).text()).contains("Đã rút: Đã giải trình");
    }

    @Test
    void evidence_of_a_finding_comes_in_parts_before_the_form_too() throws IOException {
        String mission = mission("Phòng Kế hoạch - Tài chính");
        addMember(mission, "Mai Thị Hồng", "yes");
        issueDecision(mission);
        String visit = visitOf(mission);
        byte[] list = "%PDF-1.7 sổ ký nhận".getBytes(StandardCharsets.UTF_8);
        String arrived = inspector.arrive("so.pdf", list);
        var recorded =
                inspector.post(visit + "/findings", "grade", "SHORTCOMING", "text", "Sổ chưa ký", "arrived", arrived);
        assertThat(recorded.getRedirectedUrl()).contains("saved=finding");
        String kept = inspector.get(visit).select(".evidence-list a").attr("href");
        assertThat(inspector.fetch(kept).getContentAsByteArray()).isEqualTo(list);
        assertThat(inspector.fetch("/arriving-files/" + arrived).getStatus()).isEqualTo(404);
    }

    @Test
    void the_original_of_a_photo_is_read_by_the_auditor_alone_who_is_recorded() throws IOException {
        String mission = mission("Phòng Kế hoạch - Tài chính");
        addMember(mission, "Mai Thị Hồng", "yes");
        issueDecision(mission);
        String visit = visitOf(mission);
        var picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        var taken = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", taken);
        var photo = new MockMultipartFile("files", "so.jpg", "image/jpeg", taken.toByteArray());
        inspector.upload(visit + "/findings", photo, "grade", "SHORTCOMING", "text", "Sổ chưa ký");
        String original = "/oversight/originals/"
                + idOf(inspector.get(visit).select(".evidence-list a").attr("href"));
        assertThat(inspector.fetch("/oversight/originals").getStatus()).isEqualTo(403);
        assertThat(inspector.post(original).getStatus()).isEqualTo(403);
        assertThat(clerk.post(original).getStatus()).isEqualTo(403);
        var auditor = pages.as("kiemtoan");
        assertThat(auditor.fetch(visit).getStatus()).isEqualTo(404);
        String small = inspector.get(visit).select(".evidence-list img").attr("src");
        assertThat(inspector.fetch(small).getContentType()).isEqualTo("image/jpeg");
        assertThat(auditor.fetch(small).getStatus()).isEqualTo(404);
        assertThat(auditor.get("/").select(".visitor-menu a[href=/oversight/originals]"))
                .isNotEmpty();
        var page = auditor.get("/oversight/originals");
        assertThat(page.select(".evidence-list li").eachText().getFirst())
                .contains("so.jpg", "Phòng Kế hoạch - Tài chính");
        var read = auditor.post(page.select("form[action=" + original + "]").attr("action"));
        assertThat(read.getContentAsByteArray()).isEqualTo(taken.toByteArray());
        assertThat(read.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("so.jpg");
        assertThat(audit.historyOf(pages.actor("vanphong").agency(), UUID.fromString(idOf(visit))))
                .extracting(AuditTrail.Deed::action)
                .contains("execution.proof.readOriginal");
        assertThat(auditor.post("/oversight/originals/" + idOf(visit)).getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_link_is_evidence_of_a_finding_and_of_what_was_done_about_a_recommendation() throws IOException {
        String mission = concluded();
        String[] link = {
            "link",
            "https://tinh.example.vn/van-ban/12",
            "linkTitle",
            "Công khai kết quả",
            "linkDate",
            TypedDay.print(today.minusDays(1))
        };
        String made = pages.as("khtc")
                .get("/oversight/recommendations")
                .select(".work a")
                .attr("href");
        var bad = pages.as("khtc").upload(made + "/report", PHOTO, "version", "1", "words", " ", "link", "ftp://a.vn");
        assertThat(bad.getStatus()).isEqualTo(422);
        var again = Pages.parse(bad);
        assertThat(again.select("#mistake-words, #link-mistake, #linkTitle-mistake, #linkDate-mistake, #files-mistake"))
                .as("all at once")
                .hasSize(5);
        assertThat(again.select("#link").val()).isEqualTo("ftp://a.vn");
        var said = Stream.concat(Stream.of("version", "1", "words", "Đã đăng"), Stream.of(link))
                .toArray(String[]::new);
        assertThat(pages.as("khtc").post(made + "/report", said).getRedirectedUrl())
                .isEqualTo(made + "?saved=reported");
        assertThat(inspector
                        .get(made)
                        .select(".evidence-list a[rel~=noreferrer]")
                        .attr("href"))
                .isEqualTo("https://tinh.example.vn/van-ban/12");
        assertThat(inspector.get(made, "en").select(".evidence-list").text())
                .contains("Công khai kết quả", "Link to tinh.example.vn, content of");

        String other = mission("Phòng Kế hoạch - Tài chính");
        addMember(other, "Mai Thị Hồng", "yes");
        issueDecision(other);
        String visit = visitOf(other);
        var found = Stream.concat(Stream.of("grade", "SHORTCOMING", "text", "Chưa công khai"), Stream.of(link))
                .toArray(String[]::new);
        assertThat(inspector.post(visit + "/findings", found).getStatus()).isEqualTo(302);
        var page = inspector.get(visit);
        assertThat(page.select(".evidence-list").text()).contains("Đường dẫn tới tinh.example.vn");
        String back = page.select(".evidence-list form").attr("action");
        assertThat(inspector.fetch(back.replace("/take-back", "")).getStatus())
                .as("there is no file")
                .isEqualTo(404);
        assertThat(inspector.post(back).getStatus()).isEqualTo(302);
        assertThat(inspector.get(visit).select(".evidence-list")).isEmpty();
        assertThat(audit.historyOf(pages.actor("vanphong").agency(), UUID.fromString(idOf(visit))))
                .extracting(AuditTrail.Deed::action)
                .contains("execution.proof.addLink", "execution.proof.takeBack");
        assertThat(clerk.get(mission).text()).contains("Đã kết luận");
    }

    @Test
    void what_was_typed_to_change_a_finding_stays_in_its_own_form_when_it_cannot_be_stored() throws IOException {
        String mission = mission("Phòng Kế hoạch - Tài chính");
        addMember(mission, "Mai Thị Hồng", "yes");
        issueDecision(mission);
        String visit = visitOf(mission);
        inspector.post(visit + "/findings", "grade", "SHORTCOMING", "text", "Chưa có sổ");
        String change = inspector
                .get(visit)
                .select("form[action*=/findings/]:not([action$=withdraw])")
                .attr("action");
        String end = "-" + idOf(change);
        var program = new MockMultipartFile("files", "anh.jpg", "image/jpeg", "MZ".getBytes(StandardCharsets.UTF_8));
        var mend = Pages.parse(
                inspector.upload(change, program, "version", "1", "grade", "VIOLATION", "text", "Sổ để trống"));
        assertThat(mend.select("#text" + end).text()).isEqualTo("Sổ để trống");
        assertThat(mend.select("#grade" + end + " option[selected]").val()).isEqualTo("VIOLATION");
        assertThat(mend.select("#files" + end + "-mistake").text()).contains("chương trình");
        assertThat(mend.select("#text").text()).as("the form for a new one").isEmpty();
        assertThat(mend.select("details.reason[open] form").attr("action")).isEqualTo(change);

        inspector.post(change, "version", "1", "grade", "SHORTCOMING", "text", "Sổ không có chữ ký");
        var overtaken = inspector.post(change, "version", "1", "grade", "VIOLATION", "text", "Bản của tôi");
        assertThat(overtaken.getStatus()).isEqualTo(409);
        var both = Pages.parse(overtaken);
        assertThat(both.select("#text" + end).text()).isEqualTo("Bản của tôi");
        assertThat(both.select(".oversight-words").text()).contains("Sổ không có chữ ký");
    }

    @Test
    void a_recommendation_is_followed_until_the_head_of_the_team_accepts_it() throws IOException {
        String mission = concluded();
        String made = pages.as("khtc")
                .get("/oversight/recommendations")
                .select(".work a")
                .attr("href");
        assertThat(pages.as("cds").fetch(made).getStatus()).isEqualTo(404);
        assertThat(items("khtc")).extracting(WorkItem::href).containsExactly(made);
        assertThat(items("cds")).isEmpty();
        assertThat(pages.as("qlkh")
                        .post(made + "/report", "version", "1", "words", "x")
                        .getStatus())
                .isEqualTo(404);
        assertThat(inspector.post(made + "/accept", "version", "1").getStatus()).isEqualTo(409);
        var empty = pages.as("khtc").post(made + "/report", "version", "1", "words", "");
        assertThat(empty.getStatus()).isEqualTo(422);
        pages.as("khtc").upload(made + "/report", PHOTO, "version", "1", "words", "Đã lập sổ");
        // the days of the decision are over: the papers are closed to the head of the team, the follow-up is not
        move(mission, -20, -1);
        assertThat(inspector.fetch(mission).getStatus()).isEqualTo(404);
        assertThat(items("thanhtra")).extracting(WorkItem::href).containsExactly(made);
        assertThat(inspector.post(made + "/send-back", "version", "2").getStatus())
                .isEqualTo(422);
        inspector.post(made + "/send-back", "version", "2", "reason", "Sổ thiếu chữ ký");
        assertThat(pages.as("khtc").get(made).text()).contains("Bị trả lại", "Sổ thiếu chữ ký");
        pages.as("khtc").post(made + "/report", "version", "3", "words", "Đã ký đủ");
        assertThat(inspector.post(made + "/accept", "version", "3").getStatus()).isEqualTo(409);
        assertThat(inspector.post(made + "/accept", "version", "4").getRedirectedUrl())
                .isEqualTo(made + "?saved=accepted");
        assertThat(pages.as("khtc")
                        .post(made + "/report", "version", "5", "words", "x")
                        .getStatus())
                .isEqualTo(409);
        var page = inspector.get(made, "en");
        assertThat(page.select("ol.history > li")).hasSize(4);
        assertThat(page.select(".task-states").text()).isEqualTo("Done");
        String proof = page.select(".evidence-list a").attr("href");
        assertThat(inspector.fetch(proof).getStatus()).isEqualTo(200);
        move(mission, 0, 9);
        assertThat(pl7())
                .containsExactly(
                        "1",
                        "Kiểm tra",
                        "Sở Khoa học và Công nghệ",
                        SUBJECT,
                        "Phòng Kế hoạch - Tài chính",
                        TypedDay.print(today),
                        "1",
                        "1",
                        "1");
        var notices = jdbc.sql("select count(*) from notice where link = :link")
                .param("link", made)
                .query(Integer.class)
                .single();
        assertThat(notices).isGreaterThanOrEqualTo(4);
    }

    @Test
    void what_is_overdue_shows_red_on_the_heads_list_and_can_be_postponed_with_a_reason() {
        concluded();
        jdbc.sql("update oversight_recommendation set due_on = current_date - 3")
                .update();
        assertThat(items("giamdoc")).hasSize(1).allMatch(WorkItem::red);
        assertThat(items("phogiamdoc")).hasSize(1);
        assertThat(pages.as("giamdoc")
                        .get("/oversight/recommendations?state=OVERDUE")
                        .select(".state-late"))
                .hasSize(1);
        String made = items("giamdoc").getFirst().href();
        var early = pages.as("giamdoc")
                .post(made + "/postpone", "version", "1", "dueOn", "01/01/2020", "reason", "Chờ kinh phí");
        assertThat(early.getStatus()).isEqualTo(422);
        pages.as("giamdoc")
                .post(
                        made + "/postpone",
                        "version",
                        "1",
                        "dueOn",
                        TypedDay.print(today.plusDays(10)),
                        "reason",
                        "Chờ kinh phí");
        assertThat(items("giamdoc")).isEmpty();
        assertThat(pages.as("khtc").get(made).text())
                .contains("gia hạn đến " + TypedDay.print(today.plusDays(10)), "Chờ kinh phí");
    }

    @Test
    void decision_and_conclusion_are_decree_30_documents_with_annexes_and_only_verified_bases() {
        String mission = mission("Phòng Kế hoạch - Tài chính");
        String drafted = String.valueOf(clerk.post(mission + "/decision").getRedirectedUrl());
        var document = DocumentId.of(drafted.replaceAll("/documents/|/edit", ""));
        assertThat(clerk.get("/documents/" + document).text()).contains("Đoàn chưa có trưởng đoàn");
        addMember(mission, "Mai Thị Hồng", "yes");
        var page = clerk.get("/documents/" + document);
        assertThat(page.text())
                .contains("Luật Bình đẳng giới số 73/2006/QH11", "Mai Thị Hồng", "Phòng Kế hoạch - Tài chính")
                .doesNotContain("217/2025");
        papers.issue(document);
        assertThat(clerk.get(mission).text()).containsPattern("Số \\d+/QĐ-SKHCN");
        assertThat(clerk.post(mission + "/conclusion").getStatus()).isEqualTo(409);
        assertThat(pages.as("khtc").get("/oversight/kinds").text()).contains("(chưa kiểm chứng)", "Thanh tra tỉnh");
    }

    @Test
    void a_mission_is_found_by_words_kind_and_phase_and_lists_go_on_by_key() {
        for (int i = 0; i < Missions.PAGE + 2; i++) mission("Phòng Kế hoạch - Tài chính");
        var first = clerk.get("/oversight?q=hoach&kind=CHECK&phase=PREPARING");
        assertThat(first.select("tbody tr")).hasSize(Missions.PAGE);
        assertThat(clerk.get(first.select("a[rel=next]").attr("href")).select("tbody tr"))
                .hasSize(2);
        assertThat(clerk.get("/oversight?phase=CONCLUDED").text()).contains("Không có gì khớp");
        assertThat(clerk.get("/oversight?q=khongco", "en").text()).contains("Nothing fits");
    }

    @Test
    void a_checklist_of_the_agency_is_written_once_and_offered_no_more_when_retired() {
        var mend = clerk.post("/oversight/checklists", "kind", "CHECK", "title", "", "questions", "Có ".repeat(400));
        assertThat(mend.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(mend).select(".field-problem").eachText())
                .as("both at once")
                .hasSize(2);
        clerk.post(
                "/oversight/checklists",
                "kind",
                "CHECK",
                "title",
                "Của Sở",
                "questions",
                "Có sổ không?\nCó ảnh không?");
        var page = clerk.get("/oversight/checklists");
        assertThat(page.text()).contains("Của Sở", "2 câu");
        clerk.post(page.select("form[action$=retire]").attr("action"));
        assertThat(clerk.get("/oversight/missions/new?kind=CHECK")
                        .select("#checklist")
                        .text())
                .doesNotContain("Của Sở");
        assertThat(pages.as("giamdoc").get("/oversight/checklists", "en").text())
                .contains("No longer offered");
    }

    private java.util.List<WorkItem> items(String username) {
        return work.of(pages.actor(username), today).stream()
                .flatMap(java.util.List::stream)
                .filter(item -> item.href().startsWith("/oversight/recommendations/"))
                .toList();
    }

    private java.util.List<String> pl7() throws IOException {
        var response = clerk.fetch("/oversight/tables/pl7.xlsx?year=" + yearOfPeriod() + "&period=YEAR-1");
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            var sheet = book.getSheet("PL7");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).startsWith("PL7.");
            var cells = new java.util.ArrayList<String>();
            for (var cell : sheet.getRow(4))
                cells.add(
                        cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC
                                ? String.valueOf((int) cell.getNumericCellValue())
                                : cell.getStringCellValue());
            assertThat(sheet.getRow(5).getCell(6).getNumericCellValue()).isEqualTo(1);
            return cells;
        }
    }

    /** A year of reporting ends on 14 December. */
    private int yearOfPeriod() {
        return today.isBefore(LocalDate.of(today.getYear(), 12, 15)) ? today.getYear() : today.getYear() + 1;
    }

    private MockHttpServletResponse plan(String unit, String quarter) {
        return clerk.post(
                "/oversight/programmes/" + today.getYear(),
                "kind",
                "CHECK",
                "unit",
                unit,
                "subject",
                SUBJECT,
                "quarter",
                quarter);
    }

    private String mission(String unit) {
        var made = clerk.post(
                "/oversight/missions/new",
                "kind",
                "CHECK",
                "subject",
                SUBJECT,
                "from",
                TypedDay.print(today),
                "to",
                TypedDay.print(today.plusDays(9)),
                "checklist",
                "01970000-0000-7000-8000-000000000002",
                "unit",
                unit);
        return String.valueOf(made.getRedirectedUrl()).replaceAll("\\?.*", "");
    }

    private String visitOf(String mission) {
        return "/oversight/visits/"
                + jdbc.sql("select id from oversight_visit where mission_id = :mission")
                        .param("mission", UUID.fromString(idOf(mission)))
                        .query(UUID.class)
                        .list()
                        .getFirst();
    }

    private static String idOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private MockHttpServletResponse addMember(String mission, String name, String leads) {
        Document found = clerk.get(mission + "?who=" + name.substring(name.lastIndexOf(' ') + 1));
        if (!found.select("#who").isEmpty())
            assertThat(found.select(".work-head b").eachText()).contains(name);
        String person = jdbc.sql("select id from person where family_name || ' ' || given_name = :name")
                .param("name", name)
                .query(UUID.class)
                .list()
                .getFirst()
                .toString();
        return clerk.post(mission + "/members", "person", person, "leads", leads);
    }

    private void issueDecision(String mission) {
        String drafted = String.valueOf(clerk.post(mission + "/decision").getRedirectedUrl());
        papers.issue(DocumentId.of(drafted.replaceAll("/documents/|/edit", "")));
    }

    /** A mission with one visit, one finding and one recommendation, its conclusion issued. */
    private String concluded() {
        String mission = mission("Phòng Kế hoạch - Tài chính");
        addMember(mission, "Mai Thị Hồng", "yes");
        issueDecision(mission);
        String visit = visitOf(mission);
        inspector.post(visit + "/answers", "version", "1", "visitedOn", TypedDay.print(today));
        inspector.post(visit + "/findings", "grade", "SHORTCOMING", "text", "Chưa có sổ ký nhận");
        inspector.post(
                visit + "/recommendations",
                "text",
                "Lập sổ ký nhận",
                "unit",
                "Phòng Kế hoạch - Tài chính",
                "dueOn",
                TypedDay.print(today.plusDays(5)));
        assertThat(pages.as("khtc").get("/oversight/recommendations").select(".work"))
                .isEmpty();
        String drafted = String.valueOf(clerk.post(mission + "/conclusion").getRedirectedUrl());
        papers.issue(DocumentId.of(drafted.replaceAll("/documents/|/edit", "")));
        return mission;
    }

    /** Moves the days of a mission, as time does. */
    private void move(String mission, int from, int last) {
        for (String table : new String[] {"oversight_mission", "oversight_member"})
            jdbc.sql("update %s set from_day = :from, to_day = :to where %s = :id"
                            .formatted(table, table.equals("oversight_mission") ? "id" : "mission_id"))
                    .param("from", today.plusDays(from))
                    .param("to", today.plusDays(last + 1))
                    .param("id", UUID.fromString(idOf(mission)))
                    .update();
    }

    private static void assertNotThere(Pages.Visit visit, String address, String absent) {
        var answer = visit.fetch(address);
        assertThat(answer.getStatus()).as(address).isEqualTo(404);
        assertThat(body(answer)).isEqualTo(absent);
    }

    private static String body(MockHttpServletResponse answer) {
        return Pages.parse(answer).select("main").text();
    }
}
