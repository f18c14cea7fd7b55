package vn.binhdang.statistics.collection.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.collection.Country;
import vn.binhdang.statistics.collection.submission.SubmissionDesk;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

@PageTest
@Import(Country.class)
class BoardPageTest {
    @Autowired
    Country world;

    @Autowired
    Pages pages;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Boards boards;

    @Autowired
    Clock clock;

    private Country.Founded country;
    private Pages.Visit national;
    private Pages.Visit provincial;

    /** Urging asks the calendar: whatever the day of the test, the board believes that it is the one wanted. */
    private void todayIs(LocalDate day) {
        Object board = AopTestUtils.getTargetObject(boards);
        ReflectionTestUtils.setField(
                board, "clock", Clock.fixed(day.atTime(10, 0).atZone(Today.ZONE).toInstant(), Today.ZONE));
    }

    @AfterEach
    void the_day_is_the_real_one_again() {
        Object board = AopTestUtils.getTargetObject(boards);
        ReflectionTestUtils.setField(board, "clock", clock);
    }

    @BeforeEach
    void today_is_a_working_day() {
        var today = LocalDate.ofInstant(clock.instant(), Today.ZONE);
        todayIs(
                WorkingDays.standard().isWorkingDay(today)
                        ? today
                        : WorkingDays.standard().next(today));
    }

    @BeforeEach
    void seven_communes_are_asked_and_four_have_begun() {
        country = world.found(4, 3, 30);
        national = pages.as(country.national());
        provincial = pages.as(country.provincial());
        var accepted = answer(0);
        submit(accepted);
        desk.accept(pages.actor(country.provincial()), accepted, world.edition(accepted));
        submit(answer(1));
        var returned = answer(2);
        submit(returned);
        desk.sendBack(pages.actor(country.provincial()), returned, world.edition(returned), "Xem lại");
        world.account("south" + country.code(), country.south(), Role.OFFICE_CLERK, Role.STATISTICIAN);
        world.answer(country, "south" + country.code(), country.southern().getFirst(), 1, 2, 3);
    }

    private SubmissionId answer(int commune) {
        return world.answer(country, clerk(commune), country.northern().get(commune), 4, 2, 10);
    }

    private String clerk(int commune) {
        if (commune == 0) return country.clerk();
        String username = "office" + commune + country.code();
        world.account(username, country.northern().get(commune), Role.OFFICE_CLERK);
        return username;
    }

    private void submit(SubmissionId id) {
        String by = jdbc.sql("""
            select a.username from account a join stat_submission s on s.changed_by = a.id where s.id = :id
            """).param("id", id.value()).query(String.class).single();
        desk.submit(pages.actor(by), id, world.edition(id));
    }

    private String address(UnitId unit, String more) {
        return "/statistics/board?form=" + country.code() + "&period=" + country.periodCode() + "&unit=" + unit + more;
    }

    private static List<String> units(Document page) {
        return page.select("form[action=/statistics/board/urge] tbody td [lang=vi]:not(.board-place)")
                .eachText();
    }

    @Test
    void the_ministry_sees_its_provinces_and_goes_down_to_the_communes() {
        var page = national.get(address(country.ministry(), ""));
        assertThat(page.select(".figures .figure-big").eachText())
                .startsWith(
                        "7 Phải gửi",
                        "1 Đã nhận",
                        "1 Đã gửi, chờ nhận",
                        "1 Bị trả lại",
                        "1 Đang nhập",
                        "3 Chưa bắt đầu");
        var levels = page.select(".board-bar ~ * , table").first();
        assertThat(page.select("table").first().select("tbody tr").eachText())
                .hasSize(2)
                .anySatisfy(row -> assertThat(row).contains("Miền Bắc").contains("2/4"))
                .anySatisfy(row -> assertThat(row).contains("Đồng Nam").contains("0/3"));
        assertThat(levels).isNotNull();
        String down = page.select("table").first().select("a").stream()
                .filter(a -> a.text().contains("Miền Bắc"))
                .findFirst()
                .orElseThrow()
                .attr("href");
        var north = national.get(down);
        assertThat(north.select(".figures .figure-big").first().text()).isEqualTo("4 Phải gửi");
        assertThat(units(north))
                .containsExactly("Xã Suối Đá 001", "Xã Suối Đá 002", "Xã Suối Đá 003", "Xã Suối Đá 004");
        assertThat(north.select(".board-crumbs a").eachText())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Bộ Thử nghiệm");
    }

    @Test
    void a_list_is_filtered_by_state_and_searched_without_diacritics() {
        assertThat(units(national.get(address(country.ministry(), "&filter=RETURNED"))))
                .containsExactly("Xã Suối Đá 003");
        assertThat(units(national.get(address(country.ministry(), "&filter=NONE"))))
                .containsExactly("Xã Bờ Cát 002", "Xã Bờ Cát 003", "Xã Suối Đá 004");
        assertThat(units(national.get(address(country.ministry(), "&words=bo cat"))))
                .containsExactly("Xã Bờ Cát 001", "Xã Bờ Cát 002", "Xã Bờ Cát 003");
        assertThat(units(national.get(address(country.ministry(), "&filter=OPEN&words=suoi"))))
                .containsExactly("Xã Suối Đá 003", "Xã Suối Đá 004");
        assertThat(national.get(address(country.ministry(), "&words=khongco")).text())
                .contains("Không có đơn vị nào như vậy");
    }

    @Test
    void who_has_not_handed_in_after_the_deadline_is_late_and_so_is_who_did_it_late() {
        // The period ended a year ago: what was sent today was sent late.
        assertThat(units(national.get(address(country.ministry(), "&filter=LATE"))))
                .hasSize(7);
        jdbc.sql("delete from stat_form_deadline where form_id = :form")
                .param("form", country.form().value())
                .update();
        assertThat(units(national.get(address(country.ministry(), "&filter=LATE"))))
                .isEmpty();
    }

    @Test
    void a_long_list_is_paged_by_key() {
        for (int i = 0; i < 60; i++) world.unit(UnitKind.COMMUNE, "Xã Trang %02d".formatted(i), country.south());
        var first = national.get(address(country.south(), "&words=trang"));
        assertThat(units(first)).hasSize(50);
        // The tester encodes what it is given.
        var second = national.get(java.net.URLDecoder.decode(
                first.select("a[rel=next]").attr("href"), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(units(second)).hasSize(10).first().isEqualTo("Xã Trang 50");
        assertThat(second.select("a[rel=next]")).isEmpty();
    }

    @Test
    void the_list_is_taken_along_as_a_table() throws IOException {
        var file = national.fetch(address(country.ministry(), "&filter=OPEN").replace("/board?", "/board.xlsx?"));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(5);
            assertThat(sheet.getRow(5).getCell(1).getStringCellValue()).isEqualTo("Xã Suối Đá 004");
            assertThat(sheet.getRow(5).getCell(2).getStringCellValue()).startsWith("Tỉnh Miền Bắc");
        }
    }

    @Test
    void units_are_urged_from_the_board_once_a_day_and_the_act_is_kept() {
        var unit = country.northern().get(2);
        var fields = new String[] {
            "form",
            country.code(),
            "period",
            country.periodCode(),
            "unit",
            country.ministry().toString(),
            "whom",
            "chosen",
            "chosen",
            unit.toString(),
            "way",
            "NOTICE"
        };
        var done = Pages.parse(national.post("/statistics/board/urge", fields));
        assertThat(done.select(".alert-success").text()).contains("Đã đôn đốc 1 đơn vị, 1 người");
        assertThat(jdbc.sql("select kind from notice where account_id = :account and kind like"
                                + " 'statistics.notice.urged%'")
                        .param(
                                "account",
                                pages.actor("office2" + country.code())
                                        .account()
                                        .value())
                        .query(String.class)
                        .list())
                .containsExactly("statistics.notice.urged");
        // The province urges for the same on the same day.
        fields[5] = country.north().toString();
        var again = Pages.parse(provincial.post("/statistics/board/urge", fields));
        assertThat(again.select(".alert-success").text()).contains("Đã đôn đốc 0 đơn vị");
        assertThat(again.select(".alert-warning").text()).contains("1 đơn vị đã được đôn đốc hôm nay");
        // All that are open, of which nobody has an account in three.
        var all = Pages.parse(national.post(
                "/statistics/board/urge",
                "form",
                country.code(),
                "period",
                country.periodCode(),
                "unit",
                country.ministry().toString(),
                "whom",
                "open",
                "way",
                "MAIL"));
        assertThat(all.select(".alert-success").text()).contains("Đã đôn đốc 4 đơn vị");
        assertThat(all.select(".alert-warning").text())
                .contains("1 đơn vị đã được đôn đốc")
                .contains("gọi điện");
        var log = national.get(address(country.ministry(), "").replace("/board?", "/board/urgings?"));
        assertThat(log.select("tbody tr")).hasSize(5);
        assertThat(log.select("tbody tr").text())
                .contains("Xã Suối Đá 003")
                .contains("Thư điện tử")
                .contains(country.national());
        assertThat(national.get(address(country.ministry(), "&words=003")).text())
                .contains("1 lần, gần nhất");
    }

    @Test
    void on_a_day_of_rest_nobody_is_urged_and_the_page_says_from_when() {
        var fields = new String[] {
            "form",
            country.code(),
            "period",
            country.periodCode(),
            "unit",
            country.ministry().toString(),
            "whom",
            "open"
        };
        // A Saturday; a public holiday in the middle of a week; the eve of Tết.
        for (var rest : List.of(LocalDate.of(2026, 11, 28), LocalDate.of(2027, 9, 2), LocalDate.of(2027, 2, 5))) {
            todayIs(rest);
            var page = national.get(address(country.ministry(), ""));
            var next = WorkingDays.standard().next(rest);
            assertThat(page.select(".alert-info").text())
                    .contains("Hôm nay là ngày nghỉ")
                    .contains("%02d/%02d/%d".formatted(next.getDayOfMonth(), next.getMonthValue(), next.getYear()));
            assertThat(page.select(".board-urge, input[name=chosen]")).isEmpty();
            var refused = Pages.parse(national.post("/statistics/board/urge", fields));
            assertThat(refused.select(".alert-success")).isEmpty();
            assertThat(refused.select(".alert-info").text()).contains("không đôn đốc");
        }
        assertThat(jdbc.sql("select count(*) from stat_urging where form_id = :form")
                        .param("form", country.form().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        todayIs(LocalDate.of(2026, 11, 30));
        assertThat(Pages.parse(national.post("/statistics/board/urge", fields))
                        .select(".alert-success")
                        .text())
                .contains("Đã đôn đốc 5 đơn vị");
    }

    private void enters(UnitId agency, LocalDate day, boolean rests) {
        jdbc.sql("""
            insert into urging_day (agency_id, day, rest, name, source) values (:agency, :day, :rest, 'Ngày riêng', 'Quyết định')
            """)
                .param("agency", agency.value())
                .param("day", day)
                .param("rest", rests)
                .update();
    }

    private Document urgeAll(Pages.Visit by, UnitId unit) {
        return Pages.parse(by.post(
                "/statistics/board/urge",
                "form",
                country.code(),
                "period",
                country.periodCode(),
                "unit",
                unit.toString(),
                "whom",
                "open"));
    }

    @Test
    void the_days_that_an_agency_has_entered_for_its_urging_hold_on_the_board_too() {
        // A Monday of its own, and a Saturday on which it works.
        enters(country.ministry(), LocalDate.of(2026, 11, 30), true);
        enters(country.ministry(), LocalDate.of(2026, 12, 5), false);
        todayIs(LocalDate.of(2026, 11, 30));
        var page = national.get(address(country.ministry(), ""));
        assertThat(page.select(".alert-info").text()).contains("ngày nghỉ").contains("01/12/2026");
        assertThat(page.select(".board-urge")).isEmpty();
        assertThat(urgeAll(national, country.ministry()).select(".alert-success"))
                .isEmpty();
        assertThat(provincial.get(address(country.north(), "")).select(".board-urge"))
                .as("the province has entered none")
                .hasSize(1);
        todayIs(LocalDate.of(2026, 12, 5));
        assertThat(provincial.get(address(country.north(), "")).select(".board-urge"))
                .isEmpty();
        assertThat(urgeAll(national, country.ministry())
                        .select(".alert-success")
                        .text())
                .contains("Đã đôn đốc 5 đơn vị");
    }

    @Test
    void a_unit_that_has_entered_the_day_as_one_of_rest_is_left_out_and_that_is_said() {
        enters(country.northern().get(2), LocalDate.of(2026, 11, 30), true);
        todayIs(LocalDate.of(2026, 11, 30));
        var done = urgeAll(national, country.ministry());
        assertThat(done.select(".alert-success").text()).contains("Đã đôn đốc 4 đơn vị");
        assertThat(done.select(".alert-warning").text()).contains("1 đơn vị đã ghi hôm nay là ngày nghỉ của mình");
        assertThat(jdbc.sql("select count(*) from stat_urging where unit_id = :unit")
                        .param("unit", country.northern().get(2).value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void who_has_handed_in_is_not_urged_and_nothing_chosen_is_said() {
        var answer = Pages.parse(national.post(
                "/statistics/board/urge",
                "form",
                country.code(),
                "period",
                country.periodCode(),
                "unit",
                country.ministry().toString(),
                "whom",
                "chosen",
                "chosen",
                country.northern().getFirst().toString()));
        assertThat(answer.select(".alert-success").text()).contains("0 đơn vị");
        assertThat(jdbc.sql("select count(*) from stat_urging where form_id = :form")
                        .param("form", country.form().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(Pages.parse(national.post(
                                "/statistics/board/urge",
                                "form",
                                country.code(),
                                "period",
                                country.periodCode(),
                                "unit",
                                country.ministry().toString()))
                        .select(".alert-warning")
                        .text())
                .contains("Chưa chọn đơn vị");
    }

    @Test
    void nobody_looks_beyond_the_reach_of_the_role_and_only_who_accepts_urges() {
        assertThat(provincial.fetch(address(country.south(), "")).getStatus()).isEqualTo(404);
        assertThat(provincial.fetch(address(country.ministry(), "")).getStatus())
                .isEqualTo(404);
        assertThat(provincial.fetch(address(UnitId.create(), "")).getStatus()).isEqualTo(404);
        assertThat(provincial
                        .post(
                                "/statistics/board/urge",
                                "form",
                                country.code(),
                                "period",
                                country.periodCode(),
                                "unit",
                                country.south().toString(),
                                "whom",
                                "open")
                        .getStatus())
                .isEqualTo(404);
        assertThat(provincial
                        .fetch(address(country.north(), "").replace(country.code(), "NONE-1"))
                        .getStatus())
                .isEqualTo(404);
        var clerk = pages.as(country.clerk());
        assertThat(units(clerk.get(address(country.northern().getFirst(), "")))).containsExactly("Xã Suối Đá 001");
        assertThat(clerk.get(address(country.northern().getFirst(), "")).select(".board-urge"))
                .isEmpty();
        assertThat(clerk.post(
                                "/statistics/board/urge",
                                "form",
                                country.code(),
                                "period",
                                country.periodCode(),
                                "unit",
                                country.northern().getFirst().toString())
                        .getStatus())
                .isEqualTo(403);
        world.account("staff" + country.code(), country.northern().getFirst(), Role.STAFF);
        assertThat(pages.as("staff" + country.code()).fetch("/statistics/board").getStatus())
                .isEqualTo(403);
    }

    @Test
    void the_board_opens_on_the_own_agency_and_on_a_period_that_is_over() {
        var page = national.get("/statistics/board?form=" + country.code());
        assertThat(page.select("h2").first().text()).startsWith("Bộ Thử nghiệm");
        String period = page.select("#period option[selected]").val();
        assertThat(Integer.parseInt(period)).isLessThanOrEqualTo(LocalDate.now().getYear());
        assertThat(national.get("/statistics/board?form=" + country.code(), "en")
                        .select("h1")
                        .text())
                .isEqualTo("Who has handed in");
    }

    @Test
    void an_amendment_under_way_leaves_the_unit_among_those_accepted() {
        var accepted = SubmissionId.of(jdbc.sql("""
            select cast(id as text) from stat_submission where form_id = :form and state = 'ACCEPTED'
            """)
                .param("form", country.form().value())
                .query(String.class)
                .single());
        desk.amend(pages.actor(country.clerk()), accepted, "Bổ sung");
        var page = national.get(address(country.ministry(), "&filter=ACCEPTED"));
        assertThat(units(page)).containsExactly("Xã Suối Đá 001");
        assertThat(page.text()).contains("Đang sửa đổi");
    }

    @Test
    void no_board_asks_more_than_twelve_questions() {
        assertThat(Statements.of(() -> national.get(address(country.ministry(), ""))))
                .isLessThanOrEqualTo(12);
        assertThat(Statements.of(() -> national.get(address(country.north(), "&filter=OPEN&words=suoi"))))
                .isLessThanOrEqualTo(12);
        assertThat(Statements.of(
                        () -> national.get(address(country.ministry(), "").replace("/board?", "/board/urgings?"))))
                .isLessThanOrEqualTo(12);
    }
}
