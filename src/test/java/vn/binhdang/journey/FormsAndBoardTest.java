package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.logging.LogType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Action;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.FormShape;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.Submissions.CellChange;
import vn.binhdang.statistics.collection.submission.SubmissionDesk;
import vn.binhdang.testing.Browser;
import vn.binhdang.testing.Pages;

/** A statistician looks at every page of collecting figures, on a phone and on a desk, in both languages. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
@AutoConfigureMockMvc
@Import(Pages.class)
class FormsAndBoardTest {
    private static final String PASSWORD = "một câu của riêng tôi";

    private static Browser browser;

    @Autowired
    private Pages pages;

    @Autowired
    private Submissions submissions;

    @Autowired
    private SubmissionDesk desk;

    @Autowired
    private Catalogues catalogues;

    @BeforeAll
    static void a_department_and_a_browser(
            @Autowired SampleDepartment department, @Autowired JdbcClient jdbc, @LocalServerPort int port) {
        department.found(PASSWORD);
        jdbc.sql("update account set must_change_password = false").update();
        browser = new Browser(port);
        browser.signIn("thongke", PASSWORD);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void every_page_of_collecting_is_whole_on_a_phone_and_on_a_desk_in_both_languages() {
        var form = catalogues.current().form("BDG-02").orElseThrow().shape();
        var begun = answer(form, ReportingPeriod.Kind.SECOND_HALF);
        var sent = answer(form, ReportingPeriod.Kind.FIRST_HALF);
        submissions.submit(pages.actor("vanphong"), sent, edition(sent));
        desk.remark(
                pages.actor("thongke"),
                sent,
                java.util.Set.of(form.slot("COMM_ACTS", "CHANNEL=MEETING").orElseThrow()),
                "Kỳ trước chỉ có 6 cuộc, đề nghị kiểm tra lại.");
        String agency = pages.actor("thongke").agency().toString();
        String board = "?form=BDG-02&period=2023S2&unit=" + agency;
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("forms", "/statistics/forms");
        addresses.put("form-new", "/statistics/forms/new");
        addresses.put("form", "/statistics/forms/" + form.id());
        addresses.put("board", "/statistics/board" + board);
        addresses.put("board-urgings", "/statistics/board/urgings" + board);
        addresses.put("board-workbook", "/statistics/board/workbook" + board);
        addresses.put("entry", "/statistics/submissions/" + begun);
        addresses.put("entry-workbook", "/statistics/submissions/" + begun + "/workbook");
        addresses.put("to-accept", "/statistics/to-accept");
        addresses.put("submitted", "/statistics/submissions/" + sent);
        addresses.put("review", "/statistics/submissions/" + sent + "/review");
        look(addresses);
        addresses.clear();
        desk.accept(pages.actor("thongke"), sent, edition(sent));
        addresses.put("amendment", "/statistics/submissions/" + sent + "/amendment");
        look(addresses);
        addresses.clear();
        var amendment = desk.amend(
                pages.actor("vanphong"), sent, "Bổ sung số liệu của hai phòng gửi muộn sau khi đã tổng hợp.");
        submissions.fill(
                pages.actor("vanphong"),
                amendment,
                List.of(new CellChange(
                        form.slot("COMM_ACTS", "CHANNEL=MEETING").orElseThrow(), null, CellEntry.of(31))));
        addresses.put("amending", "/statistics/submissions/" + amendment);
        addresses.put("comparison", "/statistics/submissions/" + amendment + "/comparison");
        addresses.put("history", "/statistics/submissions/" + amendment + "/history");
        look(addresses);
        addresses.clear();
        pages.as("thongke").post("/statistics/forms/" + form.id() + "/draft");
        addresses.put("draft", "/statistics/forms/" + form.id() + "/draft");
        look(addresses);
        assertThat(browser.driver().manage().logs().get(LogType.BROWSER).getAll())
                .as("complaints of the browser, of its content policy too")
                .isEmpty();
    }

    private int edition(SubmissionId id) {
        return submissions
                .of(pages.actor("thongke"), id, Action.READ_STATISTICS)
                .edition();
    }

    private SubmissionId answer(FormShape form, ReportingPeriod.Kind half) {
        var clerk = pages.actor("vanphong");
        var id = submissions
                .draft(clerk, form.id(), ReportingPeriod.of(half, 2023), clerk.agency())
                .id();
        submissions.fill(
                clerk,
                id,
                List.of(
                        new CellChange(form.slot("COMM_ACTS", "CHANNEL=MEETING").orElseThrow(), null, CellEntry.of(26)),
                        new CellChange(
                                form.slot("COMM_REACHED", "CHANNEL=MEETING").orElseThrow(), null, CellEntry.of(340)),
                        new CellChange(
                                form.slot("COMM_REACHED", "CHANNEL=MEETING;SEX=F")
                                        .orElseThrow(),
                                null,
                                CellEntry.of(350))));
        return id;
    }

    private static void look(Map<String, String> addresses) {
        addresses.forEach((name, address) -> {
            for (String language : List.of("vi", "en")) {
                browser.driver().manage().addCookie(new Cookie("language", language));
                for (String width : List.of("desk", "phone")) {
                    if (width.equals("desk")) browser.onDesktop();
                    else browser.onPhone();
                    browser.open(address);
                    assertThat(browser.find("html").getDomAttribute("lang")).isEqualTo(language);
                    whole("collecting-" + name + "-" + language + "-" + width);
                    browser.checkPage();
                }
            }
        });
    }

    /** The whole page in one picture. */
    private static void whole(String name) {
        var window = browser.driver().manage().window();
        var size = window.getSize();
        Object height = browser.driver().executeScript("return document.documentElement.scrollHeight");
        window.setSize(new Dimension(size.getWidth(), ((Number) Objects.requireNonNull(height)).intValue() + 150));
        browser.picture(name);
        window.setSize(size);
    }
}
