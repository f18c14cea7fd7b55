package vn.binhdang.organisation.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.organisation.Units;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class EventPagesTest {
    @Autowired
    Pages pages;

    @Autowired
    Units units;

    @Autowired
    UnitEvents events;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_office_merges_a_division_sees_both_sides_and_takes_it_back() throws Exception {
        var clerk = pages.as("vanphong");
        String[] typed = {
            "kind",
            "mergeInto",
            "on",
            "01/07/2025",
            "unit",
            "Phòng Quản lý công nghệ",
            "unit",
            "",
            "target",
            "qlkh",
            "below",
            "FOLLOW",
            "legalBasis",
            "Quyết định số 5/QĐ-UBND"
        };
        var preview = Pages.parse(clerk.post("/units/events", typed));
        assertThat(preview.select(".event-effects li").eachText())
                .anyMatch(line ->
                        line.contains("Phòng Quản lý công nghệ và đổi mới sáng tạo kết thúc, ngày cuối 30/06/2025"))
                .anyMatch(line -> line.matches("\\d+ người của .* chuyển sang Phòng Quản lý khoa học.*"));
        assertThat(find("Phòng Quản lý công nghệ")).hasSize(1);

        var again = Pages.parse(clerk.post("/units/events", with(typed, "step", "edit")));
        assertThat(again.select("input[name=unit]").first().val()).isEqualTo("Phòng Quản lý công nghệ");

        String event = recorded(clerk.post("/units/events", with(typed, "step", "record")));
        var page = clerk.get(event);
        assertThat(page.select(".lead").text()).contains("sáp nhập vào Phòng Quản lý khoa học");
        assertThat(clerk.get(event, "en").select(".lead").text()).contains("merged into");

        String ended =
                page.select("section a[href^=/units/]").first().attr("href").replaceAll("\\?.*", "");
        assertThat(clerk.get(ended).select("#ended, #ended ~ ul").text())
                .contains("Kết thúc ngày 30/06/2025", "Phòng Quản lý khoa học");
        assertThat(clerk.get(ended + "?on=2025-06-30").select("#ended")).isEmpty();
        assertThat(clerk.get("/units?q=đổi mới sáng tạo").select(".empty-state"))
                .hasSize(1);
        assertThat(clerk.get("/units?q=doi moi sang tao&on=30/06/2025").select("tbody tr"))
                .hasSize(1);
        assertThat(clerk.get("/units/events").select(".unit-events").text()).contains("sáp nhập vào");

        assertThat(clerk.post(event + "/undo").getStatus()).isEqualTo(302);
        assertThat(clerk.get(event).text()).contains("Sự kiện này đã được hủy");
        assertThat(clerk.get(ended).select("#ended")).isEmpty();
        var id = UnitEventId.of(event.substring(event.lastIndexOf('/') + 1));
        assertThat(audit.historyOf(pages.actor("vanphong").agency(), id.value()))
                .extracting(AuditTrail.Deed::action)
                .containsExactly("organisation.event.record", "organisation.event.undo");
    }

    @Test
    void each_kind_of_event_has_its_form_and_its_sentence() throws Exception {
        var clerk = pages.as("vanphong");
        var unit = find("Phòng Chuyển đổi số").getFirst();
        for (var kind : EventKind.values()) {
            clerk.get("/units/events/new?kind=" + kind.word() + "&unit=" + unit.id());
            clerk.get("/units/events/new?kind=" + kind.word() + "&unit=" + unit.id(), "en");
        }
        String agency = "Sở Khoa học và Công nghệ";
        String created = recorded(clerk.post(
                "/units/events",
                "step",
                "record",
                "kind",
                "create",
                "on",
                "1/3/2025",
                "newName",
                "Phòng Bưu chính",
                "newKind",
                "DIVISION",
                "newParent",
                agency));
        assertThat(lead(created)).contains("Lập Phòng Bưu chính");
        recorded(clerk.post(
                "/units/events",
                "step",
                "record",
                "kind",
                "create",
                "on",
                "1/3/2025",
                "newName",
                "Phòng Viễn thông",
                "newKind",
                "DIVISION",
                "newParent",
                agency));
        String renamed = recorded(clerk.post(
                "/units/events",
                "step",
                "record",
                "kind",
                "rename",
                "on",
                "1/4/2025",
                "unit",
                "Phòng Bưu chính",
                "newName",
                "Phòng Bưu chính, Chuyển phát",
                "newKind",
                "DIVISION"));
        assertThat(lead(renamed)).contains("Phòng Bưu chính đổi tên thành Phòng Bưu chính, Chuyển phát");
        String consolidated = recorded(clerk.post(
                "/units/events",
                "step",
                "record",
                "kind",
                "consolidate",
                "on",
                "1/5/2025",
                "unit",
                "Phòng Bưu chính, Chuyển phát",
                "unit",
                "Phòng Viễn thông",
                "newName",
                "Phòng Bưu chính viễn thông",
                "newKind",
                "DIVISION",
                "newParent",
                agency));
        assertThat(lead(consolidated)).contains("hợp nhất thành Phòng Bưu chính viễn thông");
        String split = recorded(clerk.post(
                "/units/events",
                "step",
                "record",
                "kind",
                "split",
                "on",
                "1/6/2025",
                "unit",
                "Phòng Bưu chính viễn thông",
                "partKind",
                "SELF",
                "part",
                "",
                "partShare",
                "66,5",
                "partKind",
                "NEW",
                "part",
                "Tổ Tần số",
                "partShare",
                "33,5"));
        assertThat(lead(split)).contains("Phòng Bưu chính viễn thông tách ra Tổ Tần số (33,5%)");
        String moved = recorded(clerk.post(
                "/units/events",
                "step",
                "record",
                "kind",
                "move",
                "on",
                "1/7/2025",
                "unit",
                "Tổ Tần số",
                "target",
                "Phòng Chuyển đổi số"));
        assertThat(lead(moved)).contains("Tổ Tần số chuyển từ Sở Khoa học và Công nghệ sang Phòng Chuyển đổi số");
        String transferred = recorded(clerk.post(
                "/units/events",
                "step",
                "record",
                "kind",
                "transferFunction",
                "on",
                "1/8/2025",
                "unit",
                "Phòng Bưu chính viễn thông",
                "target",
                "Văn phòng",
                "function",
                "in ấn"));
        assertThat(lead(transferred)).contains("chuyển nhiệm vụ in ấn cho Văn phòng");
        String dissolved = recorded(clerk.post(
                "/units/events",
                "step",
                "record",
                "kind",
                "dissolve",
                "on",
                "1/9/2025",
                "unit",
                "Tổ Tần số",
                "taker",
                "Văn phòng",
                "takerFunction",
                "cấp phép"));
        assertThat(lead(dissolved)).contains("Tổ Tần số giải thể, nhiệm vụ giao cho Văn phòng (cấp phép)");

        // The renaming is history by now: no undoing, but a correcting event.
        assertThat(clerk.post(renamed + "/undo").getStatus()).isEqualTo(409);
        String id = renamed.substring(renamed.lastIndexOf('/') + 1);
        assertThat(clerk.get("/units/events/new?kind=create&corrects=" + id)
                        .select("input[name=corrects]")
                        .val())
                .isEqualTo(id);
        String correcting = recorded(clerk.post(
                "/units/events",
                "step",
                "record",
                "kind",
                "create",
                "on",
                "1/10/2025",
                "newName",
                "Tổ Bưu chính",
                "newKind",
                "DIVISION",
                "newParent",
                agency,
                "corrects",
                id));
        assertThat(clerk.get(renamed).select("a[href=" + correcting + "]")).hasSize(1);
    }

    @Test
    void all_mistakes_are_said_at_once_and_nothing_typed_is_lost() throws Exception {
        var clerk = pages.as("vanphong");
        var response = clerk.post(
                "/units/events",
                "kind",
                "consolidate",
                "on",
                "31/02/2025",
                "unit",
                "Phòng Không Có",
                "newName",
                "",
                "newParent",
                "Sở Khoa học");
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(Pages.parse(response).select("#on").val()).isEqualTo("31/02/2025");

        response = clerk.post(
                "/units/events",
                "kind",
                "consolidate",
                "on",
                "01/02/2025",
                "unit",
                "Phòng Không Có",
                "newName",
                "",
                "newParent",
                "Sở Khoa học");
        var page = Pages.parse(response);
        assertThat(page.select(".field-problem").eachText())
                .hasSize(4)
                .anyMatch(line -> line.contains("«Phòng Không Có»"))
                .anyMatch(line -> line.contains("Hãy ghi tên."));
        assertThat(page.select("input[name=unit]").first().val()).isEqualTo("Phòng Không Có");

        response = clerk.post(
                "/units/events",
                "kind",
                "split",
                "on",
                "01/02/2025",
                "unit",
                "Văn phòng",
                "partKind",
                "NEW",
                "part",
                "A",
                "partShare",
                "60",
                "partKind",
                "NEW",
                "part",
                "B",
                "partShare",
                "30");
        assertThat(Pages.parse(response).select(".field-problem").text()).contains("cộng lại bằng 100");
    }

    @Test
    void what_the_rules_forbid_is_said_above_the_form_that_keeps_what_was_typed() throws Exception {
        var clerk = pages.as("vanphong");
        var response = clerk.post(
                "/units/events",
                "step",
                "record",
                "kind",
                "move",
                "on",
                "01/01/2026",
                "unit",
                "Văn phòng",
                "target",
                "Sở Khoa học và Công nghệ",
                "note",
                "ghi chú của tôi");
        assertThat(response.getStatus()).isEqualTo(409);
        var page = Pages.parse(response);
        assertThat(page.select(".alert").text()).contains("đã ở đúng chỗ này");
        assertThat(page.select("textarea").text()).isEqualTo("ghi chú của tôi");
    }

    @Test
    void what_nobody_has_compared_with_the_decision_is_marked_and_units_of_one_name_are_told_apart() {
        var lines =
                pages.as("qlkh").get("/units/events?where=all&on=2025-07-01").select(".unit-events li");
        assertThat(lines.stream().filter(line -> line.text().contains("hợp nhất thành Tỉnh Gia Lai")))
                .allMatch(line -> line.text().contains("chưa xác minh"))
                .isNotEmpty();
        assertThat(lines.stream().filter(line -> line.text().contains("hợp nhất thành Tỉnh Bắc Ninh")))
                .noneMatch(line -> line.text().contains("chưa xác minh"))
                .isNotEmpty();
        assertThat(lines.eachText())
                .anyMatch(line -> line.contains("Sở Nội vụ (Bắc Giang)") && line.contains("Sở Nội vụ (Bắc Ninh)"))
                .noneMatch(line -> line.contains("Tỉnh Bắc Ninh ("));
    }

    @Test
    void an_event_of_hundreds_of_units_says_how_many_they_are() {
        var org = new Reorganisations(events);
        var stations = java.util.stream.IntStream.range(0, 130)
                .mapToObj(no -> NewUnit.of(
                        new Naming(vn.binhdang.organisation.UnitKind.CENTRE, "Trạm thủy văn " + no, null, null),
                        org.hoaGiang))
                .toList();
        var event = org.enter(Reorganisations.REFORM, new UnitChange.Create(stations));
        assertThat(lead("/units/events/" + event)).contains("126");
    }

    @Test
    void who_may_only_read_is_shown_no_way_to_change() {
        var reader = pages.as("qlkh");
        var unit = find("Phòng Chuyển đổi số").getFirst();
        assertThat(reader.get("/units/" + unit.id()).select("a[href*=/units/events/new]"))
                .isEmpty();
        assertThat(reader.fetch("/units/events/new").getStatus()).isEqualTo(403);
        assertThat(reader.post("/units/events", "kind", "dissolve").getStatus()).isEqualTo(403);
    }

    @Test
    void units_of_another_agency_are_seen_but_not_changed() throws Exception {
        var org = new Reorganisations(events);
        var department = org.found(vn.binhdang.organisation.UnitKind.DEPARTMENT, "Sở Thủy lợi Hoa Giang", org.hoaGiang);
        var event = org.merge(
                Reorganisations.REFORM,
                department,
                org.found(vn.binhdang.organisation.UnitKind.DEPARTMENT, "Sở Ngư nghiệp", org.hoaGiang));
        var clerk = pages.as("vanphong");
        assertThat(clerk.get("/units/" + department).select("#record")).isEmpty();
        assertThat(clerk.get("/units?q=so thuy loi&where=all").select("tbody tr"))
                .hasSize(1);
        assertThat(clerk.get("/units?q=so thuy loi").select("tbody tr")).isEmpty();
        assertThat(clerk.get("/units/events/" + event).select("form[action$=undo]"))
                .isEmpty();
        assertThat(clerk.post("/units/events/" + event + "/undo").getStatus()).isEqualTo(404);
        assertThat(clerk.post("/units/events/" + UnitEventId.create() + "/undo").getStatus())
                .isEqualTo(404);
        assertThat(clerk.get("/units/events?where=all").select(".unit-events").text())
                .contains("Sở Ngư nghiệp");
        assertThat(clerk.get("/units/events").select(".unit-events").text()).doesNotContain("Sở Ngư nghiệp");
        assertThat(clerk.fetch("/units/" + UnitId.create()).getStatus()).isEqualTo(404);
    }

    private List<Unit> find(String words) {
        return units.search(UnitSearch.of(words, java.time.LocalDate.of(2024, 1, 1), 10));
    }

    private String lead(String event) {
        return pages.as("vanphong").get(event).select(".lead").text();
    }

    private static String recorded(MockHttpServletResponse response) throws Exception {
        Document page = Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
        assertThat(response.getStatus())
                .as(page.select(".alert, .field-problem").text())
                .isEqualTo(302);
        return String.valueOf(response.getRedirectedUrl()).replace("?done", "");
    }

    private static String[] with(String[] typed, String... more) {
        var all = new java.util.ArrayList<>(List.of(typed));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
