package vn.binhdang.execution.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.execution.Overtaken;
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

/**
 * Missions that other bodies carry out in units of the agency: the office writes down what their decision and their
 * conclusion say, so that what they recommend is followed up as everything else is.
 */
@Component
class OtherBodies {
    private final JdbcClient jdbc;
    private final Missions missions;
    private final EvidenceFiles evidence;
    private final Files files;
    private final OversightNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    OtherBodies(
            JdbcClient jdbc,
            Missions missions,
            EvidenceFiles evidence,
            Files files,
            OversightNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.missions = missions;
        this.evidence = evidence;
        this.files = files;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the decision of another body says.
     * @param basis the law it names; empty when it names none
     * @param arrival its number in the book of incoming documents; empty when none was noted
     */
    record Decision(
            OversightKind kind,
            String body,
            String number,
            LocalDate decidedOn,
            String basis,
            String arrival,
            String subject,
            LocalDate from,
            LocalDate last) {}

    /** What its conclusion says. */
    record Conclusion(String number, LocalDate day, String arrival, String summary) {}

    /** The papers of a mission that are kept as files. */
    enum Paper {
        DECISION,
        CONCLUSION
    }

    /** @throws vn.binhdang.execution.Mended when the scan cannot be taken, or something else has to be mended */
    void mustFit(Brought scan, Map<String, String> others) {
        if (scan.files().size() > 1) others.putIfAbsent("files", "execution.oversight.other.oneFile");
        evidence.mustFit(scan, others);
    }

    @Transactional
    public MissionId record(Actor actor, Decision decision, UnitId unit, Brought scan) {
        actor.must(Action.PLAN_OVERSIGHT);
        var id = MissionId.create();
        jdbc.sql("""
            insert into oversight_mission (id, agency_id, kind, subject, from_day, to_day, version, created_by, created_at, folded,
                                           body, body_basis, body_decision, body_decided_on, decision_arrival, decision_file_id)
            values (:id, :agency, :kind, :subject, :from, :to, 1, :by, :now, fold(:subject),
                    :body, :basis, :number, :decidedOn, :arrival, :file)
            """)
                .params(of(decision))
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("by", actor.account().value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("file", stored(actor, scan))
                .update();
        missions.visit(id, unit, null);
        audit.record(
                actor,
                "execution.mission.recordOther",
                id.value(),
                Map.of(
                        "kind",
                        decision.kind().name(),
                        "from",
                        decision.from().toString(),
                        "to",
                        decision.last().toString(),
                        "unit",
                        unit.toString()));
        return id;
    }

    /**
     * Mends what was written down.
     * @throws Overtaken when somebody changed it in between
     */
    @Transactional
    public void change(Actor actor, MissionId id, int version, Decision decision, Brought scan) {
        hold(actor, id, version);
        jdbc.sql("""
            update oversight_mission
            set    kind = :kind, subject = :subject, from_day = :from, to_day = :to, folded = fold(:subject), body = :body,
                   body_basis = :basis, body_decision = :number, body_decided_on = :decidedOn, decision_arrival = :arrival,
                   decision_file_id = coalesce(cast(:file as uuid), decision_file_id), version = version + 1
            where  id = :id
            """)
                .params(of(decision))
                .param("file", stored(actor, scan))
                .param("id", id.value())
                .update();
        audit.record(
                actor,
                "execution.mission.changeOther",
                id.value(),
                Map.of(
                        "kind",
                        decision.kind().name(),
                        "from",
                        decision.from().toString(),
                        "to",
                        decision.last().toString()));
    }

    /** The conclusion arrived: from now on its recommendations speak to their units. Written down again, it is mended. */
    @Transactional
    public void conclude(Actor actor, MissionId id, int version, Conclusion conclusion, Brought scan) {
        var mission = hold(actor, id, version);
        jdbc.sql("""
            update oversight_mission
            set    body_conclusion = :number, body_concluded_on = :day, conclusion_arrival = :arrival, conclusion_summary = :summary,
                   conclusion_file_id = coalesce(cast(:file as uuid), conclusion_file_id), version = version + 1
            where  id = :id
            """)
                .param("number", conclusion.number())
                .param("day", conclusion.day())
                .param("arrival", conclusion.arrival())
                .param("summary", conclusion.summary())
                .param("file", stored(actor, scan))
                .param("id", id.value())
                .update();
        audit.record(
                actor,
                "execution.mission.concludeOther",
                id.value(),
                Map.of("day", conclusion.day().toString()));
        if (!mission.concluded()) notices.concluded(id);
    }

    /** @throws NotVisible also when there is no such file */
    StoredFile file(Actor actor, MissionId id, Paper paper) {
        var mission = missions.find(actor, id);
        var body = mission.body();
        UUID file = body == null
                ? null
                : switch (paper) {
                    case DECISION -> body.decisionFile();
                    case CONCLUSION -> body.conclusionFile();
                };
        if (file == null) throw new NotVisible("paper of mission " + id);
        return files.findFor(mission.agency(), new FileId(file));
    }

    private Mission hold(Actor actor, MissionId id, int version) {
        var mission = missions.hold(actor, id);
        if (!mission.ofOtherBody()) throw new NotVisible("mission of another body " + id);
        if (mission.cancelled()) throw new Refused("execution.oversight.refused.cancelled");
        if (mission.version() != version) throw new Overtaken();
        return mission;
    }

    /** Null when no scan was brought. */
    private @Nullable UUID stored(Actor actor, Brought scan) {
        return evidence.keep(actor, scan).stream()
                .findFirst()
                .map(KeptEvidence.Fresh::file)
                .orElse(null);
    }

    private static Map<String, Object> of(Decision decision) {
        return Map.of(
                "kind", decision.kind().name(),
                "subject", decision.subject(),
                "from", decision.from(),
                "to", decision.last().plusDays(1),
                "body", decision.body(),
                "basis", decision.basis(),
                "number", decision.number(),
                "decidedOn", decision.decidedOn(),
                "arrival", decision.arrival());
    }
}
