package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.FormShape;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.Submissions.CellChange;
import vn.binhdang.statistics.collection.FigureLines;
import vn.binhdang.testing.Browser;
import vn.binhdang.testing.Pages;

/**
 * A clerk fills in a form with the keyboard alone: types, moves, pastes a block from Excel, takes a step back; the line breaks
 * off and the page is closed; what was typed is sent when it is back, and where somebody else was faster both figures are
 * shown.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
@AutoConfigureMockMvc
@Import(Pages.class)
class FiguresByKeyboardTest {
    private static final String FIRST_PASSWORD = "mật khẩu lần đầu";
    private static final String PASSWORD = "một câu của riêng tôi";
    private static final ReportingPeriod HALF = ReportingPeriod.of(ReportingPeriod.Kind.SECOND_HALF, 2023);

    private static Browser browser;

    @Autowired
    private Pages pages;

    @Autowired
    private Submissions submissions;

    @Autowired
    private Catalogues catalogues;

    @Autowired
    private JdbcClient jdbc;

    private FormShape form;
    private SubmissionId id;

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
    void a_form_is_filled_in_without_a_mouse_and_nothing_is_lost_on_a_bad_line() {
        form = catalogues.current().form("BDG-02").orElseThrow().shape();
        var clerk = pages.actor("vanphong");
        id = submissions.draft(clerk, form.id(), HALF, clerk.agency()).id();
        signIn();
        typesAndMoves();
        pastesABlock();
        theLineBreaks();
        somebodyElseWasFaster();
        readsAsTheServerDoes();
        onAPhone();
        leavesNothingBehind();
    }

    private String slot(String element, String combination) {
        return "c" + form.slot(element, combination).orElseThrow();
    }

    private String acts(String channel) {
        return slot("COMM_ACTS", "CHANNEL=" + channel);
    }

    private void typesAndMoves() {
        browser.open("/statistics/submissions/" + id);
        browser.checkPage();
        focus(acts("MEETING"));
        keys("6", Keys.ENTER, "16", Keys.ARROW_UP);
        assertThat(focused()).isEqualTo(acts("MEETING"));
        keys(Keys.ARROW_RIGHT, "340", Keys.TAB, "350", Keys.ENTER);
        browser.see("Lượt nữ không được nhiều hơn lượt người");
        keys(Keys.ARROW_UP, "190", Keys.ENTER);
        stored(slot("COMM_REACHED", "CHANNEL=MEETING;SEX=F"), 190);
        browser.waiting()
                .until(d -> !d.findElement(By.id("entry-findings")).getText().contains("Lượt nữ"));
        // What is typed over what stands there is taken back with one step, and stored so.
        focus(acts("MEETING"));
        keys("99", Keys.ENTER);
        new Actions(browser.driver())
                .keyDown(Keys.CONTROL)
                .sendKeys("z")
                .keyUp(Keys.CONTROL)
                .perform();
        assertThat(value(acts("MEETING"))).isEqualTo("6");
        stored(acts("MEETING"), 6);
        assertThat(browser.find("tfoot td").getText()).isEqualTo("22");
    }

    private void pastesABlock() {
        focus(acts("BILLBOARD"));
        paste("20\\t1.200\\t600\\t150,5\\n900\\tx\\t-\\t90\\n10\\t\\t\\t0");
        assertThat(value(slot("COMM_REACHED", "CHANNEL=BILLBOARD"))).isEqualTo("1.200");
        stored(slot("COMM_COST", "CHANNEL=BILLBOARD"), 1505);
        stored(acts("BROADCAST"), 10);
        String dash = slot("COMM_REACHED", "CHANNEL=LEAFLET;SEX=F");
        browser.waiting()
                .until(d -> !d.findElements(By.id("m" + dash.substring(1))).isEmpty());
        assertThat(browser.find("#m" + dash.substring(1)).getText()).contains("hãy ghi 0 hoặc x");
        assertThat(value(dash)).isEqualTo("-");
        browser.picture("figures-1-pasted");
        focus(dash);
        keys("x", Keys.ENTER);
        browser.see("Đã lưu lúc");
    }

    private void theLineBreaks() {
        offline(true);
        focus(acts("CONTEST"));
        keys("3", Keys.ENTER);
        browser.see("Mất kết nối");
        browser.picture("figures-2-offline");
        assertThat(standing(Integer.parseInt(acts("CONTEST").substring(1)))).isEqualTo(-1);
        // Closed before the line was back, as a laptop is, and opened again the next morning.
        browser = browser.reopened();
        browser.signIn("vanphong", PASSWORD);
        browser.open("/statistics/submissions/" + id);
        stored(acts("CONTEST"), 3);
        assertThat(value(acts("CONTEST"))).isEqualTo("3");
    }

    private void somebodyElseWasFaster() {
        var slot = form.slot("COMM_ACTS", "CHANNEL=SOCIAL_MEDIA").orElseThrow();
        browser.open("/statistics/submissions/" + id);
        browser.find("#" + acts("SOCIAL_MEDIA"));
        submissions.fill(pages.actor("chanhvanphong"), id, List.of(new CellChange(slot, null, CellEntry.of(40))));
        focus(acts("SOCIAL_MEDIA"));
        keys("41", Keys.ENTER);
        browser.see("Giữ số của tôi: 41");
        browser.see("Lấy số đã lưu: 40");
        browser.checkPage();
        browser.picture("figures-3-conflict");
        assertThat(standing(slot)).isEqualTo(40);
        browser.driver()
                .findElements(By.cssSelector("#entry-conflicts button"))
                .getFirst()
                .sendKeys(Keys.ENTER);
        stored(acts("SOCIAL_MEDIA"), 41);
        browser.waiting()
                .until(d -> d.findElement(By.id("entry-conflicts")).getText().isEmpty());
    }

    private static void readsAsTheServerDoes() {
        for (var line : FigureLines.all()) {
            Object read = browser.driver()
                    .executeScript(
                            "const f = window.binhdangFigures.read(arguments[0], Number(arguments[1]));"
                                    + "return f.state === 'value' ? String(f.value) : f.state",
                            line.typed(),
                            String.valueOf(line.decimals()));
            assertThat(read).as(line.toString()).isEqualTo(line.read());
        }
    }

    private void onAPhone() {
        browser.onPhone();
        browser.open("/statistics/submissions/" + id);
        browser.checkPage();
        browser.picture("figures-4-phone");
        browser.open("/statistics");
        browser.checkPage();
        browser.onDesktop();
    }

    private void leavesNothingBehind() {
        browser.open("/statistics/submissions/" + id);
        focus(acts("CONTEST"));
        keys("bốn", Keys.ENTER);
        browser.find("#m" + acts("CONTEST").substring(1));
        browser.open("/notices");
        browser.click("details.visitor summary");
        browser.click("form[action='/sign-out'] button");
        browser.waiting().until(d -> {
            try {
                d.switchTo().alert().accept();
                return true;
            } catch (org.openqa.selenium.NoAlertPresentException notYet) {
                return false;
            }
        });
        browser.waiting().until(d -> browser.path().startsWith("/sign-in"));
        Object left = browser.driver()
                .executeScript(
                        "return Object.keys(localStorage).filter((key) => key.startsWith('binhdang.figures')).length");
        assertThat(((Number) Objects.requireNonNull(left)).intValue()).isZero();
    }

    /** In the database, which takes as long as the page waits before it sends. */
    private void stored(String cell, long value) {
        int slot = Integer.parseInt(cell.substring(1));
        browser.waiting().withMessage(cell + " stored as " + value).until(_ -> standing(slot) == value);
    }

    private long standing(int slot) {
        var packed = jdbc.sql("select cells from stat_submission where id = :id")
                .param("id", id.value())
                .query((rs, i) -> rs.getBytes(1))
                .single();
        var cells = vn.binhdang.statistics.Cells.unpack(packed, form.slots().size());
        return cells.hasValue(slot) ? cells.value(slot) : -1;
    }

    private static void focus(String cell) {
        browser.find("#" + cell);
        browser.driver().executeScript("document.getElementById(arguments[0]).focus()", cell);
    }

    private static void keys(CharSequence... keys) {
        for (var key : keys) new Actions(browser.driver()).sendKeys(key).perform();
    }

    private static String value(String cell) {
        return String.valueOf(browser.find("#" + cell).getDomProperty("value"));
    }

    private static String focused() {
        return String.valueOf(browser.driver().switchTo().activeElement().getDomAttribute("id"));
    }

    /** As the clipboard gives it: the browser of the tests has none of its own. */
    private static void paste(String block) {
        browser.driver().executeScript("""
            const data = new DataTransfer();
            data.setData("text/plain", arguments[0].replaceAll("\\\\t", "\\t").replaceAll("\\\\n", "\\n"));
            document.activeElement.dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            """, block);
    }

    private static void offline(boolean broken) {
        if (!broken) {
            browser.driver().deleteNetworkConditions();
            return;
        }
        var line = new ChromiumNetworkConditions();
        line.setOffline(true);
        line.setLatency(Duration.ZERO);
        browser.driver().setNetworkConditions(line);
    }

    private static void signIn() {
        browser.signIn("vanphong", FIRST_PASSWORD);
        browser.type("#currentPassword", FIRST_PASSWORD);
        browser.type("#newPassword", PASSWORD);
        browser.type("#repeated", PASSWORD);
        browser.press("Đổi mật khẩu");
        browser.waiting().until(d -> !browser.path().startsWith("/account"));
    }
}
