package vn.binhdang.operations.state;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import vn.binhdang.audit.AuditFigures;

/** The record of deeds: how long it is, when its ends were last signed, and whether the database guards it. */
@Component
class RecordFacts implements FactSource {
    /** Signed every hour; twice missed is a warning, a day a fault. */
    private static final Duration LATE = Duration.ofHours(2).plusMinutes(5);

    private static final Duration LOST = Duration.ofDays(1);

    private final AuditFigures audit;
    private final Clock clock;

    RecordFacts(AuditFigures audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String group() {
        return "record";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Fact> look() {
        try {
            var figures = audit.figures();
            var rows = Fact.of("record.rows", Level.NEUTRAL, figures.rows());
            var checkpoint = figures.lastCheckpoint()
                    .map(at -> {
                        var age = Duration.between(at, clock.instant());
                        var level = age.compareTo(LOST) > 0
                                ? Level.BAD
                                : age.compareTo(LATE) > 0 ? Level.WARNING : Level.GOOD;
                        return Fact.of("record.checkpoint", level, Shown.moment(at, clock), Shown.duration(age));
                    })
                    .orElseGet(() -> Fact.of("record.noCheckpoint", Level.NEUTRAL));
            return List.of(checkpoint, rows, guard(figures.weak()));
        } catch (DataAccessException e) {
            return List.of(Fact.of("record.unknown", Level.NEUTRAL));
        }
    }

    static Fact guard(boolean weak) {
        return weak ? Fact.of("record.unguarded", Level.WARNING) : Fact.of("record.guarded", Level.GOOD);
    }
}
