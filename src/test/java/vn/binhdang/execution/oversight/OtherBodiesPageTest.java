package vn.binhdang.execution.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import vn.binhdang.access.Accounts;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.Duty;
import vn.binhdang.execution.OpenWork;
import vn.binhdang.execution.WorkItem;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.plan.cascade.Communes;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

@PageTest
@Import(Communes.class)
class OtherBodiesPageTest {
    private static final String SUBJECT = "Việc chấp hành pháp luật về bình đẳng giới";
    private static final String UNIT = "Phòng Kế hoạch - Tài chính";
    private static final MockMultipartFile NO_FILE =
            new MockMultipartFile("files", "", "application/octet-stream", new byte[0]);
    private static final MockMultipartFile SCAN = new MockMultipartFile(
            "files", "45-qd-ttt.pdf", "application/pdf", "%PDF-1.7 quyết định".getBytes(StandardCharsets.UTF_8));

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OpenWork work;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Communes communes;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Clock clock;

    private LocalDate today;
    private Pages.Visit clerk;

    @BeforeEach
    void what_other_tests_left_is_called_off() {
        today = Today.of(clock).day();
        clerk = pages.as("vanphong");
        jdbc.sql("""
            update oversight_mission set cancelled_at = now(), cancelled_by = created_by, cancel_reason = 'xong'
            where  cancelled_at is null
            """).update();
    }

    @Test
    void the_office_writes_down_the_decision_of_another_body_and_lists_tell_it_apart() {
        String mission = recorded();
        var page = clerk.get(mission);
        assertThat(page.text())
                .contains(
                        "Thanh tra tỉnh", "Số 45/QĐ-TTT, ngày " + TypedDay.print(today.minusDays(30)), "Luật Thanh tra")
                .contains("Số đến: 812", "Chưa ghi ngày làm việc", "Cơ quan khác", "Chờ kết luận")
                .doesNotContain("Soạn quyết định");
        String scan = page.select("a[download]").attr("href");
        assertThat(clerk.fetch(scan).getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(pages.as("khtc").fetch(scan).getStatus()).isEqualTo(404);
        assertThat(clerk.fetch(mission + "/papers/conclusion").getStatus()).isEqualTo(404);
        assertThat(clerk.get("/oversight").select("tbody tr").text())
                .contains("Cơ quan khác Thanh tra tỉnh", "45/QĐ-TTT");
        assertThat(clerk.get("/oversight?whose=OTHER&q=tinh&phase=CONCLUDING").select("tbody tr"))
                .hasSize(1);
        assertThat(clerk.get("/oversight?whose=OWN", "en").text()).contains("Nothing fits");
        assertThat(pages.as("giamdoc").get(mission, "en").text()).contains("Another body", "No. 45/QĐ-TTT");
        assertThat(clerk.post(mission + "/decision").getStatus()).isEqualTo(409);
        assertThat(clerk.post(mission + "/conclusion").getStatus()).isEqualTo(409);
        assertThat(clerk.post(
                                mission + "/members",
                                "person",
                                pages.actor("khtc").person().toString())
                        .getStatus())
                .isEqualTo(409);
        assertThat(pages.as("giamdoc").fetch(mission + "/other").getStatus()).isEqualTo(403);
    }

    @Test
    void a_scan_comes_in_parts_before_its_form_and_one_alone_is_kept() throws java.io.IOException {
        var two = clerk.upload(
                "/oversight/missions/other", SCAN, fields("arrived", clerk.arrive("qd-1.pdf", SCAN.getBytes())));
        assertThat(two.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(two).select("#mistake-files").text()).contains("chỉ lưu một tệp");

        String arrived = clerk.arrive("qd.pdf", SCAN.getBytes());
        var made = clerk.upload("/oversight/missions/other", NO_FILE, fields("arrived", arrived));
        assertThat(made.getStatus()).isEqualTo(302);
        String mission = String.valueOf(made.getRedirectedUrl()).replaceAll("\\?.*", "");
        var scan = clerk.fetch(clerk.get(mission).select("a[download]").attr("href"));
        assertThat(scan.getContentAsByteArray()).isEqualTo(SCAN.getBytes());
        assertThat(clerk.fetch("/arriving-files/" + arrived).getStatus()).isEqualTo(404);
    }

    @Test
    void what_is_written_down_wrongly_is_named_at_its_field_and_mended_with_a_version() {
        var late = clerk.upload(
                "/oversight/missions/other", NO_FILE, "body", "", "subject", "Giữ lại", "unit", "Không có");
        assertThat(late.getStatus()).isEqualTo(422);
        var form = Pages.parse(late);
        assertThat(form.select("#subject").val()).isEqualTo("Giữ lại");
        assertThat(form.select(".field-problem")).hasSizeGreaterThanOrEqualTo(5);
        String mission = recorded();
        var mend = clerk.get(mission + "/other");
        assertThat(mend.select("#number").val()).isEqualTo("45/QĐ-TTT");
        String[] better = fields("version", mend.select("[name=version]").val(), "number", "46/QĐ-TTT");
        assertThat(clerk.upload(mission + "/other", NO_FILE, better).getRedirectedUrl())
                .isEqualTo(mission + "?saved=changed");
        assertThat(clerk.get(mission).text()).contains("Số 46/QĐ-TTT");
        assertThat(clerk.get(mission).select("a[download]"))
                .as("the scan stays")
                .hasSize(1);
        var overtaken = clerk.upload(mission + "/other", NO_FILE, better);
        assertThat(overtaken.getStatus()).isEqualTo(409);
        clerk.post(mission + "/units", "unit", "Phòng Chuyển đổi số");
        assertThat(clerk.get(mission).text()).contains("Phòng Chuyển đổi số");
        assertThat(clerk.post(mission + "/cancel", "reason", "Ghi nhầm").getStatus())
                .isEqualTo(302);
        assertThat(clerk.fetch(mission + "/other").getStatus()).isEqualTo(404);
        assertThat(audit.historyOf(pages.actor("vanphong").agency(), UUID.fromString(idOf(mission))))
                .extracting(AuditTrail.Deed::action)
                .contains("execution.mission.recordOther", "execution.mission.changeOther", "execution.mission.cancel");
    }

    @Test
    void
            days_in_the_wrong_order_and_days_that_never_were_are_named_with_everything_else_and_the_scan_is_asked_for_again() {
        var mend = clerk.upload(
                "/oversight/missions/other",
                SCAN,
                fields(
                        "decidedOn",
                        "31/02/2026",
                        "from",
                        "09/2026",
                        "to",
                        "5/6/26",
                        "number",
                        " ",
                        "unit",
                        "Phòng Lạ"));
        assertThat(mend.getStatus()).isEqualTo(422);
        var form = Pages.parse(mend);
        assertThat(form.select("[aria-invalid]").eachAttr("id"))
                .containsExactlyInAnyOrder("number", "decidedOn", "unit", "from", "to", "files");
        assertThat(form.select("#mistake-files").text()).contains("Hãy chọn lại tệp");
        assertThat(form.select("#decidedOn").val()).isEqualTo("31/02/2026");
        assertThat(form.select("#unit").val()).isEqualTo("Phòng Lạ");

        String first = TypedDay.print(today.minusDays(40));
        var order = Pages.parse(clerk.upload(
                "/oversight/missions/other",
                NO_FILE,
                fields("from", first, "to", TypedDay.print(today.minusDays(41)))));
        assertThat(order.select("#mistake-to").text()).contains("từ ngày đầu trở đi");
        assertThat(order.select("#mistake-decidedOn").text()).contains("không sau ngày cuối");

        String mission = recorded();
        conclude(mission);
        String version = clerk.get(mission + "/other").select("[name=version]").val();
        var moved = clerk.upload(
                mission + "/other",
                NO_FILE,
                fields(
                        "version",
                        version,
                        "from",
                        TypedDay.print(today.plusDays(1)),
                        "to",
                        TypedDay.print(today.plusDays(3))));
        assertThat(Pages.parse(moved).select("#mistake-from").text()).contains("ngày kết luận đã ghi");
    }

    @Test
    void its_recommendations_are_followed_until_done_and_counted_in_the_table() throws IOException {
        String mission = recorded();
        String visit = clerk.get(mission).select("#units ~ ul a").attr("href");
        clerk.post(visit + "/findings", "grade", "SHORTCOMING", "text", "Chưa có số liệu tách theo giới");
        String made = recommend(visit, UNIT, today.minusDays(2));
        assertThat(pages.as("khtc").fetch(made).getStatus())
                .as("no conclusion yet")
                .isEqualTo(404);
        assertThat(items("khtc")).isEmpty();
        assertThat(items("giamdoc")).isEmpty();
        assertThat(told(made)).isZero();
        assertThat(rows()).isEmpty();
        conclude(mission);
        assertThat(clerk.get(mission).text()).contains("Số 12/KL-TTT", "Còn thiếu số liệu", "Đã kết luận");
        assertThat(told(made)).isPositive();
        assertThat(items("khtc")).extracting(WorkItem::href).containsExactly(made);
        assertThat(items("giamdoc"))
                .allMatch(WorkItem::red)
                .extracting(WorkItem::kindKey)
                .containsExactly("execution.oversight.recommendationOther");
        assertThat(pages.as("giamdoc").get("/").text()).contains("Kiến nghị của cơ quan khác", "Tách số liệu");
        assertThat(clerk.get("/oversight/recommendations?whose=OTHER&state=OVERDUE")
                        .select(".work")
                        .text())
                .contains("Thanh tra tỉnh", "Quá hạn");
        assertThat(clerk.get("/oversight/recommendations?whose=OWN").text()).contains("Không có gì khớp");
        assertThat(rows()).containsExactly(List.of("Thanh tra", "Thanh tra tỉnh", SUBJECT, UNIT, "1", "1", "0"));
        String afterwards = recommend(visit, "Phòng Chuyển đổi số", today.plusDays(9));
        assertThat(told(afterwards)).as("it speaks at once").isPositive();
        pages.as("khtc").post(made + "/report", "version", "1", "words", "Đã tách");
        assertThat(items("vanphong"))
                .filteredOn(item -> item.duty() == Duty.APPROVE)
                .extracting(WorkItem::href)
                .containsExactly(made);
        assertThat(clerk.get("/notices").text()).contains("đã báo cáo thực hiện kiến nghị");
        clerk.post(made + "/send-back", "version", "2", "reason", "Thiếu quý 3");
        pages.as("khtc").post(made + "/report", "version", "3", "words", "Đã đủ");
        assertThat(pages.as("khtc").post(made + "/accept", "version", "4").getStatus())
                .isEqualTo(409);
        assertThat(clerk.post(made + "/accept", "version", "4").getRedirectedUrl())
                .isEqualTo(made + "?saved=accepted");
        assertThat(rows()).containsExactly(List.of("Thanh tra", "Thanh tra tỉnh", SUBJECT, UNIT, "1", "2", "1"));
        assertThat(items("giamdoc")).isEmpty();
        assertThat(pages.as("khtc").get(made, "en").text()).contains("Thanh tra tỉnh", "Done");
    }

    /** A unit that has accounts of its own is told there: the sender knows its name only. */
    @Test
    void a_responsible_unit_outside_the_agency_is_told_answers_and_hears_what_became_of_it() {
        var outside = communes.found(
                UnitKind.COMMUNE,
                "Xã Nghe Tin",
                parentOf(pages.actor("vanphong").agency()),
                LocalDate.of(2020, 1, 1));
        openAccount("xanghetin", outside);
        String mission = recorded();
        String visit = clerk.get(mission).select("#units ~ ul a").attr("href");
        String made = recommend(visit, "Xã Nghe Tin", today.plusDays(9));
        var commune = pages.as("xanghetin");
        assertThat(commune.fetch(made).getStatus()).isEqualTo(404);
        conclude(mission);
        assertThat(commune.get("/notices").text()).contains("Đơn vị bạn có kiến nghị phải thực hiện");
        assertThat(commune.get(made).text()).contains("Thanh tra tỉnh", "Tách số liệu");
        assertThat(items("xanghetin")).extracting(WorkItem::duty).containsExactly(Duty.ANSWER);
        assertThat(commune.fetch(mission).getStatus())
                .as("the papers stay closed")
                .isEqualTo(404);
        due(made, today.minusDays(1));
        assertThat(items("giamdoc"))
                .as("overdue, though outside")
                .allMatch(WorkItem::red)
                .hasSize(1);
        commune.post(made + "/report", "version", "1", "words", "Xã đã làm");
        assertThat(commune.post(made + "/accept", "version", "2").getStatus()).isEqualTo(409);
        clerk.post(made + "/accept", "version", "2");
        assertThat(commune.get("/notices").text()).contains("đã được xác nhận thực hiện xong");
    }

    @Test
    void its_pages_ask_at_most_twelve_times() {
        String mission = recorded();
        String visit = clerk.get(mission).select("#units ~ ul a").attr("href");
        for (int i = 0; i < 3; i++) recommend(visit, UNIT, today.plusDays(9));
        conclude(mission);
        for (String page : List.of(mission, mission + "/other", visit, recommend(visit, UNIT, today.plusDays(9)))) {
            clerk.get(page);
            assertThat(Statements.sentBy(() -> clerk.get(page))).as(page).hasSizeLessThan(12);
        }
    }

    private void due(String recommendation, LocalDate day) {
        jdbc.sql("update oversight_recommendation set due_on = :day where id = :id")
                .param("day", day)
                .param("id", UUID.fromString(idOf(recommendation)))
                .update();
    }

    private UnitId parentOf(UnitId unit) {
        return new UnitId(jdbc.sql("select parent_id from unit_parent where unit_id = :unit")
                .param("unit", unit.value())
                .query(UUID.class)
                .single());
    }

    private void openAccount(String username, UnitId agency) {
        var person = PersonId.create();
        jdbc.sql("insert into person (id, family_name, given_name, sex) values (:id, 'Người', 'Nghe', 'U')")
                .param("id", person.value())
                .update();
        jdbc.sql("""
            insert into office_held (id, person_id, unit_id, rank, title, valid_from)
            values (:id, :person, :unit, 'HEAD', 'Chủ tịch', date '2020-01-01')
            """)
                .param("id", Uuid7.create())
                .param("person", person.value())
                .param("unit", agency.value())
                .update();
        var by = Actor.of(AccountId.create(), PersonId.create(), agency, agency, Set.of(Role.SYSTEM_ADMINISTRATOR));
        accounts.open(by, username, person, "một mật khẩu để bắt đầu", agency, Set.of(Role.OFFICE_CLERK));
    }

    private List<WorkItem> items(String username) {
        return work.of(pages.actor(username), today).stream()
                .flatMap(List::stream)
                .filter(item -> item.href().startsWith("/oversight/recommendations/"))
                .toList();
    }

    private int told(String address) {
        return jdbc.sql("select count(*) from notice where link = :link")
                .param("link", address)
                .query(Integer.class)
                .single();
    }

    /** Lines of table PL7 without number and day. */
    private List<List<String>> rows() throws IOException {
        int year = today.isBefore(LocalDate.of(today.getYear(), 12, 15)) ? today.getYear() : today.getYear() + 1;
        var response = clerk.fetch("/oversight/tables/pl7.xlsx?year=" + year + "&period=YEAR-1");
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            var sheet = book.getSheet("PL7");
            var rows = new ArrayList<List<String>>();
            for (int i = 4; i < sheet.getLastRowNum(); i++) {
                var cells = new ArrayList<String>();
                for (var cell : sheet.getRow(i))
                    cells.add(
                            cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC
                                    ? String.valueOf((int) cell.getNumericCellValue())
                                    : cell.getStringCellValue());
                cells.remove(5);
                cells.removeFirst();
                rows.add(cells);
            }
            return rows;
        }
    }

    private String[] fields(String... changed) {
        var fields = new java.util.LinkedHashMap<String, String>(java.util.Map.of(
                "kind",
                "INSPECTION",
                "body",
                "Thanh tra tỉnh",
                "number",
                "45/QĐ-TTT",
                "decidedOn",
                TypedDay.print(today.minusDays(30)),
                "basis",
                "Luật Thanh tra",
                "arrival",
                "812",
                "subject",
                SUBJECT,
                "from",
                TypedDay.print(today.minusDays(9)),
                "to",
                TypedDay.print(today.minusDays(5)),
                "unit",
                UNIT));
        for (int i = 0; i < changed.length; i += 2) fields.put(changed[i], changed[i + 1]);
        return fields.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    private String recorded() {
        var made = clerk.upload("/oversight/missions/other", SCAN, fields());
        assertThat(made.getStatus()).isEqualTo(302);
        return String.valueOf(made.getRedirectedUrl()).replaceAll("\\?.*", "");
    }

    private String recommend(String visit, String unit, LocalDate dueOn) {
        clerk.post(visit + "/recommendations", "text", "Tách số liệu", "unit", unit, "dueOn", TypedDay.print(dueOn));
        return "/oversight/recommendations/"
                + jdbc.sql("select id from oversight_recommendation order by made_at desc, id desc limit 1")
                        .query(UUID.class)
                        .single();
    }

    private void conclude(String mission) {
        String version = clerk.get(mission)
                .select("form[action$=conclusion] [name=version]")
                .val();
        var concluded = clerk.upload(
                mission + "/other/conclusion",
                NO_FILE,
                "version",
                version,
                "number",
                "12/KL-TTT",
                "day",
                TypedDay.print(today.minusDays(1)),
                "arrival",
                "901",
                "summary",
                "Còn thiếu số liệu");
        assertThat(concluded.getRedirectedUrl()).isEqualTo(mission + "?saved=conclusionRecorded");
    }

    private static String idOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
