package vn.binhdang.execution.oversight;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.execution.task.EvidenceFiles;
import vn.binhdang.execution.task.Upload;
import vn.binhdang.files.FileId;
import vn.binhdang.files.Files;
import vn.binhdang.files.StoredFile;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;

/** Evidence of findings and of what units did about recommendations; the files are kept as those of tasks are. */
@Component
class Proofs {
    private final JdbcClient jdbc;
    private final EvidenceFiles evidence;
    private final Files files;
    private final AuditTrail audit;
    private final Clock clock;

    Proofs(JdbcClient jdbc, EvidenceFiles evidence, Files files, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    record Proof(
            UUID id, @Nullable UUID findingId, @Nullable UUID followUpId, String title) {}

    /** Of a visit, without what was taken back. */
    List<Proof> of(VisitId visit) {
        return jdbc.sql("""
            select id, finding_id, follow_up_id, title from oversight_evidence
            where  visit_id = :visit and removed_at is null
            order  by added_at, id
            """).param("visit", visit.value()).query(Proof.class).list();
    }

    /** @param finding or the step of a follow-up: one of the two */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            Actor actor,
            VisitId visit,
            @Nullable UUID finding,
            @Nullable UUID followUp,
            UUID record,
            List<Upload> uploads) {
        for (var upload : uploads) {
            var id = ProofId.create();
            jdbc.sql("""
                insert into oversight_evidence (id, agency_id, visit_id, finding_id, follow_up_id, file_id, title, added_by, added_at)
                values (:id, :agency, :visit, :finding, :followUp, :file, :title, :by, :now)
                """)
                    .param("id", id.value())
                    .param("agency", actor.agency().value())
                    .param("visit", visit.value())
                    .param("finding", finding)
                    .param("followUp", followUp)
                    .param("file", evidence.store(actor, upload).id().value())
                    .param("title", upload.name())
                    .param("by", actor.account().value())
                    .param("now", now())
                    .update();
            audit.record(actor, "execution.proof.add", record, Map.of("evidence", id.toString()));
        }
    }

    /** The caller has found the visit for the actor before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Actor actor, VisitId visit, ProofId id) {
        int changed = jdbc.sql("""
            update oversight_evidence set removed_at = :now, removed_by = :by
            where  id = :id and visit_id = :visit and finding_id is not null and removed_at is null
            """)
                .param("now", now())
                .param("by", actor.account().value())
                .param("id", id.value())
                .param("visit", visit.value())
                .update();
        if (changed == 0) throw new NotVisible("evidence " + id);
        audit.record(actor, "execution.proof.takeBack", visit.value(), Map.of("evidence", id.toString()));
    }

    /**
     * The file behind evidence.
     * @param finding whether it is looked for among findings; else among what was said of one recommendation
     */
    StoredFile file(ProofId id, VisitId visit, @Nullable RecommendationId recommendation) {
        record Row(UUID fileId, UUID agencyId) {}
        var row = jdbc.sql("""
            select e.file_id, e.agency_id from oversight_evidence e
            left   join oversight_follow_up f on f.id = e.follow_up_id
            where  e.id = :id and e.visit_id = :visit and e.removed_at is null
            and    case when cast(:recommendation as uuid) is null then e.finding_id is not null
                        else f.recommendation_id = cast(:recommendation as uuid) end
            """)
                .param("id", id.value())
                .param("visit", visit.value())
                .param("recommendation", recommendation == null ? null : recommendation.value())
                .query(Row.class)
                .optional()
                .orElseThrow(() -> new NotVisible("evidence " + id));
        return files.findFor(new UnitId(row.agencyId()), new FileId(row.fileId()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
