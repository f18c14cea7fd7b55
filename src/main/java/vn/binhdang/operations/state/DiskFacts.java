package vn.binhdang.operations.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.binhdang.database.DataFolder;

/** The disk below the data folder and what lies on it. */
@Component
class DiskFacts implements FactSource {
    private final DataFolder data;
    private final FolderSizes sizes;
    private final Thresholds thresholds;
    private final String backups;

    DiskFacts(
            DataFolder data,
            FolderSizes sizes,
            Thresholds thresholds,
            @Value("${binhdang.backup.folder:}") String backups) {
        this.data = data;
        this.sizes = sizes;
        this.thresholds = thresholds;
        this.backups = backups.strip();
    }

    @Override
    public String group() {
        return "disk";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Fact> look() {
        var facts = new ArrayList<Fact>();
        facts.add(free());
        facts.add(size("disk.files", data.path().resolve("files")));
        if (Files.isDirectory(data.path().resolve("postgres")))
            facts.add(size("disk.database", data.path().resolve("postgres")));
        if (!backups.isEmpty()) facts.add(size("disk.backups", Path.of(backups)));
        return facts;
    }

    private Fact free() {
        try {
            var disk = Files.getFileStore(data.path());
            return free(disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            return Fact.of("disk.unreadable", Level.BAD);
        }
    }

    Fact free(long free, long total) {
        long percent = total == 0 ? 0 : 100 * free / total;
        var level = percent < thresholds.diskBadPercent()
                ? Level.BAD
                : percent < thresholds.diskWarningPercent() ? Level.WARNING : Level.GOOD;
        return Fact.of("disk.free", level, Shown.bytes(free), Shown.bytes(total), percent);
    }

    private Fact size(String key, Path folder) {
        var size = sizes.of(folder);
        return Fact.of(
                key,
                Level.NEUTRAL,
                size.isPresent() ? Shown.bytes(size.getAsLong()) : Shown.word("operations.size.measuring"));
    }
}
