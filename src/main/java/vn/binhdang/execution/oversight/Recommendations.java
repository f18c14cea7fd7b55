package vn.binhdang.execution.oversight;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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
import vn.binhdang.kernel.SearchWords;
import vn.binhdang.kernel.UnitId;

/**
 * What a mission asks units to do, and the follow-up until it is done. A recommendation speaks to its unit from the day the
 * conclusion is issued. The head of the team follows it up also after the days of the decision, since that is what it is for;
 * the papers of the visit stay closed to them.
 */
@Component
class Recommendations {
    static final int PAGE = 30;

    private static final int LONGEST = 10_000;

    /** Whoever says what became of it: the head of the team, for another body the office that holds its papers. */
    static final String FOLLOWS = """
        (exists (select 1 from oversight_head m where m.mission_id = r.id and m.person_id = :person)
            or (r.body is not null and r.agency_id = :agency
                and (r.agency_id = any (:planWhole) or in_reach(c.unit_id, :planWhole, :planOnly, :today))))\
        """;

    private static final String COLUMNS = """
        c.id, c.visit_id, c.finding_id, c.no, c.text, c.unit_id,
        coalesce(unit_called(c.unit_id, r.from_day), '') as unit_name, c.due_on, c.state, c.done_on, c.version,
        r.id as mission_id, r.agency_id, r.kind, r.subject, v.unit_id as visited_unit_id, oversight_concluded_on(r, k.state, k.issued_on) is not null as active,
        k.number as conclusion_no, k.symbol as conclusion_symbol, r.body, r.body_conclusion,
        %s as follows,
        in_reach(c.unit_id, :answerWhole, :answerOnly, :today) as answers\
        """.formatted(FOLLOWS);

    static final String FROM = """
        from   oversight_recommendation c
        join   oversight_visit v on v.id = c.visit_id
        join   oversight_mission r on r.id = v.mission_id
        left   join outgoing_document k on k.id = r.conclusion_id\
        """;

    /** Office and leaders by their reach; the team by its cover, its head for as long as it takes; the unit once it is told. */
    static final String VISIBLE = """
        (%s
            or (oversight_concluded_on(r, k.state, k.issued_on) is not null and (in_reach(c.unit_id, :answerWhole, :answerOnly, :today)
                or (r.agency_id = :agency and in_reach(c.unit_id, :oversightWhole, :oversightOnly, :today))
                or exists (select 1 from oversight_head m where m.mission_id = r.id and m.person_id = :person))))\
        """.formatted(OversightCover.VISIT_VISIBLE);

    private final JdbcClient jdbc;
    private final Missions missions;
    private final Visits visits;
    private final Proofs proofs;
    private final EvidenceFiles evidence;
    private final OversightNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Recommendations(
            JdbcClient jdbc,
            Missions missions,
            Visits visits,
            Proofs proofs,
            EvidenceFiles evidence,
            OversightNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.missions = missions;
        this.visits = visits;
        this.proofs = proofs;
        this.evidence = evidence;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param active whether its conclusion is issued: only then it asks anything of anybody
     * @param body which other body recommends it; null when the agency's own team does
     * @param follows whether the actor is the head of the team, or for another body of the office that follows it up
     * @param answers whether the actor answers for the responsible unit
     */
    record Recommendation(
            UUID id,
            UUID visitId,
            @Nullable UUID findingId,
            int no,
            String text,
            UUID unitId,
            String unitName,
            LocalDate dueOn,
            RecommendationState state,
            @Nullable LocalDate doneOn,
            int version,
            UUID missionId,
            UUID agencyId,
            OversightKind kind,
            String subject,
            UUID visitedUnitId,
            boolean active,
            @Nullable Integer conclusionNo,
            @Nullable String conclusionSymbol,
            @Nullable String body,
            @Nullable String bodyConclusion,
            boolean follows,
            boolean answers) {
        RecommendationId recommendationId() {
            return new RecommendationId(id);
        }

        UnitId unit() {
            return new UnitId(unitId);
        }

        boolean overdue(LocalDate today) {
            return active && state.open() && dueOn.isBefore(today);
        }

        String conclusion() {
            if (bodyConclusion != null) return bodyConclusion;
            return conclusionNo == null ? "" : "%02d/%s".formatted(conclusionNo, conclusionSymbol);
        }
    }

    /**
     * @param dueOn the new day of a postponement
     * @param fromUnitId which unit handed it over; null for other steps
     */
    record Step(
            UUID id,
            int no,
            String step,
            String words,
            UUID unitId,
            UUID saidBy,
            OffsetDateTime saidAt,
            @Nullable LocalDate dueOn,
            @Nullable UUID fromUnitId) {}

    /** Where a recommendation stands in the list: by its day. */
    record Key(LocalDate due, UUID id) {
        static final Key TOP = new Key(LocalDate.of(1, 1, 1), new UUID(0, 0));

        String text() {
            return due + "_" + id;
        }

        static Key of(@Nullable String text) {
            if (text == null) return TOP;
            String[] parts = text.split("_", 2);
            try {
                return parts.length == 2 ? new Key(LocalDate.parse(parts[0]), UUID.fromString(parts[1])) : TOP;
            } catch (DateTimeException | IllegalArgumentException e) {
                return TOP;
            }
        }
    }

    LocalDate today() {
        return Today.of(clock).day();
    }

    private Map<String, Object> visibleTo(Actor actor) {
        return visibleTo(actor, today());
    }

    /** The parameters of {@link #VISIBLE}. */
    static Map<String, Object> visibleTo(Actor actor, LocalDate day) {
        var answers = actor.reach(Action.ANSWER_RECOMMENDATIONS);
        var plans = actor.reach(Action.PLAN_OVERSIGHT);
        var parameters = new HashMap<String, Object>(OversightCover.visibleTo(actor, day));
        parameters.put("answerWhole", answers.wholeIds());
        parameters.put("answerOnly", answers.onlyIds());
        parameters.put("planWhole", plans.wholeIds());
        parameters.put("planOnly", plans.onlyIds());
        return parameters;
    }

    /** @throws NotVisible when it is absent or none of their business */
    Recommendation find(Actor actor, RecommendationId id) {
        return jdbc.sql("select %s %s where c.id = :id and %s".formatted(COLUMNS, FROM, VISIBLE))
                .params(visibleTo(actor))
                .param("id", id.value())
                .query(Recommendation.class)
                .optional()
                .orElseThrow(() -> new NotVisible("recommendation " + id));
    }

    /** Up to {@link #PAGE} after a key, those due first on top, and one more if there are more. */
    List<Recommendation> list(Actor actor, RecommendationFilter filter, Key after) {
        return jdbc.sql("""
            select %s %s
            where  (c.due_on, c.id) > (:due, :id) and r.cancelled_at is null
            and    case :state when '' then true
                               when 'UNDONE' then c.state in ('OPEN', 'REPORTED', 'RETURNED')
                               when 'OVERDUE' then c.state in ('OPEN', 'REPORTED', 'RETURNED') and c.due_on < :today
                                                      and oversight_concluded_on(r, k.state, k.issued_on) is not null
                               else c.state = :state end
            and    (cast(:kind as text) is null or r.kind = :kind)
            and    (cast(:other as boolean) is null or (r.body is not null) = :other)
            and    (select coalesce(bool_and(c.folded like fold(word)
                                             or exists (select 1 from unit_name n where n.unit_id = c.unit_id and fold(n.name) like fold(word))), true)
                    from unnest(cast(:words as text[])) word)
            and    %s
            order  by c.due_on, c.id
            limit  :limit
            """.formatted(COLUMNS, FROM, VISIBLE))
                .params(visibleTo(actor))
                .param("due", after.due())
                .param("id", after.id())
                .param("state", filter.state())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("other", filter.whose() == null ? null : filter.whose() == Sender.OTHER)
                .param("words", SearchWords.patterns(filter.words()))
                .param("limit", PAGE + 1)
                .query(Recommendation.class)
                .list();
    }

    /** Those of a mission, visit by visit. */
    List<Recommendation> of(Actor actor, MissionId mission) {
        return jdbc.sql("select %s %s where r.id = :mission and %s order by v.visited_on nulls last, v.id, c.no"
                        .formatted(COLUMNS, FROM, VISIBLE))
                .params(visibleTo(actor))
                .param("mission", mission.value())
                .query(Recommendation.class)
                .list();
    }

    List<Step> steps(RecommendationId id) {
        return jdbc.sql("select id, no, step, words, unit_id, said_by, said_at, due_on, from_unit_id from"
                        + " oversight_follow_up where"
                        + " recommendation_id = :id order by no desc")
                .param("id", id.value())
                .query(Step.class)
                .list();
    }

    /** Made by the team or the office while the mission is open; another body's speaks at once when that has concluded. */
    @Transactional
    public RecommendationId make(
            Actor actor, VisitId visit, @Nullable FindingId finding, String text, UnitId unit, LocalDate dueOn) {
        var held = visits.hold(actor, visit);
        if (finding != null
                && visits.findings(visit).stream()
                        .noneMatch(one -> one.id().equals(finding.value()) && !one.withdrawn()))
            throw new NotVisible("finding " + finding);
        var id = RecommendationId.create();
        int no = jdbc.sql("select 1 + coalesce(max(no), 0) from oversight_recommendation where visit_id = :visit")
                .param("visit", visit.value())
                .query(Integer.class)
                .single();
        jdbc.sql("""
            insert into oversight_recommendation (id, visit_id, finding_id, no, text, unit_id, due_on, state, version, made_by, made_at, folded)
            values (:id, :visit, :finding, :no, :text, :unit, :due, 'OPEN', 1, :by, :now, fold(:text))
            """)
                .param("id", id.value())
                .param("visit", visit.value())
                .param("finding", finding == null ? null : finding.value())
                .param("no", no)
                .param("text", text)
                .param("unit", unit.value())
                .param("due", dueOn)
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        audit.record(
                actor,
                "execution.recommendation.make",
                id.value(),
                Map.of("visit", visit.toString(), "unit", unit.toString(), "due", dueOn.toString()));
        if (missions.find(actor, held.mission()).concluded()) notices.recommended(id.value(), "made", unit, dueOn);
        return id;
    }

    /** The responsible unit says it is done. */
    @Transactional
    public void report(Actor actor, RecommendationId id, int version, String words, Brought brought) {
        var held = hold(actor, id, version);
        if (!held.answers()) throw new Refused("execution.oversight.refused.notResponsible");
        active(held);
        if (held.state() == RecommendationState.REPORTED || !held.state().open())
            throw new Refused("execution.oversight.refused.state." + held.state());
        evidence.mustFit(
                brought,
                words.isBlank()
                        ? Map.of("words", "execution.oversight.mend.words")
                        : words.length() > LONGEST ? Map.of("words", "execution.oversight.mend.long") : Map.of());
        var step = step(actor, held, "REPORTED", words, null, held.unitId());
        becomes(held, RecommendationState.REPORTED, null);
        proofs.add(actor, new VisitId(held.visitId()), null, step, held.id(), brought);
        audit.record(
                actor,
                "execution.recommendation.report",
                held.id(),
                Map.of("unit", held.unitId().toString()));
        notices.reported(held, step);
    }

    /** Whoever follows it up finds it done. */
    @Transactional
    public void accept(Actor actor, RecommendationId id, int version, String words) {
        var held = judged(actor, id, version);
        step(actor, held, "ACCEPTED", words, null, actor.unit().value());
        becomes(held, RecommendationState.DONE, today());
        audit.record(actor, "execution.recommendation.accept", held.id());
        notices.judged(held, true);
    }

    @Transactional
    public void sendBack(Actor actor, RecommendationId id, int version, String reason) {
        var held = judged(actor, id, version);
        if (reason.isBlank()) throw new Mended(Map.of("reason", "execution.oversight.refused.reason"));
        step(actor, held, "RETURNED", reason, null, actor.unit().value());
        becomes(held, RecommendationState.RETURNED, null);
        audit.record(actor, "execution.recommendation.sendBack", held.id());
        notices.judged(held, false);
    }

    /** Takes an acceptance back that was given by mistake. */
    @Transactional
    public void reopen(Actor actor, RecommendationId id, int version, String reason) {
        var held = hold(actor, id, version);
        judges(actor, held);
        if (held.state() != RecommendationState.DONE)
            throw new Refused("execution.oversight.refused.state." + held.state());
        if (reason.isBlank()) throw new Mended(Map.of("reason", "execution.oversight.refused.reason"));
        step(actor, held, "REOPENED", reason, null, actor.unit().value());
        becomes(held, RecommendationState.RETURNED, null);
        audit.record(actor, "execution.recommendation.reopen", held.id());
        notices.judged(held, false);
    }

    /**
     * A later day, with the reason; the day before stays in the history.
     * @param dueOn null when what was typed is no day
     */
    @Transactional
    public void postpone(Actor actor, RecommendationId id, int version, @Nullable LocalDate dueOn, String reason) {
        var held = hold(actor, id, version);
        judges(actor, held);
        active(held);
        if (!held.state().open()) throw new Refused("execution.oversight.refused.state." + held.state());
        var mistakes = new LinkedHashMap<String, String>();
        if (dueOn == null) mistakes.put("dueOn", "execution.oversight.mend.day");
        else if (!dueOn.isAfter(held.dueOn())) mistakes.put("dueOn", "execution.oversight.mend.later");
        if (reason.isBlank()) mistakes.put("reason", "execution.oversight.refused.reason");
        if (dueOn == null || !mistakes.isEmpty()) throw new Mended(mistakes);
        step(actor, held, "POSTPONED", reason, dueOn, actor.unit().value());
        jdbc.sql("update oversight_recommendation set due_on = :due, version = version + 1 where id = :id")
                .param("due", dueOn)
                .param("id", held.id())
                .update();
        audit.record(
                actor,
                "execution.recommendation.postpone",
                held.id(),
                Map.of("due", Map.of("before", held.dueOn().toString(), "after", dueOn.toString())));
    }

    /** Before the conclusion by whoever writes the visit, afterwards by who judges; always with a reason. */
    @Transactional
    public void withdraw(Actor actor, RecommendationId id, int version, String reason) {
        var held = hold(actor, id, version);
        if (held.active()) judges(actor, held);
        else visits.hold(actor, new VisitId(held.visitId()));
        if (!held.state().open()) throw new Refused("execution.oversight.refused.state." + held.state());
        if (reason.isBlank()) throw new Mended(Map.of("reason", "execution.oversight.refused.reason"));
        step(actor, held, "WITHDRAWN", reason, null, actor.unit().value());
        becomes(held, RecommendationState.WITHDRAWN, null);
        audit.record(actor, "execution.recommendation.withdraw", held.id());
    }

    /** Whether the actor says if it is done: who follows it up, or who leads the agency that it belongs to. */
    boolean judge(Actor actor, Recommendation held) {
        return held.follows()
                || (actor.may(Action.APPROVE_OVERSIGHT)
                        && held.agencyId().equals(actor.agency().value()));
    }

    private Recommendation judged(Actor actor, RecommendationId id, int version) {
        var held = hold(actor, id, version);
        judges(actor, held);
        active(held);
        if (held.state() != RecommendationState.REPORTED)
            throw new Refused("execution.oversight.refused.state." + held.state());
        return held;
    }

    private void judges(Actor actor, Recommendation held) {
        if (!judge(actor, held)) throw new Refused("execution.oversight.refused.notHead");
    }

    private static void active(Recommendation held) {
        if (!held.active()) throw new Refused("execution.oversight.refused.notConcluded");
    }

    private Recommendation hold(Actor actor, RecommendationId id, int version) {
        find(actor, id);
        jdbc.sql("select id from oversight_recommendation where id = :id for update")
                .param("id", id.value())
                .query(UUID.class)
                .single();
        var held = find(actor, id);
        if (held.version() != version) throw new Overtaken();
        return held;
    }

    private UUID step(
            Actor actor, Recommendation held, String step, String words, @Nullable LocalDate dueOn, UUID unit) {
        var id = vn.binhdang.kernel.Uuid7.create();
        jdbc.sql("""
            insert into oversight_follow_up (id, recommendation_id, no, step, words, unit_id, said_by, said_at, due_on)
            values (:id, :recommendation,
                    (select 1 + coalesce(max(no), 0) from oversight_follow_up where recommendation_id = :recommendation),
                    :step, :words, :unit, :by, :now, :due)
            """)
                .param("id", id)
                .param("recommendation", held.id())
                .param("step", step)
                .param("words", words.strip())
                .param("unit", unit)
                .param("by", actor.account().value())
                .param("now", now())
                .param("due", dueOn)
                .update();
        return id;
    }

    private void becomes(Recommendation held, RecommendationState state, @Nullable LocalDate doneOn) {
        jdbc.sql("update oversight_recommendation set state = :state, done_on = :done, version = version + 1"
                        + " where id = :id")
                .param("state", state.name())
                .param("done", doneOn)
                .param("id", held.id())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
