package vn.binhdang.execution.task;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.binhdang.execution.RunningPlan.task;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.execution.RunningPlan;
import vn.binhdang.testing.PageTest;
import vn.binhdang.testing.Pages;

/** Evidence that comes in parts over a line that breaks. */
@PageTest
class ArrivingFilesTest {
    private static final byte[] LIST = ("%PDF-1.7 " + "danh sách ký nhận ".repeat(40)).getBytes(StandardCharsets.UTF_8);

    @Autowired
    private Pages pages;

    @Autowired
    private ApplicationContext product;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Value("${binhdang.data:data}")
    private Path data;

    private String task;

    @BeforeEach
    void a_plan_is_running() {
        var running = new RunningPlan(product);
        var plan = running.issued(
                pages.actor("vanphong"),
                "Kế hoạch có minh chứng",
                task("1", "Tập huấn", "Phòng QLKH", LocalDate.now(clock), List.of()));
        task = "/plans/" + plan + "/tasks/" + running.taskOf(plan, "1");
    }

    @Test
    void a_file_comes_in_parts_goes_on_after_a_break_and_is_evidence_when_the_report_names_it() {
        var unit = pages.as("qlkh");
        String id = begun(unit);
        part(unit, id, 0, 300);
        // The line broke: a new visit asks how far it came and goes on.
        assertThat(standing(unit.fetch("/arriving-files/" + id)).get("arrived").asInt())
                .isEqualTo(300);
        assertThat(standing(part(unit, id, 300, LIST.length)).get("arrived").asInt())
                .isEqualTo(LIST.length);

        var sent =
                unit.post(task + "/progress", "state", "DONE", "words", "Đã bế giảng", "version", "0", "arrived", id);

        assertThat(sent.getStatus()).isEqualTo(302);
        var proof = unit.get(task).select(".evidence-list a").first();
        assertThat(proof.text()).contains("danh-sách.pdf");
        assertThat(unit.fetch(proof.attr("href")).getContentAsByteArray()).isEqualTo(LIST);
        assertThat(unit.fetch("/arriving-files/" + id).getStatus()).isEqualTo(404);
        assertThat(data.resolve("arriving").resolve(id)).doesNotExist();
    }

    @Test
    void a_part_at_another_place_is_refused_with_where_to_go_on_and_changes_nothing() {
        var unit = pages.as("qlkh");
        String id = begun(unit);
        part(unit, id, 0, 300);
        for (int from : new int[] {0, 200, 301}) {
            var refused = unit.send("/arriving-files/" + id + "/parts?from=" + from, new byte[10]);
            assertThat(refused.getStatus()).isEqualTo(409);
            assertThat(standing(refused).get("arrived").asInt()).isEqualTo(300);
        }
        assertThat(unit.send("/arriving-files/" + id + "/parts?from=300", new byte[LIST.length])
                        .getStatus())
                .as("longer than what is left")
                .isEqualTo(409);
        assertThat(unit.send("/arriving-files/" + id + "/parts?from=300", new byte[1024 * 1024 + 1])
                        .getStatus())
                .isEqualTo(413);
    }

    /** Cut off between the bytes and the row: the same part comes once more. */
    @Test
    void bytes_without_their_row_are_written_over() throws Exception {
        var unit = pages.as("qlkh");
        String id = begun(unit);
        part(unit, id, 0, 300);
        part(unit, id, 300, 500);
        jdbc.sql("update arriving_file set arrived = 300 where id = cast(:id as uuid)")
                .param("id", id)
                .update();
        part(unit, id, 300, LIST.length);
        assertThat(Files.readAllBytes(data.resolve("arriving").resolve(id))).isEqualTo(LIST);
    }

    @Test
    void it_is_there_for_who_brings_it_alone() {
        String id = begun(pages.as("qlkh"));
        var other = pages.as("khtc");
        assertThat(other.fetch("/arriving-files/" + id).getStatus()).isEqualTo(404);
        assertThat(other.send("/arriving-files/" + id + "/parts?from=0", new byte[1])
                        .getStatus())
                .isEqualTo(404);
        assertThat(other.post("/arriving-files/" + id + "/forget").getStatus()).isEqualTo(404);
        assertThat(pages.as("vanphong")
                        .post(task + "/progress", "state", "IN_PROGRESS", "version", "0", "arrived", id)
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void what_is_too_large_or_too_much_at_once_is_told_before_a_byte_is_sent() {
        var unit = pages.as("khtc");
        var large = unit.post("/arriving-files", "name", "phim.mp4", "size", "99000000000");
        assertThat(large.getStatus()).isEqualTo(422);
        assertThat(standing(large).get("sentence").asString()).contains("phim.mp4");
        for (int i = 0; i < 20; i++) begun(unit);
        var many = unit.post("/arriving-files", "name", "nữa.pdf", "size", "10");
        assertThat(many.getStatus()).isEqualTo(422);
        assertThat(standing(many).get("sentence").asString()).contains("quá nhiều tệp");
    }

    @Test
    void a_form_that_names_what_is_still_on_its_way_or_gone_comes_back_with_what_was_typed() {
        var unit = pages.as("qlkh");
        String id = begun(unit);
        part(unit, id, 0, 300);
        for (String named : List.of(id, UUID.randomUUID().toString())) {
            var refused = unit.post(
                    task + "/progress", "state", "IN_PROGRESS", "words", "Đang làm", "version", "0", "arrived", named);
            assertThat(refused.getStatus()).isEqualTo(422);
            var again = Pages.parse(refused);
            assertThat(again.select("#files-problem").text()).contains("Hãy chọn lại tệp");
            assertThat(again.select("#words").text()).isEqualTo("Đang làm");
            assertThat(again.select("input[name=arrived]")).isEmpty();
        }
        assertThat(standing(unit.fetch("/arriving-files/" + id)).get("arrived").asInt())
                .isEqualTo(300);
    }

    @Test
    void of_two_forms_that_are_handed_the_same_file_one_gets_it() throws Exception {
        var unit = pages.as("qlkh");
        String id = begun(unit);
        part(unit, id, 0, LIST.length);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Integer> send = () -> unit.post(
                            task + "/progress",
                            "state",
                            "IN_PROGRESS",
                            "words",
                            "Hai lần",
                            "version",
                            "0",
                            "arrived",
                            id)
                    .getStatus();
            var sent = both.invokeAll(List.of(send, send));
            var answers = new ArrayList<Integer>();
            for (var one : sent) answers.add(one.get());
            assertThat(answers).containsOnlyOnce(302);
        }
        assertThat(unit.get(task).select(".evidence-list a")).hasSize(1);
    }

    /** A backup brings the row back without its bytes. */
    @Test
    void what_lies_there_counts_and_not_what_the_row_says() throws Exception {
        var unit = pages.as("qlkh");
        String id = begun(unit);
        part(unit, id, 0, LIST.length);
        Files.delete(data.resolve("arriving").resolve(id));
        assertThat(standing(unit.fetch("/arriving-files/" + id)).get("arrived").asInt())
                .isZero();
        part(unit, id, 0, LIST.length);
        assertThat(Files.readAllBytes(data.resolve("arriving").resolve(id))).isEqualTo(LIST);
    }

    @Test
    void what_was_refused_with_the_report_need_not_come_again() {
        var unit = pages.as("qlkh");
        String id = begun(unit);
        part(unit, id, 0, LIST.length);
        var again = Pages.parse(
                unit.post(task + "/progress", "state", "DONE", "doneOn", "hôm kia", "version", "0", "arrived", id));
        assertThat(again.select("input[name=arrived]").attr("value")).isEqualTo(id);
        assertThat(again.select(".arriving").text()).contains("danh-sách.pdf");
    }

    @Test
    void what_comes_in_parts_is_looked_at_like_any_other_file() {
        var unit = pages.as("qlkh");
        byte[] program = "MZ not what it says".getBytes(StandardCharsets.UTF_8);
        String id = standing(
                        unit.post("/arriving-files", "name", "danh-sach.pdf", "size", String.valueOf(program.length)))
                .get("id")
                .asString();
        unit.send("/arriving-files/" + id + "/parts?from=0", program);
        var refused = unit.post(task + "/progress", "state", "DONE", "version", "0", "arrived", id);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Pages.parse(refused).select("#files-hint ~ .field-problem").text())
                .contains("danh-sach.pdf");
    }

    private String begun(Pages.Visit visit) {
        var begun = visit.post("/arriving-files", "name", "danh-sách.pdf", "size", String.valueOf(LIST.length));
        assertThat(begun.getStatus()).isEqualTo(201);
        return standing(begun).get("id").asString();
    }

    private static MockHttpServletResponse part(Pages.Visit visit, String id, int from, int to) {
        var sent = visit.send("/arriving-files/" + id + "/parts?from=" + from, Arrays.copyOfRange(LIST, from, to));
        assertThat(sent.getStatus()).isEqualTo(200);
        return sent;
    }

    private static JsonNode standing(MockHttpServletResponse response) {
        try {
            return JsonMapper.shared().readTree(response.getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
