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
import vn.binhdang.execution.task.EvidenceFiles;
import vn.binhdang.execution.task.UnfitFiles;
import vn.binhdang.execution.task.Upload;
import vn.binhdang.files.FileId;
import vn.binhdang.files.Files;
import vn.binhdang.files.StoredFile;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;

/** Files behind what was measured and what came out; they are checked, made anew and sealed as those of tasks are. */
@Component
class Attachments {
    private final JdbcClient jdbc;
    private final Initiatives initiatives;
    private final EvidenceFiles evidence;
    private final Files files;
    private final AuditTrail audit;
    private final Clock clock;

    Attachments(
            JdbcClient jdbc,
            Initiatives initiatives,
            EvidenceFiles evidence,
            Files files,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.initiatives = initiatives;
        this.evidence = evidence;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param measureId null for the result as a whole */
    record Attachment(UUID id, @Nullable UUID measureId, String title, OffsetDateTime addedAt) {}

    /** Without what was taken back; the caller has found the initiative for the actor before. */
    List<Attachment> of(InitiativeId id) {
        return jdbc.sql("""
            select id, measure_id, title, added_at from initiative_evidence
            where  initiative_id = :id and removed_at is null
            order  by added_at, id
            """).param("id", id.value()).query(Attachment.class).list();
    }

    /**
     * All of the files or none.
     * @param measure null for the result as a whole
     * @throws UnfitFiles when one cannot be taken
     */
    @Transactional
    public void add(Actor actor, InitiativeId id, @Nullable MeasureId measure, List<Upload> uploads) {
        initiatives.holdToProve(actor, id);
        if (measure != null
                && initiatives.measures(List.of(id.value())).stream()
                        .noneMatch(one -> one.id().equals(measure.value()))) throw new NotVisible("measure " + measure);
        var problems = evidence.problems(uploads);
        if (!problems.isEmpty()) throw new UnfitFiles(problems);
        for (var upload : uploads) {
            var attachment = AttachmentId.create();
            jdbc.sql("""
                insert into initiative_evidence (id, initiative_id, measure_id, file_id, title, added_by, added_at)
                values (:id, :initiative, :measure, :file, :title, :by, :now)
                """)
                    .param("id", attachment.value())
                    .param("initiative", id.value())
                    .param("measure", measure == null ? null : measure.value())
                    .param("file", evidence.store(actor, upload).id().value())
                    .param("title", upload.name())
                    .param("by", actor.account().value())
                    .param("now", now())
                    .update();
            var fields = new HashMap<String, Object>(Map.of("evidence", attachment.toString()));
            if (measure != null) fields.put("measure", measure.toString());
            audit.record(actor, "execution.initiative.attach", id.value(), fields);
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

    StoredFile file(Actor actor, InitiativeId id, AttachmentId attachment) {
        initiatives.find(actor, id);
        var file = jdbc.sql("""
            select file_id from initiative_evidence
            where  id = :id and initiative_id = :initiative and removed_at is null
            """)
                .param("id", attachment.value())
                .param("initiative", id.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotVisible("evidence " + attachment));
        return files.find(actor, new FileId(file));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
