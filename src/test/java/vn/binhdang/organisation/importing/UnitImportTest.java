package vn.binhdang.organisation.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.organisation.Units;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class UnitImportTest {
    static final String HEADINGS =
            "Tên đơn vị,Loại đơn vị,Hiệu lực từ ngày,Tên ngắn,Mã định danh điện tử,Mã định danh của cấp trên,Đường dẫn"
                    + " cấp trên\n";
    static final String DEPARTMENT = "UBND tỉnh Hoa Giang / Sở Khoa học và Công nghệ";
    static final String GOOD = HEADINGS
            + "Trung tâm Thử nghiệm,Trung tâm,01/7/2025,TT Thử nghiệm,X01.1,," + DEPARTMENT + "\n"
            + "Phòng Đo lường,Phòng,01/7/2025,,X01.1.1,X01.1,\n"
            + "Phòng Hành chính,Phòng,01/8/2025,,,,Trung tâm Thử nghiệm\n";
    static final LocalDate DAY = LocalDate.of(2025, 9, 1);

    @Autowired
    Pages pages;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SheetImports imports;

    @Test
    void a_table_is_checked_shown_and_written_and_a_second_time_changes_nothing() {
        var visit = pages.as("vanphong");
        String address = bring("vanphong", "don-vi.csv", GOOD);
        var preview = visit.get(address);
        assertThat(preview.text()).contains("Chờ xác nhận", "Trung tâm Thử nghiệm", "Phòng Đo lường");
        assertThat(preview.select(".figure-big b").eachText()).containsExactly("3", "0", "0");
        assertThat(found("Trung tâm Thử nghiệm")).isEmpty();

        write("vanphong", address);
        assertThat(visit.get(address).text()).contains("Đã ghi tất cả");
        var centre = found("Trung tâm Thử nghiệm").getFirst();
        assertThat(units.ancestors(centre.id(), DAY))
                .extracting(Unit::name)
                .containsExactly("Ủy ban nhân dân tỉnh Hoa Giang", "Sở Khoa học và Công nghệ");
        assertThat(units.below(centre.id(), DAY))
                .extracting(Unit::name)
                .containsExactly("Phòng Đo lường", "Phòng Hành chính");
        assertThat(units.below(centre.id(), LocalDate.of(2025, 7, 15)))
                .extracting(Unit::name)
                .containsExactly("Phòng Đo lường");
        assertThat(jdbc.sql("select content is null and preview is null from sheet_import where id = cast(:id as uuid)")
                        .param("id", address.substring("/imports/".length()))
                        .query(Boolean.class)
                        .single())
                .isTrue();

        var again = visit.get(bring("vanphong", "don-vi.csv", GOOD));
        assertThat(again.select(".figure-big b").eachText()).containsExactly("0", "0", "3");
        assertThat(again.select("form[action$=/write]")).isEmpty();
    }

    @Test
    void a_table_that_nobody_confirms_is_thrown_away_after_the_days_that_its_page_names() {
        var visit = pages.as("vanphong");
        String address = bring("vanphong", "don-vi.csv", GOOD.replace("X01", "X77"));
        imports.forget();
        assertThat(visit.get(address).text()).contains("Chờ xác nhận", "Tệp được giữ đến hết ngày");
        jdbc.sql("update sheet_import set brought_at = brought_at - interval '8 days' where id = cast(:id as uuid)")
                .param("id", address.substring("/imports/".length()))
                .update();
        imports.forget();
        assertThat(visit.get(address).text()).contains("Đã hủy").doesNotContain("Tệp được giữ");
        assertThat(jdbc.sql("""
            select count(*) from sheet_import s join audit_row a on a.record_id = s.id
            where  s.id = cast(:id as uuid) and s.content is null and s.preview is null
            and    a.action = 'organisation.import.forget'
            """)
                        .param("id", address.substring("/imports/".length()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void another_name_is_a_renaming_on_the_day_of_the_row_and_another_parent_a_move() {
        write(
                "vanphong",
                bring(
                        "vanphong",
                        "don-vi.csv",
                        GOOD.replace("X01", "X02").replace("Thử", "Kiểm").replace("Đo lường", "Đo đạc")));
        String address = bring(
                "vanphong",
                "doi.csv",
                HEADINGS + "Phòng Đo đạc và Kiểm định,Phòng,01/01/2026,,X02.1.1,," + DEPARTMENT + "\n");
        var preview = pages.as("vanphong").get(address, "en");
        assertThat(preview.select(".figure-big b").eachText()).containsExactly("0", "1", "0");
        assertThat(preview.text()).contains("Phòng Đo đạc → Phòng Đo đạc và Kiểm định");
        write("vanphong", address);
        var unit = found("Phòng Đo đạc").getFirst();
        assertThat(units.on(unit.id(), LocalDate.of(2025, 12, 31)).name()).isEqualTo("Phòng Đo đạc");
        assertThat(units.on(unit.id(), LocalDate.of(2026, 1, 1)).name()).isEqualTo("Phòng Đo đạc và Kiểm định");
        assertThat(units.ancestors(unit.id(), LocalDate.of(2025, 12, 31))
                        .getLast()
                        .name())
                .isEqualTo("Trung tâm Kiểm nghiệm");
        assertThat(units.ancestors(unit.id(), LocalDate.of(2026, 1, 1))
                        .getLast()
                        .name())
                .isEqualTo("Sở Khoa học và Công nghệ");
    }

    @Test
    void a_unit_that_is_there_gets_the_code_of_its_row_on_the_day_of_the_row() {
        String table = HEADINGS
                + "Trung tâm Định nghiệm,Trung tâm,01/7/2025,,,," + DEPARTMENT + "\n"
                + "Phòng Phép đo,Phòng,01/7/2025,,,,Trung tâm Định nghiệm\n";
        write("vanphong", bring("vanphong", "don-vi.csv", table));
        var centre = found("Trung tâm Định nghiệm").getFirst().id();

        String row = "Trung tâm Định nghiệm,Trung tâm,%s,,%s,," + DEPARTMENT + "\n";
        String address = bring("vanphong", "ma.csv", HEADINGS + row.formatted("01/8/2025", "X03.1"));
        var preview = pages.as("vanphong").get(address);
        assertThat(preview.select(".figure-big b").eachText()).containsExactly("0", "1", "0");
        assertThat(preview.text()).contains("Mã định danh điện tử: – → X03.1");
        write("vanphong", address);
        assertThat(units.byCode(CodeScheme.E_IDENTIFIER, "X03.1", LocalDate.of(2025, 7, 31)))
                .isEmpty();
        assertThat(units.byCode(CodeScheme.E_IDENTIFIER, "X03.1", LocalDate.of(2025, 8, 1)))
                .map(Unit::id)
                .contains(centre);

        // The same code from an earlier day is the same unit's; another unit's it is not.
        address = bring("vanphong", "ma.csv", HEADINGS + row.formatted("15/7/2025", "X03.1"));
        assertThat(pages.as("vanphong").get(address, "en").text()).contains("– → X03.1");
        write("vanphong", address);
        assertThat(units.byCode(CodeScheme.E_IDENTIFIER, "X03.1", LocalDate.of(2025, 7, 15)))
                .map(Unit::id)
                .contains(centre);
        var wrong = pages.as("vanphong")
                .get(bring(
                        "vanphong",
                        "ma.csv",
                        HEADINGS + "Phòng Phép đo,Phòng,02/7/2025,,X03.1,,Trung tâm Định nghiệm\n"));
        assertThat(wrong.select("table.import-mistakes tbody").text())
                .contains("Mã X03.1 từ ngày 15/07/2025 thuộc về Trung tâm Định nghiệm.");
    }

    @Test
    void every_mistake_stands_in_one_list_by_row_and_column_and_nothing_is_written() {
        String address = bring(
                "vanphong",
                "sai.csv",
                HEADINGS
                        + "Phòng Một,Phòng,,,,," + DEPARTMENT + "\n"
                        + "Phòng Hai,Phòng ban,01/7/2025,,x-1,," + DEPARTMENT + "\n"
                        + "Phòng Ba,Phòng,01/7/2025,,,,Sở Không có\n"
                        + "Phòng Bốn,Phòng,01/7/2025,,,,Tỉnh Bắc Ninh\n"
                        + "Phòng Năm,Phòng,01/7/2025,,,,\n"
                        + "Phòng Sáu,Phòng,01/7/2025,,,,Sở Khoa học và Công nghệ\n"
                        + "Phòng Bảy,Phòng,01/7/2025,,,Z99,\n");
        var page = pages.as("vanphong").get(address);
        assertThat(page.select("table.import-mistakes tbody tr").eachText())
                .containsExactly(
                        "2 Hiệu lực từ ngày Ô này bắt buộc nhưng đang để trống.",
                        "3 Loại đơn vị “Phòng ban” không có trong danh mục của cột này. Xem trang Danh mục của tệp"
                                + " mẫu.",
                        "3 Mã định danh điện tử “x-1” không phải mã định danh: chữ số, chữ hoa không dấu, các nhóm cách"
                                + " nhau bằng dấu chấm, nhiều nhất 35 ký tự.",
                        "4 Đường dẫn cấp trên Không thấy cấp trên “Sở Không có” vào ngày 01/07/2025, cả trong tệp này.",
                        "5 Đường dẫn cấp trên Bạn không được giao thêm đơn vị dưới “Tỉnh Bắc Ninh”.",
                        "6 Chưa ghi cấp trên. Hãy điền một trong ba cột về cấp trên.",
                        "7 Đường dẫn cấp trên Có nhiều đơn vị trùng với “Sở Khoa học và Công nghệ” vào ngày 01/07/2025."
                                + " Hãy ghi thêm tên cấp cao hơn hoặc dùng mã.",
                        "8 Mã định danh của cấp trên Không có đơn vị nào mang mã Z99 vào ngày 01/07/2025, cả trong tệp"
                                + " này.");
        var english = pages.as("vanphong").get(address, "en");
        assertThat(english.text()).contains("8 mistakes", "This cell is required but empty.");
        assertThat(pages.as("vanphong").post(address + "/write").getStatus()).isEqualTo(409);
        assertThat(found("Phòng Một")).isEmpty();

        var csv = pages.as("vanphong").fetch(address + "/mistakes.csv");
        assertThat(new String(csv.getContentAsByteArray(), StandardCharsets.UTF_8))
                .startsWith("\uFEFF\"Dòng\",\"Cột\",\"Lỗi và cách sửa\"")
                .contains("\"5\",\"Đường dẫn cấp trên\",");
        assertThat(pages.as("vanphong").fetch(address + "/mistakes.xlsx").getContentAsByteArray())
                .startsWith('P', 'K');
    }

    @Test
    void a_file_that_is_no_table_is_refused_in_words() {
        var page = pages.as("vanphong").get(bring("vanphong", "don-vi.xlsm", "x"));
        assertThat(page.select("[role=alert]").text()).contains("có chứa macro");
        assertThat(pages.as("vanphong").get("/imports/new/units").text()).contains("don-vi.xlsm", "Không đọc được");
    }

    @Test
    void what_waits_can_be_thrown_away_and_is_then_gone() {
        String address = bring("vanphong", "don-vi.csv", GOOD);
        assertThat(pages.as("vanphong").post(address + "/cancel").getStatus()).isEqualTo(302);
        assertThat(pages.as("vanphong").get(address).text()).contains("Đã hủy");
        assertThat(pages.as("vanphong").post(address + "/write").getStatus()).isEqualTo(409);
    }

    @Test
    void an_import_is_seen_by_whoever_brought_it_and_by_nobody_else() {
        String address = bring("vanphong", "don-vi.csv", GOOD);
        assertThat(pages.as("quantri").fetch(address).getStatus()).isEqualTo(404);
        assertThat(pages.as("qlkh").fetch(address).getStatus()).isEqualTo(403);
        assertThat(pages.as("qlkh").fetch("/imports/new/units").getStatus()).isEqualTo(403);
        assertThat(pages.as("vanphong").fetch("/imports/new/khong-co").getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_template_has_a_heading_for_each_column_and_is_accepted_back() {
        var template = pages.as("vanphong").fetch("/imports/new/units/template");
        assertThat(template.getHeader("Content-Disposition")).contains("mau-nhap-don-vi.xlsx");
        String address = bring("vanphong", "mau.xlsx", template.getContentAsByteArray());
        assertThat(pages.as("vanphong").get(address).select("[role=alert]").text())
                .contains("không có dòng dữ liệu nào");
    }

    private String bring(String username, String name, String content) {
        return bring(username, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private String bring(String username, String name, byte[] content) {
        var response = pages.as(username)
                .upload("/imports/new/units", new MockMultipartFile("file", name, "text/csv", content));
        assertThat(response.getStatus()).isEqualTo(302);
        String address = response.getRedirectedUrl();
        await(username, address);
        return address;
    }

    private void write(String username, String address) {
        assertThat(pages.as(username).post(address + "/write").getStatus()).isEqualTo(302);
        await(username, address);
    }

    private void await(String username, String address) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> pages.as(username).part(address).select("progress").isEmpty());
    }

    private List<Unit> found(String words) {
        return units.search(UnitSearch.of(words, DAY, 5));
    }
}
