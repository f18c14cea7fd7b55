package vn.binhdang.document.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.PrintedUnits;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class PrintedNamesTest {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Autowired
    Pages pages;

    @Autowired
    PrintedUnits printed;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_recipient_of_the_plan_of_2024_opens_as_that_with_who_carries_on_today() {
        var plan = jdbc.sql("select id from outgoing_document")
                .query(String.class)
                .list()
                .getFirst();
        var named = pages.as("vanphong").get("/documents/" + plan).select(".document-named li");
        var labour = named.stream()
                .filter(line -> line.text().startsWith("Sở Lao động"))
                .findFirst()
                .orElseThrow();
        assertThat(labour.text()).isEqualTo("Sở Lao động - Thương binh và Xã hội · giải thể 2025, kế thừa: Sở Nội vụ");
        var unit = pages.as("vanphong").get(labour.select("a").attr("href"));
        assertThat(unit.select("h1").text()).contains("Sở Lao động - Thương binh và Xã hội");
        assertThat(unit.text()).contains("Sở Nội vụ");
        assertThat(pages.as("vanphong")
                        .get("/documents/" + plan, "en")
                        .select(".document-named")
                        .text())
                .contains("dissolved 2025, carried on by Sở Nội vụ");
        assertThat(named.eachText()).anyMatch(line -> line.equals("Lãnh đạo Sở"));
    }

    @Test
    void the_addressee_of_february_2025_is_labour_and_of_march_home_affairs() {
        var agency = pages.actor("vanphong").agency();
        assertThat(lines(agency, LocalDate.of(2025, 2, 20), "Sở Lao động - Thương binh và Xã hội", "Bộ LĐTBXH"))
                .allSatisfy(line -> assertThat(line.href()).isNotEmpty());
        assertThat(lines(agency, LocalDate.of(2025, 3, 20), "Sở Lao động - Thương binh và Xã hội", "Bộ LĐTBXH"))
                .allSatisfy(line -> assertThat(line.href()).isEmpty());
        assertThat(lines(agency, LocalDate.of(2025, 3, 20), "Sở Nội vụ (b/c)", "Bộ Nội vụ"))
                .allSatisfy(line -> {
                    assertThat(line.href()).isNotEmpty();
                    assertThat(line.end()).isNull();
                });
    }

    @Test
    void the_unit_beside_the_agency_is_meant_and_between_two_none_is() {
        var agency = pages.actor("vanphong").agency();
        var own = jdbc.sql("""
            select n.unit_id from unit_name n join unit_parent p on p.unit_id = n.unit_id
            join unit_name above on above.unit_id = p.parent_id
            where n.name = 'Sở Nội vụ' and above.name = 'Ủy ban nhân dân tỉnh Hoa Giang'
            """).query(String.class).single();
        assertThat(lines(agency, LocalDate.of(2024, 4, 1), "SỞ NỘI VỤ")
                        .getFirst()
                        .href())
                .contains(own);
        // A province has no department of its own name nearby here: two of the country are called so, none is taken.
        var government = new UnitId(jdbc.sql("select unit_id from unit_name where kind = 'GOVERNMENT'")
                .query(java.util.UUID.class)
                .single());
        assertThat(lines(government, LocalDate.of(2024, 4, 1), "Sở Nội vụ")
                        .getFirst()
                        .href())
                .isEmpty();
    }

    private List<PrintedUnits.Line> lines(UnitId agency, LocalDate day, String... names) {
        return printed.lines(agency, day, List.of(names), TODAY);
    }
}
