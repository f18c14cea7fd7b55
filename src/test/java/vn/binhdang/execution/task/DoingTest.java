package vn.binhdang.execution.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** What is added to a task while it is done: parts, sub-tasks, hand-overs, measure and cost, comments. */
@PageTest
class DoingTest {

    @Autowired
    private Pages pages;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private RunningPlan running;
    private PlanId plan;
    private TaskId id;
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
                        LocalDate.now(clock).plusDays(20),
                        List.of("Công đoàn", "Chi đoàn", "Sở Tư pháp")));
        id = running.taskOf(plan, "II.1");
        address = "/plans/" + plan + "/tasks/" + id;
    }

    // ---- parts

    @Test
    void a_union_cadre_closes_the_own_part_and_the_lead_sees_it_and_is_told() {
        var union = pages.as("congdoan");
        var bare =
                union.post(address + "/progress", "state", "DONE", "words", "Đã vận động 40 đoàn viên", "version", "0");
        assertThat(bare.getStatus())
                .as("a part is closed on evidence or a reason")
                .isEqualTo(422);
        assertThat(Pages.parse(bare).select(".field-problem").text())
                .contains("Phần việc đã hoàn thành cần ít nhất một minh chứng");
        union.post(
                address + "/progress",
                "state",
                "DONE",
                "words",
                "Đã vận động 40 đoàn viên",
                "noEvidenceReason",
                "Danh sách ở Công đoàn",
                "version",
                "0");
        var page = pages.as("qlkh").get(address);
        assertThat(page.select("section:has(#parts) li").eachText())
                .anySatisfy(line -> assertThat(line).contains("Công đoàn", "Đã hoàn thành", "Đã vận động 40 đoàn viên"))
                .anySatisfy(line -> assertThat(line).contains("Chi đoàn", "Chưa thực hiện"))
                .anySatisfy(line -> assertThat(line).contains("Sở Tư pháp", "Ngoài cơ quan"));
        assertThat(page.select(".task-states").text()).startsWith("Chưa thực hiện");
        assertThat(notices("qlkh")).contains("execution.notice.partClosed");
        assertThat(notices("chidoan")).doesNotContain("execution.notice.partClosed");
        assertThat(jdbc.sql("select arguments::text from notice where kind = 'execution.notice.partClosed'")
                        .query(String.class)
                        .list())
                .allMatch(arguments -> arguments.equals("{}"));
    }

    @Test
    void the_lead_closes_with_parts_open_and_the_history_says_so() {
        var lead = pages.as("qlkh");
        assertThat(lead.get(address).select(".report-form").text()).contains("Còn 2 phần phối hợp");
        lead.post(address + "/progress", "state", "DONE", "noEvidenceReason", "Gửi sau", "version", "0");
        assertThat(lead.get(address).select("ol.history").text()).contains("khi còn 2 phần hoặc việc nhỏ chưa xong");
    }

    @Test
    void a_part_is_closed_by_its_own_unit_alone_and_two_who_say_different_things_of_it_are_told() {
        assertThat(pages.as("khtc")
                        .post(address + "/progress", "state", "DONE", "version", "0")
                        .getStatus())
                .isEqualTo(404);
        var union = pages.as("congdoan");
        union.post(
                address + "/progress",
                "state",
                "DONE",
                "words",
                "Xong phần",
                "noEvidenceReason",
                "Làm trực tiếp",
                "version",
                "0");
        var late = union.post(address + "/progress", "state", "NOT_DONE", "words", "Không làm được", "version", "0");
        assertThat(late.getStatus()).isEqualTo(409);
        var both = Pages.parse(late);
        assertThat(both.select("[role=alert]").text()).contains("Xong phần");
        assertThat(both.select("#words").text()).isEqualTo("Không làm được");
    }

    // ---- states

    @Test
    void what_is_done_is_taken_up_again_only_with_a_reason_and_never_changed_beside_it() {
        var lead = pages.as("qlkh");
        lead.post(address + "/progress", "state", "DONE", "noEvidenceReason", "Gửi sau", "version", "0");
        var skipped = lead.post(address + "/progress", "state", "NOT_STARTED", "words", "Nhầm", "version", "1");
        assertThat(skipped.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(skipped).select(".field-problem").text()).contains("mở lại trước");
        var silent = lead.post(address + "/progress", "state", "IN_PROGRESS", "version", "1");
        assertThat(Pages.parse(silent).select(".field-problem").text()).contains("vì sao mở lại");
        var said = lead.post(
                address + "/progress", "state", "IN_PROGRESS", "words", "Còn một lớp chưa mở", "version", "1");
        assertThat(said.getStatus()).isEqualTo(302);
        assertThat(lead.get(address).select(".task-states").text()).startsWith("Đang thực hiện");
    }

    // ---- sub-tasks

    @Test
    void a_piece_given_to_a_person_has_its_own_day_and_is_closed_with_one_button() {
        var lead = pages.as("qlkh");
        add(lead, "Lập danh sách", "person:" + pages.actor("qlkh").person(), "30/12/2026", "");
        var page = lead.get(address);
        assertThat(page.select("section:has(#sub-tasks) li").text())
                .contains("Lập danh sách", "Trịnh Xuân Giang (Phòng Quản lý khoa học)", "Hạn 30/12/2026");
        var form = Objects.requireNonNull(page.select("form[action$=/state]").first());
        lead.post(
                form.attr("action"),
                "state",
                "DONE",
                "version",
                form.select("input[name=version]").attr("value"));
        assertThat(lead.get(address).select("section:has(#sub-tasks) li").text())
                .contains("Đã hoàn thành");
        assertThat(lead.get(address).select("ol.history").text())
                .contains("thêm việc nhỏ “Lập danh sách”", "việc nhỏ “Lập danh sách”: đã hoàn thành");
    }

    @Test
    void a_piece_needs_words_somebody_to_do_it_and_a_day_or_the_reason_for_none() {
        var lead = pages.as("qlkh");
        var refused = lead.post(address + "/sub-tasks", "text", "", "to", "", "dueOn", "");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(refused).select(".field-problem").eachText())
                .anyMatch(text -> text.contains("việc phải làm"))
                .anyMatch(text -> text.contains("người hoặc đơn vị"))
                .anyMatch(text -> text.contains("lý do không có hạn"));
        assertThat(add(lead, "Theo dõi", "unit:" + pages.actor("qlkh").unit(), "", "Làm cả năm"))
                .isEqualTo(302);
        assertThat(lead.post(
                                address + "/sub-tasks",
                                "text",
                                "Việc cho phòng khác",
                                "to",
                                "unit:" + pages.actor("khtc").unit(),
                                "dueOn",
                                "30/12/2026")
                        .getStatus())
                .as("a unit without a part in the task")
                .isEqualTo(422);
    }

    @Test
    void a_coordinating_unit_closes_the_piece_it_was_given_and_nobody_elses() {
        var lead = pages.as("qlkh");
        add(lead, "Vận động đoàn viên", "unit:" + pages.actor("congdoan").unit(), "30/12/2026", "");
        add(lead, "Lập danh sách", "unit:" + pages.actor("qlkh").unit(), "30/12/2026", "");
        var theirs = subTask("Vận động đoàn viên");
        var others = subTask("Lập danh sách");
        var union = pages.as("congdoan");
        assertThat(union.post(address + "/sub-tasks/" + theirs + "/state", "state", "DONE", "version", "1")
                        .getStatus())
                .isEqualTo(302);
        assertThat(union.post(address + "/sub-tasks/" + others + "/state", "state", "DONE", "version", "1")
                        .getStatus())
                .isEqualTo(404);
        assertThat(union.post(
                                address + "/sub-tasks/" + theirs + "/content",
                                "text",
                                "Việc khác",
                                "to",
                                "unit:" + pages.actor("congdoan").unit(),
                                "dueOn",
                                "30/12/2026",
                                "version",
                                "2")
                        .getStatus())
                .as("what it says is the lead's")
                .isEqualTo(404);
        assertThat(union.get(address + "/sub-tasks/" + others).select("form[action*=sub-tasks]"))
                .isEmpty();
    }

    @Test
    void two_who_change_a_piece_see_both_texts_and_nothing_is_lost() {
        var lead = pages.as("qlkh");
        String to = "unit:" + pages.actor("qlkh").unit();
        add(lead, "Lập danh sách", to, "30/12/2026", "");
        var sub = subTask("Lập danh sách");
        String change = address + "/sub-tasks/" + sub + "/content";
        lead.post(change, "text", "Lập danh sách 40 người", "to", to, "dueOn", "30/12/2026", "version", "1");
        var second = pages.as("vanphong")
                .post(change, "text", "Lập danh sách theo phòng", "to", to, "dueOn", "29/12/2026", "version", "1");
        assertThat(second.getStatus()).isEqualTo(409);
        var page = Pages.parse(second);
        assertThat(page.select("[role=alert]").text()).contains("Lập danh sách 40 người", "Trịnh Xuân Giang");
        assertThat(page.select("#text").text()).isEqualTo("Lập danh sách theo phòng");
        assertThat(page.select("#dueOn").attr("value")).isEqualTo("29/12/2026");
        var again = pages.as("vanphong")
                .post(
                        change,
                        "text",
                        "Lập danh sách theo phòng",
                        "to",
                        to,
                        "dueOn",
                        "29/12/2026",
                        "version",
                        page.select("form:has(#text) input[name=version]").attr("value"));
        assertThat(again.getStatus()).isEqualTo(302);
        assertThat(lead.get(address).select("ol.history").text())
                .contains("sửa việc nhỏ “Lập danh sách 40 người” thành “Lập danh sách theo phòng”");
    }

    // ---- hand-over

    @Test
    void a_unit_hands_its_task_to_a_person_who_finds_it_on_top_of_their_work() {
        var lead = pages.as("qlkh");
        String person = pages.actor("qlkh").person().toString();
        assertThat(lead.post(address + "/hand", "to", person, "version", "0").getStatus())
                .isEqualTo(302);
        assertThat(lead.get(address).select(".task-facts").text())
                .contains("Người phụ trách", "Trịnh Xuân Giang (Phòng Quản lý khoa học)");
        assertThat(lead.get("/").select("section:has(#mine)").text()).contains("Tập huấn kiến thức bình đẳng giới");
        assertThat(lead.get(address).select("ol.history").text()).contains("giao cho Trịnh Xuân Giang");
        assertThat(lead.post(address + "/hand", "to", "", "version", "0").getStatus())
                .as("handed on since")
                .isEqualTo(409);
        assertThat(lead.post(
                                address + "/hand",
                                "to",
                                pages.actor("khtc").person().toString(),
                                "version",
                                "1")
                        .getStatus())
                .as("somebody of another unit")
                .isEqualTo(422);
    }

    // ---- measure and cost

    @Test
    void a_percentage_follows_from_the_figure_reached_where_one_is_counted() {
        var lead = pages.as("qlkh");
        lead.post(
                address + "/detail",
                "measure",
                "Số công chức được tập huấn",
                "goal",
                "120",
                "measuredIn",
                "người",
                "share",
                "COUNTED",
                "cost",
                "15.000.000",
                "funding",
                "Ngân sách 2026",
                "version",
                "0");
        var page = lead.get(address);
        assertThat(page.select("#facts").text())
                .contains("Số công chức được tập huấn", "120 người", "15.000.000 đồng", "Ngân sách 2026");
        assertThat(page.select("#share")).isEmpty();
        lead.post(address + "/progress", "state", "IN_PROGRESS", "reached", "119", "version", "0");
        assertThat(lead.get(address).select(".task-share").text()).isEqualTo("99%");
        assertThat(lead.get(address).select("ol.history").text()).contains("đã đạt 119, được 99%");
    }

    @Test
    void where_a_percentage_means_nothing_none_is_taken() {
        var lead = pages.as("qlkh");
        lead.post(address + "/detail", "share", "NONE", "version", "0");
        assertThat(lead.get(address).select("#share")).isEmpty();
        var refused = lead.post(
                address + "/progress", "state", "IN_PROGRESS", "share", "40", "words", "Đang làm", "version", "0");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(refused).select(".field-problem").text()).contains("không tính theo phần trăm");
    }

    @Test
    void details_are_the_leads_and_a_second_change_of_the_same_meets_the_first() {
        assertThat(pages.as("congdoan").fetch(address + "/detail").getStatus()).isEqualTo(404);
        var lead = pages.as("qlkh");
        var wrong = lead.post(address + "/detail", "goal", "nhiều", "share", "COUNTED", "cost", "-1", "version", "0");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(wrong).select("#goal").attr("value")).isEqualTo("nhiều");
        lead.post(address + "/detail", "measure", "Số lớp", "share", "SAID", "version", "0");
        var second = lead.post(address + "/detail", "measure", "Số người", "share", "SAID", "version", "0");
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(second).select("[role=alert]").text()).contains("Số lớp");
        assertThat(Pages.parse(second).select("#measure").text()).isEqualTo("Số người");
    }

    // ---- rounds

    @Test
    void what_recurs_has_a_round_for_each_period_each_with_its_own_state_and_evidence_and_the_next_appears_by_itself() {
        var quarterly = running.issued(
                pages.actor("vanphong"),
                "Kế hoạch có việc hằng quý",
                new DocumentTask(
                        "1",
                        "Đăng tin hằng quý",
                        List.of("Phòng QLKH"),
                        List.of(),
                        null,
                        null,
                        "hằng quý",
                        "hằng quý",
                        null,
                        null));
        String task = "/plans/" + quarterly + "/tasks/" + running.taskOf(quarterly, "1");
        var lead = pages.as("qlkh");
        assertThat(lead.get(task).select("section:has(#rounds) li")).hasSize(4);
        assertThat(dueOn(quarterly)).isEqualTo(LocalDate.of(2026, 3, 14));

        var bare = lead.post(task + "/progress", "round", "2026-QUARTER-1", "state", "DONE", "version", "0");
        assertThat(bare.getStatus())
                .as("a round is closed with evidence of its own")
                .isEqualTo(422);
        lead.post(
                task + "/progress",
                "round",
                "2026-QUARTER-1",
                "state",
                "DONE",
                "doneOn",
                "10/03/2026",
                "noEvidenceReason",
                "Tin trên cổng",
                "version",
                "0");
        var page = lead.get(task);
        assertThat(page.select("section:has(#rounds) li").first().text())
                .contains("Quý 1 năm 2026", "Xong ngày 10/03/2026");
        assertThat(page.select("section:has(#rounds) li").get(1).text()).contains("Quý 2 năm 2026", "Chưa thực hiện");
        assertThat(page.select(".task-states").text()).startsWith("Đang thực hiện");
        assertThat(page.select("#round option[selected]").attr("value")).isEqualTo("2026-QUARTER-2");
        assertThat(dueOn(quarterly)).isEqualTo(LocalDate.of(2026, 6, 14));
        assertThat(page.select("ol.history").text()).contains("báo cáo đã hoàn thành: Quý 1 năm 2026");

        assertThat(lead.post(task + "/progress", "round", "2031-QUARTER-1", "state", "DONE", "version", "1")
                        .getStatus())
                .isEqualTo(422);
        for (int quarter = 2; quarter <= 4; quarter++)
            lead.post(
                    task + "/progress",
                    "round",
                    "2026-QUARTER-" + quarter,
                    "state",
                    "DONE",
                    "noEvidenceReason",
                    "Tin trên cổng",
                    "version",
                    String.valueOf(quarter - 1));
        assertThat(lead.get(task).select(".task-states").text()).startsWith("Đã hoàn thành");
    }

    @Test
    void the_last_evidence_of_a_closed_round_or_part_is_not_taken_back() {
        var quarterly = running.issued(
                pages.actor("vanphong"),
                "Kế hoạch năm 2026",
                new DocumentTask(
                        "1",
                        "Đăng tin hằng quý",
                        List.of("Phòng QLKH"),
                        List.of(),
                        null,
                        null,
                        "hằng quý",
                        "hằng quý",
                        null,
                        null));
        String task = "/plans/" + quarterly + "/tasks/" + running.taskOf(quarterly, "1");
        var lead = pages.as("qlkh");
        for (int quarter = 1; quarter <= 2; quarter++)
            lead.upload(
                    task + "/progress",
                    paper(),
                    "round",
                    "2026-QUARTER-" + quarter,
                    "state",
                    "DONE",
                    "title",
                    "Tin quý " + quarter,
                    "version",
                    String.valueOf(quarter - 1));
        for (var form : lead.get(task).select("form[action$=/take-back]")) {
            var refused = lead.post(form.attr("action"));
            assertThat(refused.getStatus()).isEqualTo(409);
            assertThat(Pages.parse(refused).text()).contains("minh chứng duy nhất của kỳ");
        }
        assertThat(lead.get(task).select(".evidence-list li")).hasSize(2);

        var union = pages.as("congdoan");
        union.upload(address + "/progress", paper(), "state", "DONE", "words", "Xong phần", "version", "0");
        var refused =
                union.post(union.get(address).select("form[action$=/take-back]").attr("action"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(refused).text()).contains("minh chứng duy nhất của phần này");
        union.post(
                address + "/progress",
                "state",
                "DONE",
                "noEvidenceReason",
                "Giấy tờ nộp bản cứng",
                "version",
                union.get(address).select("input[name=version]").attr("value"));
        assertThat(union.post(union.get(address)
                                .select("form[action$=/take-back]")
                                .attr("action"))
                        .getStatus())
                .isEqualTo(302);
    }

    private static MockMultipartFile paper() {
        return new MockMultipartFile(
                "files", "danh-sach.pdf", "application/pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
    }

    private LocalDate dueOn(PlanId ofPlan) {
        return jdbc.sql("select due_on from running_task where plan_id = :plan")
                .param("plan", ofPlan.value())
                .query(LocalDate.class)
                .single();
    }

    // ---- comments

    @Test
    void who_is_spoken_to_is_told_without_the_words_and_has_it_to_answer() {
        var cadre = pages.as("congdoan");
        assertThat(cadre.post(address + "/comments", "comment", "@trinh xuan giang, phòng gửi tài liệu giúp nhé")
                        .getStatus())
                .isEqualTo(302);
        assertThat(notices("qlkh")).contains("execution.notice.mentioned");
        var lead = pages.as("qlkh");
        assertThat(lead.get("/").select("#duty-ANSWER + ul").text()).contains("Tập huấn kiến thức bình đẳng giới");
        assertThat(lead.get(address).select("section:has(#comments)").text())
                .contains("phòng gửi tài liệu giúp nhé", "chờ bạn trả lời");
        lead.post(address + "/comments", "comment", "Đã gửi.");
        assertThat(lead.get("/").select("#duty-ANSWER")).isEmpty();
    }

    @Test
    void an_unknown_name_is_said_and_the_words_stay() {
        var refused = pages.as("congdoan").post(address + "/comments", "comment", "Nhờ @Không Có Ai xem giúp");
        assertThat(refused.getStatus()).isEqualTo(422);
        var page = Pages.parse(refused);
        assertThat(page.select("section:has(#comments) .field-problem").text()).contains("Không Có Ai");
        assertThat(page.select("#comment").text()).isEqualTo("Nhờ @Không Có Ai xem giúp");
        assertThat(pages.as("congdoan")
                        .post(address + "/comments", "comment", "Gửi về hop.thu@so.gov.vn")
                        .getStatus())
                .as("an address is no mention")
                .isEqualTo(302);
    }

    @Test
    void nothing_is_added_to_a_plan_that_ended() {
        running.becomes(plan, "RECALLED");
        assertThat(pages.as("qlkh")
                        .post(address + "/comments", "comment", "Sao?")
                        .getStatus())
                .isEqualTo(409);
        assertThat(pages.as("qlkh").fetch(address + "/hand").getStatus()).isEqualTo(409);
        var page = pages.as("qlkh").get(address);
        assertThat(page.select("form[action*=comments], a[href$=/hand], a[href$=/detail], a[href$=/sub-tasks/new]"))
                .isEmpty();
    }

    @Test
    void the_pages_beside_a_task_speak_english_too() {
        var lead = pages.as("qlkh");
        for (String page : List.of("/hand", "/detail", "/sub-tasks/new")) lead.get(address + page, "en");
        Document task = lead.get(address, "en");
        assertThat(task.select("#parts, #comments, #sub-tasks").eachText())
                .containsExactly("Parts of the coordinating units", "Sub-tasks", "Comments");
    }

    private int add(Pages.Visit who, String text, String to, String dueOn, String reason) {
        return who.post(address + "/sub-tasks", "text", text, "to", to, "dueOn", dueOn, "noDueReason", reason)
                .getStatus();
    }

    private UUID subTask(String text) {
        return jdbc.sql("select id from sub_task where task_id = :task and text = :text")
                .param("task", id.value())
                .param("text", text)
                .query(UUID.class)
                .single();
    }

    private List<String> notices(String username) {
        return jdbc.sql("select kind from notice where account_id = :account and link like :link")
                .param("account", pages.actor(username).account().value())
                .param("link", address + "%")
                .query(String.class)
                .list();
    }
}
