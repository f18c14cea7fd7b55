package vn.binhdang.organisation.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.organisation.Units;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class UnitPagesTest {
    @Autowired
    Pages pages;

    @Autowired
    Units units;

    @Test
    void a_change_of_language_stays_on_the_day() {
        var page = pages.as("vanphong").get("/units?on=2024-06-30&where=all");
        assertThat(page.select("form.language input[name=back]").val()).isEqualTo("/units?on=2024-06-30&where=all");
    }

    @Test
    void units_are_found_by_name_abbreviation_and_spelling_without_diacritics() {
        assertThat(found("?q=VAN PHONG")).contains("Văn phòng");
        assertThat(found("?q=khtc")).containsExactly("Phòng Kế hoạch - Tài chính");
        assertThat(found("?q=chi cuc TCDLCL")).containsExactly("Chi cục Tiêu chuẩn - Đo lường - Chất lượng");
        assertThat(found("?kind=TRADE_UNION")).containsExactly("Công đoàn Sở Khoa học và Công nghệ");
        assertThat(found("?q=%25")).isEmpty();
        assertThat(pages.as("qlkh").get("/units", "en").select("h1").text()).isEqualTo("Organisation");
    }

    @Test
    void a_page_stands_on_the_day_that_was_typed_and_its_links_stay_on_it() {
        var page = pages.as("qlkh").get("/units?on=1/7/2025");
        assertThat(page.select(".lead").text()).contains("01/07/2025");
        assertThat(page.select("tbody a").first().attr("href")).endsWith("?on=2025-07-01");
        assertThat(pages.as("qlkh").get("/units?on=2019-12-31").select(".empty-state"))
                .hasSize(1);
        assertThat(pages.as("qlkh")
                        .get("/units?on=31/02/2025")
                        .select("[role=alert]")
                        .text())
                .contains("Không có ngày này");
        var unit = unit("Văn phòng");
        assertThat(pages.as("qlkh").get("/units/" + unit + "?on=2019-01-01").text())
                .contains("chỉ có từ ngày 01/01/2020");
    }

    @Test
    void a_code_without_a_day_is_asked_back() {
        var clerk = pages.as("vanphong");
        var office = unit("Văn phòng");
        var science = unit("Phòng Quản lý khoa học");
        set(office, "ADMINISTRATIVE", "98", "01/01/2021");
        set(office, "ADMINISTRATIVE", "99", "01/07/2025");
        set(science, "ADMINISTRATIVE", "98", "01/07/2025");

        assertThat(clerk.get("/units?q=98").select(".finding li").eachText())
                .containsExactly("Văn phòng: 01/01/2021 – 30/06/2025", "Phòng Quản lý khoa học: từ 01/07/2025");
        assertThat(clerk.get("/units?q=98&on=30/6/2025").select("tbody a").eachText())
                .containsExactly("Văn phòng");
        assertThat(clerk.get("/units?q=98&on=1/7/2025").select("tbody a").eachText())
                .containsExactly("Phòng Quản lý khoa học");
        assertThat(units.byCode(CodeScheme.ADMINISTRATIVE, "98", LocalDate.of(2025, 6, 30)))
                .map(Unit::id)
                .contains(office);

        var taken = clerk.post(
                describe(unit("Phòng Chuyển đổi số")), "what", "ADMINISTRATIVE", "value", "99", "from", "1/1/2026");
        assertThat(taken.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(taken).select(".alert").text()).contains("Văn phòng");
        assertThat(Pages.parse(taken).select("#value-ADMINISTRATIVE").val()).isEqualTo("99");
    }

    @Test
    void an_e_identifier_keeps_to_the_shape_of_the_decision() {
        var office = unit("Văn phòng");
        set(office, "E_IDENTIFIER", "h02.11.01", "01/01/2021");
        assertThat(units.byCode(CodeScheme.E_IDENTIFIER, "H02.11.01", LocalDate.of(2024, 1, 1)))
                .map(Unit::id)
                .contains(office);
        for (String wrong : List.of("H02..11", ".H02", "H02-11", "H0" + "2".repeat(34)))
            assertThat(pages.as("vanphong")
                            .post(describe(office), "what", "E_IDENTIFIER", "value", wrong, "from", "01/01/2022")
                            .getStatus())
                    .as(wrong)
                    .isEqualTo(409);
    }

    @Test
    void a_spelling_holds_on_its_days_only() {
        var office = unit("Văn phòng");
        var clerk = pages.as("vanphong");
        var agency = pages.actor("vanphong").agency();
        assertThat(clerk.post(describe(office), "what", "SPELLING", "value", "Phòng Hành chính", "from", "01/01/2022")
                        .getStatus())
                .isEqualTo(302);
        assertThat(clerk.post(
                                describe(office),
                                "what",
                                "SPELLING",
                                "value",
                                "Phòng Hành chính",
                                "from",
                                "01/01/2024",
                                "ends",
                                "true")
                        .getStatus())
                .isEqualTo(302);
        assertThat(units.aliases(agency, LocalDate.of(2021, 12, 31)).get(office))
                .doesNotContain("Phòng Hành chính");
        assertThat(units.aliases(agency, LocalDate.of(2023, 12, 31)).get(office))
                .contains("Phòng Hành chính");
        assertThat(units.aliases(agency, LocalDate.of(2024, 1, 1)).get(office)).doesNotContain("Phòng Hành chính");
        clerk.get(describe(office), "en");
    }

    @Test
    void codes_are_set_by_those_in_charge_only() {
        var office = unit("Văn phòng");
        assertThat(pages.as("qlkh").fetch(describe(office)).getStatus()).isEqualTo(403);
        assertThat(pages.as("vanphong")
                        .fetch("/units/" + UnitId.create() + "/describe")
                        .getStatus())
                .isEqualTo(404);
    }

    private List<String> found(String query) {
        return pages.as("qlkh")
                .get("/units" + query)
                .select("tbody td:first-child")
                .eachText();
    }

    private void set(UnitId unit, String scheme, String code, String from) {
        assertThat(pages.as("vanphong")
                        .post(describe(unit), "what", scheme, "value", code, "from", from)
                        .getStatus())
                .isEqualTo(302);
    }

    private static String describe(UnitId unit) {
        return "/units/" + unit + "/describe";
    }

    private UnitId unit(String name) {
        return units.search(UnitSearch.of(name, LocalDate.of(2024, 1, 1), 10)).stream()
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
