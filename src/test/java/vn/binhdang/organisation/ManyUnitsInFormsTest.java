package vn.binhdang.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.event.EventFacts;
import vn.binhdang.organisation.event.Naming;
import vn.binhdang.organisation.event.NewUnit;
import vn.binhdang.organisation.event.UnitChange;
import vn.binhdang.organisation.event.UnitEvents;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** Where the units are more than anybody finds in a list, forms ask for the name and none is left out. */
@PageTest
@Transactional
class ManyUnitsInFormsTest {
    static final String LAST = "Trạm quan trắc số 320";

    @Autowired
    Pages pages;

    @Autowired
    UnitEvents events;

    @Autowired
    JdbcClient jdbc;

    UnitId last;

    @BeforeEach
    void a_department_with_hundreds_of_stations() {
        var clerk = pages.actor("vanphong");
        var stations = IntStream.rangeClosed(1, 320)
                .mapToObj(no ->
                        NewUnit.of(new Naming(UnitKind.CENTRE, "Trạm quan trắc số " + no, null, null), clerk.agency()))
                .toList();
        events.enter(clerk, EventFacts.on(LocalDate.of(2025, 1, 1), ""), new UnitChange.Create(stations));
        last = stations.getLast().id();
    }

    @Test
    void names_are_suggested_while_one_types_where_one_is_in_charge() {
        var clerk = pages.as("vanphong");
        assertThat(clerk.part("/units/names?may=CHANGE_UNITS&q=tram 320").select("button"))
                .extracting(button -> button.attr("value"))
                .hasSize(1)
                .allMatch(value -> value.startsWith(LAST + " ("));
        assertThat(clerk.part("/units/names?may=CHANGE_UNITS&q=tram 320&on=2024-12-31")
                        .select("button"))
                .isEmpty();
        assertThat(clerk.part("/units/names?may=CHANGE_ACCOUNTS&q=tram 320").select("button"))
                .isEmpty();
        assertThat(clerk.part("/units/names?q=").select("button")).isEmpty();
    }

    @Test
    void the_form_of_an_event_answers_part_of_a_name_with_the_units_to_choose() throws Exception {
        var clerk = pages.as("vanphong");
        assertThat(clerk.get("/units/events/new?kind=rename").select("datalist option"))
                .isEmpty();
        var answer = Pages.parse(clerk.post(
                "/units/events", "kind", "rename", "on", "01/02/2025", "unit", "trạm 320", "newName", "Trạm Phù Lưu"));
        assertThat(answer.select(".field-problem").text()).contains("«trạm 320»", LAST);
        assertThat(answer.select("datalist option"))
                .hasSize(1)
                .first()
                .satisfies(option -> assertThat(option.attr("value")).startsWith(LAST));
        assertThat(answer.select("input[name=unit]").first().val()).isEqualTo("trạm 320");
    }

    @Test
    void the_page_of_a_unit_leads_to_all_that_is_below_it() {
        var clerk = pages.as("vanphong");
        var page = clerk.get("/units/" + pages.actor("vanphong").agency());
        var rest = clerk.get(page.select("#below ~ p a").attr("href"));
        assertThat(page.select(".unit-below li").size()
                        + rest.select(".tree-words > a").size())
                .isGreaterThanOrEqualTo(320);
    }

    @Test
    void a_role_is_given_for_a_unit_typed_by_its_name() throws Exception {
        var admin = pages.as("quantri");
        String account = "/accounts/" + pages.actor("qlkh").account();
        assertThat(admin.get(account).select("input#scope").val()).isNotEmpty();
        String day = LocalDate.now(vn.binhdang.calendar.Today.ZONE).toString();
        var wrong = admin.post(account + "/roles", "role", "STAFF", "scope", "Trạm", "from", day, "reference", "QĐ 7");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(wrong).select("input#scope").val()).isEqualTo("Trạm");
        assertThat(Pages.parse(wrong).select("#mistake-scope").text()).contains("phạm vi của bạn");
        var given = admin.post(account + "/roles", "role", "STAFF", "scope", LAST, "from", day, "reference", "QĐ 7");
        assertThat(given.getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from role_grant where scope_id = :unit and role = 'STAFF'")
                        .param("unit", last.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void people_are_looked_for_and_counted_in_a_unit_typed_by_its_name() throws Exception {
        var clerk = pages.as("vanphong");
        assertThat(clerk.get("/people/new").select("input#unit[data-suggest]")).hasSize(1);
        assertThat(clerk.get("/people").select("tbody tr")).isNotEmpty();
        var found = Pages.parse(clerk.post("/people/search", "unit", LAST));
        assertThat(found.select("tbody tr")).isEmpty();
        assertThat(found.select("input#unit").val()).startsWith(LAST + " (");
        var unknown = Pages.parse(clerk.post("/people/search", "unit", "Trạm"));
        assertThat(unknown.select("#mistake-unit")).hasSize(1);
        assertThat(clerk.get("/people/figures?unit=" + LAST).select(".lead").text())
                .contains(LAST);
        assertThat(clerk.get("/people/figures?unit=Trạm").select("#mistake-unit"))
                .hasSize(1);
    }
}
