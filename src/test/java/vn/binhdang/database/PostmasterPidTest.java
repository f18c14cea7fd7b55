package vn.binhdang.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterPidTest {
    static final List<String> READY =
            List.of("4711", "/data/cluster", "1795464000", "5433", "", "127.0.0.1", "  1234  5", "ready   ");

    @Test
    void a_complete_file_names_process_port_and_state() {
        assertThat(PostmasterPid.parse(READY)).contains(new PostmasterPid(4711, 5433, "ready"));
    }

    @Test
    void a_file_still_being_written_is_not_ready() {
        for (int lines = 0; lines < READY.size(); lines++)
            assertThat(PostmasterPid.parse(READY.subList(0, lines)).filter(file -> file.readyOn(4711, 5433)))
                    .as("%d lines", lines)
                    .isEmpty();
    }

    @Test
    void ready_is_said_by_the_process_that_was_started_and_on_its_port() {
        var file = PostmasterPid.parse(READY).orElseThrow();
        assertThat(file.readyOn(4711, 5433)).isTrue();
        assertThat(file.readyOn(4712, 5433)).isFalse();
        assertThat(file.readyOn(4711, 5432)).isFalse();
    }

    @Test
    void a_server_that_starts_or_stops_is_not_ready() {
        assertThat(new PostmasterPid(4711, 5433, "starting").readyOn(4711, 5433))
                .isFalse();
        assertThat(new PostmasterPid(4711, 5433, "stopping").readyOn(4711, 5433))
                .isFalse();
    }

    @Test
    void without_a_file_nothing_runs(@TempDir Path cluster) throws IOException {
        assertThat(PostmasterPid.of(cluster)).isEmpty();
    }

    @Test
    void a_process_that_knows_nothing_of_the_folder_is_not_its_server(@TempDir Path cluster) throws IOException {
        long me = ProcessHandle.current().pid();
        assertThat(new PostmasterPid(me, 5433, "ready").livesOn(cluster)).isFalse();
    }

    @Test
    void the_answer_of_the_program_tells_its_version() {
        assertThat(PostgresBinaries.versionIn("postgres (PostgreSQL) 18.6")).isEqualTo("18.6");
        assertThat(new PostgresBinaries(Path.of("/"), "18.6").major()).isEqualTo(18);
    }
}
