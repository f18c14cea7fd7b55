package vn.binhdang.execution.urging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.binhdang.execution.RunningPlan.task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.approval.Approvals;
import vn.binhdang.document.approval.Printables;
import vn.binhdang.document.approval.SigningCapacity;
import vn.binhdang.document.issuing.Issuing;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanId;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

@PageTest
class UrgingTest {
    private static final String WORDS = "Đề nghị {đơn vị} trả lời {số việc} việc trước ngày {hạn trả lời}.";

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
    private LocalDate today;

    @BeforeEach
    void one_plan_is_running_on_a_working_day() {
        running = new RunningPlan(product);
        today = Today.of(clock).day();
        jdbc.sql("update outgoing_document set state = 'RECALLED' where state = 'ISSUED'")
                .update();
        for (String table : List.of(
                "urging_told",
                "urging_answer_withdrawn",
                "urging_heard",
                "urging_answer",
                "urging_item",
                "urging",
                "urging_proposal",
                "urging_day",
                "notice")) jdbc.sql("delete from " + table).update();
        jdbc.sql("delete from urging_step where rule_id in (select id from urging_rule where agency_id is not null)")
                .update();
        jdbc.sql("delete from urging_rule where agency_id is not null").update();
        works(true);
        plan = running.issued(
                pages.actor("vanphong"),
                "Thực hiện công tác bình đẳng giới",
                task("1", "Tập huấn", "Phòng Quản lý khoa học", today.minusDays(4), List.of("Công đoàn")),
                task("2", "Truyền thông", "Phòng Quản lý khoa học", today.minusDays(1)),
                task("3", "Tháng hành động", "Phòng Chuyển đổi số", today.plusDays(2)),
                task("4", "Việc chưa ai chủ trì", null, today.minusDays(2)),
                task("5", "Việc còn xa", "Văn phòng", today.plusDays(200)));
    }

    /** Tests run on every day of the year; the agency says itself whether it works today. */
    private void works(boolean works) {
        jdbc.sql("""
            insert into urging_day (agency_id, day, rest, name, source) values (:agency, :day, :rest, 'thử', 'thử')
            on conflict (agency_id, day) do update set rest = :rest
            """)
                .param("agency", pages.actor("vanphong").agency().value())
                .param("day", today)
                .param("rest", !works)
                .update();
    }

    private String id(String number) {
        return running.taskOf(plan, number).toString();
    }

    private String urge(String... tasks) {
        var fields = new ArrayList<>(List.of(
                "way", "APP", "words", WORDS, "answerBy", today.plusDays(2).toString()));
        for (String task : tasks) fields.addAll(List.of("task", id(task)));
        var sent = pages.as("vanphong").post("/urging", fields.toArray(String[]::new));
        return String.valueOf(sent.getRedirectedUrl());
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    @Test
    void the_office_chooses_late_tasks_and_urges_their_unit_in_one_act() {
        var page = pages.as("vanphong").get("/urging/tasks");
        assertThat(page.select(".urging-rows td[lang=vi] > a").eachText())
                .containsExactly("1. Tập huấn", "4. Việc chưa ai chủ trì", "2. Truyền thông");
        assertThat(page.select("input[name=task]")).hasSize(2);
        var compose = pages.as("vanphong").get("/urging/new?task=" + id("1") + "&task=" + id("2"));
        assertThat(compose.select(".urging-compose h2").eachText()).containsExactly("Phòng Quản lý khoa học");
        assertThat(compose.select("textarea[name=words]").text()).contains("đã quá hạn");
        String act = urge("1", "2");
        assertThat(act).startsWith("/urging/").endsWith("?done=urged");
        var shown = pages.as("vanphong").get(act);
        assertThat(shown.select("h1").text()).isEqualTo("Đôn đốc Phòng Quản lý khoa học");
        assertThat(shown.select(".urging-words").text())
                .isEqualTo("Đề nghị Phòng Quản lý khoa học trả lời 2 việc trước ngày "
                        + UrgingWords.day(today.plusDays(2)) + ".");
        assertThat(shown.select(".urging-items > li")).hasSize(2);
        assertThat(pages.as("vanphong").get(act, "en").select("h1").text())
                .isEqualTo("Urging of Phòng Quản lý khoa học");
    }

    @Test
    void the_addressee_hears_how_many_things_and_until_when_and_nothing_else() {
        urge("1", "2");
        var told = pages.as("qlkh").get("/notices").text();
        assertThat(told).contains("được đôn đốc về 2 việc").doesNotContain("Tập huấn", "Ánh");
        assertThat(pages.as("cds").get("/notices").text()).doesNotContain("đôn đốc về");
    }

    @Test
    void an_answer_is_done_or_by_when_or_why_not() {
        String act = urge("1", "2").replaceAll("\\?.*", "");
        var unit = pages.as("qlkh");
        var forms = unit.get(act).select("form.urging-answer");
        assertThat(forms).hasSize(2);
        assertThat(pages.as("vanphong").get(act).select("form.urging-answer"))
                .as("who urges does not answer for those who are urged")
                .isEmpty();
        String first = forms.getFirst().attr("action");
        assertThat(unit.post(first, "answer", "").getStatus()).isEqualTo(422);
        assertThat(unit.post(first, "answer", "NOT_YET", "words", " ").getStatus())
                .isEqualTo(422);
        var noDay = Pages.parse(unit.post(first, "answer", "PROMISED", "words", "Đang mời giảng viên"));
        assertThat(noDay.select(".field-problem").text()).contains("ngày sẽ xong");
        assertThat(noDay.select("textarea").first().text()).isEqualTo("Đang mời giảng viên");
        assertThat(unit.post(
                                first,
                                "answer",
                                "PROMISED",
                                "promisedOn",
                                today.plusDays(5).toString())
                        .getRedirectedUrl())
                .isEqualTo(act + "?done=answered");
        unit.post(forms.getLast().attr("action"), "answer", "NOT_YET", "words", "Chưa có kinh phí");
        var shown = pages.as("vanphong").get(act);
        assertThat(shown.select(".lead").text()).isEqualTo("Đã trả lời");
        assertThat(shown.select(".urging-answers").text())
                .contains("Sẽ xong trước ngày " + UrgingWords.day(today.plusDays(5)), "Chưa có kinh phí");
    }

    private String hear(String act, String... fields) {
        String form = pages.as("vanphong")
                .get(act)
                .select("a:contains(Ghi trả lời nghe được)")
                .first()
                .attr("href");
        var sent = pages.as("vanphong").post(form, fields);
        return sent.getStatus() + " " + sent.getRedirectedUrl();
    }

    @Test
    void the_office_writes_down_what_it_heard_by_telephone_and_it_is_told_apart_and_counts() {
        String act = urge("1", "2").replaceAll("\\?.*", "");
        jdbc.sql("update urging set urged_at = urged_at - interval '60 hours'").update();
        var clerk = pages.as("vanphong");
        String link = clerk.get(act)
                .select("a:contains(Ghi trả lời nghe được)")
                .first()
                .attr("href");
        var form = clerk.get(link);
        assertThat(form.select("#heardOn").attr("value")).isEqualTo(UrgingWords.day(today));
        var wrong = clerk.post(
                link, "way", "", "who", " ", "heardOn", UrgingWords.day(today.plusDays(1)), "answer", "PROMISED");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(wrong).select(".field-problem")).hasSize(4);
        var before = clerk.post(
                link, "way", "TELEPHONE", "who", "Phó trưởng phòng", "heardOn", "01/01/2020", "answer", "DONE");
        assertThat(Pages.parse(before).select(".field-problem").text()).contains("(ngày đôn đốc)");
        assertThat(hear(
                        act,
                        "way",
                        "TELEPHONE",
                        "who",
                        "Phó trưởng phòng",
                        "heardOn",
                        UrgingWords.day(today.minusDays(1)),
                        "answer",
                        "PROMISED",
                        "promisedOn",
                        UrgingWords.day(today.plusDays(5)),
                        "words",
                        "Đang mời giảng viên"))
                .isEqualTo("302 " + act + "?done=heard");
        for (String who : List.of("vanphong", "qlkh")) {
            var shown = pages.as(who).get(act);
            assertThat(shown.select(".urging-items > li")
                            .first()
                            .select(".state")
                            .text())
                    .isEqualTo("Sẽ xong trước ngày " + UrgingWords.day(today.plusDays(5)) + " · Qua điện thoại");
            assertThat(shown.select(".urging-answers").text())
                    .contains(
                            "Qua điện thoại Phó trưởng phòng, ngày " + UrgingWords.day(today.minusDays(1)),
                            "ghi lúc",
                            "Đang mời giảng viên");
        }
        assertThat(pages.as("qlkh").get(act).select("a:contains(bỏ bản ghi)")).isEmpty();
        var unit = clerk.get("/urging/units").select("tbody tr").first();
        assertThat(unit.select("td").get(3).text()).isEqualTo("1 (1 ghi từ ngoài phần mềm)");
        assertThat(unit.select("td").get(5).text()).matches("[12](,\\d)? ngày");
        assertThat(clerk.get(act, "en").select(".urging-answers").text()).contains("By telephone", "recorded by");
        clerk.get(link, "en");
        // What the unit says itself later is the last word.
        String own =
                pages.as("qlkh").get(act).select("form.urging-answer").first().attr("action");
        pages.as("qlkh").post(own, "answer", "DONE");
        assertThat(clerk.get(act)
                        .select(".urging-items > li")
                        .first()
                        .select(".state")
                        .text())
                .isEqualTo("Đã xong");
    }

    @Test
    void what_was_written_down_wrongly_is_corrected_or_taken_out_and_stays_to_be_read() {
        String act = urge("1").replaceAll("\\?.*", "");
        String day = UrgingWords.day(today);
        hear(act, "way", "TELEPHONE", "who", "Chuyên viên", "heardOn", day, "answer", "DONE");
        var clerk = pages.as("vanphong");
        String first = clerk.get(act).select("a:contains(Sửa hoặc bỏ bản ghi)").attr("href");
        assertThat(clerk.get(first).select("#who").attr("value")).isEqualTo("Chuyên viên");
        assertThat(pages.as("qlkh").fetch(first).getStatus()).isEqualTo(403);
        assertThat(clerk.post(
                                first,
                                "way",
                                "IN_PERSON",
                                "who",
                                "Trưởng phòng",
                                "heardOn",
                                day,
                                "answer",
                                "NOT_YET",
                                "words",
                                "Chưa có kinh phí")
                        .getRedirectedUrl())
                .isEqualTo(act + "?done=corrected");
        var shown = clerk.get(act);
        assertThat(shown.select(".urging-withdrawn").text()).contains("Chuyên viên", "Đã được", "sửa lúc");
        assertThat(shown.select(".urging-items .state").first().text()).isEqualTo("Chưa làm được · Gặp trực tiếp");
        String second = shown.select("a:contains(Sửa hoặc bỏ bản ghi)").attr("href");
        var slower = clerk.post(first, "way", "LETTER", "who", "Người thứ hai", "heardOn", day, "answer", "DONE");
        assertThat(slower.getStatus())
                .as("two people correcting the same record")
                .isEqualTo(409);
        var again = Pages.parse(slower);
        assertThat(again.select("[role=alert]").text()).contains("Chưa làm được", "Chưa có kinh phí");
        assertThat(again.select("#who").attr("value")).isEqualTo("Người thứ hai");
        assertThat(again.select("form.urging-answer").first().attr("action")).isEqualTo(second);
        assertThat(clerk.post(second + "/withdraw", "reason", " ").getStatus()).isEqualTo(422);
        assertThat(clerk.post(second + "/withdraw", "reason", "Nghe nhầm việc").getRedirectedUrl())
                .isEqualTo(act + "?done=withdrawn");
        shown = clerk.get(act);
        assertThat(shown.select(".urging-withdrawn")).hasSize(2);
        assertThat(shown.select(".urging-withdrawn").text()).contains("Nghe nhầm việc");
        assertThat(shown.select(".urging-items .state").first().text()).isEqualTo("Chưa trả lời");
        assertThat(count("select answered from urging")).isZero();
        assertThat(clerk.fetch(second).getStatus()).isEqualTo(404);
        var tooLate = Pages.parse(
                clerk.post(second, "way", "LETTER", "who", "Người thứ ba", "heardOn", day, "answer", "DONE"));
        assertThat(tooLate.select("[role=alert]").text()).contains("vừa bỏ bản ghi này");
        assertThat(tooLate.select("#who").attr("value")).isEqualTo("Người thứ ba");
        assertThat(tooLate.select("form.urging-answer").first().attr("action")).endsWith("/heard");
        clerk.get(act, "en");
    }

    @Test
    void what_the_unit_reported_itself_still_counts_when_what_was_heard_is_taken_out() {
        String act = urge("1").replaceAll("\\?.*", "");
        String day = UrgingWords.day(today);
        hear(act, "way", "TELEPHONE", "who", "Chuyên viên", "heardOn", day, "answer", "NOT_YET", "words", "Chưa rõ");
        report("0");
        report("1");
        var clerk = pages.as("vanphong");
        var shown = clerk.get(act);
        assertThat(shown.select(".urging-items .state").first().text())
                .as("words say more than a report")
                .isEqualTo("Chưa làm được · Qua điện thoại");
        assertThat(count("select count(*) from urging_answer where kind = 'REPORTED'"))
                .isOne();
        clerk.post(
                shown.select("a:contains(Sửa hoặc bỏ bản ghi)").attr("href") + "/withdraw", "reason", "Nghe nhầm việc");
        shown = clerk.get(act);
        assertThat(shown.select(".lead").text()).isEqualTo("Đã trả lời");
        assertThat(shown.select(".urging-items .state").first().text()).isEqualTo("Đã báo cáo tiến độ");
    }

    private void report(String version) {
        pages.as("qlkh")
                .post(
                        "/plans/" + plan + "/tasks/" + id("1") + "/progress",
                        "state",
                        "IN_PROGRESS",
                        "words",
                        "Đã mời giảng viên",
                        "version",
                        version);
    }

    @Test
    void days_are_typed_as_they_are_written_here() {
        var clerk = pages.as("vanphong");
        var compose = clerk.get("/urging/new?task=" + id("1"));
        assertThat(compose.select("#answerBy").attr("value")).matches("\\d\\d/\\d\\d/\\d{4}");
        assertThat(compose.select("input[type=date]")).isEmpty();
        var wrong = clerk.post("/urging", "way", "APP", "words", WORDS, "answerBy", "31/02/2027", "task", id("1"));
        assertThat(Pages.parse(wrong).select("#answerBy-mistake").text()).contains("ngày/tháng/năm");
        assertThat(clerk.post(
                                "/urging",
                                "way",
                                "APP",
                                "words",
                                WORDS,
                                "answerBy",
                                UrgingWords.day(today.plusDays(2)),
                                "task",
                                id("1"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(clerk.get("/urging/log?from=" + today).select("#from").attr("value"))
                .isEqualTo(UrgingWords.day(today));
        assertThat(clerk.get("/urging/log?from=hom+qua").select("#from-mistake"))
                .hasSize(1);
    }

    @Test
    void a_report_on_the_task_is_an_answer() {
        String act = urge("1").replaceAll("\\?.*", "");
        report("0");
        var shown = pages.as("vanphong").get(act);
        assertThat(shown.select(".lead").text()).isEqualTo("Đã trả lời");
        assertThat(shown.select(".urging-answers").text()).contains("Đã báo cáo tiến độ");
    }

    @Test
    void nobody_is_urged_twice_a_day_for_the_same_thing() {
        urge("1");
        var again = pages.as("vanphong")
                .post("/urging", "way", "MAIL", "words", WORDS, "answerBy", today.toString(), "task", id("1"));
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(again).text()).contains("một lần một ngày");
        // With something new beside it, only the new thing goes.
        String act = urge("1", "2");
        assertThat(act).contains("/urging/log?acts=1&things=1&already=1");
        assertThat(count("select count(*) from urging")).isEqualTo(2);
        var told = jdbc.sql("select account_id, subject_id, told_on from urging_told limit 1")
                .query()
                .singleRow();
        assertThatThrownBy(() -> jdbc.sql("insert into urging_told values (:account, :subject, :on, :item)")
                        .param("account", told.get("account_id"))
                        .param("subject", told.get("subject_id"))
                        .param("on", told.get("told_on"))
                        .param("item", Uuid7.create())
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void who_sends_at_the_same_time_reaches_each_person_once_for_each_thing() throws Exception {
        var numbers = new ArrayList<String>();
        var many = new vn.binhdang.document.DocumentTask[12];
        for (int i = 0; i < many.length; i++) {
            numbers.add("m" + i);
            many[i] = task(
                    "m" + i,
                    "Việc " + i,
                    i % 2 == 0 ? "Phòng Quản lý khoa học" : "Phòng Chuyển đổi số",
                    today.minusDays(1 + i));
        }
        plan = running.issued(pages.actor("vanphong"), "Nhiều việc", many);
        var composing = product.getBean(Composing.class);
        var actors = List.of(pages.actor("vanphong"), pages.actor("giamdoc"), pages.actor("chanhvanphong"));
        try (var threads = Executors.newFixedThreadPool(6)) {
            var sends = new ArrayList<Callable<Integer>>();
            for (int sender = 0; sender < 24; sender++) {
                var random = new Random(sender);
                sends.add(() -> {
                    var tasks = numbers.stream()
                            .filter(number -> random.nextInt(3) == 0)
                            .map(number -> running.taskOf(plan, number).value())
                            .toList();
                    if (tasks.isEmpty()) return 0;
                    var form = new UrgeForm(
                            tasks,
                            List.of(),
                            "",
                            "",
                            random.nextBoolean() ? "APP" : "MAIL",
                            WORDS,
                            today.toString(),
                            random.nextBoolean(),
                            Map.of());
                    try {
                        return composing
                                .urge(actors.get(random.nextInt(actors.size())), form)
                                .outcome()
                                .things();
                    } catch (Refused alreadyUrged) {
                        return 0;
                    }
                });
            }
            int things = 0;
            for (var send : threads.invokeAll(sends)) things += send.get();
            assertThat(count("select count(*) from urging_item")).isEqualTo(things);
        }
        // Every item reached somebody, nobody was told of an act that has nothing for them, everything was told once.
        assertThat(count("select count(*) from urging_item i where not exists"
                        + " (select 1 from urging_told o where o.item_id = i.id)"))
                .isZero();
        assertThat(count("select count(*) from urging_told o where not exists"
                        + " (select 1 from urging_item i where i.id = o.item_id)"))
                .isZero();
        assertThat(count("select count(*) from (select o.account_id, i.urging_id from urging_told o"
                        + " join urging_item i on i.id = o.item_id group by 1, 2) n"))
                .isEqualTo(count("select count(*) from notice where link like '/urging/%'"));
        assertThat(count("select count(*) from (select subject_id, account_id from urging_told group by 1, 2"
                        + " having count(*) > 1) n"))
                .isZero();
    }

    @Test
    void on_a_quiet_day_nothing_goes_by_notice_or_mail() {
        works(false);
        var refused = pages.as("vanphong")
                .post("/urging", "way", "APP", "words", WORDS, "answerBy", today.toString(), "task", id("1"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Pages.parse(refused).text()).contains("ngày nghỉ");
        assertThat(pages.as("vanphong").get("/urging").select(".finding").text())
                .contains("Gửi được từ ngày");
        product.getBean(UrgingMorning.class).of(pages.actor("vanphong").agency());
        assertThat(count("select count(*) from urging_proposal")).isZero();
    }

    @Test
    void the_rule_proposes_and_the_clerk_sends_all_or_chosen_ones_with_one_press() {
        // Tomorrow counts as worked too, so that the steps of these tests do not move.
        rule(false, "-2", "UNIT", "1", "UNIT", "4", "AGENCY_HEAD");
        var clerk = pages.as("vanphong");
        assertThat(clerk.post("/urging/proposals/find").getRedirectedUrl()).startsWith("/urging?found=");
        var page = clerk.get("/urging");
        assertThat(page.select("section.card h2").eachText())
                .contains("Phòng Quản lý khoa học Đơn vị", "Phòng Quản lý khoa học Người đứng đầu cơ quan");
        assertThat(page.text()).contains("4 ngày sau hạn", "1 ngày sau hạn");
        assertThat(clerk.post("/urging/proposals/send", "which", "chosen").getStatus())
                .isEqualTo(409);
        String one = page.select("section:contains(Người đứng đầu cơ quan) input[name=proposal]")
                .first()
                .attr("value");
        assertThat(clerk.post("/urging/proposals/send", "which", "chosen", "proposal", one)
                        .getRedirectedUrl())
                .startsWith("/urging?acts=1&things=1&already=0&nobody=0");
        assertThat(pages.as("giamdoc").get("/notices").text()).contains("đôn đốc về 1 việc");
        clerk.post("/urging/proposals/send", "which", "all");
        assertThat(clerk.get("/urging").select("input[name=proposal]")).isEmpty();
        // Looking again finds nothing twice.
        assertThat(clerk.post("/urging/proposals/find").getRedirectedUrl()).isEqualTo("/urging?found=0");
    }

    @Test
    void an_agency_may_let_the_rule_send_by_itself() {
        rule(true, "1", "UNIT");
        var morning = product.getBean(UrgingMorning.class);
        morning.of(pages.actor("vanphong").agency());
        morning.of(pages.actor("vanphong").agency());
        assertThat(count("select count(*) from urging where automatic")).isEqualTo(1);
        String act =
                jdbc.sql("select id from urging").query(UUID.class).single().toString();
        assertThat(pages.as("qlkh").get("/urging/" + act).text()).contains("Tự gửi theo quy tắc");
    }

    @Test
    void a_task_that_is_done_or_left_out_is_proposed_no_more() {
        rule(false, "1", "UNIT", "4", "UNIT");
        var clerk = pages.as("vanphong");
        clerk.post("/urging/proposals/find");
        pages.as("qlkh")
                .post(
                        "/plans/" + plan + "/tasks/" + id("1") + "/progress",
                        "state",
                        "DONE",
                        "noEvidenceReason",
                        "Không cần",
                        "version",
                        "0");
        var left = clerk.get("/urging").select("input[name=proposal]");
        assertThat(left).hasSize(1);
        assertThat(clerk.post(
                                "/urging/proposals/drop",
                                "proposal",
                                left.getFirst().attr("value"))
                        .getRedirectedUrl())
                .isEqualTo("/urging?dropped=1");
        clerk.post("/urging/proposals/find");
        assertThat(clerk.get("/urging").select("input[name=proposal]")).isEmpty();
    }

    private void rule(boolean automatic, String... steps) {
        var fields = new ArrayList<>(
                List.of("from", today.toString(), "shift", "BEFORE", "answerDays", "2", "source", "Quy chế làm việc"));
        if (automatic) fields.addAll(List.of("automatic", "1"));
        for (int i = 0; i < steps.length; i += 2) fields.addAll(List.of("days", steps[i], "recipient", steps[i + 1]));
        assertThat(pages.as("vanphong")
                        .post("/urging/settings/rule", fields.toArray(String[]::new))
                        .getRedirectedUrl())
                .isEqualTo("/urging/settings?saved=rule");
        // The due days of these tests are near weekends and holidays on some days of the year; here every day is
        // worked.
        for (int i = -40; i <= 40; i++)
            jdbc.sql("""
                insert into urging_day (agency_id, day, rest, name, source) values (:agency, :day, false, 'thử', 'thử')
                on conflict do nothing
                """)
                    .param("agency", pages.actor("vanphong").agency().value())
                    .param("day", today.plusDays(i))
                    .update();
    }

    @Test
    void a_letter_goes_the_way_of_every_outgoing_document_and_urges_when_it_is_issued() {
        var sent = pages.as("vanphong")
                .post(
                        "/urging",
                        "way",
                        "LETTER",
                        "words",
                        WORDS,
                        "answerBy",
                        today.plusDays(3).toString(),
                        "task",
                        id("1"),
                        "task",
                        id("3"));
        String editor = Objects.requireNonNull(sent.getRedirectedUrl());
        assertThat(editor).startsWith("/documents/").endsWith("/edit");
        var draft = pages.as("vanphong").get(editor);
        assertThat(draft.text()).contains("Tập huấn", "Tháng hành động", "(quá hạn)");
        assertThat(count("select count(*) from urging where urged_at is null")).isEqualTo(2);
        assertThat(pages.as("vanphong").get("/urging/tasks").text()).contains("Đang soạn công văn");
        // The addressee sees nothing of it before.
        String act = jdbc.sql("select id from urging order by id limit 1")
                .query(UUID.class)
                .single()
                .toString();
        assertThat(pages.as("qlkh").fetch("/urging/" + act).getStatus()).isEqualTo(404);
        var second = pages.as("vanphong")
                .post("/urging", "way", "LETTER", "words", WORDS, "answerBy", today.toString(), "task", id("1"));
        assertThat(second.getStatus()).isEqualTo(409);

        var letter = DocumentId.of(editor.split("/")[2]);
        String number = issued(letter);
        // The event may come twice.
        product.getBean(Urgings.class).letterIssued(letter, number);
        assertThat(pages.as("qlkh").get("/urging/" + act).text()).contains("Công văn");
        assertThat(pages.as("qlkh").get("/notices").text()).contains("Công văn đôn đốc số " + number + " về 1 việc");
        assertThat(count("select count(*) from urging where urged_at is null")).isZero();
    }

    /** Through drafting, approval and numbering, as every outgoing document. */
    private String issued(DocumentId letter) {
        var clerk = pages.actor("vanphong");
        var documents = product.getBean(OutgoingDocuments.class);
        var approvals = product.getBean(Approvals.class);
        String mark = product.getBean(Printables.class)
                .of(clerk, documents.find(clerk, letter))
                .mark();
        approvals.submit(clerk, letter, mark, true);
        var head = pages.actor("giamdoc");
        approvals.approve(head, letter, mark, head.person(), SigningCapacity.HEAD);
        product.getBean(Issuing.class).issue(pages.actor("vanthu"), letter, today);
        var issued = documents.find(clerk, letter);
        assertThat(issued.symbol()).isEqualTo("SKHCN-VP");
        return issued.number() + "/" + issued.symbol();
    }

    @Test
    void a_letter_that_is_not_to_be_sent_is_let_go() {
        pages.as("vanphong")
                .post("/urging", "way", "LETTER", "words", WORDS, "answerBy", today.toString(), "task", id("1"));
        String act =
                jdbc.sql("select id from urging").query(UUID.class).single().toString();
        assertThat(pages.as("vanphong").post("/urging/" + act + "/drop").getRedirectedUrl())
                .endsWith("?done=dropped");
        assertThat(pages.as("vanphong").post("/urging/" + act + "/drop").getStatus())
                .isEqualTo(409);
        assertThat(urge("1")).endsWith("?done=urged");
    }

    @Test
    void units_are_urged_for_a_report_too_and_one_person_can_be() {
        var clerk = pages.as("vanphong");
        var page = clerk.get("/urging/new?reports=1");
        String unit = page.select("label:contains(Phòng Chuyển đổi số) input").attr("value");
        var missing = clerk.post(
                "/urging", "way", "APP", "words", WORDS, "answerBy", today.toString(), "unit", unit, "report", "");
        assertThat(missing.getStatus()).isEqualTo(422);
        var sent = clerk.post(
                "/urging",
                "way",
                "APP",
                "words",
                WORDS,
                "answerBy",
                today.toString(),
                "unit",
                unit,
                "report",
                "Báo cáo năm 2026",
                "reportDue",
                today.minusDays(3).toString());
        assertThat(clerk.get(Objects.requireNonNull(sent.getRedirectedUrl())).text())
                .contains("Báo cáo năm 2026");
        var compose = clerk.get("/urging/new?task=" + id("1"));
        String person = compose.select("select option:contains(Giang)").attr("value");
        var toOne = clerk.post(
                "/urging",
                "way",
                "APP",
                "words",
                WORDS,
                "answerBy",
                today.toString(),
                "task",
                id("1"),
                "to." + pages.actor("qlkh").unit(),
                person);
        assertThat(pages.as("qlkh")
                        .get(Objects.requireNonNull(toOne.getRedirectedUrl()))
                        .text())
                .contains("Trịnh Xuân Giang");
    }

    @Test
    void coordinating_units_are_urged_where_the_office_wants_it() {
        var compose = pages.as("vanphong").get("/urging/new?coordinating=1&task=" + id("1"));
        assertThat(compose.select(".urging-compose h2").eachText())
                .containsExactly("Phòng Quản lý khoa học", "Công đoàn Sở Khoa học và Công nghệ");
    }

    @Test
    void the_log_says_how_often_each_unit_was_urged_and_how_fast_it_answered() throws IOException {
        String act = urge("1", "2").replaceAll("\\?.*", "");
        jdbc.sql("update urging set urged_at = urged_at - interval '36 hours'").update();
        var unit = pages.as("qlkh");
        unit.post(unit.get(act).select("form.urging-answer").first().attr("action"), "answer", "DONE");
        var clerk = pages.as("vanphong");
        var row = clerk.get("/urging/units").select("tbody tr").first();
        assertThat(row.select("td").eachText()).startsWith("Phòng Quản lý khoa học", "1", "2", "1", "0", "1,5 ngày");
        assertThat(clerk.get("/urging/units", "en").text()).contains("1.5 days");
        assertThat(clerk.get("/urging/units?from=" + today.plusDays(1)).select("tbody tr"))
                .isEmpty();
        assertThat(clerk.get(row.select("a").attr("href")).select("tbody tr")).hasSize(1);
        assertThat(clerk.get("/urging/log?state=OPEN").text()).contains("1/2 việc");
        assertThat(clerk.get("/urging/log?q=khong co").select("tbody tr")).isEmpty();
        assertThat(clerk.get("/urging/log?q=quan ly khoa").select("tbody tr")).hasSize(1);
        var file = clerk.fetch("/urging/units.xlsx");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file.getContentAsByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("Phòng Quản lý khoa học");
            assertThat(book.getSheetAt(0).getRow(1).getCell(2).getNumericCellValue())
                    .isEqualTo(2);
        }
    }

    @Test
    void templates_use_known_fields_only_and_two_editors_do_not_overwrite_each_other() {
        var clerk = pages.as("vanphong");
        var wrong = clerk.post("/urging/templates/new", "name", "Của Sở", "words", "Gửi {tên}", "occasion", "LATE");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(wrong).select(".field-problem").text()).contains("{tên}", "{đơn vị}");
        clerk.post("/urging/templates/new", "name", "Của Sở", "words", "Gửi {đơn vị}", "occasion", "LATE");
        String address =
                clerk.get("/urging/settings").select("a:contains(Của Sở)").attr("href");
        assertThat(clerk.get("/urging/new?task=" + id("1"))
                        .select("textarea[name=words]")
                        .text())
                .isEqualTo("Gửi {đơn vị}");
        assertThat(clerk.post(address, "name", "A", "words", "A", "occasion", "LATE", "version", "1")
                        .getStatus())
                .isEqualTo(302);
        assertThat(clerk.post(address, "name", "B", "words", "B", "occasion", "LATE", "version", "1")
                        .getStatus())
                .isEqualTo(409);
        assertThat(clerk.post(address + "/end").getStatus()).isEqualTo(302);
        assertThat(clerk.fetch(address).getStatus()).isEqualTo(404);
        String standard =
                clerk.get("/urging/settings").select("a:contains(Đến hạn)").attr("href");
        assertThat(clerk.post(standard, "name", "B", "words", "B", "occasion", "DUE", "version", "1")
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void a_rule_has_days_and_a_source_and_does_not_begin_in_the_past() {
        var clerk = pages.as("vanphong");
        var wrong = clerk.post(
                "/urging/settings/rule",
                "from",
                today.minusDays(1).toString(),
                "days",
                "500",
                "recipient",
                "UNIT",
                "answerDays",
                "0");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(wrong).select(".field-problem")).hasSize(4);
        rule(false, "-3", "UNIT", "0", "UNIT_HEAD");
        assertThat(clerk.get("/urging/settings").text()).contains("3 ngày trước hạn: Đơn vị", "Quy chế làm việc");
        assertThat(clerk.post(
                                "/urging/settings/days",
                                "day",
                                "2027-01-04",
                                "name",
                                "Nghỉ hoán đổi",
                                "source",
                                "Thông báo của Chính phủ")
                        .getStatus())
                .isEqualTo(302);
        assertThat(clerk.get("/urging/settings").text()).contains("04/01/2027", "Nghỉ hoán đổi");
        assertThat(clerk.post("/urging/settings/days/forget", "day", "2027-01-04")
                        .getStatus())
                .isEqualTo(302);
        assertThat(clerk.post("/urging/settings/days", "day", "", "name", "").getStatus())
                .isEqualTo(422);
    }

    @Test
    void who_may_not_is_refused_and_who_is_not_meant_sees_nothing() {
        String act = urge("1").replaceAll("\\?.*", "");
        assertThat(pages.as("qlkh").fetch("/urging/tasks").getStatus()).isEqualTo(403);
        assertThat(pages.as("qlkh").post("/urging", "task", id("1")).getStatus())
                .isEqualTo(403);
        assertThat(pages.as("giamdoc").fetch("/urging").getStatus()).isEqualTo(200);
        assertThat(pages.as("cds").fetch(act).getStatus()).isEqualTo(404);
        String answer =
                pages.as("qlkh").get(act).select("form.urging-answer").first().attr("action");
        assertThat(pages.as("cds").post(answer, "answer", "DONE").getStatus()).isEqualTo(404);
        assertThat(pages.as("vanphong")
                        .fetch("/urging/new?task=" + Uuid7.create())
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.as("phogiamdoc").fetch("/urging/settings").getStatus()).isEqualTo(403);
    }

    @Test
    void the_officer_of_the_superior_body_urges_what_units_in_reach_lead_and_nobody_else() {
        var clerk = pages.actor("vanphong");
        var above = jdbc.sql("select parent_id from unit_parent where unit_id = :unit")
                .param("unit", clerk.agency().value())
                .query(UUID.class)
                .single();
        var superior = new vn.binhdang.kernel.UnitId(above);
        var officer = Actor.of(
                clerk.account(),
                clerk.person(),
                superior,
                superior,
                java.util.Set.of(vn.binhdang.kernel.Role.GENDER_EQUALITY_OFFICER));
        var composing = product.getBean(Composing.class);
        var form = new UrgeForm(
                List.of(running.taskOf(plan, "1").value()),
                List.of(),
                "",
                "",
                "APP",
                WORDS,
                today.toString(),
                false,
                Map.of());
        jdbc.sql("insert into urging_day values (:agency, :day, false, 'thử', 'thử') on conflict do nothing")
                .param("agency", above)
                .param("day", today)
                .update();
        assertThat(composing.urge(officer, form).outcome().things()).isEqualTo(1);
        var elsewhere = Actor.of(
                clerk.account(),
                clerk.person(),
                pages.actor("cds").unit(),
                pages.actor("cds").unit(),
                java.util.Set.of(vn.binhdang.kernel.Role.GENDER_EQUALITY_OFFICER));
        assertThatThrownBy(() -> composing.urge(elsewhere, form)).isInstanceOf(NotVisible.class);
    }
}
