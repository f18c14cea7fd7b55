package vn.binhdang.statistics.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class DimensionPagesTest {
    private static final String ALL = "/statistics/dimensions";

    @Autowired
    private Pages pages;

    @Autowired
    private Catalogues catalogues;

    @Autowired
    private JdbcClient jdbc;

    private Pages.Visit statistician;

    @BeforeEach
    void sign_in() {
        statistician = pages.as("thongke");
    }

    private String sector() {
        jdbc.sql("delete from stat_category where dimension_id in (select id from stat_dimension where code ="
                        + " 'SECTOR')")
                .update();
        jdbc.sql("delete from stat_dimension where code = 'SECTOR'").update();
        assertThat(statistician
                        .post(ALL, "code", "sector", "nameVi", "Lĩnh vực", "nameEn", "Sector")
                        .getRedirectedUrl())
                .isEqualTo(ALL + "/SECTOR?done=add");
        add("SECTOR", "HEALTH", "Y tế", "Health");
        add("SECTOR", "SCHOOL", "Giáo dục", "Education");
        return ALL + "/SECTOR";
    }

    private void add(String dimension, String code, String vi, String en) {
        assertThat(statistician
                        .post(ALL + "/" + dimension + "/categories", "code", code, "nameVi", vi, "nameEn", en)
                        .getStatus())
                .isEqualTo(302);
    }

    private List<String> categories(String dimension) {
        return dimension(dimension).categories().stream()
                .map(Catalogue.Category::code)
                .toList();
    }

    private Catalogue.Dimension dimension(String code) {
        return Objects.requireNonNull(catalogues.current().dimensions().get(code));
    }

    @Test
    void a_dimension_is_added_with_categories_and_offered_to_new_elements() {
        String address = sector();
        assertThat(categories("SECTOR")).containsExactly("HEALTH", "SCHOOL");
        assertThat(statistician.get(ALL).select("tbody td").eachText()).contains("Lĩnh vực", "SECTOR");
        assertThat(statistician.get(address, "en").select("#categories td").eachText())
                .contains("Health", "Education");
        assertThat(statistician.get("/statistics/elements/new").text()).contains("Lĩnh vực");
    }

    @Test
    void a_name_changes_from_a_day_on_and_the_former_one_stays_beside_it() {
        String address = sector();
        statistician.post(
                address + "/name",
                "category",
                "HEALTH",
                "nameVi-HEALTH",
                "Y tế, chăm sóc",
                "nameEn-HEALTH",
                "Health and care",
                "from-HEALTH",
                "01/03/2025");
        var page = statistician.get(address);
        assertThat(page.text()).contains("Y tế, chăm sóc", "Đến hết ngày trước 01/03/2025 gọi là: Y tế");
        assertThat(dimension("SECTOR").categories().getFirst().nameVi()).isEqualTo("Y tế, chăm sóc");
        var earlier = statistician.post(
                address + "/name",
                "category",
                "HEALTH",
                "nameVi-HEALTH",
                "Y",
                "nameEn-HEALTH",
                "H",
                "from-HEALTH",
                "28/02/2025");
        assertThat(earlier.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(earlier).text()).contains("Tên đã đổi từ ngày 01/03/2025");
        var future = statistician.post(
                address + "/name",
                "nameVi-",
                "Ngành",
                "nameEn-",
                "Branch",
                "from-",
                TypedDay.print(LocalDate.now(Today.ZONE).plusDays(1)));
        assertThat(future.getStatus()).isEqualTo(409);
        var wrong = statistician.post(
                address + "/name",
                "category",
                "HEALTH",
                "nameVi-HEALTH",
                "",
                "nameEn-HEALTH",
                "H",
                "from-HEALTH",
                "mai");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(wrong).select("#mistake-nameVi-HEALTH, #mistake-from-HEALTH"))
                .hasSize(2);
        assertThat(Pages.parse(wrong).select("#from-HEALTH").val()).isEqualTo("mai");
    }

    @Test
    void categories_are_put_in_order_taken_out_of_use_and_used_again() {
        String address = sector();
        statistician.post(address, "category", "SCHOOL", "act", "UP");
        assertThat(categories("SECTOR")).containsExactly("SCHOOL", "HEALTH");
        statistician.post(address, "category", "SCHOOL", "act", "UP");
        assertThat(categories("SECTOR")).containsExactly("SCHOOL", "HEALTH");
        statistician.post(address, "category", "SCHOOL", "act", "RETIRE");
        assertThat(dimension("SECTOR").categories().getFirst().retired()).isTrue();
        assertThat(statistician.get(address).select("#categories").text()).contains("thôi dùng từ");
        assertThat(statistician
                        .post(address, "category", "SCHOOL", "act", "RETIRE")
                        .getStatus())
                .isEqualTo(409);
        statistician.post(address, "category", "SCHOOL", "act", "RESUME");
        assertThat(dimension("SECTOR").categories().getFirst().retired()).isFalse();

        statistician.post(address, "act", "RETIRE");
        assertThat(statistician.get("/statistics/elements/new").text()).doesNotContain("Lĩnh vực");
        assertThat(statistician
                        .post(address + "/categories", "code", "ART", "nameVi", "Văn hoá", "nameEn", "Arts")
                        .getStatus())
                .isEqualTo(409);
        statistician.post(address, "act", "RESUME");
    }

    @Test
    void what_elements_are_told_apart_by_is_never_deleted_and_what_nobody_used_is() {
        for (String[] what : new String[][] {{"act", "DELETE"}, {"category", "F", "act", "DELETE"}}) {
            var refused = statistician.post(ALL + "/SEX", what);
            assertThat(refused.getStatus()).isEqualTo(409);
            assertThat(Pages.parse(refused).text()).contains("không xoá được", "Thôi dùng");
        }
        assertThat(categories("SEX")).startsWith("F", "M");
        String address = sector();
        statistician.post(address, "category", "HEALTH", "act", "DELETE");
        assertThat(categories("SECTOR")).containsExactly("SCHOOL");
        statistician.post(address, "act", "DELETE");
        assertThat(catalogues.current().dimensions()).doesNotContainKey("SECTOR");
        assertThat(statistician.fetch(address).getStatus()).isEqualTo(404);
    }

    @Test
    void a_category_that_comes_later_is_not_missed_in_the_forms_there_are() {
        add("LEGAL_STATUS", "VOLUNTEER", "Tình nguyện viên", "Volunteers");
        var later = dimension("LEGAL_STATUS").categories().getLast();
        assertThat(later.code()).isEqualTo("VOLUNTEER");
        assertThat(later.later()).isTrue();
        assertThat(later.mayLack()).isTrue();
        assertThat(statistician
                        .get(ALL + "/LEGAL_STATUS")
                        .select("#categories tbody tr")
                        .last()
                        .text())
                .contains(TypedDay.print(LocalDate.now(Today.ZONE)));
    }

    @Test
    void what_cannot_be_read_or_is_there_already_is_told() {
        var wrong = statistician.post(ALL, "code", "mã có dấu", "nameVi", "", "nameEn", "x".repeat(301));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(wrong).select("#mistake-code, #mistake-nameVi, #mistake-nameEn"))
                .hasSize(3);
        assertThat(statistician
                        .post(ALL, "code", "SEX", "nameVi", "Giới", "nameEn", "Sex")
                        .getStatus())
                .isEqualTo(409);
        assertThat(statistician
                        .post(ALL + "/SEX/categories", "code", "F", "nameVi", "Nữ", "nameEn", "Women")
                        .getStatus())
                .isEqualTo(409);
        var category = statistician.post(ALL + "/SEX/categories", "code", "", "nameVi", "Khác", "nameEn", "Other");
        assertThat(category.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(category).select("#nameVi").val()).isEqualTo("Khác");
        assertThat(statistician.post(ALL + "/NOT_THERE", "act", "DELETE").getStatus())
                .isEqualTo(404);
        assertThat(statistician
                        .post(ALL + "/SEX", "category", "NOT_THERE", "act", "UP")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void who_only_reads_sees_the_dimensions_and_changes_none() {
        var reader = pages.as("giamdoc");
        assertThat(reader.get(ALL).select("form[method=post][action^=" + ALL + "]"))
                .isEmpty();
        assertThat(reader.get(ALL + "/SEX").select("form[method=post][action^=" + ALL + "]"))
                .isEmpty();
        assertThat(reader.post(ALL, "code", "X", "nameVi", "x", "nameEn", "x").getStatus())
                .isEqualTo(403);
        assertThat(reader.post(ALL + "/SEX", "act", "RETIRE").getStatus()).isEqualTo(403);
    }
}
