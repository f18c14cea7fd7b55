package vn.binhdang.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.InventedProvinces;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class PublicationsTest {
    @Autowired
    Publications publications;

    @Autowired
    PublishedCubes cubes;

    @Autowired
    Submissions submissions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    Pages pages;

    @Autowired
    org.springframework.test.web.servlet.assertj.MockMvcTester mvc;

    InventedProvinces land;
    Actor clerk;
    Actor statistician;

    @BeforeEach
    void invent() {
        land = new InventedProvinces(jdbc, 2, 4);
        jdbc.sql("update stat_element set sensitive = true where code in (:staff, :leaders)")
                .param("staff", land.staff())
                .param("leaders", land.leaders())
                .update();
        clerk = InventedProvinces.actor(land.country, Role.OFFICE_CLERK);
        statistician = InventedProvinces.actor(land.country, Role.STATISTICIAN);
        var communes = land.communes.getFirst();
        report(communes.get(0), 10, 20, 0, 1, 3);
        report(communes.get(1), 8, 9, 0, 6, 7);
        report(communes.get(2), 12, 2, 1, 9, 8);
        report(communes.get(3), 30, 25, 0, 5, 12);
        report(land.communes.get(1).get(0), 40, 50, 2, 10, 20);
    }

    @Test
    void what_is_withheld_cannot_be_worked_out_from_what_is_shown_nor_from_what_others_published_before() {
        var province = InventedProvinces.actor(land.provinces.getFirst(), Role.STATISTICIAN);
        var first = publications.prepare(province, form("Tỉnh", List.of(land.staff(), land.leaders()), "WITHHOLD"));
        var found = publications.find(province, first);
        assertThat(found.small()).isGreaterThanOrEqualTo(4);
        assertThat(found.others()).isPositive();
        publications.publish(province, first);

        var second = publications.prepare(statistician, form("Cả nước", List.of(land.leaders()), "WITHHOLD"));
        publications.publish(statistician, second);

        new PublishedAttack(jdbc, json, List.of(first, second)).findsNothing();
    }

    @Test
    void open_data_has_what_is_shown_and_one_sign_for_the_rest() throws Exception {
        var id = publications.prepare(statistician, form("Mở", List.of(land.leaders()), "WITHHOLD"));
        assertThat(cubes.cube("P-" + id)).isEmpty();
        publications.publish(statistician, id);

        var cube = cubes.cube("P-" + id).orElseThrow();
        Map<String, Integer> statuses = new HashMap<>();
        cube.each(cell -> {
            statuses.merge(cell.status().name(), 1, Integer::sum);
            assertThat(cell.because()).isEmpty();
        });
        assertThat(statuses.keySet()).contains("NORMAL").isSubsetOf("NORMAL", "SUPPRESSED", "NOT_REPORTED");
        assertThat(cubes.published()).anyMatch(one -> one.about().id().equals("P-" + id));
    }

    @Test
    void rounded_figures_add_up_and_are_not_published_another_way_afterwards() {
        var id = publications.prepare(statistician, form("Làm tròn", List.of(land.staff()), "ROUND5"));
        publications.publish(statistician, id);
        var found = publications.find(statistician, id);
        assertThat(found.outcomes().values())
                .allMatch(one -> one.kind() == Outcome.Kind.UNSEEN || one.shown() % 5 == 0);

        assertThatThrownBy(() -> publications.prepare(statistician, form("Che", List.of(land.staff()), "WITHHOLD")))
                .isInstanceOf(NotPublishable.class);
    }

    @Test
    void what_was_prepared_before_another_publication_came_out_is_prepared_again() {
        var one = publications.prepare(statistician, form("Một", List.of(land.leaders()), "WITHHOLD"));
        var two = publications.prepare(statistician, form("Hai", List.of(land.leaders()), "WITHHOLD"));
        publications.publish(statistician, two);
        assertThatThrownBy(() -> publications.publish(statistician, one))
                .isInstanceOfSatisfying(
                        Refused.class, thrown -> assertThat(thrown.getMessage()).contains("overtaken"));

        toTheDepartment(one);
        var head = pages.as("giamdoc");
        String here = "/statistics/publications/" + one;
        var page = head.get(here);
        assertThat(page.select(".alert-warning").text()).contains("Hãy bỏ bảng này và chuẩn bị lại");
        assertThat(page.select("form[action$=publish]")).isEmpty();
        assertThat(head.get(here, "en").select(".alert-warning").text()).contains("prepare it again");
        assertThat(head.post(page.select("form[action$=discard]").attr("action"))
                        .getStatus())
                .isEqualTo(302);
        assertThatThrownBy(() -> publications.find(pages.actor("giamdoc"), one)).isInstanceOf(NotVisible.class);
    }

    @Test
    void a_bent_proof_is_not_published() {
        var province = InventedProvinces.actor(land.provinces.getFirst(), Role.STATISTICIAN);
        var id = publications.prepare(province, form("Bị sửa", List.of(land.leaders()), "WITHHOLD"));
        assertThat(publications.find(province, id).small()).isPositive();
        jdbc.sql("""
            update stat_publication
            set    outcomes = (select jsonb_build_object('cells', jsonb_object_agg(k.key,
                                   case k.value ->> 'kind' when 'PRIMARY' then jsonb_build_object('kind', 'SHOWN', 'shown', 3)
                                   else k.value end)) from jsonb_each(outcomes -> 'cells') k)
            where  id = :id
            """).param("id", id.value()).update();
        assertThatThrownBy(() -> publications.publish(province, id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void it_is_downloaded_in_every_format_and_after_it_was_withdrawn_that_is_said() throws Exception {
        var id = publications.prepare(statistician, form("Tải", List.of(land.leaders()), "WITHHOLD"));
        publications.publish(statistician, id);
        toTheDepartment(id);
        var head = pages.as("giamdoc");
        String here = "/statistics/publications/" + id;
        var downloads = head.get(here).select("a[download]").eachAttr("href");
        assertThat(downloads).hasSize(8);
        for (var download : downloads) {
            var answer = mvc.get().uri(java.net.URI.create(download)).exchange().getResponse();
            assertThat(answer.getStatus()).as(download).isEqualTo(200);
            assertThat(answer.getContentAsByteArray()).as(download).isNotEmpty();
        }
        assertThat(pages.as("vanphong").get(here, "en").select("form[action$=withdraw]"))
                .isEmpty();

        assertThat(pages.as("vanphong").post(here + "/withdraw", "why", "Thử").getStatus())
                .isEqualTo(403);
        var refused = head.post(here + "/withdraw", "why", " ");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(refused).select("#mistake-why").text()).contains("Hãy ghi lý do");
        assertThat(head.post(here + "/withdraw", "why", "Nhập nhầm xã 2").getStatus())
                .isEqualTo(302);
        var gone = mvc.get().uri("/api/data/P-" + id).exchange().getResponse();
        assertThat(gone.getStatus()).isEqualTo(410);
        assertThat(gone.getContentAsString()).contains("đã được rút ngày");
        assertThat(cubes.published()).noneMatch(one -> one.about().id().equals("P-" + id));
        assertThat(pages.as("vanphong").get(here).text()).contains("Đã rút ngày", "Nhập nhầm xã 2");
        assertThat(head.get("/statistics/publications").text()).contains("Đã rút");
        assertThat(head.post(here + "/withdraw", "why", "Lần nữa").getStatus()).isEqualTo(409);
    }

    @Test
    void what_was_withdrawn_is_still_known_to_an_attacker() {
        var province = InventedProvinces.actor(land.provinces.getFirst(), Role.STATISTICIAN);
        var first = publications.prepare(province, form("Tỉnh", List.of(land.leaders()), "WITHHOLD"));
        publications.publish(province, first);
        publications.withdraw(province, first, "Sai tên");
        var second = publications.prepare(statistician, form("Cả nước", List.of(land.leaders()), "WITHHOLD"));
        publications.publish(statistician, second);
        new PublishedAttack(jdbc, json, List.of(first, second)).findsNothing();
    }

    @Test
    void the_list_is_searched_without_diacritics_and_goes_on_page_by_page() {
        var head = pages.as("giamdoc");
        for (int i = 0; i < PublicationList.PAGE + 1; i++) PublicationRecords.make(jdbc, pages.actor("giamdoc"), true);
        jdbc.sql("""
            update stat_publication set title = 'Nữ lãnh đạo cấp xã'
            where  id = (select id from stat_publication where agency_id = :agency order by made_at limit 1)
            """).param("agency", pages.actor("giamdoc").agency().value()).update();
        var first = head.get("/statistics/publications");
        assertThat(first.select(".work-list li")).hasSize(PublicationList.PAGE);
        var second = head.get(java.net.URLDecoder.decode(
                first.select("a[rel=next]").attr("href"), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(second.select(".work-list li")).isNotEmpty();
        assertThat(second.select(".work-list a").eachAttr("href"))
                .doesNotContainAnyElementsOf(first.select(".work-list a").eachAttr("href"));
        assertThat(head.get("/statistics/publications?q=nu lanh dao").select(".work-list li"))
                .hasSize(1);
        assertThat(head.get("/statistics/publications?q=LÃNH 100%25", "en").text())
                .contains("No publication has such a name");
        assertThat(head.get("/statistics/publications?after=gibberish").select(".work-list li"))
                .hasSize(PublicationList.PAGE);
    }

    @Test
    void the_page_shows_the_same_sign_for_both_kinds_of_withheld_counts_and_what_is_missing_is_said() {
        var head = pages.as("giamdoc");
        var made = PublicationRecords.make(jdbc, pages.actor("giamdoc"), false).get("publication");
        assertThat(head.get("/statistics/publications").text()).contains("Số liệu năm", "Chưa công bố");
        assertThat(head.get("/statistics/publications", "en").text()).contains("Not published yet");
        var answer = head.post("/statistics/publications", "title", "", "periods", "2025X");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(answer).select(".field-problem").eachText()).hasSizeGreaterThanOrEqualTo(3);
        head.get("/statistics/publications/" + made);
        head.get("/statistics/publications/" + made, "en");
        // who only reads does not see what is not published yet
        assertThat(pages.as("vanphong")
                        .fetch("/statistics/publications/" + made)
                        .getStatus())
                .isEqualTo(404);
        assertThat(head.post("/statistics/publications/" + made + "/publish").getStatus())
                .isEqualTo(302);
        assertThat(pages.as("vanphong").get("/statistics/publications/" + made).text())
                .contains("Chứng minh");
    }

    /** Whose people sign in. */
    private void toTheDepartment(PublicationId id) {
        jdbc.sql("update stat_publication set agency_id = :agency where id = :id")
                .param("agency", pages.actor("giamdoc").agency().value())
                .param("id", id.value())
                .update();
    }

    private PublicationForm form(String title, List<String> elements, String method) {
        return new PublicationForm(title, elements, List.of(), "2025S1, 2025", "SEX", "", method, "4");
    }

    private void report(UnitId commune, long... cells) {
        var id = submissions
                .draft(clerk, land.form, InventedProvinces.HALF, commune)
                .id();
        var changes = new ArrayList<Submissions.CellChange>();
        for (int slot = 0; slot < cells.length; slot++)
            changes.add(new Submissions.CellChange(slot, null, CellEntry.of(cells[slot])));
        submissions.fill(clerk, id, changes);
        submissions.submit(clerk, id, 1);
        submissions.accept(statistician, id, 2);
    }
}
