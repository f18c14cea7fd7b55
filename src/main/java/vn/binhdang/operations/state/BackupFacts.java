package vn.binhdang.operations.state;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.binhdang.operations.backup.BackupRuns;
import vn.binhdang.operations.backup.LastBackup;

/** The last backup: how old, how large, read back or not. */
@Component
class BackupFacts implements FactSource {
    private final BackupRuns runs;
    private final Thresholds thresholds;
    private final Clock clock;
    private final boolean daily;

    BackupFacts(
            BackupRuns runs, Thresholds thresholds, Clock clock, @Value("${binhdang.backup.folder:}") String folder) {
        this.runs = runs;
        this.thresholds = thresholds;
        this.clock = clock;
        daily = !folder.isBlank();
    }

    @Override
    public String group() {
        return "backup";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Fact> look() {
        var facts = new ArrayList<Fact>();
        try {
            var newest = runs.newest();
            newest.good()
                    .ifPresentOrElse(good -> good(good, facts), () -> facts.add(Fact.of("backup.none", Level.BAD)));
            newest.last()
                    .filter(last -> !last.verified())
                    .ifPresent(failed -> facts.add(Fact.of(
                            "backup.failed", Level.BAD, Shown.moment(failed.endedAt(), clock), (Shown) failed::error)));
        } catch (DataAccessException e) {
            facts.add(Fact.of("backup.unknown", Level.NEUTRAL));
        }
        facts.add(Fact.of(daily ? "backup.daily" : "backup.notDaily", daily ? Level.GOOD : Level.WARNING));
        return facts;
    }

    private void good(LastBackup backup, List<Fact> facts) {
        var age = Duration.between(backup.endedAt(), clock.instant());
        facts.add(Fact.of(
                "backup.last",
                age.compareTo(thresholds.backupAge()) > 0 ? Level.BAD : Level.GOOD,
                Shown.moment(backup.endedAt(), clock),
                Shown.duration(age)));
        facts.add(Fact.of("backup.content", Level.GOOD, Shown.bytes(backup.bytes()), backup.rows(), backup.files()));
        if (backup.damagedFiles() > 0) facts.add(Fact.of("backup.damaged", Level.BAD, backup.damagedFiles()));
    }
}
