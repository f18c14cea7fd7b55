package vn.binhdang.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerUserTest {
    @TempDir
    Path folder;

    @Test
    void a_server_runs_under_the_account_chosen_for_this_machine() throws IOException {
        assertThat(runsAs(ServerUser.choose())).isTrue();
    }

    /** Only root can become somebody else; for an ordinary user there is nothing to fall back to, and no need. */
    @Test
    void where_namespaces_are_forbidden_root_hands_the_server_to_another_account() throws IOException {
        boolean root = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        var other = ServerUser.asOtherAccount();
        assertThat(other.isPresent()).isEqualTo(root);
        assertThat(runsAs(other.orElse(ServerUser.choose()))).isTrue();
    }

    private boolean runsAs(ServerUser user) throws IOException {
        var home = Files.createDirectory(folder.resolve("postgres"));
        var settings = BundledPostgres.Settings.forgetful(home, home);
        var cluster = new PostgresCluster(home);
        var binaries = PostgresBinaries.unpackedInto(home);
        cluster.initialise(binaries, user, false);
        var server = new PostgresServer(cluster, binaries, user, settings);
        server.start();
        try {
            cluster.createDatabase(server.port());
            return true;
        } finally {
            server.stop();
        }
    }
}
