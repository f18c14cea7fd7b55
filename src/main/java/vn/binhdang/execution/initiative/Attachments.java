package vn.binhdang.execution.initiative;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;

/** Files and links behind what was measured and what came out; they are checked and kept as those of tasks are. */
@Component
class Attachments {
    private final JdbcClient jdbc;
    private final Initiatives initiatives;
    private final Measures measures;
    private final EvidenceFiles evidence;
    private final Files files;
    private final AuditTrail audit;
    private final Clock clock;

    Attachments(
            JdbcClient jdbc,
            Initiatives initiatives,
            Measures measures,
            EvidenceFiles evidence,
            Files files,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.initiatives = initiatives;
        this.measures = measures;
        this.evidence = evidence;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param measureId null for the result as a whole */
    record Attachment(@Nullable UUID measureId, KeptEvidence evidence) {}

    /** Without what was taken back; the caller has found the initiative for the actor before. */
    List<Attachment> of(InitiativeId id) {
        return jdbc.sql("""
            select %s, e.measure_id from initiative_evidence e %s
            where  e.initiative_id = :id and e.removed_at is null
            order  by e.added_at, e.id
            """.formatted(KeptEvidence.COLUMNS, KeptEvidence.FROM_PHOTOS))
                .param("id", id.value())
                .query((rs, i) -> new Attachment(rs.getObject("measure_id", UUID.class), KeptEvidence.of(rs)))
                .list();
    }

    /**
     * All of it or nothing.
     * @param measure null for the result as a whole
     * @throws Mended when nothing was brought, or something cannot be taken
     */
    @Transactional
    public void add(Actor actor, InitiativeId id, @Nullable MeasureId measure, Brought brought) {
        initiatives.holdToProve(actor, id);
        if (measure != null
                && measures.of(List.of(id.value())).stream()
                        .noneMatch(one -> one.id().equals(measure.value()))) throw new NotVisible("measure " + measure);
        if (brought.isEmpty()) throw new Mended(Map.of("files", "execution.initiative.mend.files"));
        evidence.mustFit(brought, Map.of());
        for (var fresh : evidence.keep(actor, brought)) {
            var attachment = AttachmentId.create();
            jdbc.sql("""
                insert into initiative_evidence (id, initiative_id, measure_id, file_id, link_address, link_dated, title, added_by,
                                                 added_at)
                values (:id, :initiative, :measure, :file, :address, :dated, :title, :by, :now)
                """)
                    .params(fresh.parameters())
                    .param("id", attachment.value())
                    .param("initiative", id.value())
                    .param("measure", measure == null ? null : measure.value())
                    .param("by", actor.account().value())
                    .param("now", now())
                    .update();
            var fields = new HashMap<String, Object>(Map.of("evidence", attachment.toString()));
            if (measure != null) fields.put("measure", measure.toString());
            audit.record(
                    actor,
                    fresh.link() == null ? "execution.initiative.attach" : "execution.initiative.attachLink",
                    id.value(),
                    fields);
        }
    }

    /** The file stays; it is no evidence any more. */
    @Transactional
    public void takeBack(Actor actor, InitiativeId id, AttachmentId attachment) {
        initiatives.holdToProve(actor, id);
        int changed = jdbc.sql("""
            update initiative_evidence set removed_at = :now, removed_by = :by
            where  id = :id and initiative_id = :initiative and removed_at is null
            """)
                .param("now", now())
                .param("by", actor.account().value())
                .param("id", attachment.value())
                .param("initiative", id.value())
                .update();
        if (changed == 0) throw new NotVisible("evidence " + attachment);
        audit.record(actor, "execution.initiative.detach", id.value(), Map.of("evidence", attachment.toString()));
    }

    /** @throws NotVisible also for a link, behind which there is no file */
    StoredFile file(Actor actor, InitiativeId id, AttachmentId attachment) {
        return files.find(actor, fileId(actor, id, attachment));
    }

    /** The small copy of a picture. */
    StoredFile thumbnail(Actor actor, InitiativeId id, AttachmentId attachment) {
        return evidence.thumbnail(actor.agency(), fileId(actor, id, attachment));
    }

    private FileId fileId(Actor actor, InitiativeId id, AttachmentId attachment) {
        initiatives.find(actor, id);
        return jdbc.sql("""
            select file_id from initiative_evidence
            where  id = :id and initiative_id = :initiative and removed_at is null and file_id is not null
            """)
                .param("id", attachment.value())
                .param("initiative", id.value())
                .query(UUID.class)
                .optional()
                .map(FileId::new)
                .orElseThrow(() -> new NotVisible("evidence " + attachment));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
