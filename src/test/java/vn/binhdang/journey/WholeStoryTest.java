package vn.binhdang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.access.Accounts;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Rank;
import vn.binhdang.organisation.Register;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.sample.SampleDepartment;
import vn.binhdang.testing.Browser;

/**
 * The whole story, as the people in it live it, each signed in all the while: a ministry's letter goes down to a province,
 * a department, a division; the division does its task and shows a photo, the office urges, a team inspects, the report goes
 * up; and each level above sees it. The ministry reads English, the heads hold a phone.
 */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "binhdang.sample=false")
class WholeStoryTest {
    private static final String PASSWORD = "một mật khẩu của riêng tôi";
    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String TASK = "Phổ biến Luật Bình đẳng giới tới toàn thể công chức, viên chức";
    private static final String PROOF = "Ảnh buổi phổ biến Luật";

    private static final String RECOMMENDED = "Lập sổ ký nhận văn bản phổ biến";

    private static final String MINISTRY = "bo";
    private static final String PROVINCE = "tinh";
    private static final String OFFICE = "vanphong";
    private static final String HEAD = "giamdoc";
    private static final String DIVISION = "qlkh";
    private static final String INSPECTOR = "congdoan";
    private static final Set<String> ON_A_PHONE = Set.of(HEAD, DIVISION, INSPECTOR);

    private static Browser browser;

    private final LocalDate today = LocalDate.now(Today.ZONE);
    private final Map<String, Set<Cookie>> signedIn = new HashMap<>();
    private final Set<String> looked = new HashSet<>();
    private final StringBuilder times = new StringBuilder();
    private String who = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void a_ministry_above_a_province_above_a_department(
            @Autowired SampleDepartment sample,
            @Autowired Register register,
            @Autowired Accounts accounts,
            @Autowired JdbcClient jdbc,
            @LocalServerPort int port) {
        var founder = sample.found(PASSWORD).clerk();
        var province = new UnitId(jdbc.sql("select parent_id from unit_parent where unit_id = :agency")
                .param("agency", founder.agency().value())
                .query(UUID.class)
                .single());
        var government = UnitId.create();
        var ministry = UnitId.create();
        register.addUnit(
                founder, government, UnitKind.GOVERNMENT, "Chính phủ", null, "CP", null, 0, List.of(), FOUNDED);
        register.addUnit(
                founder, ministry, UnitKind.MINISTRY, "Bộ Nội vụ", null, "BNV", government, 0, List.of(), FOUNDED);
        jdbc.sql("insert into unit_parent (unit_id, parent_id, valid_from) values (:province, :government, :from)")
                .param("province", province.value())
                .param("government", government.value())
                .param("from", FOUNDED)
                .update();
        jdbc.sql("select derive_unit_within(array(select unit_id from unit_within where ancestor_id = :province))")
                .param("province", province.value())
                .query()
                .listOfRows();
        register.setLetterhead(founder, ministry, "Chính phủ", "Hà Nội", FOUNDED);
        register.setLetterhead(founder, province, "", "Hoa Giang", FOUNDED);
        clerk(register, accounts, founder, ministry, MINISTRY, "Thứ trưởng");
        clerk(register, accounts, founder, province, PROVINCE, "Chủ tịch");
        jdbc.sql("update account set must_change_password = false").update();
        browser = new Browser(port);
    }

    /** One person who does all that the office of an agency does. */
    private static void clerk(
            Register register, Accounts accounts, Actor by, UnitId agency, String username, String title) {
        var person = register.addPerson(
                by,
                "Nguyễn Thị",
                "Thanh",
                Register.Sex.F,
                Register.LegalStatus.CIVIL_SERVANT,
                agency,
                Rank.HEAD,
                title,
                FOUNDED);
        var roles = Set.of(Role.OFFICE_CLERK, Role.RECORDS_CLERK, Role.HEAD, Role.STAFF);
        var itself = Actor.of(by.account(), by.person(), agency, agency, Set.of(Role.SYSTEM_ADMINISTRATOR));
        accounts.open(itself, username, person, PASSWORD, agency, roles);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @AfterEach
    void how_long_it_took() {
        System.out.println("the whole story: " + times);
    }

    @Test
    void a_letter_of_the_ministry_goes_down_is_done_and_urged_and_inspected_and_reported() throws Exception {
        var begun = Instant.now();
        chapter("the ministry passes a letter down", this::theMinistryPassesALetterDown);
        chapter("the province makes it its plan", this::theProvinceMakesItItsPlan);
        chapter("the department makes it its plan", this::theDepartmentMakesItItsPlan);
        chapter("a division does its task", this::aDivisionDoesItsTask);
        chapter("the office urges", this::theOfficeUrges);
        chapter("a team inspects", this::aTeamInspects);
        chapter("the report goes up", this::theReportGoesUp);
        chapter("the ministry sees it", this::theMinistrySeesIt);
        times.append("in all ")
                .append(Duration.between(begun, Instant.now()).toSeconds())
                .append(" s, ")
                .append(looked.size())
                .append(" pages looked at");
        assertThat(signedIn).hasSizeGreaterThanOrEqualTo(5);
    }

    private interface Chapter {
        void happens() throws Exception;
    }

    private void chapter(String name, Chapter chapter) throws Exception {
        var begun = Instant.now();
        try {
            chapter.happens();
        } catch (Exception | AssertionError e) {
            browser.picture("story-broken");
            throw e;
        }
        times.append("%s %d s, "
                .formatted(name, Duration.between(begun, Instant.now()).toSeconds()));
    }

    // ---- the chapters

    private void theMinistryPassesALetterDown() throws IOException {
        be(MINISTRY);
        follow("/plans/import");
        Path letter = folder.resolve("huong-dan.txt");
        Files.writeString(
                letter,
                LETTER.formatted(
                        today.getYear(),
                        DAY.format(today.plusDays(3)),
                        DAY.format(today.plusDays(5)),
                        DAY.format(today.plusDays(25))));
        browser.find("#file").sendKeys(letter.toString());
        browser.find("main form button").click();
        look("understood");
        browser.press("Make a plan of this document");
        browser.find(".task");
        look("draft");
        String plan = browser.path().split("/")[2];
        passDown(plan, "PEOPLES_COMMITTEE");
        browser.see("0/1");
    }

    private void theProvinceMakesItItsPlan() {
        be(PROVINCE);
        String plan = takesUp();
        lead("Sở Khoa học và Công nghệ");
        issue(plan, PROVINCE, PROVINCE);
        passDown(plan, "DEPARTMENT");
        be(MINISTRY);
        theParentViewSays("Ủy ban nhân dân tỉnh Hoa Giang", "/KH-UBND");
    }

    private void theDepartmentMakesItItsPlan() {
        be(OFFICE);
        String plan = takesUp();
        lead("Văn phòng");
        issue(plan, OFFICE, HEAD);
        passDown(plan, "DIVISION");
        be(PROVINCE);
        theParentViewSays("Sở Khoa học và Công nghệ", "/KH-SKHCN");
    }

    private void aDivisionDoesItsTask() throws IOException {
        be(DIVISION);
        confirms();
        browser.open("/");
        look("work");
        browser.click(browser.driver().findElement(By.partialLinkText(TASK)));
        look("task");
        browser.click(browser.find(".report-form input[value=DONE]"));
        browser.type("#words", "Đã phổ biến tới 24 công chức, viên chức của phòng.");
        Path photo = folder.resolve("buoi-pho-bien.png");
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
        browser.find("#files").sendKeys(photo.toString());
        browser.type("#title", PROOF);
        browser.press("Gửi báo cáo");
        browser.see("Đã ghi nhận");
        browser.see(PROOF);
        look("done");
    }

    private void theOfficeUrges() {
        be(OFFICE);
        follow("/cascades");
        browser.click(browser.find(".fold td a"));
        browser.see("1/4");
        assertThat(browser.find("main tbody").getText()).contains("Phòng Quản lý khoa học", "Đã báo cáo");
        look("who-has-reported");
        follow("/urging", "/urging/tasks");
        look("urging-tasks");
        new Select(browser.find("select[name=due]")).selectByVisibleText("Đến hạn trong 7 ngày");
        browser.type("main form[method=get] input[name=unit]", "Phòng Quản lý khoa học");
        browser.press("Xem");
        browser.waiting()
                .until(d -> browser.path().contains("unit=") && !browser.path().contains("unit=&"));
        browser.see("Tháng hành động");
        var late = browser.driver().findElements(By.cssSelector("main li, main tr")).stream()
                .filter(row -> row.getText().contains("Tháng hành động"))
                .findFirst()
                .orElseThrow();
        browser.click(late.findElement(By.name("task")));
        browser.press("Đôn đốc việc đã chọn");
        look("urging-words");
        browser.press("Gửi đôn đốc");
        browser.see("Đã đôn đốc.");
        look("urged");

        be(DIVISION);
        browser.see("Trả lời đôn đốc");
        browser.click(browser.driver().findElement(By.partialLinkText("Trả lời đôn đốc")));
        browser.see("Đôn đốc Phòng Quản lý khoa học");
        look("urging");
        browser.click(browser.find("input[value=PROMISED]"));
        browser.type("input[name=promisedOn]", DAY.format(today.plusDays(6)));
        browser.type(".urging-answer textarea", "Đã mời báo cáo viên, tổ chức tuần sau");
        browser.press("Gửi trả lời");
        browser.see("Đã ghi trả lời");
        look("urging-answered");
        be(OFFICE);
        follow("/urging", "/urging/log");
        browser.see("Phòng Quản lý khoa học");
        look("urging-log");
    }

    private void aTeamInspects() {
        follow("/oversight", "/oversight/programmes");
        new Select(browser.find("#kind")).selectByValue("CHECK");
        browser.type("#unit", "Phòng Quản lý khoa học");
        browser.type("#subject", "Việc phổ biến Luật Bình đẳng giới");
        browser.press("Thêm vào chương trình");
        browser.see("Đã thêm vào chương trình");
        look("programme");
        be(HEAD);
        follow("/oversight", "/oversight/programmes");
        browser.press("Duyệt chương trình");
        browser.see("Đã duyệt chương trình");
        look("programme-approved");
        be(OFFICE);
        follow("/oversight", "/oversight/programmes");
        browser.click("input[name=planned]");
        browser.press("Bắt đầu một cuộc với các đơn vị đã chọn");
        browser.type("#from", DAY.format(today));
        browser.type("#to", DAY.format(today.plusDays(9)));
        look("round-new");
        browser.press("Tạo cuộc");
        browser.see("Đã tạo");
        String round = browser.path().replaceAll("\\?.*", "");
        browser.type("#who", "dung");
        browser.find("form.oversight-search button").click();
        browser.see("Chủ tịch Công đoàn");
        browser.press("Làm trưởng đoàn");
        browser.see("Đã thêm vào đoàn");
        browser.press("Soạn quyết định");
        browser.waiting().until(d -> browser.path().endsWith("/edit"));
        look("decision");
        issue(browser.path().split("/")[2], OFFICE, HEAD);
        browser.open(round);
        browser.see("Đang tiến hành");
        look("round");

        be(INSPECTOR);
        follow("/oversight");
        browser.press("Việc phổ biến Luật Bình đẳng giới");
        browser.press("Phòng Quản lý khoa học");
        browser.type("#visitedOn", DAY.format(today));
        for (var yes : browser.driver().findElements(By.cssSelector("input[value=YES]"))) browser.click(yes);
        browser.press("Lưu câu trả lời");
        browser.see("Đã lưu câu trả lời");
        new Select(browser.find("#grade")).selectByValue("SHORTCOMING");
        browser.type("#text", "Chưa có sổ ký nhận văn bản phổ biến");
        browser.press("Ghi phát hiện");
        browser.see("Đã ghi phát hiện");
        new Select(browser.find("#finding")).selectByIndex(1);
        browser.type("#recommend", RECOMMENDED);
        browser.type("#dueOn", DAY.format(today.plusDays(20)));
        browser.press("Ghi kiến nghị");
        browser.see("Đã ghi kiến nghị");
        look("visit");

        be(OFFICE);
        browser.open(round);
        browser.press("Soạn kết luận");
        browser.waiting().until(d -> browser.path().endsWith("/edit"));
        look("conclusion");
        issue(browser.path().split("/")[2], OFFICE, HEAD);

        be(DIVISION);
        browser.see(RECOMMENDED);
        browser.click(browser.driver().findElement(By.partialLinkText(RECOMMENDED)));
        look("recommendation");
        browser.type("#words", "Đã lập sổ và ký nhận đủ");
        browser.press("Gửi trưởng đoàn");
        browser.see("Đã gửi báo cáo");
        be(INSPECTOR);
        follow("/oversight", "/oversight/recommendations");
        browser.press(RECOMMENDED);
        browser.press("Xác nhận đã thực hiện xong");
        browser.see("Đã xác nhận kiến nghị thực hiện xong");
        look("recommendation-done");
    }

    private void theReportGoesUp() {
        be(OFFICE);
        reports(HEAD, PROOF);
        be(PROVINCE);
        theParentViewSays("Sở Khoa học và Công nghệ", "Đã báo cáo", DAY.format(today));
        reports(PROVINCE, "");
    }

    private void theMinistrySeesIt() {
        be(MINISTRY);
        theParentViewSays("Ủy ban nhân dân tỉnh Hoa Giang", "Reported", DAY.format(today));
        browser.click(browser.find("main tbody a[href^='/cascades/']"));
        browser.see("Sở Khoa học và Công nghệ");
        look("a-level-down");
        browser.click(browser.find("main tbody a[href^='/cascades/']"));
        browser.see("Phòng Quản lý khoa học");
        look("two-levels-down");
    }

    private void reports(String head, String said) {
        follow("/reports");
        look("reports");
        browser.click(browser.find("main a[href^='/reports/new']"));
        look("report-new");
        browser.click(browser.find("input[name=period][value^=YEAR]"));
        browser.click(browser.find(".report-new button.btn-primary"));
        browser.waiting()
                .until(d -> browser.path().matches("/reports/[0-9a-f-]{36}.*|/documents/[0-9a-f-]{36}/edit.*"));
        String report = browser.path().split("[/?]")[2];
        browser.open("/reports/" + report);
        look("report");
        browser.open("/documents/" + report);
        browser.see(said);
        issue(report, who, head);
    }

    // ---- what several of them do

    private void lead(String unit) {
        browser.driver().findElements(By.cssSelector(".task-pick")).forEach(browser::click);
        browser.type("#assign-lead", unit);
        browser.press("Giao chủ trì");
        browser.waiting().until(d -> leads().stream().allMatch(unit::equals));
        look("led");
    }

    private static List<String> leads() {
        return browser.driver().findElements(By.cssSelector(".task [data-shows=lead]")).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** The office finds on its first page that something came from above, confirms it, and opens the draft it was given. */
    private String takesUp() {
        confirms();
        browser.press("Xem cả việc đã xong");
        browser.press("Sửa dự thảo kế hoạch");
        browser.find(".task");
        look("draft");
        return browser.path().split("/")[2];
    }

    /** The bell says that something came from above; the notice leads to it. */
    private void confirms() {
        browser.click(browser.find("a[href='/notices']"));
        browser.see("Cấp trên vừa giao");
        look("notices");
        browser.click(browser.driver().findElement(By.partialLinkText("Cấp trên vừa giao")));
        browser.see("Chưa xác nhận");
        look("received");
        browser.press("Xác nhận đã nhận");
        browser.waiting()
                .until(d -> d.findElements(By.cssSelector("form[action$='/confirm']"))
                        .isEmpty());
        look("confirmed");
    }

    private void passDown(String plan, String kind) {
        browser.open("/plans/" + plan);
        look("plan");
        browser.click(browser.find("a[href$='/pass-down']"));
        look("pass-down");
        browser.click(browser.find("input[name=kind][value=" + kind + "]"));
        browser.type("#replyBy", DAY.format(today.plusDays(20)));
        browser.click(browser.find(".cascade-form button.btn-primary"));
        look("pass-down-preview");
        browser.click(browser.find(".cascade-acts form button"));
        browser.waiting().until(d -> browser.path().startsWith("/cascades/"));
        browser.waiting()
                .until(d -> d.findElements(By.cssSelector(".state-done")).size() > 0);
        look("passed-down");
    }

    private void theParentViewSays(String unit, String... words) {
        follow("/cascades");
        look("cascades");
        browser.click(browser.find(".fold td a"));
        browser.see(unit);
        look("parent-view-" + words[0].replaceAll("[^A-Z]", ""));
        assertThat(browser.find("main tbody").getText()).contains(words);
    }

    private void issue(String document, String office, String head) {
        browser.open("/documents/" + document);
        look("to-submit");
        browser.driver().findElements(By.name("warningsSeen")).forEach(browser::click);
        act("submit");
        if (!head.equals(office)) be(head);
        browser.open("/documents/" + document);
        look("to-approve");
        act("approve");
        if (!head.equals(office)) be(office);
        browser.open("/documents/" + document);
        act("issue");
        look("issued");
    }

    private void act(String act) {
        browser.click(browser.find("form[action$='/" + act + "'] button"));
        browser.find("main .alert-success");
    }

    /** The person takes the device in hand again, still signed in; the first time by signing in. */
    private void be(String person) {
        if (!who.isEmpty()) signedIn.put(who, browser.driver().manage().getCookies());
        who = person;
        if (ON_A_PHONE.contains(person)) browser.onPhone();
        else browser.onDesktop();
        browser.driver().manage().deleteAllCookies();
        var kept = signedIn.get(person);
        if (kept == null) {
            browser.open("/sign-in");
            browser.driver().manage().addCookie(new Cookie("language", person.equals(MINISTRY) ? "en" : "vi"));
            browser.signIn(person, PASSWORD);
        } else {
            kept.forEach(browser.driver().manage()::addCookie);
            browser.open("/");
        }
        assertThat(browser.find("html").getAttribute("lang")).isEqualTo(person.equals(MINISTRY) ? "en" : "vi");
        look("start");
    }

    /**
     * What a person comes to by links, not by an address that one has to know: the first on the page, on the start page or
     * on that of plans, each further one on the page before.
     */
    private void follow(String... addresses) {
        for (String address : addresses) {
            var linked = By.cssSelector("a[href='" + address + "']");
            for (String way : List.of("/", "/plans"))
                if (browser.driver().findElements(linked).isEmpty() && address.equals(addresses[0])) browser.open(way);
            assertThat(browser.driver().findElements(linked))
                    .as("how %s comes to %s", who, address)
                    .isNotEmpty();
            browser.open(address);
            look(address);
        }
    }

    /** Each page once in the language and on the device of the person. */
    private void look(String name) {
        String seen = (who.equals(MINISTRY) ? "en " : ON_A_PHONE.contains(who) ? "phone " : "") + name;
        if (!looked.add(seen)) return;
        browser.checkPage();
        browser.picture("story-%02d-%s-%s".formatted(looked.size(), who, name.replace('/', '-')));
    }

    private static final String LETTER = """
        BỘ NỘI VỤ

        Số: 512/BNV-BĐG

        Hà Nội, ngày 15 tháng 01 năm %1$d

        V/v hướng dẫn công tác bình đẳng giới năm %1$d

        Kính gửi: Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương

        Thực hiện Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030, Bộ Nội vụ đề nghị Ủy ban nhân dân các tỉnh, thành phố triển khai các nội dung sau:

        1. Phổ biến Luật Bình đẳng giới tới toàn thể công chức, viên chức, người lao động; hoàn thành trước ngày %2$s.

        2. Tổ chức Tháng hành động vì bình đẳng giới và phòng ngừa, ứng phó với bạo lực trên cơ sở giới; hoàn thành trước ngày %3$s.

        3. Thực hiện chế độ thông tin, báo cáo về công tác bình đẳng giới theo quy định; hoàn thành trước ngày %4$s.

        Bộ Nội vụ đề nghị Ủy ban nhân dân các tỉnh, thành phố tổ chức thực hiện./.

        Nơi nhận:

        - Như trên;
        - Lưu: VT, BĐG.

        **KT. BỘ TRƯỞNG
        THỨ TRƯỞNG**

        **Nguyễn Thị Thanh**
        """;
}
