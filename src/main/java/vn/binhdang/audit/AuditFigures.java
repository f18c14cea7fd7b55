package vn.binhdang.audit;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of deeds in numbers, for those who keep it running and may not read it. */
@Component
public class AuditFigures {
    private final JdbcClient jdbc;
    private final Checkpoints checkpoints;

    AuditFigures(JdbcClient jdbc, Checkpoints checkpoints) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
    }

    /** Rows of all chains together, without counting them. */
    public long rows() {
        return jdbc.sql("select coalesce(sum(last_no), 0) from audit_chain")
                .query(Long.class)
                .single();
    }

    /** Empty in the first hour of an installation. */
    public Optional<Instant> lastCheckpoint() {
        return checkpoints.last().map(Checkpoint::at);
    }
}
