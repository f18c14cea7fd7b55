package vn.binhdang.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs the short-lived programs of the server: initdb, pg_ctl. */
final class Programs {
    private Programs() {}

    /** What a program said on both its outputs together, and whether it was content. */
    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /**
     * Runs to the end.
     * @throws IOException when the program is not there
     */
    static Outcome run(List<String> command) throws IOException {
        var process = builder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(waitFor(process), output);
    }

    /** A process that speaks English, sees none of the caller's PostgreSQL settings and stands in no vanishing folder. */
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IllegalStateException("interrupted while a program of the database ran", e);
        }
    }
}
