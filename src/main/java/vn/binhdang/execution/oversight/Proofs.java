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
import vn.binhdang.execution.task.Brought;
import vn.binhdang.execution.task.EvidenceFiles;
import vn.binhdang.execution.task.KeptEvidence;
import vn.binhdang.files.FileId;
import vn.binhdang.files.Files;
import vn.binhdang.files.StoredFile;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;

/** Evidence of findings and of what units did about recommendations; kept as that of tasks is. */
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

    record Proof(@Nullable UUID findingId, @Nullable UUID followUpId, KeptEvidence evidence) {}

    /** Of a visit, without what was taken back. */
    List<Proof> of(VisitId visit) {
        return jdbc.sql("""
            select %s, e.finding_id, e.follow_up_id from oversight_evidence e %s
            where  e.visit_id = :visit and e.removed_at is null
            order  by e.added_at, e.id
            """.formatted(KeptEvidence.COLUMNS, KeptEvidence.FROM_PHOTOS))
                .param("visit", visit.value())
                .query((rs, i) -> new Proof(
                        rs.getObject("finding_id", UUID.class),
                        rs.getObject("follow_up_id", UUID.class),
                        KeptEvidence.of(rs)))
                .list();
    }

    /** @param finding or the step of a follow-up: one of the two */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            Actor actor, VisitId visit, @Nullable UUID finding, @Nullable UUID followUp, UUID record, Brought brought) {
        for (var fresh : evidence.keep(actor, brought)) {
            var id = ProofId.create();
            jdbc.sql("""
                insert into oversight_evidence (id, agency_id, visit_id, finding_id, follow_up_id, file_id, link_address, link_dated,
                                                title, added_by, added_at)
                values (:id, :agency, :visit, :finding, :followUp, :file, :address, :dated, :title, :by, :now)
                """)
                    .params(fresh.parameters())
                    .param("id", id.value())
                    .param("agency", actor.agency().value())
                    .param("visit", visit.value())
                    .param("finding", finding)
                    .param("followUp", followUp)
                    .param("by", actor.account().value())
                    .param("now", now())
                    .update();
            audit.record(
                    actor,
                    fresh.link() == null ? "execution.proof.add" : "execution.proof.addLink",
                    record,
                    Map.of("evidence", id.toString()));
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
     * The file behind evidence; behind a link there is none.
     * @param recommendation null when it is looked for among findings; else among what was said of that one
     */
    StoredFile file(ProofId id, VisitId visit, @Nullable RecommendationId recommendation) {
        var found = find(id, visit, recommendation);
        return files.findFor(new UnitId(found.agencyId()), new FileId(found.fileId()));
    }

    /** The small copy of a picture. */
    StoredFile thumbnail(ProofId id, VisitId visit, @Nullable RecommendationId recommendation) {
        var found = find(id, visit, recommendation);
        return evidence.thumbnail(new UnitId(found.agencyId()), new FileId(found.fileId()));
    }

    private record Found(UUID fileId, UUID agencyId) {}

    private Found find(ProofId id, VisitId visit, @Nullable RecommendationId recommendation) {
        return jdbc.sql("""
            select e.file_id, e.agency_id from oversight_evidence e
            left   join oversight_follow_up f on f.id = e.follow_up_id
            where  e.id = :id and e.visit_id = :visit and e.removed_at is null and e.file_id is not null
            and    case when cast(:recommendation as uuid) is null then e.finding_id is not null
                        else f.recommendation_id = cast(:recommendation as uuid) end
            """)
                .param("id", id.value())
                .param("visit", visit.value())
                .param("recommendation", recommendation == null ? null : recommendation.value())
                .query(Found.class)
                .optional()
                .orElseThrow(() -> new NotVisible("evidence " + id));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
