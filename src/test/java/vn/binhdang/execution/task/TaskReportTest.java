package vn.binhdang.execution.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class TaskReportTest {
    private static final MockMultipartFile LIST =
            new MockMultipartFile("files", "danh-sach-ky-nhan.pdf", "application/pdf", bytes("%PDF-1.7 danh sách"));

    @Autowired
    private Pages pages;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Clock clock;

    @Value("${binhdang.data:data}")
    private Path data;

    private RunningPlan running;
    private PlanId plan;
    private TaskId training;
    private String address;

    @BeforeEach
    void a_plan_is_running() {
        running = new RunningPlan(product);
        plan = running.issued(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới năm 2026",
                task(
                        "II.1",
                        "Tập huấn kiến thức bình đẳng giới",
                        "Phòng QLKH",
                        LocalDate.now(clock),
                        List.of("Chi đoàn", "Sở Tư pháp")),
                task("II.2", "Truyền thông trên cổng thông tin", null, null));
        training = running.taskOf(plan, "II.1");
        address = "/plans/" + plan + "/tasks/" + training;
    }

    @Test
    void the_page_shows_the_task_as_it_stands_in_the_plan() {
        var page = pages.as("qlkh").get(address);
        assertThat(page.select("h1").text()).isEqualTo("II.1 Tập huấn kiến thức bình đẳng giới");
        assertThat(page.select(".task-facts").text())
                .contains("Phòng Quản lý khoa học (trong văn bản: Phòng QLKH)")
                .contains("Chi đoàn Sở Khoa học và Công nghệ (trong văn bản: Chi đoàn); Sở Tư pháp");
        assertThat(page.select(".task-states").text()).isEqualTo("Chưa thực hiện Sắp đến hạn");
        assertThat(page.select("a[href=/documents/" + plan + "]")).isNotEmpty();
    }

    @Test
    void the_page_speaks_english_too() {
        assertThat(pages.as("qlkh").get(address, "en").select(".task-states").text())
                .isEqualTo("Not started Due soon");
    }

    @Test
    void the_leading_unit_says_where_the_task_stands() {
        var unit = pages.as("qlkh");
        var sent = unit.post(
                address + "/progress", "state", "IN_PROGRESS", "share", "40", "words", "Đã mở 2 lớp", "version", "0");
        assertThat(sent.getRedirectedUrl()).isEqualTo(address + "?saved=1");
        var page = unit.get(address + "?saved=1");
        assertThat(page.select(".task-states").text()).isEqualTo("Đang thực hiện Sắp đến hạn 40%");
        assertThat(page.select("[role=status]").text()).contains("Đã ghi nhận");
        assertThat(page.select("ol.history li").first().text())
                .startsWith("Trịnh Xuân Giang (Phòng Quản lý khoa học) báo cáo đang thực hiện, được 40%")
                .contains("Đã mở 2 lớp");
        assertThat(audit.historyOf(pages.actor("qlkh").agency(), training.value()))
                .extracting(AuditTrail.Deed::action)
                .containsExactly("execution.task.report");
    }

    @Test
    void what_is_done_has_evidence_or_says_why_there_is_none() {
        var unit = pages.as("qlkh");
        var refused = unit.post(address + "/progress", "state", "DONE", "words", "Đã bế giảng", "version", "0");
        assertThat(refused.getStatus()).isEqualTo(422);
        var again = Pages.parse(refused);
        assertThat(again.select(".field-problem").text()).contains("cần ít nhất một minh chứng");
        assertThat(again.select("#words").text()).isEqualTo("Đã bế giảng");
        assertThat(again.select("input[value=DONE]").hasAttr("checked")).isTrue();

        var accepted = unit.post(
                address + "/progress",
                "state",
                "DONE",
                "words",
                "Đã bế giảng",
                "noEvidenceReason",
                "Danh sách gửi sau",
                "version",
                "0");
        assertThat(accepted.getStatus()).isEqualTo(302);
        assertThat(unit.get(address).select(".task-facts").text()).contains("Danh sách gửi sau");
    }

    @Test
    void evidence_comes_with_the_report_and_is_only_ever_downloaded() throws Exception {
        var unit = pages.as("qlkh");
        done(unit);
        var link = unit.get(address).select(".evidence-list a").first();
        assertThat(link.text()).isEqualTo("Danh sách ký nhận");
        var file = pages.as("khtc").fetch(link.attr("href"));
        assertThat(file.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("danh-sach-ky-nhan.pdf");
        assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("%PDF-1.7 danh sách");
    }

    @Test
    void a_program_and_a_file_too_large_are_refused_in_words_and_nothing_is_stored() {
        var unit = pages.as("qlkh");
        var program = new MockMultipartFile("files", "anh.jpg", "image/jpeg", bytes("MZ chương trình"));
        var refused =
                unit.upload(address + "/progress", program, "state", "IN_PROGRESS", "words", "Gửi ảnh", "version", "0");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(refused).select(".field-problem").text()).contains("“anh.jpg” là chương trình");
        var large = new MockMultipartFile("files", "phim.pdf", "application/pdf", large());
        assertThat(Pages.parse(unit.upload(
                                address + "/progress", large, "state", "IN_PROGRESS", "words", "Gửi", "version", "0"))
                        .select(".field-problem")
                        .text())
                .contains("quá lớn, tối đa 25 MB");
        assertThat(unit.get(address).select("ol.history li, .evidence-list li")).isEmpty();
    }

    @Test
    void a_photo_is_served_without_where_it_was_taken_and_its_original_is_read_only_by_the_auditor_who_is_recorded()
            throws Exception {
        byte[] taken = PhotoTest.fromPhone(2000, 1000, 6);
        var unit = pages.as("qlkh");
        assertThat(unit.upload(
                                address + "/progress",
                                new MockMultipartFile("files", "IMG_0001.JPG", "image/jpeg", taken),
                                "state",
                                "IN_PROGRESS",
                                "title",
                                "Lớp tập huấn",
                                "version",
                                "0")
                        .getStatus())
                .isEqualTo(302);
        var page = unit.get(address);
        String href = page.select(".evidence-list a").attr("href");
        byte[] served = unit.fetch(href).getContentAsByteArray();
        assertThat(new String(served, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", PhotoTest.PLACE);
        var shown = ImageIO.read(new ByteArrayInputStream(served));
        assertThat(shown.getWidth() + "x" + shown.getHeight()).isEqualTo("800x1600");
        String small = page.select(".evidence-list img").attr("src");
        assertThat(ImageIO.read(new ByteArrayInputStream(unit.fetch(small).getContentAsByteArray()))
                        .getHeight())
                .isEqualTo(Photo.THUMBNAIL);

        assertThat(page.select("form[action$=/original]")).isEmpty();
        assertThat(unit.post(href + "/original").getStatus()).isEqualTo(403);
        var auditor = pages.as("kiemtoan");
        var original = auditor.post(
                auditor.get(address).select("form[action$=/original]").attr("action"));
        assertThat(original.getContentAsByteArray()).isEqualTo(taken);
        assertThat(original.getHeader("Content-Disposition")).contains("IMG_0001.JPG");
        assertThat(audit.historyOf(pages.actor("qlkh").agency(), training.value()))
                .extracting(AuditTrail.Deed::action)
                .contains("execution.evidence.readOriginal");
        assertThat(everyStoredByte()).doesNotContain(PhotoTest.PLACE);
    }

    /** Of all that was stored for the task's evidence, as it lies on the disk. */
    private String everyStoredByte() throws IOException {
        var all = new StringBuilder();
        for (String sum : jdbc.sql("""
            select f.sha256 from task_evidence e
            join   evidence_photo p on p.file_id = e.file_id
            join   stored_file f on f.id in (p.file_id, p.thumbnail_id, p.original_id)
            where  e.task_id = :task
            """)
                .param("task", training.value())
                .query(String.class)
                .list())
            all.append(Files.readString(
                    data.resolve("files").resolve(sum.substring(0, 2)).resolve(sum), StandardCharsets.ISO_8859_1));
        assertThat(all).isNotEmpty();
        return all.toString();
    }

    @Test
    void a_link_is_evidence_with_the_title_and_the_day_of_what_it_showed() {
        var unit = pages.as("qlkh");
        assertThat(link(unit, "https://sokhcn.example.vn/tin?id=7&trang=2").getStatus())
                .isEqualTo(302);
        var page = unit.get(address);
        var link = page.select(".evidence-list a").first();
        assertThat(link.attr("href")).isEqualTo("https://sokhcn.example.vn/tin?id=7&trang=2");
        assertThat(link.attr("rel")).contains("noopener", "noreferrer");
        assertThat(page.select(".evidence-list li").text())
                .contains("Khai mạc lớp tập huấn", "Đường dẫn tới sokhcn.example.vn, nội dung ngày 02/03/2026");
        assertThat(page.select("ol.history").text()).contains("thêm đường dẫn làm minh chứng “Khai mạc lớp tập huấn”");
        assertThat(audit.historyOf(pages.actor("qlkh").agency(), training.value()))
                .extracting(AuditTrail.Deed::action)
                .contains("execution.evidence.addLink");
        String file = takeBack(page).replace("/take-back", "");
        assertThat(unit.fetch(file).getStatus()).isEqualTo(404);
        assertThat(unit.fetch(file + "/thumbnail").getStatus()).isEqualTo(404);
        assertThat(pages.as("kiemtoan").post(file + "/original").getStatus()).isEqualTo(404);
        var refused = unit.post(takeBack(page));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(refused).text()).contains("minh chứng duy nhất");
    }

    @Test
    void a_link_that_is_none_is_refused_in_words_and_stays_in_the_form() {
        var unit = pages.as("qlkh");
        for (String address : List.of("javascript:alert(1)", "ftp://a.vn/b", "www.a.vn/b", "file:///etc/passwd")) {
            var refused = link(unit, address);
            assertThat(refused.getStatus()).isEqualTo(422);
            assertThat(Pages.parse(refused).select(".field-problem").text()).contains("https:// hoặc http://");
            assertThat(Pages.parse(refused).select("#link").attr("value")).isEqualTo(address);
        }
        assertThat(Pages.parse(link(unit, "https://cổng tin.vn")).text()).contains("Đường dẫn chưa đúng");
        assertThat(Pages.parse(link(unit, "https://toi:mk@a.vn/")).text()).contains("trước ký hiệu @");
        assertThat(problem(unit, "state", "IN_PROGRESS", "link", "https://a.vn/"))
                .contains("ghi tiêu đề")
                .contains("ngày đăng");
        assertThat(problem(unit, "state", "IN_PROGRESS", "linkTitle", "Tin")).contains("Hãy ghi đường dẫn");
        assertThat(problem(
                        unit,
                        "state",
                        "IN_PROGRESS",
                        "link",
                        "https://a.vn/",
                        "linkTitle",
                        "Tin",
                        "linkDate",
                        "1/1/2999"))
                .contains("không thể ở tương lai");
        assertThat(unit.get(address).select(".evidence-list li")).isEmpty();
    }

    private MockHttpServletResponse link(Pages.Visit unit, String to) {
        return unit.post(
                address + "/progress",
                "state",
                "DONE",
                "link",
                to,
                "linkTitle",
                "Khai mạc lớp tập huấn",
                "linkDate",
                "02/03/2026",
                "version",
                "0");
    }

    @Test
    void the_last_evidence_of_what_is_done_is_not_taken_back() {
        var unit = pages.as("qlkh");
        done(unit);
        var refused = unit.post(takeBack(unit.get(address)));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(refused).text()).contains("minh chứng duy nhất");
    }

    @Test
    void evidence_taken_back_leaves_the_list_and_stays_in_the_history() {
        var unit = pages.as("qlkh");
        unit.upload(address + "/progress", LIST, "state", "IN_PROGRESS", "title", "Nháp", "version", "0");
        var page = unit.get(address);
        String file = page.select(".evidence-list a").attr("href");
        assertThat(unit.post(takeBack(page)).getStatus()).isEqualTo(302);
        var after = unit.get(address);
        assertThat(after.select(".evidence-list")).isEmpty();
        assertThat(after.select("ol.history").text()).contains("thêm minh chứng “Nháp”", "rút lại minh chứng “Nháp”");
        assertThat(unit.fetch(file).getStatus()).isEqualTo(404);
        assertThat(pages.as("vanphong").fetch(file).getStatus()).isEqualTo(200);
        assertThat(unit.post(takeBack(page)).getStatus()).isEqualTo(409);
    }

    @Test
    void what_is_not_carried_out_says_why() {
        var unit = pages.as("qlkh");
        assertThat(unit.post(address + "/progress", "state", "NOT_DONE", "version", "0")
                        .getStatus())
                .isEqualTo(422);
        assertThat(unit.post(
                                address + "/progress",
                                "state",
                                "NOT_DONE",
                                "words",
                                "Không được giao kinh phí",
                                "version",
                                "0")
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void bad_input_is_told_at_its_field() {
        var unit = pages.as("qlkh");
        assertThat(problem(unit, "state", "IN_PROGRESS", "share", "140")).contains("từ 0 đến 100");
        assertThat(problem(unit, "state", "IN_PROGRESS", "share", "một nửa")).contains("từ 0 đến 100");
        assertThat(problem(unit, "state", "DONE", "doneOn", "31/02/2026", "noEvidenceReason", "x"))
                .contains("Ngày chưa đúng");
        assertThat(problem(unit, "state", "DONE", "doneOn", "01/01/2999", "noEvidenceReason", "x"))
                .contains("không thể ở tương lai");
        assertThat(problem(unit, "state", "FINISHED", "words", "x")).contains("chọn một trạng thái");
        assertThat(problem(unit, "state", "IN_PROGRESS", "words", "x".repeat(10_001)))
                .contains("tối đa 10.000 ký tự");
        assertThat(problem(unit, "state", "NOT_STARTED")).contains("không có gì mới");
    }

    @Test
    void two_people_at_the_same_task_see_each_other_and_neither_is_overwritten() {
        pages.as("qlkh").post(address + "/progress", "state", "IN_PROGRESS", "words", "Lời của phòng", "version", "0");
        var office = pages.as("vanphong");
        var overtaken =
                office.post(address + "/progress", "state", "NOT_DONE", "words", "Lời của văn phòng", "version", "0");
        assertThat(overtaken.getStatus()).isEqualTo(409);
        var page = Pages.parse(overtaken);
        assertThat(page.select(".finding-error").text()).contains("Trịnh Xuân Giang", "Lời của phòng");
        assertThat(page.select("#words").text()).isEqualTo("Lời của văn phòng");
        assertThat(page.select("input[name=version]").attr("value")).isEqualTo("1");
        assertThat(page.select(".task-states").text()).startsWith("Đang thực hiện");
        assertThat(office.post(
                                address + "/progress",
                                "state",
                                "NOT_DONE",
                                "words",
                                "Lời của văn phòng",
                                "version",
                                page.select("input[name=version]").attr("value"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(office.get(address).select("ol.history").text()).contains("Lời của phòng", "Lời của văn phòng");
    }

    @Test
    void a_form_with_a_version_that_never_was_stores_nothing_and_says_so() {
        var page = Pages.parse(pages.as("qlkh")
                .post(address + "/progress", "state", "IN_PROGRESS", "words", "Lời", "version", "chín"));
        assertThat(page.select("[role=alert]").text()).contains("chưa được ghi nhận");
        assertThat(page.select("#words").text()).isEqualTo("Lời");
    }

    @Test
    void the_office_reports_for_the_unit_in_charge() {
        pages.as("vanphong")
                .post(
                        address + "/progress",
                        "state",
                        "IN_PROGRESS",
                        "words",
                        "Phòng báo qua điện thoại",
                        "version",
                        "0");
        assertThat(jdbc.sql("select unit_id from task_progress where task_id = :task")
                        .param("task", training.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(pages.actor("qlkh").unit().value());
        assertThat(pages.as("khtc").get(address).select("ol.history li").first().text())
                .startsWith("Trần Thị Ngọc Ánh (Phòng Quản lý khoa học)");
    }

    @Test
    void a_coordinating_unit_adds_words_and_evidence_and_changes_no_state() {
        var youth = pages.as("chidoan");
        assertThat(youth.get(address).select(".report-form legend").text()).isEqualTo("Phần của đơn vị tôi");
        var sent =
                youth.upload(address + "/progress", LIST, "state", "DONE", "words", "Đoàn viên dự đủ", "version", "0");
        assertThat(sent.getStatus()).isEqualTo(302);
        var page = youth.get(address);
        assertThat(page.select(".task-states").text()).startsWith("Chưa thực hiện");
        assertThat(page.select("ol.history").text()).contains("báo phần của đơn vị: đã hoàn thành", "Đoàn viên dự đủ");
        // and the lead, whose form was open meanwhile, is not disturbed by it
        assertThat(pages.as("qlkh")
                        .post(address + "/progress", "state", "IN_PROGRESS", "words", "Đang mở lớp", "version", "0")
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void a_coordinating_unit_takes_back_its_own_evidence_only() {
        var unit = pages.as("qlkh");
        unit.upload(address + "/progress", LIST, "state", "IN_PROGRESS", "version", "0");
        String action = takeBack(unit.get(address));
        assertThat(pages.as("chidoan").post(action).getStatus()).isEqualTo(404);
        assertThat(pages.as("chidoan").get(address).select("form[action=" + action + "]"))
                .isEmpty();
    }

    @Test
    void staff_of_another_unit_see_the_task_and_may_not_report_on_it() {
        var other = pages.as("khtc");
        var page = other.get(address);
        assertThat(page.select("form.report-form")).isEmpty();
        assertThat(page.select(".finding").text()).contains("đơn vị khác chủ trì");
        assertThat(other.post(address + "/progress", "state", "DONE", "words", "x", "version", "0")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_head_sees_the_task_and_reports_nothing() {
        var head = pages.as("giamdoc");
        assertThat(head.get(address).select("form.report-form")).isEmpty();
        assertThat(head.post(address + "/progress", "state", "DONE", "words", "x", "version", "0")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void people_of_another_agency_find_nothing() {
        var stranger = pages.actor("qlcn");
        jdbc.sql("update role_grant set agency_id = :other where account_id = :account")
                .param("other", pages.actor("khtc").unit().value())
                .param("account", stranger.account().value())
                .update();
        var visit = pages.as("qlcn");
        assertThat(visit.fetch(address).getStatus()).isEqualTo(404);
        assertThat(visit.post(address + "/progress", "state", "DONE", "words", "x", "version", "0")
                        .getStatus())
                .isEqualTo(404);
        jdbc.sql("update role_grant set agency_id = :own where account_id = :account")
                .param("own", stranger.agency().value())
                .param("account", stranger.account().value())
                .update();
    }

    @Test
    void a_plan_that_was_replaced_or_recalled_takes_no_more_reports() {
        for (String state : List.of("SUPERSEDED", "RECALLED")) {
            var old = running.issued(pages.actor("vanphong"), "Kế hoạch cũ", task("1", "Việc", "Phòng QLKH", null));
            running.becomes(old, state);
            String at = "/plans/" + old + "/tasks/" + running.taskOf(old, "1");
            assertThat(pages.as("qlkh").get(at).select("form.report-form")).isEmpty();
            assertThat(pages.as("qlkh")
                            .post(at + "/progress", "state", "IN_PROGRESS", "words", "x", "version", "0")
                            .getStatus())
                    .isEqualTo(409);
        }
    }

    @Test
    void a_draft_is_hidden_from_staff_and_takes_no_reports_from_the_office() {
        var draft = running.draft(pages.actor("vanphong"), "Dự thảo", task("1", "Việc", "Phòng QLKH", null));
        String at = "/plans/" + draft + "/tasks/" + running.taskOf(draft, "1");
        assertThat(pages.as("qlkh").fetch(at).getStatus()).isEqualTo(404);
        assertThat(pages.as("vanphong")
                        .post(at + "/progress", "state", "DONE", "version", "0")
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_task_is_found_only_under_its_own_plan() {
        var other = running.issued(pages.actor("vanphong"), "Khác", task("1", "Việc", null, null));
        assertThat(pages.as("vanphong")
                        .fetch("/plans/" + other + "/tasks/" + training)
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.as("vanphong")
                        .fetch("/plans/" + plan + "/tasks/khong-phai-ma")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_task_without_lead_is_reported_on_by_the_office() {
        String at = "/plans/" + plan + "/tasks/" + running.taskOf(plan, "II.2");
        assertThat(pages.as("qlkh")
                        .post(at + "/progress", "state", "IN_PROGRESS", "version", "0")
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.as("vanphong")
                        .post(at + "/progress", "state", "IN_PROGRESS", "words", "Văn phòng làm", "version", "0")
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void reports_go_on_when_the_event_of_the_issue_was_lost() {
        jdbc.sql("delete from task_status where plan_id = :plan")
                .param("plan", plan.value())
                .update();
        assertThat(pages.as("qlkh").get(address).select(".task-states").text()).startsWith("Chưa thực hiện");
        assertThat(pages.as("qlkh")
                        .post(address + "/progress", "state", "IN_PROGRESS", "words", "x", "version", "0")
                        .getStatus())
                .isEqualTo(302);
    }

    private void done(Pages.Visit unit) {
        assertThat(unit.upload(
                                address + "/progress",
                                LIST,
                                "state",
                                "DONE",
                                "title",
                                "Danh sách ký nhận",
                                "words",
                                "Đã bế giảng",
                                "version",
                                "0")
                        .getStatus())
                .isEqualTo(302);
    }

    private String problem(Pages.Visit unit, String... fields) {
        var all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "version";
        all[fields.length + 1] = "0";
        MockHttpServletResponse refused = unit.post(address + "/progress", all);
        assertThat(refused.getStatus()).isEqualTo(422);
        return Pages.parse(refused).select(".field-problem").text();
    }

    private static String takeBack(Document page) {
        return Objects.requireNonNull(page.select("form[action$=take-back]").first())
                .attr("action");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] large() {
        var content = new byte[25_000_001];
        System.arraycopy(bytes("%PDF-1.7"), 0, content, 0, 8);
        return content;
    }
}
