package vn.binhdang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path plan;

    @BeforeEach
    void a_plan() throws IOException {
        plan = folder.resolve("kế hoạch.txt");
        Files.writeString(plan, """
            SỞ KHOA HỌC VÀ CÔNG NGHỆ
            Số: 12/KH-SKHCN
            Sông Lam, ngày 05 tháng 3 năm 2026

            KẾ HOẠCH
            Thực hiện công tác bình đẳng giới năm 2026

            I. NỘI DUNG

            1. Văn phòng chủ trì tập huấn về bình đẳng giới trước ngày 15/6/2026.

            Nơi nhận:
            - Lưu: VT.

            GIÁM ĐỐC
            Nguyễn Thị Ước
            """);
    }

    @Test
    void read_prints_one_line_of_JSON_for_each_file_under_the_name_given() {
        assertThat(run("read", plan.toString(), plan.toString())).isZero();
        assertThat(answers()).hasSize(2).allSatisfy(answer -> {
            assertThat(answer.get("file").stringValue()).isEqualTo(plan.toString());
            assertThat(answer.get("documentType").stringValue()).isEqualTo("Kế hoạch");
            assertThat(answer.get("date").toString()).isEqualTo("{\"year\":2026,\"month\":3,\"day\":5}");
            assertThat(answer.at("/tasks/0/due").stringValue()).isEqualTo("2026-06-15");
            assertThat(answer.at("/tasks/0/lines").toString()).isEqualTo("[10,10]");
        });
        assertThat(err.size()).isZero();
    }

    @Test
    void a_file_that_cannot_be_read_says_why_and_does_not_stop_the_others() {
        assertThat(run("read", "không có.docx", plan.toString())).isEqualTo(1);
        var answers = answers();
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst().at("/error/code").stringValue()).isEqualTo("document.unreadable.notFound");
        assertThat(answers.getFirst().at("/error/message").stringValue()).startsWith("Không tìm thấy tệp.");
        assertThat(answers.getLast().has("error")).isFalse();
    }

    @Test
    void messages_come_in_english_on_request() {
        run("--lang", "en", "read", "nothing.docx");
        assertThat(answers().getFirst().at("/error/message").stringValue()).startsWith("There is no such file.");
    }

    @Test
    void check_lists_one_finding_per_line_with_its_place() {
        assertThat(run("check", plan.toString())).isIn(0, 2);
        assertThat(lines()).isNotEmpty().allSatisfy(line -> {
            String[] parts = line.split("\t", -1);
            assertThat(parts).hasSize(5);
            assertThat(parts[0]).isEqualTo(plan.toString());
            assertThat(parts[1]).isIn("error", "warning", "proposal");
            assertThat(parts[2]).startsWith("document.");
            assertThat(parts[3]).matches("\\d*");
            assertThat(parts[4]).isNotBlank();
        });
    }

    @Test
    void check_answers_2_when_there_are_errors_and_1_when_a_file_cannot_be_read() throws IOException {
        Path wrong = folder.resolve("sai.txt");
        Files.writeString(wrong, Files.readString(plan).replace("- Lưu: VT.", "- Lãnh đạo Sở;"));
        assertThat(run("check", wrong.toString())).isEqualTo(2);
        assertThat(lines()).anyMatch(line -> line.contains("\terror\t"));
        assertThat(run("check", "nothing.docx", wrong.toString())).isEqualTo(1);
    }

    @Test
    void what_read_prints_write_typesets() throws IOException {
        run("read", plan.toString());
        Path json = folder.resolve("plan.json");
        Files.write(json, out.toByteArray());
        Path docx = folder.resolve("plan.docx");
        Path pdf = folder.resolve("plan.pdf");
        assertThat(run("write", json.toString(), "--docx", docx.toString(), "--pdf", pdf.toString()))
                .isZero();
        out.reset();
        assertThat(run("read", docx.toString(), pdf.toString())).isZero();
        assertThat(answers())
                .extracting(answer -> answer.get("symbol").stringValue())
                .containsExactly("KH-SKHCN", "KH-SKHCN");
    }

    @Test
    void write_says_which_key_is_wrong_and_what_is_expected() throws IOException {
        Path json = folder.resolve("plan.json");
        Files.writeString(json, "{\"tasks\": [{\"due\": \"15/6/2026\"}]}");
        assertThat(run(
                        "write",
                        json.toString(),
                        "--pdf",
                        folder.resolve("a.pdf").toString()))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("tasks[0].due", "15/6/2026", "năm-tháng-ngày");
        assertThat(folder.resolve("a.pdf")).doesNotExist();
    }

    @Test
    void a_wrong_call_explains_how_to_call_and_answers_64() {
        for (var call : List.of(
                List.<String>of(),
                List.of("dọc", "a.txt"),
                List.of("read"),
                List.of("check"),
                List.of("write", "a.json"),
                List.of("write", "--pdf", "a.pdf"),
                List.of("write", "a.json", "--odt", "a.odt"))) {
            err.reset();
            assertThat(run(call.toArray(String[]::new))).as(call.toString()).isEqualTo(64);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("binhdang read");
        }
        assertThat(out.size()).isZero();
    }

    @Test
    void help_is_printed_where_it_can_be_piped() {
        assertThat(run("help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Cách dùng", "--docx");
    }

    private int run(String... arguments) {
        return new CommandLine(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private List<JsonNode> answers() {
        return lines().stream().map(line -> JsonMapper.shared().readTree(line)).toList();
    }
}
