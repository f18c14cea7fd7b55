package vn.binhdang.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Clears bytes away that no row names: of acts that were rolled back, and of a stop of the product in between. They are at
 * least a day old, so that none of an act that still runs is among them.
 */
@Component
class FileSweep {
    private static final Duration REST = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path folder;

    FileSweep(JdbcClient jdbc, Clock clock, @Value("${binhdang.data:data}") Path data) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.folder = data.resolve("files").toAbsolutePath();
    }

    /** @return how many were cleared away */
    int sweep() {
        if (!Files.isDirectory(folder)) return 0;
        var before = clock.instant().minus(REST);
        int gone = 0;
        try (var all = Files.walk(folder, 2)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator)
                if (isOlder(file, before) && isNamedByNone(file.getFileName().toString()) && remove(file, before))
                    gone++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gone;
    }

    /** Also what was cut off while it arrived, whose name is no sum. */
    private boolean isNamedByNone(String name) {
        return !jdbc.sql("select exists (select 1 from stored_file where sha256 = :sum)")
                .param("sum", name)
                .query(Boolean.class)
                .single();
    }

    /** Moved aside first: the same bytes may have been brought again since they were looked at. */
    private static boolean remove(Path file, Instant before) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".unused");
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return false;
        }
        if (isOlder(aside, before)) {
            Files.delete(aside);
            return true;
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        return false;
    }

    private static boolean isOlder(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Configuration
    static class Job {
        @Bean
        RecurringTask<Void> fileSweepJob(
                ObjectProvider<FileSweep> sweep, ObjectProvider<ArrivingFiles> arriving, Clock clock) {
            return Tasks.recurring("file-sweep", Schedules.daily(clock.getZone(), LocalTime.of(3, 40)))
                    .execute((_, _) -> {
                        try {
                            sweep.getObject().sweep();
                        } finally {
                            arriving.getObject().sweep();
                        }
                    });
        }
    }
}
