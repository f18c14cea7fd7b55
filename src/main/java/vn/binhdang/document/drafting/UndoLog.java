package vn.binhdang.document.drafting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;

/** Keeps for a day what deletions, splits and joins took away. What is kept is for whoever kept it to understand. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class UndoLog {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    UndoLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param taken JSON of what is needed to put it back */
    public UUID keep(Actor actor, DocumentId document, String taken) {
        var now = clock.instant();
        jdbc.sql("delete from drafting_undo where document_id = :document and made_at < :old")
                .param("document", document.value())
                .param("old", at(now.minus(KEPT)))
                .update();
        var id = Uuid7.create();
        jdbc.sql("insert into drafting_undo values (:id, :document, :by, :now, cast(:taken as jsonb))")
                .param("id", id)
                .param("document", document.value())
                .param("by", actor.account().value())
                .param("now", at(now))
                .param("taken", taken)
                .update();
        return id;
    }

    /** Hands it out once. @throws Refused when it was used already or its day is over */
    public String take(DocumentId document, UUID undo) {
        return jdbc.sql("""
            delete from drafting_undo where id = :id and document_id = :document
            returning cast(taken as text)
            """)
                .param("id", undo)
                .param("document", document.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused("document.drafting.undo.gone"));
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
