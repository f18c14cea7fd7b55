package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/** The office brings its staff in, moves somebody and counts; a person has something put right. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
class StaffFromExcelTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final List<String> HEADINGS = List.of(
            "Họ và tên", "Giới tính", "Năm sinh", "Số hiệu", "Đối tượng", "Đơn vị", "Chức vụ, vị trí", "Từ ngày");

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void a_department_and_a_browser(@Autowired SampleDepartment department, @LocalServerPort int port) {
        department.found(FIRST_PASSWORD);
        browser = new Browser(port);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void from_an_excel_list_to_figures_and_from_a_wish_to_a_correction() throws IOException {
        firstSignIn("vanphong");
        theListIsBroughtInAndOneMistakeMended();
        somebodyMovesAndIsCountedWhereTheySat();
        firstSignIn("thongke");
        aPersonAsksForACorrection();
        browser.signOut();
        browser.signIn("vanphong", PASSWORD);
        theOfficeAccepts();
        browser.signOut();
        browser.signIn("thongke", PASSWORD);
        browser.open("/account/record");
        browser.see("Đã đính chính");
        assertThat(browser.find(".facts").getText()).contains("1991");
        look("people-own-record-answered");
    }

    private void theListIsBroughtInAndOneMistakeMended() throws IOException {
        browser.press("Nhân sự");
        look("people-list");
        browser.press("Nhập từ Excel");
        look("people-import");
        bring("Phòng Không Có");
        browser.see("Ngày 01/07/2025 không có đơn vị “Phòng Không Có”");
        look("people-import-mistakes");
        browser.press("Gửi tệp đã sửa");
        bring("Phòng CĐS");
        browser.see("Lò Thị Hoa");
        look("people-import-preview");
        browser.press("Xác nhận và ghi");
        browser.see("Đã ghi tất cả");
    }

    private void bring(String unit) throws IOException {
        var file = folder.resolve("nhan-su.xlsx");
        try (var book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Danh sách");
            row(sheet.createRow(0), HEADINGS);
            row(
                    sheet.createRow(1),
                    List.of(
                            "Lò Thị Hoa",
                            "Nữ",
                            "1990",
                            "HG-031",
                            "Công chức",
                            "Văn phòng",
                            "Chuyên viên",
                            "01/07/2025"));
            row(
                    sheet.createRow(2),
                    List.of("Vàng A Páo", "Nam", "1985", "HG-032", "Viên chức", unit, "Kỹ sư", "01/07/2025"));
            book.write(out);
        }
        browser.find("#file").sendKeys(file.toString());
        browser.press("Kiểm tra tệp");
    }

    private static void row(org.apache.poi.ss.usermodel.Row row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) row.createCell(i).setCellValue(cells.get(i));
    }

    private void somebodyMovesAndIsCountedWhereTheySat() {
        browser.open("/people");
        browser.type("#q", "vang a pao");
        browser.press("Tìm");
        browser.press("Vàng A Páo");
        browser.see("Quá trình");
        look("people-person");
        browser.press("Chuyển đơn vị, chức vụ");
        look("people-move");
        browser.find("#unit").sendKeys("Văn phòng");
        browser.type("#title", "Chuyên viên");
        browser.type("#from", "01/10/2025");
        browser.press("Lưu việc chuyển");
        browser.see("Chuyển từ Phòng Chuyển đổi số sang Văn phòng");
        look("people-moved");
        browser.open("/people/figures");
        browser.type("#on", "30/09/2025");
        browser.press("Xem số liệu");
        assertThat(counted("Phòng Chuyển đổi số")).isEqualTo("4");
        assertThat(counted("Văn phòng")).isEqualTo("6");
        look("people-figures");
        browser.type("#on", "01/10/2025");
        browser.press("Xem số liệu");
        browser.see("01/10/2025");
        assertThat(counted("Phòng Chuyển đổi số")).isEqualTo("3");
        assertThat(counted("Văn phòng")).isEqualTo("7");
        browser.open("/people/new");
        look("people-enter");
        browser.open("/people/why");
        look("people-why");
        browser.signOut();
    }

    private String counted(String unit) {
        return browser.waiting()
                .until(d -> d.findElements(By.cssSelector(".figures-tables tbody tr")).stream()
                        .map(row -> row.findElements(By.tagName("td")))
                        .filter(cells -> cells.getFirst().getText().equals(unit))
                        .map(cells -> cells.get(1).getText())
                        .findFirst()
                        .orElse(null));
    }

    private void aPersonAsksForACorrection() {
        browser.click(".visitor summary");
        browser.press("Hồ sơ của tôi");
        browser.see("Ai đã xem hồ sơ");
        look("people-own-record");
        browser.find("#field").sendKeys("Năm sinh");
        browser.type("#words", "Tôi sinh năm 1991, hồ sơ ghi 1990.");
        browser.press("Gửi văn phòng");
        browser.see("Chờ trả lời");
    }

    private void theOfficeAccepts() {
        browser.open("/people/requests");
        look("people-requests");
        browser.press("Ngô Quốc Bảo");
        browser.see("Tôi sinh năm 1991");
        look("people-request");
        browser.type("#birthYear", "1991");
        browser.press("Lưu đính chính và trả lời");
        browser.see("Đã đính chính");
    }

    /** At both widths and in both languages; the pictures are of the desktop in Vietnamese and of the phone in English. */
    private static void look(String name) {
        browser.checkPage();
        browser.picture(name);
        browser.onPhone();
        browser.checkPage();
        String path = browser.path();
        inTheOtherLanguage("English", path);
        browser.checkPage();
        browser.picture(name + "-phone");
        browser.onDesktop();
        browser.checkPage();
        inTheOtherLanguage("Tiếng Việt", path);
    }

    private static void inTheOtherLanguage(String name, String path) {
        browser.press(name);
        browser.waiting()
                .until(d -> d.findElements(By.cssSelector(".language button")).stream()
                        .noneMatch(button -> button.getText().equals(name)));
        browser.open(path);
    }

    private static void firstSignIn(String username) {
        browser.signIn(username, FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
    }
}
