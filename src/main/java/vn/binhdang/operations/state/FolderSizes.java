package vn.binhdang.operations.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** How large folders are. Walking one with a million files takes a while, so it is done aside and not for every look. */
@Component
class FolderSizes {
    private static final Duration KEEPS = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<Path, Measured> measured = new ConcurrentHashMap<>();
    private final Map<Path, Thread> walking = new ConcurrentHashMap<>();

    FolderSizes(Clock clock) {
        this.clock = clock;
    }

    private record Measured(long bytes, Instant at) {}

    /** The last measure; empty while the first one is taken. */
    OptionalLong of(Path folder) {
        var last = measured.get(folder);
        if (last == null || last.at().plus(KEEPS).isBefore(clock.instant()))
            walking.computeIfAbsent(folder, one -> Thread.startVirtualThread(() -> measure(one)));
        return last == null ? OptionalLong.empty() : OptionalLong.of(last.bytes());
    }

    private void measure(Path folder) {
        try {
            measured.put(folder, new Measured(walk(folder), clock.instant()));
        } catch (IOException | UncheckedIOException e) {
            measured.put(folder, new Measured(0, clock.instant()));
        } finally {
            walking.remove(folder);
        }
    }

    static long walk(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return 0;
        var sum = new AtomicLong();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                sum.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            /** A database removes files while it is walked through. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return sum.get();
    }
}
