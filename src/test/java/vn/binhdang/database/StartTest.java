package vn.binhdang.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.BinhDang;

/** The product started as people start it, without anything the tests prepare. */
class StartTest {
    @TempDir
    Path folder;

    @Test
    void an_empty_folder_becomes_a_running_product_whose_rows_are_there_at_the_next_start() {
        try (var context = start()) {
            var jdbc = context.getBean(JdbcClient.class);
            jdbc.sql("insert into spring_session values ('p', 's', 0, 0, 0, 9007199254740991, 'còn đây')")
                    .update();
            assertThat(context.getBean(DataFolder.class).path()).isEqualTo(folder);
        }
        try (var context = start()) {
            var jdbc = context.getBean(JdbcClient.class);
            assertThat(jdbc.sql("select principal_name from spring_session")
                            .query(String.class)
                            .list())
                    .containsExactly("còn đây");
        }
    }

    @Test
    void a_refused_database_ends_the_program_with_one_sentence_in_each_language() throws Exception {
        var program = program(Map.of("BINHDANG_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none"));

        assertThat(program.exitCode()).isEqualTo(1);
        assertThat(program.errors().lines())
                .containsExactly(
                        "Không kết nối được tới PostgreSQL tại 127.0.0.1:1/none. Hãy kiểm tra địa chỉ, cổng và tường"
                                + " lửa.",
                        "PostgreSQL at 127.0.0.1:1/none cannot be reached. Check address, port and firewall.");
        assertThat(program.output()).doesNotContain("Exception");
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(BinhDang.class)
                .run("--server.port=0", "--binhdang.data=" + folder, "--binhdang.sample=false");
    }

    private record Ended(int exitCode, String output, String errors) {}

    private Ended program(Map<String, String> environment) throws IOException, InterruptedException {
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BinhDang.class.getName())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("BINHDANG_DATA", folder.resolve("data").toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output, Files.readString(errors));
    }
}
