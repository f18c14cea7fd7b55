package vn.binhdang.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes about itself into {@code postmaster.pid}; after a crash the file may be stale.
 * @param pid of the server's first process
 * @param port 0 while it is not listening yet
 * @param status "starting", "ready", "stopping"; empty while not written yet
 * @see "PostgreSQL source, src/include/utils/pidfile.h: line 1 pid, line 4 port, line 8 status"
 */
record PostmasterPid(long pid, int port, String status) {

    static Optional<PostmasterPid> of(Path cluster) throws IOException {
        try {
            return parse(Files.readAllLines(file(cluster), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Empty while the server is still writing the first line. */
    static Optional<PostmasterPid> parse(List<String> lines) {
        if (lines.isEmpty() || lines.getFirst().isBlank()) return Optional.empty();
        long pid = Long.parseLong(lines.getFirst().strip());
        int port = lines.size() > 3 && !lines.get(3).isBlank()
                ? Integer.parseInt(lines.get(3).strip())
                : 0;
        return Optional.of(
                new PostmasterPid(pid, port, lines.size() > 7 ? lines.get(7).strip() : ""));
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    boolean readyOn(long expectedPid, int expectedPort) {
        return pid == expectedPid && port == expectedPort && status.equals("ready");
    }

    /**
     * Whether a process of that number lives and was started on this cluster. After a restart of the machine or the
     * container the same number may belong to something else, which must be neither waited for nor stopped.
     */
    boolean livesOn(Path cluster) throws IOException {
        try {
            var commandLine = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            var folder = new String(cluster.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return List.of(commandLine.split("\0")).contains(folder);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
