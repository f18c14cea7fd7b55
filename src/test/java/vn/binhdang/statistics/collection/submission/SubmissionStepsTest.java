package vn.binhdang.statistics.collection.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.NotAllowed;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.SumCells;
import vn.binhdang.statistics.collection.Country;
import vn.binhdang.statistics.rollup.Sums;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.testing.Statements;

@PageTest
@Import(Country.class)
class SubmissionStepsTest {
    @Autowired
    Country world;

    @Autowired
    Pages pages;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    Sums sums;

    @Autowired
    JdbcClient jdbc;

    private Country.Founded country;
    private SubmissionId answer;

    @BeforeEach
    void a_commune_has_entered_its_figures() {
        country = world.found(3, 2, 30);
        world.warn(country);
        answer = world.answer(country, country.clerk(), country.northern().getFirst(), 12, 8, 125);
    }

    private String address() {
        return "/statistics/submissions/" + answer;
    }

    private void submit(SubmissionId id) {
        desk.submit(pages.actor(country.head()), id, world.edition(id));
    }

    private void accept(SubmissionId id) {
        desk.accept(pages.actor(country.provincial()), id, world.edition(id));
    }

    private List<String> told(String username) {
        return jdbc.sql("select kind from notice where account_id = :account order by kind")
                .param("account", pages.actor(username).account().value())
                .query(String.class)
                .list();
    }

    /** The sum of all below a unit in one slot; -1 when there is none. */
    private long sum(UnitId unit, int slot) {
        return jdbc.sql("select cells from stat_sum where form_id = :form and period = :period and unit_id = :unit")
                .param("form", country.form().value())
                .param("period", PeriodCode.number(country.period()))
                .param("unit", unit.value())
                .query((rs, i) -> SumCells.unpack(rs.getBytes("cells"), 4).sum(slot))
                .optional()
                .orElse(-1L);
    }

    @Test
    void what_is_submitted_waits_for_the_statistician_of_the_province_and_not_for_that_of_the_country() {
        assertThat(pages.as(country.head())
                        .post(address() + "/submit", "edition", String.valueOf(world.edition(answer)))
                        .getRedirectedUrl())
                .isEqualTo(address() + "?saved=submitted");
        assertThat(world.state(answer)).isEqualTo("SUBMITTED");
        assertThat(told(country.provincial())).containsExactly("statistics.notice.submitted");
        assertThat(told(country.national())).isEmpty();
        var list = pages.as(country.provincial()).get("/statistics/to-accept");
        assertThat(list.select("tbody tr").text()).contains("Xã Suối Đá 001").contains("Không có điểm cần lưu ý");
    }

    @Test
    void a_form_comes_back_with_a_reason_for_each_figure_and_the_unit_sees_them_at_the_form() {
        submit(answer);
        var officer = pages.as(country.provincial());
        assertThat(officer.post(address() + "/remarks", "slot", "1", "slot", "3", "words", "Số giờ cao bất thường")
                        .getStatus())
                .isEqualTo(302);
        var review = officer.get(address() + "/review");
        assertThat(review.select(".review-collected li").eachText())
                .containsExactly("Cán bộ · Nữ: Số giờ cao bất thường Bỏ", "Giờ · Tổng số: Số giờ cao bất thường Bỏ");
        officer.post(
                address() + "/send-back",
                "edition",
                String.valueOf(world.edition(answer)),
                "reason",
                "Kiểm tra lại giờ");
        assertThat(world.state(answer)).isEqualTo("RETURNED");
        assertThat(told(country.clerk())).containsExactly("statistics.notice.returned");
        assertThat(told(country.head())).containsExactly("statistics.notice.returned");
        var page = pages.as(country.clerk()).get(address());
        assertThat(page.select("#why-returned").text())
                .contains("Kiểm tra lại giờ")
                .contains("Cán bộ · Nữ")
                .contains("Số giờ cao bất thường");
        assertThat(pages.as(country.clerk())
                        .part(address() + "/history")
                        .select("li")
                        .eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains("Trả lại")
                .contains(country.provincial())
                .contains("Kiểm tra lại giờ");
    }

    @Test
    void a_return_without_a_reason_and_a_remark_without_a_figure_come_back_with_what_was_typed() {
        submit(answer);
        var officer = pages.as(country.provincial());
        var answerTo = officer.post(address() + "/remarks", "words", "Xem lại");
        assertThat(answerTo.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(answerTo).select("#words").text()).isEqualTo("Xem lại");
        assertThat(Pages.parse(answerTo).select("#words-problem").text()).contains("ít nhất một ô");
        var back = officer.post(address() + "/send-back", "edition", "3", "reason", " ");
        assertThat(back.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(back).select("#reason-problem").text()).contains("lý do");
        assertThat(world.state(answer)).isEqualTo("SUBMITTED");
    }

    @Test
    void what_is_accepted_counts_in_all_totals_above_at_once() {
        submit(answer);
        assertThat(sum(country.ministry(), Country.WOMEN)).isEqualTo(-1);
        pages.as(country.provincial()).post(address() + "/accept", "edition", String.valueOf(world.edition(answer)));
        assertThat(world.state(answer)).isEqualTo("ACCEPTED");
        assertThat(sum(country.north(), Country.WOMEN)).isEqualTo(12);
        assertThat(sum(country.ministry(), Country.WOMEN)).isEqualTo(12);
        assertThat(told(country.clerk())).containsExactly("statistics.notice.accepted");
    }

    @Test
    void who_entered_or_submitted_does_not_accept() {
        var commune = country.northern().getFirst();
        world.account("both" + country.code(), commune, Role.OFFICE_CLERK, Role.STATISTICIAN);
        var both = pages.actor("both" + country.code());
        world.fill(both, answer, 11, 9, 100);
        world.fill(pages.actor(country.clerk()), answer, 12, 8, 125);
        submit(answer);
        assertThatThrownBy(() -> desk.accept(both, answer, world.edition(answer)))
                .isInstanceOf(Refused.class)
                .hasMessage("statistics.submission.ownWork");
        assertThat(pages.as("both" + country.code())
                        .get(address() + "/review")
                        .select(".alert-warning")
                        .text())
                .contains("không tự nhận");
    }

    @Test
    void an_amendment_keeps_both_figures_and_the_sums_change_by_the_difference() {
        submit(answer);
        accept(answer);
        var other =
                world.answer(country, country.provincial(), country.northern().get(1), 5, 5, 10);
        // Entered by the province for a commune without an account: somebody else accepts.
        desk.submit(pages.actor(clerkOf(country.northern().get(1))), other, world.edition(other));
        desk.accept(pages.actor(country.national()), other, world.edition(other));
        assertThat(sum(country.north(), Country.WOMEN)).isEqualTo(17);
        var clerk = pages.as(country.clerk());
        assertThat(clerk.post(address() + "/amendment", "reason", "").getStatus())
                .isEqualTo(422);
        String redirect = String.valueOf(clerk.post(address() + "/amendment", "reason", "Bổ sung số liệu gửi muộn")
                .getRedirectedUrl());
        var amendment = SubmissionId.of(redirect.replaceAll(".*/([0-9a-f-]{36})\\?.*", "$1"));
        world.fill(pages.actor(country.clerk()), amendment, 15, 8, 125);
        assertThat(sum(country.north(), Country.WOMEN))
                .as("until it is accepted the old counts")
                .isEqualTo(17);
        submit(amendment);
        accept(amendment);
        assertThat(world.state(answer)).isEqualTo("REPLACED");
        assertThat(sum(country.north(), Country.WOMEN)).isEqualTo(20);
        assertThat(sum(country.ministry(), Country.STAFF)).isEqualTo(33);
        assertThat(sum(country.ministry(), Country.HOURS)).isEqualTo(135);
        var comparison = pages.as(country.national()).get("/statistics/submissions/" + amendment + "/comparison");
        assertThat(comparison.select("tbody tr").eachText())
                .containsExactly("Cán bộ · Tổng số 20 23 +3", "Cán bộ · Nữ 12 15 +3");
        assertThat(comparison.select("main").text())
                .contains("Bổ sung số liệu gửi muộn")
                .contains("2 ô không đổi");
    }

    private String clerkOf(UnitId commune) {
        String username = "late" + country.code();
        world.account(username, commune, Role.HEAD);
        return username;
    }

    @Test
    void what_was_submitted_can_be_taken_back_until_somebody_decides() {
        submit(answer);
        var head = pages.as(country.head());
        head.post(address() + "/withdraw", "edition", String.valueOf(world.edition(answer)));
        assertThat(world.state(answer)).isEqualTo("DRAFT");
        submit(answer);
        accept(answer);
        assertThat(head.post(address() + "/withdraw", "edition", String.valueOf(world.edition(answer)))
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void nobody_submits_or_accepts_what_has_changed_since_they_looked_at_it() {
        int seen = world.edition(answer);
        world.fill(pages.actor(country.clerk()), answer, 13, 8, 125);
        assertThat(pages.as(country.head())
                        .post(address() + "/submit", "edition", String.valueOf(seen))
                        .getStatus())
                .isEqualTo(409);
        submit(answer);
        assertThat(pages.as(country.provincial())
                        .post(address() + "/accept", "edition", String.valueOf(seen))
                        .getStatus())
                .isEqualTo(409);
        assertThat(world.state(answer)).isEqualTo("SUBMITTED");
    }

    @Test
    void a_warning_has_to_be_explained_before_it_is_submitted() {
        world.fill(pages.actor(country.clerk()), answer, 1, 1, 0);
        assertThatThrownBy(() -> submit(answer)).isInstanceOf(Refused.class);
        assertThat(world.state(answer)).isEqualTo("DRAFT");
    }

    @Test
    void clean_forms_are_accepted_together_and_one_with_a_warning_is_looked_at_by_itself() {
        submit(answer);
        var ids = new java.util.ArrayList<>(List.of(answer));
        for (int i = 1; i < 3; i++) {
            var commune = country.northern().get(i);
            world.account("office" + i + country.code(), commune, Role.OFFICE_CLERK);
            var id = world.answer(country, "office" + i + country.code(), commune, i == 2 ? 1 : 4, 1, 10);
            if (i == 2) note(id);
            desk.submit(pages.actor("office" + i + country.code()), id, world.edition(id));
            ids.add(id);
        }
        var officer = pages.as(country.provincial());
        var list = officer.get("/statistics/to-accept");
        assertThat(list.select("input[name=chosen]")).hasSize(2);
        assertThat(list.select("tbody tr").get(2).text()).contains("1 điểm cần lưu ý");
        var done = Pages.parse(officer.post(
                "/statistics/to-accept",
                "of",
                list.select("input[name=of]").attr("value"),
                "chosen",
                ids.get(0) + ":" + world.edition(ids.get(0)),
                "chosen",
                ids.get(1) + ":" + world.edition(ids.get(1)),
                "chosen",
                ids.get(2) + ":" + world.edition(ids.get(2))));
        assertThat(done.select(".alert-success").text()).contains("Đã nhận 2 biểu");
        assertThat(done.select(".alert-warning").text()).contains("1 biểu chưa nhận");
        assertThat(ids.stream().map(world::state)).containsExactly("ACCEPTED", "ACCEPTED", "SUBMITTED");
        assertThat(sum(country.north(), Country.STAFF)).isEqualTo(25);
    }

    @Test
    void many_are_accepted_in_one_act_which_one_that_moved_on_does_not_keep() {
        submit(answer);
        var ids = new java.util.ArrayList<>(List.of(answer));
        for (int i = 1; i < 3; i++) {
            String office = "office" + i + country.code();
            var commune = country.northern().get(i);
            world.account(office, commune, Role.OFFICE_CLERK);
            var id = world.answer(country, office, commune, 4, 1, 10);
            desk.submit(pages.actor(office), id, world.edition(id));
            ids.add(id);
        }
        var chosen = new java.util.LinkedHashMap<SubmissionId, Integer>();
        for (var id : ids) chosen.put(id, world.edition(id));
        var officer = pages.actor(country.provincial());
        desk.sendBack(officer, ids.get(2), chosen.get(ids.get(2)), "Xem lại");
        // The map has changed with the country that was founded; who comes first adds all up anew.
        sums.current();
        int asked = Statements.of(() -> assertThat(desk.acceptClean(officer, chosen))
                .singleElement()
                .extracting(Refused::messageKey)
                .isEqualTo("statistics.submission.movedOn"));
        assertThat(asked).as("statements, however many they are").isLessThanOrEqualTo(25);
        assertThat(ids.stream().map(world::state)).containsExactly("ACCEPTED", "ACCEPTED", "RETURNED");
        assertThat(sum(country.north(), Country.STAFF)).isEqualTo(25);
        assertThat(sum(country.ministry(), Country.WOMEN)).isEqualTo(16);
        assertThat(told("office1" + country.code())).containsExactly("statistics.notice.accepted");
        assertThat(told(country.clerk())).containsExactly("statistics.notice.accepted");
        for (var id : ids.subList(0, 2)) {
            assertThat(jdbc.sql("select count(*) from stat_submission_step where submission_id = :id and step ="
                                    + " 'ACCEPTED'")
                            .param("id", id.value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(jdbc.sql("select count(*) from audit_row where record_id = :id and action = :action")
                            .param("id", id.value())
                            .param("action", "statistics.submission.accept")
                            .query(Integer.class)
                            .single())
                    .as("each has its row of record")
                    .isEqualTo(1);
        }
        chosen.put(SubmissionId.create(), 1);
        assertThatThrownBy(() -> desk.acceptClean(officer, chosen)).isInstanceOf(NotVisible.class);
    }

    private void note(SubmissionId id) {
        jdbc.sql("""
            insert into stat_rule_note (submission_id, mark, note, noted_at, noted_by)
            values (:id, 'few:0', 'Đúng là chỉ có 2 người', now(), :account)
            """)
                .param("id", id.value())
                .param("account", UUID.randomUUID())
                .update();
    }

    @Test
    void a_submission_of_a_unit_out_of_reach_is_not_there_and_roles_decide_who_does_what() {
        submit(answer);
        world.account("south" + country.code(), country.south(), Role.STATISTICIAN);
        world.account("staff" + country.code(), country.northern().getFirst(), Role.STAFF);
        var south = pages.as("south" + country.code());
        var staff = pages.as("staff" + country.code());
        for (String page : List.of("/review", "/comparison", "/amendment")) {
            assertThat(south.fetch(address() + page).getStatus()).as(page).isEqualTo(404);
            assertThat(staff.fetch(address() + page).getStatus()).as(page).isEqualTo(403);
        }
        for (String deed : List.of("/submit", "/withdraw", "/accept", "/send-back"))
            assertThat(staff.post(address() + deed, "edition", "1", "reason", "x")
                            .getStatus())
                    .as(deed)
                    .isEqualTo(403);
        assertThat(south.post(address() + "/accept", "edition", "1").getStatus())
                .isEqualTo(404);
        assertThat(south.post(address() + "/send-back", "edition", "1", "reason", "x")
                        .getStatus())
                .isEqualTo(404);
        assertThat(south.post(address() + "/remarks", "slot", "1", "words", "x").getStatus())
                .isEqualTo(404);
        assertThat(staff.fetch("/statistics/to-accept").getStatus()).isEqualTo(403);
        assertThatThrownBy(() -> desk.accept(pages.actor(country.head()), answer, 1))
                .isInstanceOfAny(NotAllowed.class, NotVisible.class);
        assertThat(south.get("/statistics/to-accept").select("tbody tr")).isEmpty();
    }

    @Test
    void no_page_of_the_steps_asks_more_than_twelve_questions() {
        submit(answer);
        var officer = pages.as(country.provincial());
        for (String page : List.of("/statistics/to-accept", address() + "/review"))
            assertThat(Statements.of(() -> officer.get(page))).as(page).isLessThanOrEqualTo(12);
        accept(answer);
        var clerk = pages.as(country.clerk());
        assertThat(Statements.of(() -> clerk.get(address() + "/amendment"))).isLessThanOrEqualTo(12);
    }

    @Test
    void the_pages_speak_english_too() {
        submit(answer);
        var officer = pages.as(country.provincial());
        assertThat(officer.get("/statistics/to-accept", "en").select("h1").text())
                .isEqualTo("To be accepted");
        assertThat(officer.get(address() + "/review", "en").select("h1").text()).contains("Commune staff");
    }
}
