package vn.binhdang.execution.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.Mended;
import vn.binhdang.execution.OversightCover;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.execution.task.Brought;
import vn.binhdang.execution.task.EvidenceFiles;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;

/**
 * What a team finds in a unit. Members write while their decision lasts; the office enters what came on paper, also after
 * it, until the conclusion is with the head.
 */
@Component
class Visits {
    private static final int LONGEST = 10_000;

    private static final String COLUMNS = """
        v.id, v.mission_id, v.unit_id, coalesce(unit_called(v.unit_id, r.from_day), '') as unit_name, v.visited_on, v.cancel_reason, v.version,
        (select count(*) from oversight_finding f
         where  f.visit_id = v.id and v.cancelled_at is null and f.withdrawn_at is null) as standing,
        exists (select 1 from oversight_cover cover
                where  cover.visit_id = v.id and cover.person_id = :person
                and    cover.from_day <= :today and :today < cover.to_day) as covered\
        """;

    private final JdbcClient jdbc;
    private final Missions missions;
    private final Proofs proofs;
    private final EvidenceFiles evidence;
    private final AuditTrail audit;
    private final Clock clock;

    Visits(JdbcClient jdbc, Missions missions, Proofs proofs, EvidenceFiles evidence, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.missions = missions;
        this.proofs = proofs;
        this.evidence = evidence;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param standing how many findings were not withdrawn; none of a visit that was cancelled
     * @param covered whether the actor is of the team and its days last
     */
    /** @param unitName as the unit was called on the first day of the mission */
    record Visit(
            UUID id,
            UUID missionId,
            UUID unitId,
            String unitName,
            @Nullable LocalDate visitedOn,
            @Nullable String cancelReason,
            int version,
            int standing,
            boolean covered) {
        VisitId visitId() {
            return new VisitId(id);
        }

        MissionId mission() {
            return new MissionId(missionId);
        }

        UnitId unit() {
            return new UnitId(unitId);
        }
    }

    /** A question with what was answered; answer null, remark empty where nobody has answered yet. */
    record Question(
            UUID id, int position, String text, @Nullable String answer, String remark) {}

    /** @param recordedBy the name of who wrote it down */
    record Finding(
            UUID id,
            int no,
            Grade grade,
            String text,
            String recordedBy,
            OffsetDateTime recordedAt,
            @Nullable String withdrawReason,
            int version) {
        boolean withdrawn() {
            return withdrawReason != null;
        }
    }

    /** What was answered to one question. */
    record Answer(String answer, String remark) {}

    /** A task that the unit leads, as far as an inspector needs it. */
    record Task(
            UUID id,
            UUID planId,
            String text,
            String state,
            @Nullable LocalDate dueOn,
            int proofs) {}

    LocalDate today() {
        return Today.of(clock).day();
    }

    /** @throws NotVisible when it is absent, out of scope, or not covered today */
    Visit find(Actor actor, VisitId id) {
        return jdbc.sql(
                        "select %s from oversight_visit v join oversight_mission r on r.id = v.mission_id where v.id = :id and %s"
                                .formatted(COLUMNS, OversightCover.VISIT_VISIBLE))
                .params(OversightCover.visibleTo(actor, today()))
                .param("id", id.value())
                .query(Visit.class)
                .optional()
                .orElseThrow(() -> new NotVisible("visit " + id));
    }

    /** The visits of a mission that the actor sees. */
    List<Visit> of(Actor actor, MissionId mission) {
        return jdbc.sql("""
            select %s from oversight_visit v join oversight_mission r on r.id = v.mission_id
            where  v.mission_id = :mission and %s order by v.visited_on nulls last, v.id
            """.formatted(COLUMNS, OversightCover.VISIT_VISIBLE))
                .params(OversightCover.visibleTo(actor, today()))
                .param("mission", mission.value())
                .query(Visit.class)
                .list();
    }

    /** Empty for a mission of another body, which brings its own. */
    List<Question> questions(Mission mission, VisitId visit) {
        if (mission.checklistId() == null) return List.of();
        return jdbc.sql("""
            select q.id, q.position, q.text, a.answer, coalesce(a.remark, '') as remark
            from   oversight_question q
            left   join oversight_answer a on a.question_id = q.id and a.visit_id = :visit
            where  q.checklist_id = :checklist
            order  by q.position
            """)
                .param("visit", visit.value())
                .param("checklist", mission.checklistId())
                .query(Question.class)
                .list();
    }

    List<Finding> findings(VisitId visit) {
        return jdbc.sql("""
            select id, no, grade, text, account_called(recorded_by) as recorded_by, recorded_at, withdraw_reason, version
            from   oversight_finding where visit_id = :visit order by no
            """).param("visit", visit.value()).query(Finding.class).list();
    }

    /** Findings of all visits of a mission that stand, by visit in the order of their numbers. */
    Map<UUID, List<Finding>> standing(MissionId mission) {
        var found = new LinkedHashMap<UUID, List<Finding>>();
        jdbc.sql("""
            select f.visit_id, f.id, f.no, f.grade, f.text, account_called(f.recorded_by) as recorded_by, f.recorded_at, f.version
            from   oversight_finding f join oversight_visit v on v.id = f.visit_id
            where  v.mission_id = :mission and v.cancelled_at is null and f.withdrawn_at is null
            order  by v.visited_on nulls last, v.id, f.no
            """).param("mission", mission.value()).query(rs -> {
            found.computeIfAbsent(rs.getObject("visit_id", UUID.class), visit -> new java.util.ArrayList<>())
                    .add(new Finding(
                            rs.getObject("id", UUID.class),
                            rs.getInt("no"),
                            Grade.valueOf(rs.getString("grade")),
                            rs.getString("text"),
                            rs.getString("recorded_by"),
                            rs.getObject("recorded_at", OffsetDateTime.class),
                            null,
                            rs.getInt("version")));
        });
        return found;
    }

    /** The tasks that the unit, or one below it, leads in issued plans: late ones first. */
    List<Task> tasks(Visit visit, int most) {
        return jdbc.sql("""
            select t.id, t.plan_id, t.text, t.state, t.due_on,
                   (select count(*) from task_evidence e where e.task_id = t.id and e.removed_at is null) as proofs
            from   running_task t
            where  t.plan_state = 'ISSUED' and t.state <> 'DROPPED'
            and    t.lead_unit_id in (select w.unit_id from unit_within w
                                      where  w.ancestor_id = :unit and w.valid_from <= :today and :today < w.valid_to)
            order  by t.state in ('DONE', 'NOT_DONE'), t.due_on nulls last, t.id
            limit  :most
            """)
                .param("unit", visit.unitId())
                .param("today", today())
                .param("most", most)
                .query(Task.class)
                .list();
    }

    /** Whether the actor may write into the visit now. */
    boolean writable(Actor actor, Mission mission, Visit visit) {
        if (!mission.open() || visit.cancelReason() != null || today().isBefore(mission.fromDay())) return false;
        return visit.covered() || actor.may(Action.PLAN_OVERSIGHT);
    }

    /**
     * Stores the day and the answers.
     * @throws Overtaken when somebody stored answers in between
     */
    @Transactional
    public void answer(Actor actor, VisitId id, int version, @Nullable LocalDate day, Map<UUID, Answer> answers) {
        var visit = hold(actor, id);
        if (visit.version() != version) throw new Overtaken();
        var mission = missions.find(actor, visit.mission());
        if (day != null && (day.isBefore(mission.fromDay()) || day.isAfter(mission.lastDay()) || day.isAfter(today())))
            throw new Mended(Map.of("visitedOn", "execution.oversight.visit.mend.day"));
        var known = questions(mission, id).stream().map(Question::id).toList();
        for (var entry : answers.entrySet()) {
            if (!known.contains(entry.getKey())) continue;
            var answer = entry.getValue();
            if (answer.answer().isEmpty()) {
                jdbc.sql("delete from oversight_answer where visit_id = :visit and question_id = :question")
                        .param("visit", id.value())
                        .param("question", entry.getKey())
                        .update();
                continue;
            }
            jdbc.sql("""
                insert into oversight_answer (visit_id, question_id, answer, remark, answered_by, answered_at)
                values (:visit, :question, :answer, :remark, :by, :now)
                on conflict (visit_id, question_id) do update
                set    answer = excluded.answer, remark = excluded.remark, answered_by = excluded.answered_by, answered_at = excluded.answered_at
                where  (oversight_answer.answer, oversight_answer.remark) <> (excluded.answer, excluded.remark)
                """)
                    .param("visit", id.value())
                    .param("question", entry.getKey())
                    .param("answer", answer.answer())
                    .param("remark", answer.remark())
                    .param("by", actor.account().value())
                    .param("now", now())
                    .update();
        }
        jdbc.sql("update oversight_visit set visited_on = :day, version = version + 1 where id = :id")
                .param("day", day)
                .param("id", id.value())
                .update();
        audit.record(
                actor,
                "execution.visit.answer",
                id.value(),
                day == null
                        ? Map.of(
                                "answers",
                                answers.values().stream()
                                        .filter(a -> !a.answer().isEmpty())
                                        .count())
                        : Map.of(
                                "answers",
                                answers.values().stream()
                                        .filter(a -> !a.answer().isEmpty())
                                        .count(),
                                "day",
                                day.toString()));
    }

    @Transactional
    public FindingId record(Actor actor, VisitId id, Grade grade, String text, Brought brought) {
        hold(actor, id);
        mustFit(text, brought);
        var finding = FindingId.create();
        int no = jdbc.sql("select 1 + coalesce(max(no), 0) from oversight_finding where visit_id = :visit")
                .param("visit", id.value())
                .query(Integer.class)
                .single();
        jdbc.sql("""
            insert into oversight_finding (id, visit_id, no, grade, text, recorded_by, recorded_at, version)
            values (:id, :visit, :no, :grade, :text, :by, :now, 1)
            """)
                .param("id", finding.value())
                .param("visit", id.value())
                .param("no", no)
                .param("grade", grade.name())
                .param("text", text)
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        audit.record(
                actor,
                "execution.finding.record",
                id.value(),
                Map.of("finding", finding.toString(), "grade", grade.name()));
        proofs.add(actor, id, finding.value(), null, id.value(), brought);
        return finding;
    }

    /** @throws Overtaken when somebody changed it in between */
    @Transactional
    public void change(
            Actor actor, VisitId id, FindingId finding, int version, Grade grade, String text, Brought brought) {
        hold(actor, id);
        var now = standing(id, finding);
        if (now.version() != version) throw new Overtaken();
        mustFit(text, brought);
        jdbc.sql("update oversight_finding set grade = :grade, text = :text, version = version + 1 where id = :id")
                .param("grade", grade.name())
                .param("text", text)
                .param("id", finding.value())
                .update();
        audit.record(
                actor,
                "execution.finding.change",
                id.value(),
                Map.of(
                        "finding", finding.toString(),
                        "grade", Map.of("before", now.grade().name(), "after", grade.name()),
                        "text",
                                Map.of(
                                        "before", audit.hashOf(id.value(), "text", now.text()),
                                        "after", audit.hashOf(id.value(), "text", text))));
        proofs.add(actor, id, finding.value(), null, id.value(), brought);
    }

    @Transactional
    public void withdraw(Actor actor, VisitId id, FindingId finding, String reason) {
        hold(actor, id);
        standing(id, finding);
        if (reason.isBlank()) throw new Refused("execution.oversight.refused.reason");
        boolean leaned =
                jdbc.sql("""
                    select exists (select 1 from oversight_recommendation where finding_id = :id and state <> 'WITHDRAWN')
                    """).param("id", finding.value()).query(Boolean.class).single();
        if (leaned) throw new Refused("execution.oversight.refused.leaned");
        jdbc.sql("""
            update oversight_finding set withdrawn_at = :now, withdrawn_by = :by, withdraw_reason = :reason, version = version + 1
            where  id = :id
            """)
                .param("now", now())
                .param("by", actor.account().value())
                .param("reason", reason.strip())
                .param("id", finding.value())
                .update();
        audit.record(actor, "execution.finding.withdraw", id.value(), Map.of("finding", finding.toString()));
    }

    @Transactional
    public void takeBack(Actor actor, VisitId id, ProofId proof) {
        hold(actor, id);
        proofs.takeBack(actor, id, proof);
    }

    /**
     * The visit, held until the transaction ends, for who may write into it now.
     * @throws NotVisible when it is absent, out of scope, not covered today, or neither theirs nor their office's to write
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Visit hold(Actor actor, VisitId id) {
        find(actor, id);
        jdbc.sql("select id from oversight_visit where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .single();
        var visit = find(actor, id);
        if (!visit.covered() && !actor.may(Action.PLAN_OVERSIGHT))
            throw new Refused("execution.oversight.refused.notMember");
        var mission = missions.find(actor, visit.mission());
        if (visit.cancelReason() != null) throw new Refused("execution.oversight.refused.cancelled");
        if (!mission.open()) throw new Refused("execution.oversight.refused.notOpen");
        if (today().isBefore(mission.fromDay())) throw new Refused("execution.oversight.refused.early");
        return visit;
    }

    private Finding standing(VisitId visit, FindingId id) {
        var finding = findings(visit).stream()
                .filter(one -> one.id().equals(id.value()))
                .findFirst()
                .orElseThrow(() -> new NotVisible("finding " + id));
        if (finding.withdrawn()) throw new Refused("execution.oversight.refused.withdrawn");
        return finding;
    }

    private void mustFit(String text, Brought brought) {
        evidence.mustFit(
                brought,
                text.isBlank()
                        ? Map.of("text", "execution.oversight.mend.text")
                        : text.length() > LONGEST ? Map.of("text", "execution.oversight.mend.long") : Map.of());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
