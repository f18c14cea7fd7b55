package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/** The map of the country on two days, and a table of units with mistakes, corrected and written. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
class MergerAndImportTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final String HEADINGS = "Tên đơn vị;Loại đơn vị;Hiệu lực từ ngày;Đường dẫn cấp trên\n";
    private static final String DEPARTMENT = "UBND tỉnh Hoa Giang / Sở Khoa học và Công nghệ\n";

    private static Browser browser;

    @BeforeAll
    static void a_department_and_a_browser(@Autowired SampleDepartment department, @LocalServerPort int port) {
        department.found(FIRST_PASSWORD);
        browser = new Browser(port);
        browser.signIn("vanphong", FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void the_slider_shows_bac_giang_and_bac_ninh_become_one() throws IOException {
        browser.open("/units/tree?on=30/06/2025");
        browser.see("Tỉnh Bắc Giang");
        browser.checkPage();
        browser.picture("tree-before");

        browser.find("#stop").sendKeys(Keys.ARROW_RIGHT);
        browser.waiting().until(d -> browser.path().contains("on=2025-07-01"));
        browser.see("63 → 34");
        browser.see("mới, từ Tỉnh Bắc Giang, Tỉnh Bắc Ninh");
        browser.click(".tree-changes summary");
        browser.see("Tỉnh Bắc Giang + Tỉnh Bắc Ninh → Tỉnh Bắc Ninh");
        browser.checkPage();
        browser.picture("tree-merger");
        try (var paper = printed()) {
            assertThat(paper.getNumberOfPages()).isLessThanOrEqualTo(3);
            assertThat(new PDFTextStripper().getText(paper)).contains("63 → 34", "Trung tâm Công nghệ thông tin");
        }
        browser.click(".tree-changes summary");

        var merged = browser.driver()
                .findElement(By.xpath("//li[contains(@class,'tree-begins')][div//a[.='Tỉnh Bắc Ninh']]"));
        browser.click(merged.findElement(By.cssSelector(".tree-toggle")));
        browser.waiting()
                .until(d -> d.findElements(By.xpath("//li[contains(@class,'tree-begins')][div//a[.='Tỉnh Bắc"
                                        + " Ninh']]/ul/li//a[.='Sở Nội vụ']"))
                                .size()
                        > 0);

        browser.onPhone();
        browser.open("/units/tree?on=2025-07-01");
        browser.checkPage();
        browser.picture("tree-phone");
        browser.onDesktop();
        browser.click("form.language button");
        browser.see("The organisation on");
        browser.open("/units/tree?on=2025-07-01");
        browser.see("provinces and cities");
        browser.checkPage();
        browser.picture("tree-english");
        browser.click("form.language button");
        browser.see("Sơ đồ tổ chức");
    }

    /** The page as the office printer gets it. */
    private static PDDocument printed() {
        var pdf = browser.driver()
                .executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true))
                .get("data");
        try {
            byte[] content = Base64.getDecoder().decode(String.valueOf(pdf));
            Files.write(Path.of("target", "screenshots", "tree-printed.pdf"), content);
            return Loader.loadPDF(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_table_with_mistakes_is_listed_corrected_and_then_written(@TempDir Path folder) throws IOException {
        var wrong = folder.resolve("phong.csv");
        Files.writeString(
                wrong,
                HEADINGS + "Phòng Dữ liệu;Phòng;;" + DEPARTMENT + "Phòng An toàn thông tin;Ban bệ;01/7/2026;"
                        + DEPARTMENT);
        var right = folder.resolve("phong-da-sua.csv");
        Files.writeString(
                right,
                HEADINGS + "Phòng Dữ liệu;Phòng;01/7/2026;" + DEPARTMENT + "Phòng An toàn thông tin;Phòng;01/7/2026;"
                        + DEPARTMENT);

        browser.open("/imports/new/units");
        browser.checkPage();
        browser.picture("import-form");
        browser.onPhone();
        browser.checkPage();
        browser.onDesktop();
        browser.find("#file").sendKeys(wrong.toString());
        browser.press("Kiểm tra tệp");
        browser.see("2 lỗi");
        browser.see("Ô này bắt buộc nhưng đang để trống.");
        browser.see("“Ban bệ” không có trong danh mục");
        browser.checkPage();
        browser.picture("import-mistakes");
        browser.onPhone();
        browser.checkPage();
        browser.picture("import-mistakes-phone");
        browser.onDesktop();

        browser.press("Gửi tệp đã sửa");
        browser.find("#file").sendKeys(right.toString());
        browser.press("Kiểm tra tệp");
        browser.see("Không có lỗi.");
        browser.checkPage();
        browser.picture("import-preview");
        browser.press("Xác nhận và ghi");
        browser.see("Đã ghi tất cả.");
        browser.checkPage();

        browser.open("/units/tree?on=01/07/2026");
        browser.see("Phòng An toàn thông tin");
        assertThat(browser.driver()
                        .findElements(By.xpath("//li[contains(@class,'tree-begins')]//a[.='Phòng Dữ liệu']")))
                .isNotEmpty();
    }
}
