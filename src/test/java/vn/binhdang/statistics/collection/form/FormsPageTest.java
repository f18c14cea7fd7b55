package vn.binhdang.statistics.collection.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.Deadlines;
import vn.binhdang.statistics.FormId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class FormsPageTest {
    @Autowired
    private Pages pages;

    @Autowired
    private Catalogues catalogues;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private ShippedForms shipped;

    @Autowired
    private JdbcClient jdbc;

    private Pages.Visit statistician;

    @BeforeEach
    void visitor() {
        statistician = pages.as("thongke");
    }

    private String made(String code, String kind) {
        var response = statistician.post(
                "/statistics/forms",
                "code",
                code,
                "nameVi",
                "Biểu thử",
                "nameEn",
                "Trial form",
                "regime",
                "ND09",
                "kind",
                kind,
                "from",
                "15/12/2024",
                "legalBasis",
                "");
        return Objects.requireNonNull(response.getRedirectedUrl()).replace("/draft", "");
    }

    private static String edition(Document draft) {
        return Objects.requireNonNull(draft.selectFirst("input[name=edition]")).val();
    }

    private MockHttpServletResponse section(String form, String number, String edition, String... fields) {
        var all = new String[fields.length + 2];
        all[0] = "edition";
        all[1] = edition;
        System.arraycopy(fields, 0, all, 2, fields.length);
        return statistician.post(form + "/draft/sections/" + number, all);
    }

    @Test
    void the_shipped_forms_are_there_once_and_everybody_who_reads_figures_sees_what_they_ask() {
        shipped.bringIn();
        var list = pages.as("vanphong").get("/statistics/forms");
        assertThat(list.select("tbody tr").eachText())
                .anyMatch(row -> row.startsWith("BDG-01") && row.contains("Sở") && row.contains("đang áp dụng"));
        String href = list.select("tbody a").first().attr("href");
        var page = pages.as("vanphong").get(href);
        assertThat(page.text()).contains("Người đứng đầu cơ quan", "Số nữ không được nhiều hơn tổng số");
        assertThat(page.select("form[action$=/assignments]")).isEmpty();
        pages.as("vanphong").get(href, "en");
        assertThat(pages.as("vanphong").post(href + "/draft").getStatus()).isEqualTo(403);
        assertThat(pages.as("vanphong").fetch("/statistics/forms/new").getStatus())
                .isEqualTo(403);
        assertThat(statistician.fetch("/statistics/forms/" + FormId.create()).getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_form_is_written_table_by_table_and_what_is_wrong_stands_above_until_it_is_mended() {
        String form = made("THU-01", "MONTH");
        var draft = statistician.get(form + "/draft");
        assertThat(draft.select("#faults .finding").eachText()).contains("Biểu chưa có ô nào.");
        section(
                form,
                "0",
                edition(draft),
                "nameVi",
                "Bảng thử",
                "nameEn",
                "Trial table",
                "rowAsks",
                "STAFF",
                "rowVi",
                "Nhân sự",
                "rowEn",
                "Staff",
                "rowAsks",
                "WHO",
                "rowVi",
                "Ai",
                "rowEn",
                "Who",
                "columnAsks",
                "[]",
                "columnVi",
                "Tổng số",
                "columnEn",
                "Total",
                "columnAsks",
                "[SEX=F]",
                "columnVi",
                "Nữ",
                "columnEn",
                "Women");
        draft = statistician.get(form + "/draft");
        assertThat(draft.select("#faults .finding").eachText()).containsExactly("Bảng 1: không có chỉ tiêu WHO.");
        assertThat(statistician
                        .post(form + "/draft/force", "edition", edition(draft), "validFrom", "15/12/2024")
                        .getStatus())
                .isEqualTo(409);
        section(
                form,
                "1",
                edition(draft),
                "nameVi",
                "Bảng thử",
                "nameEn",
                "Trial table",
                "rowAsks",
                "STAFF",
                "rowVi",
                "Nhân sự",
                "rowEn",
                "Staff",
                "columnAsks",
                "[]",
                "columnVi",
                "Tổng số",
                "columnEn",
                "Total",
                "columnAsks",
                "[SEX=F]",
                "columnVi",
                "Nữ",
                "columnEn",
                "Women");
        draft = statistician.get(form + "/draft", "en");
        statistician.post(
                form + "/draft/cells",
                "edition",
                edition(draft),
                "cell",
                "STAFF",
                "asked",
                "STAFF",
                "required",
                "STAFF",
                "lowest",
                "",
                "highest",
                "1.000",
                "cell",
                "STAFF[SEX=F]",
                "asked",
                "STAFF[SEX=F]",
                "lowest",
                "",
                "highest",
                "");
        draft = statistician.get(form + "/draft");
        statistician.post(
                form + "/draft/rules",
                "edition",
                edition(draft),
                "ruleCode",
                "",
                "says",
                "*[SEX=F] <= *",
                "severity",
                "ERROR",
                "ruleVi",
                "Nữ không quá tổng.",
                "ruleEn",
                "Women at most all.");
        draft = statistician.get(form + "/draft");
        assertThat(draft.select("#faults .finding")).isEmpty();
        assertThat(draft.select("input[name=ruleCode]").first().val()).isEqualTo("R1");
        assertThat(statistician
                        .post(form + "/draft/force", "edition", edition(draft), "validFrom", "mai")
                        .getStatus())
                .isEqualTo(422);
        assertThat(statistician
                        .post(form + "/draft/force", "edition", edition(draft), "validFrom", "15/12/2024")
                        .getRedirectedUrl())
                .isEqualTo(form + "?saved=1");
        var shape = catalogues.current().form("THU-01").orElseThrow().shape();
        assertThat(shape.slots()).hasSize(2);
        assertThat(shape.slots().getFirst().highest()).isEqualTo(1000L);

        // What is in force is not written any more; the next version begins as its copy and takes over later.
        assertThat(section(form, "1", edition(draft), "then", "remove").getStatus())
                .isEqualTo(409);
        statistician.post(form + "/draft/drop");
        statistician.post(form + "/draft");
        draft = statistician.get(form + "/draft");
        assertThat(draft.select("input[name=rowAsks]").first().val()).isEqualTo("STAFF");
        assertThat(statistician
                        .post(form + "/draft/force", "edition", edition(draft), "validFrom", "15/12/2024")
                        .getStatus())
                .isEqualTo(409);
        statistician.post(form + "/draft/force", "edition", edition(draft), "validFrom", "15/12/2025");
        assertThat(statistician.get(form).text()).contains("từ 15/12/2024", "từ 15/12/2025");
    }

    /** A draft with one table of one row, and the edition before somebody else stored it once more. */
    private String overtaken(String form) {
        section(form, "0", "0", table("Bảng của tôi"));
        String before = edition(statistician.get(form + "/draft"));
        section(form, "1", before, table("Bảng của người khác"));
        return before;
    }

    private static String[] table(String name) {
        return new String[] {
            "nameVi",
            name,
            "nameEn",
            "Table",
            "rowAsks",
            "STAFF",
            "rowVi",
            name + " dòng",
            "rowEn",
            "Staff",
            "columnAsks",
            "[]",
            "columnVi",
            "Tổng số",
            "columnEn",
            "Total"
        };
    }

    @Test
    void a_table_that_somebody_else_stored_meanwhile_comes_back_as_typed_beside_what_is_stored() {
        String form = made("THU-05", "MONTH");
        String before = overtaken(form);
        var answer = section(form, "1", before, table("Bảng gõ muộn"));
        assertThat(answer.getStatus()).isEqualTo(409);
        var page = Pages.parse(answer);
        assertThat(page.select(".alert-warning[role=alert]").text()).contains("người khác đã lưu bản thảo này");
        assertThat(page.select("#nameVi-1").val()).isEqualTo("Bảng gõ muộn");
        assertThat(page.select("#section-1 input[name=rowVi]").first().val()).isEqualTo("Bảng gõ muộn dòng");
        assertThat(page.select("#section-1 .form-stored li").eachText())
                .contains("Bảng của người khác · Table", "Dòng: STAFF · Bảng của người khác dòng · Staff");
        assertThat(statistician.get(form + "/draft").select("#nameVi-1").val())
                .as("nothing was stored")
                .isEqualTo("Bảng của người khác");
        // Saved once more, with what is on the page, it takes the place of what was stored.
        section(form, "1", edition(page), table("Bảng gõ muộn"));
        assertThat(statistician.get(form + "/draft").select("#nameVi-1").val()).isEqualTo("Bảng gõ muộn");
    }

    @Test
    void a_new_table_rules_and_cells_come_back_too() {
        String form = made("THU-06", "MONTH");
        String before = overtaken(form);
        var fresh = section(form, "0", before, table("Bảng mới"));
        assertThat(fresh.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(fresh).select("#nameVi-0").val()).isEqualTo("Bảng mới");
        assertThat(Pages.parse(fresh).select("#nameVi-1").val()).isEqualTo("Bảng của người khác");
        var gone = Pages.parse(section(form, "3", before, table("Bảng đã bị bỏ")));
        assertThat(gone.select("#nameVi-2").val()).isEqualTo("Bảng đã bị bỏ");
        assertThat(gone.select("#section-2 .form-stored").text()).contains("không còn trong bản thảo");
        var rules = statistician.post(
                form + "/draft/rules", "edition", before, "says", "STAFF >= 1", "ruleVi", "Có người", "ruleEn", "Some");
        assertThat(rules.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(rules).select("#rules input[name=says]").first().val())
                .isEqualTo("STAFF >= 1");
        assertThat(Pages.parse(rules).select("#rules .form-stored").text()).contains("Chưa có quy tắc nào");
        var cells = statistician.post(
                form + "/draft/cells", "edition", before, "cell", "STAFF", "asked", "STAFF", "highest", "77");
        assertThat(cells.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(cells).select("#cells input[name=highest]").val())
                .isEqualTo("77");
        assertThat(Pages.parse(cells).select("#cells .form-stored").text()).contains("Mọi ô đều hỏi");
    }

    @Test
    void an_element_is_asked_once_for_each_kind_of_period() {
        String form = made("THU-02", "YEAR");
        section(
                form,
                "0",
                edition(statistician.get(form + "/draft")),
                "nameVi",
                "Bảng",
                "nameEn",
                "Table",
                "rowAsks",
                "STAFF",
                "rowVi",
                "Nhân sự",
                "rowEn",
                "Staff",
                "columnAsks",
                "[]",
                "columnVi",
                "Tổng số",
                "columnEn",
                "Total");
        var refused = statistician.post(
                form + "/draft/force",
                "edition",
                edition(statistician.get(form + "/draft")),
                "validFrom",
                "15.12.2024");
        assertThat(refused.getStatus()).isEqualTo(409);
        var page = Pages.parse(refused);
        assertThat(page.select("#mistake-validFrom").text()).contains("STAFF", "BDG-01");
        assertThat(page.select("#validFrom").val()).as("as it was typed").isEqualTo("15.12.2024");
        assertThat(page.select("#validFrom").hasAttr("autofocus")).isTrue();
        assertThat(page.select(".alert-danger a").attr("href")).isEqualTo("#force");
    }

    @Test
    void a_draft_that_somebody_else_stored_meanwhile_is_not_put_in_force_and_the_day_stays() {
        String form = made("THU-07", "QUARTER");
        String before = overtaken(form);
        var refused = statistician.post(form + "/draft/force", "edition", before, "validFrom", "15/12/2024");
        assertThat(refused.getStatus()).isEqualTo(409);
        var page = Pages.parse(refused);
        assertThat(page.select("#validFrom").val()).isEqualTo("15/12/2024");
        assertThat(page.select("#mistake-validFrom").text()).contains("người khác sửa");
        assertThat(page.select("#nameVi-1").val()).as("as it is stored now").isEqualTo("Bảng của người khác");
        assertThat(statistician
                        .post(form + "/draft/force", "edition", edition(page), "validFrom", "15/12/2024")
                        .getRedirectedUrl())
                .isEqualTo(form + "?saved=1");
        assertThat(statistician
                        .post(form + "/draft/force", "edition", edition(page), "validFrom", "15/12/2025")
                        .getStatus())
                .as("there is no draft any more")
                .isEqualTo(409);
    }

    @Test
    void a_form_is_asked_of_kinds_of_units_until_a_day_for_each_level() {
        String form = made("THU-03", "QUARTER");
        var wrong =
                statistician.post(form + "/assignments", "kind", "", "within", "Không có đơn vị này", "from", "mai");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(wrong).select(".field-problem")).hasSize(3);
        assertThat(Pages.parse(wrong).select("#within").val()).isEqualTo("Không có đơn vị này");
        String agency = "Sở Khoa học và Công nghệ (UBND tỉnh Hoa Giang)";
        var asked =
                statistician.post(form + "/assignments", "kind", "DIVISION", "within", agency, "from", "15/12/2025");
        assertThat(Pages.parse(asked).select(".field-problem").text()).isEmpty();
        var twice =
                statistician.post(form + "/assignments", "kind", "DIVISION", "within", agency, "from", "15/12/2025");
        assertThat(twice.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(twice).select("#within").val()).isEqualTo(agency);
        assertThat(Pages.parse(twice).select(".field-problem").text()).contains("đã được giao");
        assertThat(Pages.parse(statistician.post(form + "/deadlines", "days.DIVISION", "0"))
                        .select(".field-problem"))
                .hasSize(1);
        statistician.post(form + "/deadlines", "days.DIVISION", "3");
        var id = catalogues.current().form("THU-03").orElseThrow().shape().id();
        assertThat(deadlines.due(id, UnitKind.DIVISION, ReportingPeriod.quarter(2026, 1)))
                .contains(java.time.LocalDate.of(2026, 3, 17));
        assertThat(deadlines.due(id, UnitKind.WARD, ReportingPeriod.quarter(2026, 1)))
                .isEmpty();
        var page = statistician.get(form);
        assertThat(page.select("#assigned tbody tr").text()).contains("Sở Khoa học và Công nghệ", "15/12/2025");
        String end = page.select("form[action$=/end]").attr("action");
        assertThat(statistician.post(end).getRedirectedUrl()).contains("?saved=1");
        assertThat(statistician
                        .post(end.replaceAll("assignments/.*/", "assignments/" + FormId.create() + "/"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_code_is_taken_once_and_what_is_wrong_stays_in_its_field() {
        var wrong = statistician.post("/statistics/forms", "code", "thử", "nameVi", "", "nameEn", "x", "kind", "DAY");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(wrong).select(".field-problem")).hasSizeGreaterThan(3);
        assertThat(Pages.parse(wrong).select("#code").val()).isEqualTo("thử");
        made("THU-04", "HALF");
        var taken = statistician.post(
                "/statistics/forms",
                "code",
                "THU-04",
                "nameVi",
                "Tên đã gõ",
                "nameEn",
                "b",
                "regime",
                "ND09",
                "kind",
                "HALF",
                "from",
                "15/12/2024");
        assertThat(taken.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(taken).select("#nameVi").val()).isEqualTo("Tên đã gõ");
        assertThat(Pages.parse(taken).select("#mistake-code").text()).contains("THU-04");
    }
}
