package vn.binhdang.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of deeds in numbers, for those who keep it running and may not read it. */
@Component
public class AuditFigures {
    private final JdbcClient jdbc;

    AuditFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param rows of all chains together
     * @param lastCheckpoint empty in the first hour of an installation
     * @param weak see {@link Protection#weak}
     */
    public record Figures(long rows, Optional<Instant> lastCheckpoint, boolean weak) {}

    /** Without counting the rows. */
    public Figures figures() {
        return jdbc.sql("""
            select (select coalesce(sum(last_no), 0) from audit_chain) as rows,
                   (select at from audit_checkpoint order by no desc limit 1) as checkpoint,
            """ + Protection.WEAK + " as weak")
                .query((rs, i) -> new Figures(
                        rs.getLong("rows"),
                        Optional.ofNullable(rs.getObject("checkpoint", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        rs.getBoolean("weak")))
                .single();
    }
}
