package vn.binhdang.execution.figures;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.execution.Mended;
import vn.binhdang.execution.task.Brought;
import vn.binhdang.execution.task.EvidenceFiles;
import vn.binhdang.execution.task.KeptEvidence;
import vn.binhdang.files.FileId;
import vn.binhdang.files.Files;
import vn.binhdang.files.StoredFile;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.statistics.Submission;
import vn.binhdang.statistics.SubmissionId;
import vn.binhdang.statistics.SubmissionState;
import vn.binhdang.statistics.Submissions;

/** Files and links behind the figures of one submission. Who reads the figures reads them; who enters figures brings them. */
@Component
class SubmissionEvidence {
    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final EvidenceFiles evidence;
    private final Files files;
    private final AuditTrail audit;
    private final Clock clock;

    SubmissionEvidence(
            JdbcClient jdbc,
            Submissions submissions,
            EvidenceFiles evidence,
            Files files,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.evidence = evidence;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    private record Owned(UUID file, UUID agency) {}

    /** Also while it lies with whoever accepts: what is asked for then can still be brought. */
    static boolean mayBeAdded(Submission submission) {
        return submission.state().mayBeFilled() || submission.state() == SubmissionState.SUBMITTED;
    }

    /** Without what was taken back; the caller has found the submission for the actor before. */
    List<KeptEvidence> of(SubmissionId id) {
        return jdbc.sql("""
            select %s from submission_evidence e %s
            where  e.submission_id = :id and e.removed_at is null
            order  by e.added_at, e.id
            """.formatted(KeptEvidence.COLUMNS, KeptEvidence.FROM_PHOTOS))
                .param("id", id.value())
                .query((rs, i) -> KeptEvidence.of(rs))
                .list();
    }

    /**
     * All of it or nothing.
     * @throws Mended when nothing was brought, or something cannot be taken
     * @throws Refused when the figures were accepted already
     */
    @Transactional
    public void add(Actor actor, SubmissionId id, Brought brought) {
        if (!mayBeAdded(submissions.hold(actor, id, Action.ENTER_STATISTICS)))
            throw new Refused("execution.figures.evidence.accepted");
        if (brought.isEmpty()) throw new Mended(Map.of("files", "execution.figures.evidence.nothing"));
        evidence.mustFit(brought, Map.of());
        for (var fresh : evidence.keep(actor, brought)) {
            var proof = Uuid7.create();
            jdbc.sql("""
                insert into submission_evidence (id, submission_id, agency_id, file_id, link_address, link_dated, title,
                                                 added_by, added_at)
                values (:id, :submission, :agency, :file, :address, :dated, :title, :by, :now)
                """)
                    .params(fresh.parameters())
                    .param("id", proof)
                    .param("submission", id.value())
                    .param("agency", actor.agency().value())
                    .param("by", actor.account().value())
                    .param("now", now())
                    .update();
            audit.record(
                    actor,
                    fresh.link() == null ? "execution.figures.attach" : "execution.figures.attachLink",
                    id.value(),
                    Map.of("evidence", proof.toString()));
        }
    }

    /**
     * The file stays; it is no evidence any more.
     * @throws Refused when the figures were submitted already
     */
    @Transactional
    public void takeBack(Actor actor, SubmissionId id, UUID proof) {
        var submission = submissions.hold(actor, id, Action.ENTER_STATISTICS);
        if (!submission.state().mayBeFilled())
            throw new Refused(
                    mayBeAdded(submission)
                            ? "execution.figures.evidence.submitted"
                            : "execution.figures.evidence.accepted");
        int changed = jdbc.sql("""
            update submission_evidence set removed_at = :now, removed_by = :by
            where  id = :id and submission_id = :submission and removed_at is null
            """)
                .param("now", now())
                .param("by", actor.account().value())
                .param("id", proof)
                .param("submission", id.value())
                .update();
        if (changed == 0) throw new NotVisible("evidence " + proof);
        audit.record(actor, "execution.figures.detach", id.value(), Map.of("evidence", proof.toString()));
    }

    /** @throws NotVisible also for a link, behind which there is no file */
    StoredFile file(Actor actor, SubmissionId id, UUID proof) {
        var owned = owned(actor, id, proof);
        return files.findFor(new UnitId(owned.agency()), new FileId(owned.file()));
    }

    /** The small copy of a picture. */
    StoredFile thumbnail(Actor actor, SubmissionId id, UUID proof) {
        var owned = owned(actor, id, proof);
        return evidence.thumbnail(new UnitId(owned.agency()), new FileId(owned.file()));
    }

    private Owned owned(Actor actor, SubmissionId id, UUID proof) {
        submissions.of(actor, id, Action.READ_STATISTICS);
        return jdbc.sql("""
            select file_id as file, agency_id as agency from submission_evidence
            where  id = :id and submission_id = :submission and removed_at is null and file_id is not null
            """)
                .param("id", proof)
                .param("submission", id.value())
                .query(Owned.class)
                .optional()
                .orElseThrow(() -> new NotVisible("evidence " + proof));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
