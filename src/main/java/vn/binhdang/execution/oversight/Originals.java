package vn.binhdang.execution.oversight;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.task.EvidenceFiles;
import vn.binhdang.files.FileId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** The sealed originals of photos of oversight, for whose duty it is to examine the units they are of. */
@Component
class Originals {
    private static final int PAGE = 30;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    /** Of a finding the visited unit, of a follow-up the responsible one; what was taken back is examined as well. */
    private static final String EXAMINABLE = """
        from   oversight_evidence e
        join   evidence_photo p on p.file_id = e.file_id
        join   oversight_visit v on v.id = e.visit_id
        join   oversight_mission r on r.id = v.mission_id
        left   join oversight_follow_up f on f.id = e.follow_up_id
        left   join oversight_recommendation c on c.id = f.recommendation_id
        where  e.agency_id = :agency
        and    (:agency = any (:whole) or in_reach(coalesce(c.unit_id, v.unit_id), :whole, :only, :today))
        """;

    private final JdbcClient jdbc;
    private final EvidenceFiles evidence;
    private final Units units;
    private final AuditTrail audit;
    private final Clock clock;

    Originals(JdbcClient jdbc, EvidenceFiles evidence, Units units, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.evidence = evidence;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    record Row(UUID id, String title, OffsetDateTime addedAt, boolean takenBack, String subject, UUID unitId) {}

    /** The latest first. */
    OriginalsPage page(Actor actor, @Nullable ProofId after, Text t) {
        var rows = jdbc.sql("""
            select e.id, e.title, e.added_at, e.removed_at is not null as taken_back, r.subject,
                   coalesce(c.unit_id, v.unit_id) as unit_id
            %s
            and    (cast(:after as uuid) is null or e.id < cast(:after as uuid))
            order  by e.id desc limit :limit
            """.formatted(EXAMINABLE))
                .params(reach(actor))
                .param("after", after == null ? null : after.value())
                .param("limit", PAGE + 1)
                .query(Row.class)
                .list();
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        var ids = shown.stream().map(row -> new UnitId(row.unitId())).collect(Collectors.toSet());
        var named = units.named(ids, Today.of(clock).day());
        List<OriginalsPage.Photo> photos = shown.stream()
                .map(row -> new OriginalsPage.Photo(
                        "/oversight/originals/" + row.id(),
                        row.title(),
                        row.subject(),
                        MissionPages.name(named, new UnitId(row.unitId())),
                        WHEN.format(row.addedAt().atZoneSameInstant(Today.ZONE)),
                        row.takenBack() ? t.of("execution.oversight.originals.takenBack") : ""))
                .toList();
        return new OriginalsPage(
                photos,
                rows.size() > PAGE
                        ? "/oversight/originals?after=" + shown.getLast().id()
                        : "");
    }

    /**
     * The picture as it was brought; that it was read is recorded.
     * @throws NotVisible when it is absent, no picture, or of a unit that is not the actor's to examine
     */
    @Transactional
    public EvidenceFiles.Original read(Actor actor, ProofId id) {
        record Found(UUID fileId, UUID visitId) {}
        var found = jdbc.sql("select e.file_id, e.visit_id %s and e.id = :id".formatted(EXAMINABLE))
                .params(reach(actor))
                .param("id", id.value())
                .query(Found.class)
                .optional()
                .orElseThrow(() -> new NotVisible("evidence " + id));
        var original = evidence.original(actor, new FileId(found.fileId()))
                .orElseThrow(() -> new NotVisible("original of evidence " + id));
        audit.record(actor, "execution.proof.readOriginal", found.visitId(), Map.of("evidence", id.toString()));
        return original;
    }

    private Map<String, Object> reach(Actor actor) {
        var reach = actor.reach(Action.READ_ORIGINALS);
        var parameters = new HashMap<String, Object>();
        parameters.put("agency", actor.agency().value());
        parameters.put("whole", reach.wholeIds());
        parameters.put("only", reach.onlyIds());
        parameters.put("today", Today.of(clock).day());
        return parameters;
    }
}
