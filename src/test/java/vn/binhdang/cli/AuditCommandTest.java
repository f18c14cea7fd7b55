package vn.binhdang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.binhdang.testing.TestDatabase;
import vn.binhdang.web.Text;

class AuditCommandTest {
    @TempDir
    Path data;

    private final TestDatabase database = TestDatabase.create();
    private final UUID agency = UUID.randomUUID();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void three_deeds() {
        for (int i = 0; i < 3; i++)
            database.jdbc()
                    .sql("""
                        select audit_append(cast(:deeds as jsonb))
                        """)
                    .param("deeds", """
                        [{"agency": "%1$s", "at": "2026-01-01T00:00:00Z", "account": "%1$s", "unit": "%1$s", "roles": "",
                          "kind": "CHANGE", "action": "test.deed", "record": "%1$s", "fields": {}, "request": ""}]
                        """.formatted(agency))
                    .query((rs, n) -> true)
                    .list();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_whole_record_ends_with_zero_and_a_sentence() {
        assertThat(run("verify")).isZero();
        assertThat(said()).isEqualTo("Nhật ký nguyên vẹn: 3 dòng trong 1 chuỗi, khớp với 0 điểm niêm phong.\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void the_edited_row_is_named_and_the_exit_status_tells() {
        database.jdbc().sql("alter table audit_row disable trigger all").update();
        database.jdbc()
                .sql("update audit_row set action = 'test.other' where no = 2")
                .update();
        assertThat(run("verify")).isEqualTo(ExitStatus.ERRORS_FOUND);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Dòng 2 của chuỗi " + agency + " đã bị sửa")
                .hasLineCount(1);
    }

    @Test
    void a_database_that_is_not_there_is_said_in_a_sentence() {
        var command = new AuditCommand(
                new PrintStream(out),
                new PrintStream(err),
                Text.in(Text.ENGLISH),
                Map.of("BINHDANG_DATA", data + "/none"));
        assertThat(command.run(List.of("verify"))).contains(ExitStatus.SOME_FAILED);
        assertThat(said()).startsWith("There is no database in ");
    }

    @Test
    void a_call_that_makes_no_sense_is_answered_with_the_usage() {
        for (var wrong : List.of(List.of("verify", "--export"), List.of("verify", "--other", "x"), List.of("bend")))
            assertThat(command().run(wrong)).as(wrong.toString()).isEmpty();
    }

    private int run(String... arguments) {
        return command().run(List.of(arguments)).orElseThrow();
    }

    private AuditCommand command() {
        var address = database.application();
        return new AuditCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Text.in(Text.VIETNAMESE),
                Map.of(
                        "BINHDANG_DATA", data.toString(),
                        "BINHDANG_DATABASE_URL", address.url(),
                        "BINHDANG_DATABASE_USERNAME", String.valueOf(address.username()),
                        "BINHDANG_DATABASE_PASSWORD", String.valueOf(address.password())));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
