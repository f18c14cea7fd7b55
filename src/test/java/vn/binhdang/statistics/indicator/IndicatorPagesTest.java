package vn.binhdang.statistics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;
import vn.binhdang.web.Text;

@PageTest
class IndicatorPagesTest {
    private static final String[] DEFINITION = {
        "nameVi", "Tỷ lệ nữ được cử đi học",
        "nameEn", "Women sent to study",
        "unitVi", "%",
        "unitEn", "%",
        "direction", "MORE",
        "kind", "RATIO",
        "numerator", "#{trained.f}",
        "denominator", "#{TRAINED}",
        "factor", "100",
        "shareOf", "PEOPLE",
        "overUnits", "CELLS",
        "decimals", "1",
        "source", "Kế hoạch 12/KH-SKHCN",
        "from", "01/01/2026"
    };

    @Autowired
    private Pages pages;

    @Autowired
    private Indicators indicators;

    @Autowired
    private Catalogues catalogues;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ShippedCatalogue shipped;

    private Pages.Visit statistician;
    private Pages.Visit reader;

    @BeforeEach
    void a_statistician_and_a_reader() {
        jdbc.sql("""
            insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from)
            select gen_random_uuid(), r.account_id, r.agency_id, r.unit_id, 'STATISTICIAN', r.agency_id, true, date '2025-01-01'
            from   role_grant r join account a on a.id = r.account_id where a.username = 'khtc'
            and    not exists (select 1 from role_grant o where o.account_id = a.id and o.role = 'STATISTICIAN') limit 1
            """).update();
        statistician = pages.as("khtc");
        reader = pages.as("vanphong");
    }

    private Indicator indicator(String code) {
        return indicators.current().find(code).orElseThrow();
    }

    private String page(String code) {
        return "/statistics/indicators/" + indicator(code).id();
    }

    private static String[] with(String... changed) {
        String[] form = java.util.Arrays.copyOf(DEFINITION, DEFINITION.length + changed.length);
        System.arraycopy(changed, 0, form, DEFINITION.length, changed.length);
        for (int i = 0; i < changed.length; i += 2)
            for (int j = 0; j < DEFINITION.length; j += 2)
                if (DEFINITION[j].equals(changed[i])) {
                    form[j + 1] = changed[i + 1];
                    form[DEFINITION.length + i] = "nothing";
                }
        return form;
    }

    private String created(String code) {
        var answer = statistician.post(
                "/statistics/indicators/new", with("code", code, "theme", "AGENCY", "dimension", "SEX"));
        return Objects.requireNonNull(answer.getRedirectedUrl()).replaceAll("\\?.*", "");
    }

    @Test
    void the_shipped_catalogue_is_there_once_and_says_what_is_official() {
        int rows = jdbc.sql("select count(*) from stat_loaded")
                .query(Integer.class)
                .single();
        long no = catalogues.current().no();
        shipped.started(null);
        assertThat(jdbc.sql("select count(*) from stat_loaded")
                        .query(Integer.class)
                        .single())
                .isEqualTo(rows);
        assertThat(catalogues.current().no()).isEqualTo(no);
        assertThat(indicators.current().all()).hasSizeGreaterThanOrEqualTo(131);
        assertThat(indicator("NQ28-1.1").last().isWhollyOfficial()).isTrue();
        assertThat(indicator("NQ28-2.1").last().official()).isTrue();
        assertThat(indicator("NQ28-2.1").last().formulaOfficial()).isFalse();
        assertThat(indicator("NQ28-4.3").last().official()).isFalse();
        assertThat(indicator("NQ28-1.1").targets())
                .extracting(target -> target.year() + " " + target.printed(Text.in(Text.VIETNAMESE)))
                .containsExactly("2025 ≥ 60", "2030 ≥ 75");
    }

    @Test
    void what_is_corrected_here_is_not_brought_in_again() {
        jdbc.sql("update stat_element set name_vi = 'Đã sửa ở đây' where code = 'MASTERS'")
                .update();
        shipped.started(null);
        assertThat(catalogues.current().element("MASTERS").orElseThrow().nameVi())
                .isEqualTo("Đã sửa ở đây");
    }

    @Test
    void is_searched_with_and_without_diacritics_and_in_both_languages() {
        for (String words : new String[] {"thạc sĩ", "thac si", "MASTER'S degree"})
            assertThat(reader.get("/statistics/indicators?q=" + words)
                            .select("tbody .indicator-code")
                            .eachText())
                    .as(words)
                    .contains("NQ28-5.4a");
        assertThat(reader.get("/statistics/indicators?q=khong co gi nhu vay").text())
                .contains("Không có chỉ tiêu nào như vậy");
    }

    @Test
    void is_narrowed_by_theme_state_and_document_and_read_page_by_page() {
        assertThat(reader.get("/statistics/indicators?theme=HEALTH&state=official", "en")
                        .select("tbody .indicator-code")
                        .eachText())
                .containsExactly("NQ28-4.1", "NQ28-4.2");
        assertThat(reader.get("/statistics/indicators?instrument=45/QĐ-TTg")
                        .select("tbody tr")
                        .size())
                .isEqualTo(5);
        var first = reader.get("/statistics/indicators");
        var second = reader.get(first.select("a[rel=next]").attr("href"));
        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(second.select("tbody .indicator-code").eachText())
                .doesNotContainAnyElementsOf(
                        first.select("tbody .indicator-code").eachText());
    }

    @Test
    void a_definition_says_in_words_how_it_is_computed_and_what_is_still_a_draft() {
        var page = reader.get(page("NQ28-2.1"));
        assertThat(page.select(".formula-words").text())
                .isEqualTo("“Lao động làm công hưởng lương (Nữ)” ÷ “Người từ 15 tuổi trở lên có việc làm (Nữ)” × 100");
        assertThat(page.text()).contains("Công thức còn nháp").contains("28/NQ-CP");
        assertThat(reader.get(page("NQ28-4.3"), "en").text()).contains("A draft: nobody has compared");
        assertThat(reader.get(page("NQ28-2.1"), "en").select(".formula-words").text())
                .isEqualTo("“Wage workers (Women)” ÷ “Employed people aged 15 and over (Women)” × 100");
    }

    @Test
    void a_new_indicator_is_a_draft_with_its_formula_in_one_way_of_writing() {
        String address = created("CQ-HOC");
        var stored = indicator("CQ-HOC").last();
        assertThat(stored.numerator()).isEqualTo("#{TRAINED.SEX=F}");
        assertThat(stored.dimensions()).containsExactly("SEX");
        assertThat(stored.official()).isFalse();
        assertThat(statistician.get(address + "?done=created").text()).contains("Đã thêm chỉ tiêu nháp");
        assertThat(statistician.get(address + "/history").text()).contains("Thêm chỉ tiêu");
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
        var answer = statistician.post(
                "/statistics/indicators/new",
                with(
                        "code",
                        "CQ-SAI",
                        "theme",
                        "AGENCY",
                        "numerator",
                        "#{TRAINNED} * 1,5",
                        "nameVi",
                        "",
                        "from",
                        "31/02/2026"));
        assertThat(answer.getStatus()).isEqualTo(422);
        var page = Pages.parse(answer);
        assertThat(page.select("#mistake-numerator").text()).contains("1.5");
        assertThat(page.select("#mistake-nameVi, #mistake-from")).hasSize(2);
        assertThat(page.select("#numerator").text()).isEqualTo("#{TRAINNED} * 1,5");
        assertThat(page.select("#nameEn").val()).isEqualTo("Women sent to study");
        assertThat(indicators.current().find("CQ-SAI")).isEmpty();
    }

    @Test
    void a_formula_is_checked_without_a_script_and_nothing_is_stored() {
        var answer = statistician.post(
                "/statistics/indicators/new",
                with("code", "CQ-THU", "theme", "AGENCY", "denominator", "#{TRAIN}", "then", "check"));
        assertThat(answer.getStatus()).isEqualTo(200);
        var page = Pages.parse(answer);
        assertThat(page.select("#formula-check .finding-error mark").text()).isEqualTo("#{TRAIN}");
        assertThat(page.select("#formula-check").text()).contains("Không có chỉ tiêu gốc mã TRAIN");
        assertThat(indicators.current().find("CQ-THU")).isEmpty();
        assertThat(statistician
                        .part("/statistics/indicators/formula?kind=RATIO&factor=100&numerator=1&denominator=max(2;4)")
                        .text())
                .contains("1 ÷ số lớn nhất của (2; 4) × 100");
    }

    @Test
    void a_draft_is_altered_in_its_place_and_what_is_confirmed_becomes_a_version_that_begins_later() {
        String address = created("CQ-BAN");
        assertThat(statistician
                        .post(address + "/change", with("number", "1", "edition", "0", "unitVi", "phần trăm"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(indicator("CQ-BAN").versions()).hasSize(1);
        assertThat(indicator("CQ-BAN").last().unitVi()).isEqualTo("phần trăm");
        statistician.post(
                address + "/confirm", "part", "DEFINITION", "number", "1", "edition", "1", "source", "KH 12, trang 3");
        var tooEarly =
                statistician.post(address + "/change", with("number", "1", "edition", "2", "nameVi", "Tên khác"));
        assertThat(tooEarly.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(tooEarly).select("#mistake-from").text()).contains("sau phiên bản trước");
        statistician.post(
                address + "/change", with("number", "1", "edition", "2", "nameVi", "Tên khác", "from", "01/01/2027"));
        var indicator = indicator("CQ-BAN");
        assertThat(indicator.versions())
                .extracting(IndicatorVersion::nameVi)
                .containsExactly("Tỷ lệ nữ được cử đi học", "Tên khác");
        assertThat(indicator.on(LocalDate.of(2026, 6, 1)).orElseThrow().number())
                .isEqualTo(1);
        // Until somebody confirms it, a new definition does not push the official one aside.
        assertThat(indicator.on(LocalDate.of(2027, 6, 1)).orElseThrow().number())
                .isEqualTo(1);
        statistician.post(
                address + "/confirm", "part", "DEFINITION", "number", "2", "edition", "0", "source", "KH 15, trang 1");
        assertThat(indicator("CQ-BAN")
                        .on(LocalDate.of(2027, 6, 1))
                        .orElseThrow()
                        .number())
                .isEqualTo(2);
        assertThat(indicator("CQ-BAN")
                        .on(LocalDate.of(2026, 6, 1))
                        .orElseThrow()
                        .number())
                .isEqualTo(1);
    }

    @Test
    void who_changes_what_somebody_else_changed_meanwhile_is_told_and_keeps_what_was_typed() {
        String address = created("CQ-HAI");
        statistician.post(address + "/change", with("number", "1", "edition", "0", "unitVi", "người"));
        var late = statistician.post(address + "/change", with("number", "1", "edition", "0", "nameVi", "Tên muộn"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(late).select("#nameVi").val()).isEqualTo("Tên muộn");
        assertThat(indicator("CQ-HAI").last().nameVi()).isEqualTo("Tỷ lệ nữ được cử đi học");
    }

    @Test
    void a_confirmation_names_who_when_and_on_which_source() {
        String address = created("CQ-NGUON");
        var without = statistician.post(
                address + "/confirm", "part", "FORMULA", "number", "1", "edition", "0", "source", " ");
        assertThat(without.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(without).select("#mistake-source-FORMULA")).hasSize(1);
        statistician.post(
                address + "/confirm",
                "part",
                "FORMULA",
                "number",
                "1",
                "edition",
                "0",
                "source",
                "Thông tư 10, phụ lục II");
        var page = statistician.get(address);
        assertThat(page.select("#confirmations + ul").text())
                .contains("Công thức, phiên bản 1")
                .contains("Thông tư 10, phụ lục II");
        assertThat(indicator("CQ-NGUON").last().formulaOfficial()).isTrue();
        assertThat(statistician
                        .post(address + "/confirm", "part", "FORMULA", "number", "1", "edition", "1", "source", "x")
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void targets_are_set_for_a_unit_replaced_confirmed_and_ended() {
        String address = page("NQ28-5.4b");
        String[] form = {
            "year",
            "2027",
            "sign",
            ">=",
            "value",
            "32,5",
            "unit",
            "Văn phòng Sở",
            "source",
            "KH 12",
            "instrument",
            "12/KH-SKHCN"
        };
        assertThat(statistician.post(address + "/targets", form).getStatus()).isEqualTo(302);
        form[5] = "33";
        statistician.post(address + "/targets", form);
        var own = indicator("NQ28-5.4b").targets().stream()
                .filter(target -> target.unit() != null)
                .toList();
        assertThat(own)
                .extracting(target -> target.printed(Text.in(Text.VIETNAMESE)))
                .containsExactly("≥ 33");
        statistician.post(address + "/targets/" + own.getFirst().id() + "/confirm", "source", "KH 12, mục 3");
        assertThat(statistician.get(address).select("#targets").text())
                .contains("Văn phòng")
                .contains("≥ 33");
        assertThat(statistician.get(address).select("#confirmations + ul").text())
                .contains("Mục tiêu năm 2027");
        statistician.post(address + "/targets/" + own.getFirst().id() + "/end");
        assertThat(indicator("NQ28-5.4b").targets()).noneMatch(target -> target.unit() != null);
        assertThat(jdbc.sql("select count(*) from stat_target where year = 2027")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_target_may_be_about_a_number_between_two_or_a_milestone_in_words() {
        String address = page("NQ28-5.4a") + "/targets";
        assertThat(target(address, "2041", "~", "60").getStatus()).isEqualTo(302);
        assertThat(target(address, "2042", "=", "10 – 15,5").getStatus()).isEqualTo(302);
        assertThat(target(address, "2043", "=", "đạt").getStatus()).isEqualTo(302);
        assertThat(indicator("NQ28-5.4a").targets().stream()
                        .filter(target -> target.year() > 2040)
                        .map(target ->
                                target.printed(Text.in(Text.VIETNAMESE)) + " " + target.value() + " " + target.upTo()))
                .containsExactly("≈ 60 60 null", "10–15,5 10 15.5", "đạt null null");
        for (var wrong : List.of(
                List.of(">=", "10-15", "đi với “Bằng”"),
                List.of("=", "15-10", "nhỏ hơn số sau"),
                List.of("=", "6o", "Cần một số"),
                List.of("<=", "đạt", "đi với “Bằng”"))) {
            var answer = target(address, "2044", wrong.get(0), wrong.get(1));
            assertThat(answer.getStatus()).isEqualTo(422);
            var again = Pages.parse(answer);
            assertThat(again.select("#mistake-value").text()).contains(wrong.get(2));
            assertThat(again.select("#value").val()).isEqualTo(wrong.get(1));
        }
        // shipped as a range
        assertThat(indicator("QD1790-TT.3").targets())
                .extracting(vn.binhdang.statistics.target.Target::upTo)
                .containsExactly(new java.math.BigDecimal("15"));
    }

    @Test
    void the_words_of_a_milestone_may_be_put_into_english_and_numbers_follow_the_page() {
        String address = page("NQ28-5.4a");
        String[] milestone = {
            "year", "2043", "sign", "=", "value", "đạt chuẩn", "valueEn", "up to standard", "source", "KH 12"
        };
        assertThat(statistician.post(address + "/targets", milestone).getStatus())
                .isEqualTo(302);
        target(address + "/targets", "2042", "=", "10-15,5");
        target(address + "/targets", "2041", ">=", "1234,5");
        assertThat(statistician.get(address).select("#targets strong").eachText())
                .contains("đạt chuẩn", "10–15,5", "≥ 1.234,5");
        var english = statistician.get(address, "en");
        assertThat(english.select("#targets strong").eachText()).contains("up to standard", "10–15.5", "≥ 1,234.5");
        assertThat(statistician.get("/statistics/indicators?q=NQ28-5.4a", "en").text())
                .contains("2041: ≥ 1,234.5", "2043: up to standard");
        milestone[5] = "75";
        var answer = statistician.post(address + "/targets", milestone);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(answer).select("#mistake-valueEn").text()).contains("nếu giá trị là số thì để trống");
        assertThat(Pages.parse(answer).select("#valueEn").val()).isEqualTo("up to standard");
    }

    private MockHttpServletResponse target(String address, String year, String sign, String value) {
        return statistician.post(address, "year", year, "sign", sign, "value", value, "source", "KH 12");
    }

    @Test
    void a_target_that_cannot_be_read_is_told_at_its_fields() {
        var answer = statistician.post(
                page("NQ28-5.4b") + "/targets",
                "year",
                "sau",
                "value",
                "nhiều",
                "unit",
                "Không có đơn vị này",
                "source",
                "");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(answer).select("#mistake-year, #mistake-value, #mistake-unit, #mistake-source"))
                .hasSize(4);
    }

    @Test
    void who_only_reads_neither_sees_nor_reaches_the_forms() {
        assertThat(reader.get(page("NQ28-2.1")).select("main form")).isEmpty();
        assertThat(reader.fetch("/statistics/indicators/new").getStatus()).isEqualTo(403);
        assertThat(reader.post(page("NQ28-2.1") + "/confirm", "source", "x").getStatus())
                .isEqualTo(403);
        assertThat(reader.fetch("/statistics/indicators/" + UUID.fromString("0199b0c8-0000-7000-8000-000000000000"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void an_element_is_added_found_and_used_and_later_only_its_words_change() {
        var answer = statistician.post(
                "/statistics/elements/new",
                "code",
                "visits",
                "nameVi",
                "Lượt thăm hỏi",
                "counted",
                "EVENTS",
                "decimals",
                "0",
                "overTime",
                "SUM",
                "summable",
                "yes",
                "dimension",
                "SEX");
        assertThat(answer.getStatus()).isEqualTo(302);
        var element = catalogues.current().element("VISITS").orElseThrow();
        assertThat(element.dimensions())
                .extracting(vn.binhdang.statistics.Catalogue.Dimension::code)
                .containsExactly("SEX");
        assertThat(reader.get("/statistics/elements?q=luot tham")
                        .select("tbody code")
                        .eachText())
                .containsExactly("VISITS");
        statistician.get("/statistics/elements/" + element.id() + "/change");
        statistician.post(
                "/statistics/elements/" + element.id() + "/change", "nameVi", "Lượt thăm", "sensitive", "yes");
        var after = catalogues.current().element("VISITS").orElseThrow();
        assertThat(after.nameVi()).isEqualTo("Lượt thăm");
        assertThat(after.sensitive()).isTrue();
        assertThat(after.summable()).isTrue();
        assertThat(statistician
                        .post("/statistics/elements/new", "code", "VISITS", "nameVi", "x", "decimals", "0")
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void every_definition_can_be_opened_in_both_languages() {
        for (String code : new String[] {"NQ28-3.1", "QD1790-TT.3", "TKG-POP.07", "CQ-01"})
            for (String language : new String[] {"vi", "en"}) {
                statistician.get(page(code), language);
                statistician.get(page(code) + "/change", language);
            }
        statistician.get("/statistics/indicators/new", "en");
        statistician.get("/statistics/elements/new", "en");
        statistician.get("/statistics/elements", "en");
    }
}
