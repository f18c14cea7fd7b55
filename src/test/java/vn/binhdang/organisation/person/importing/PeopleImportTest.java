package vn.binhdang.organisation.person.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class PeopleImportTest {
    private static final String HEADINGS =
            "Họ và tên,Giới tính,Năm sinh,Số hiệu,Đối tượng,Đơn vị,Chức vụ/ vị trí,Từ ngày,Trình độ,Đoàn viên công"
                    + " đoàn,Người trùng tên\n";

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_list_is_shown_and_written_and_a_second_time_changes_nothing() {
        String list = HEADINGS
                + "Lò Thị Ban,Nữ,1990,A1,Công chức,VP,Chuyên viên,01/7/2025,Đại học,có,\n"
                + "Lò Văn Bun,Nam,1991,A2,Viên chức,Trung tâm CNTT&TT,Kỹ sư,01/8/2025,,,\n";
        String address = bring(list);
        assertThat(figures(address)).containsExactly("2", "0", "0");
        assertThat(count("Ban")).isZero();
        write(address);
        assertThat(page(person("A1")).text())
                .contains(
                        "Lò Thị Ban", "1990", "Đại học", "01/07/2025 Vào làm: Chuyên viên, Văn phòng", "nhập từ Excel");
        assertThat(figures(bring(list))).containsExactly("0", "0", "2");
    }

    @Test
    void somebody_known_by_code_who_sits_elsewhere_is_moved_with_history() {
        write(bring(HEADINGS + "Lò Thị Mua,Nữ,1990,B1,Công chức,VP,Chuyên viên,01/7/2024,,,\n"));
        String address = bring(HEADINGS + "Lò Thị Mua,Nữ,,B1,Viên chức,Phòng QLKH,Chuyên viên,01/7/2025,,,\n");
        assertThat(figures(address)).containsExactly("0", "1", "0");
        write(address);
        assertThat(page(person("B1")).select(".history").text())
                .contains(
                        "01/07/2025 Chuyển từ Văn phòng sang Phòng Quản lý khoa học",
                        "Đối tượng: từ Công chức thành Viên chức");
        assertThat(page(person("B1")).select(".facts").text()).contains("1990");
        pages.as("vanphong").post("/people/" + person("B1") + "/undo", "revision", "2");
        assertThat(page(person("B1")).select(".history").text()).doesNotContain("Chuyển từ");
    }

    @Test
    void a_namesake_elsewhere_is_asked_about_and_the_answer_decides() {
        write(bring(HEADINGS + "Lò Thị Hạnh,Nữ,1980,,Công chức,VP,Chuyên viên,01/7/2024,,,\n"));
        String row = "Lò Thị Hạnh,Nữ,1980,,Công chức,QLKH,Chuyên viên,01/7/2025,,,";
        var asked = pages.as("vanphong").get(bring(HEADINGS + row + "\n"));
        assertThat(asked.select("table.import-mistakes tbody").text())
                .contains("2 Người trùng tên Có phải người này?", "sinh năm 1980, ở Văn phòng");
        assertThat(figures(bring(HEADINGS + row + "Đúng người đã có\n"))).containsExactly("0", "1", "0");
        String other = bring(HEADINGS + row + "Người khác\n");
        assertThat(figures(other)).containsExactly("1", "0", "0");
        write(other);
        assertThat(count("Hạnh")).isEqualTo(2);
        var which = pages.as("vanphong").get(bring(HEADINGS + row.replace("QLKH", "QLCN") + "Đúng người đã có\n"));
        assertThat(which.select("table.import-mistakes tbody").text()).contains("Đã có 2 người cùng tên");
    }

    @Test
    void every_mistake_stands_by_row_and_column_and_nothing_is_written() {
        var page = pages.as("vanphong")
                .get(bring(HEADINGS
                        + "Sầu,Nữ,1990,,Công chức,VP,Chuyên viên,01/7/2025,,,\n"
                        + "Lò Thị Sáo,Gái,1890,,Công chức,Phòng Không có,Chuyên viên,01/7/2025,,,\n"
                        + "Lò Thị Sen,Nữ,,,,VP,Chuyên viên,32/7/2025,,,\n"
                        + "Lò Thị Sim,Nữ,1999,C9,Công chức,VP,Chuyên viên,01/7/2025,,,\n"
                        + "Lò Thị Sính,Nữ,1999,C9,Công chức,VP,Chuyên viên,01/7/2025,,,\n"
                        + "Lò Thị Sao,Nữ,1999,,Công chức,VP,Chuyên viên,01/7/2025,,,\n"
                        + "Lò Thị Sao,Nữ,1999,,Công chức,VP,Chuyên viên,01/7/2025,,,\n"
                        + "Trần Thị Ngọc Ánh,Nữ,1988,,Công chức,VP,Trưởng phòng,01/01/2020,,,\n"));
        var rows = page.select("table.import-mistakes tbody tr").eachText();
        assertThat(rows)
                .anySatisfy(row -> assertThat(row).startsWith("2 Họ và tên").contains("không phải họ và tên đầy đủ"))
                .anySatisfy(row -> assertThat(row).startsWith("3 Giới tính"))
                .anySatisfy(row -> assertThat(row).startsWith("3 Năm sinh").contains("bốn chữ số"))
                .anySatisfy(row -> assertThat(row).startsWith("3 Đơn vị").contains("không có đơn vị “Phòng Không có”"))
                .anySatisfy(row -> assertThat(row).startsWith("4 Đối tượng Ô này bắt buộc"))
                .anySatisfy(row -> assertThat(row).startsWith("4 Từ ngày").contains("không phải là ngày"))
                .anySatisfy(row -> assertThat(row).startsWith("6 Số hiệu").contains("đã có ở dòng 5"))
                .anySatisfy(row -> assertThat(row).startsWith("8 Họ và tên").contains("đã có ở dòng 7"))
                .anySatisfy(row -> assertThat(row).startsWith("9 Từ ngày").contains("bắt đầu đúng ngày này"))
                .hasSize(9);
        assertThat(count("Sim")).isZero();
    }

    @Test
    void a_code_of_somebody_else_is_no_match() {
        write(bring(HEADINGS + "Lò Thị Vui,Nữ,1990,D1,Công chức,VP,Chuyên viên,01/7/2024,,,\n"));
        var page = pages.as("vanphong")
                .get(bring(HEADINGS + "Lò Thị Buồn,Nữ,1990,D1,Công chức,VP,Chuyên viên,01/7/2024,,,\n"));
        assertThat(page.select("table.import-mistakes tbody").text()).contains("một người tên khác");
    }

    @Test
    void a_code_that_two_brought_along_from_merged_agencies_is_told_apart_by_the_name() {
        write(bring(HEADINGS + "Lò Thị Lan,Nữ,1990,M1,Công chức,VP,Chuyên viên,01/7/2024,,,\n"));
        write(bring(HEADINGS + "Lò Thị Huệ,Nữ,1991,M2,Công chức,VP,Chuyên viên,01/7/2024,,,\n"));
        jdbc.sql("update person set staff_code = 'M1' where staff_code = 'M2'").update();
        String list = HEADINGS + "Lò Thị Huệ,Nữ,1991,M1,Công chức,Phòng QLKH,Chuyên viên,01/7/2025,,,\n";
        assertThat(figures(bring(list))).containsExactly("0", "1", "0");
        write(bring(list));
        assertThat(count("Huệ")).isEqualTo(1);
        assertThat(pages.as("vanphong")
                        .get(bring(HEADINGS + "Lò Thị Cúc,Nữ,1991,M1,Công chức,VP,Chuyên viên,01/7/2025,,,\n"))
                        .select("table.import-mistakes tbody")
                        .text())
                .contains("một người tên khác");
    }

    @Test
    void a_unit_out_of_reach_is_not_there() {
        jdbc.sql("""
            update role_grant set scope_id = unit_id
            where  role = 'OFFICE_CLERK' and account_id = (select id from account where username = 'vanthu')
            """).update();
        var visit = pages.as("vanthu");
        String row = HEADINGS + "Lò Thị Xa,Nữ,1990,,Công chức,Phòng QLKH,Chuyên viên,01/7/2025,,,\n";
        var response = visit.upload(
                "/imports/new/people",
                new MockMultipartFile("file", "a.csv", "text/csv", row.getBytes(StandardCharsets.UTF_8)));
        String address = Objects.requireNonNull(response.getRedirectedUrl());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> visit.part(address).select("progress").isEmpty());
        assertThat(visit.get(address).select("table.import-mistakes tbody").text())
                .contains("không có đơn vị");
    }

    @Test
    void the_template_is_filled_in_with_excel_and_read_back() throws IOException {
        var template = pages.as("vanphong").fetch("/imports/new/people/template");
        assertThat(template.getHeader("Content-Disposition")).contains("mau-nhap-nhan-su.xlsx");
        byte[] filled;
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template.getContentAsByteArray()));
                var out = new ByteArrayOutputStream()) {
            var sheet = book.getSheet("Dữ liệu");
            var row = sheet.createRow(2);
            for (int i = 0; i < sheet.getRow(0).getLastCellNum(); i++)
                row.createCell(i)
                        .setCellValue(
                                switch (sheet.getRow(0)
                                        .getCell(i)
                                        .getStringCellValue()
                                        .replace(" *", "")) {
                                    case "Họ và tên" -> "Lò Thị Thắm";
                                    case "Giới tính" -> "Nữ";
                                    case "Đối tượng" -> "Người lao động";
                                    case "Đơn vị" -> "Sở KH&CN / Văn phòng";
                                    case "Chức vụ, vị trí" -> "Nhân viên phục vụ";
                                    case "Từ ngày" -> "01/10/2025";
                                    default -> "";
                                });
            book.write(out);
            filled = out.toByteArray();
        }
        String address = bring("mau.xlsx", filled);
        assertThat(figures(address)).containsExactly("1", "0", "0");
        assertThat(pages.as("vanphong").get(address, "en").text()).contains("Lò Thị Thắm", "Văn phòng");
        write(address);
        assertThat(count("Thắm")).isEqualTo(1);
    }

    @Test
    void who_may_not_change_people_has_no_such_import() {
        assertThat(pages.as("quantri").fetch("/imports/new/people").getStatus()).isEqualTo(404);
        assertThat(pages.as("giamdoc").fetch("/imports/new/people").getStatus()).isEqualTo(403);
    }

    private String bring(String list) {
        return bring("nhan-su.csv", list.getBytes(StandardCharsets.UTF_8));
    }

    private String bring(String name, byte[] content) {
        var response = pages.as("vanphong")
                .upload("/imports/new/people", new MockMultipartFile("file", name, "text/csv", content));
        assertThat(response.getStatus()).isEqualTo(302);
        String address = Objects.requireNonNull(response.getRedirectedUrl());
        await(address);
        return address;
    }

    private void write(String address) {
        assertThat(pages.as("vanphong").post(address + "/write").getStatus()).isEqualTo(302);
        await(address);
        assertThat(pages.as("vanphong").get(address).text()).contains("Đã ghi tất cả");
    }

    private void await(String address) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        pages.as("vanphong").part(address).select("progress").isEmpty());
    }

    private java.util.List<String> figures(String address) {
        return pages.as("vanphong").get(address).select(".figure-big b").eachText();
    }

    private Document page(UUID person) {
        return pages.as("vanphong").get("/people/" + person);
    }

    private UUID person(String code) {
        return jdbc.sql("select id from person where staff_code = :code")
                .param("code", code)
                .query(UUID.class)
                .single();
    }

    private int count(String given) {
        return jdbc.sql("select count(*) from person where given_name = :name")
                .param("name", given)
                .query(Integer.class)
                .single();
    }
}
