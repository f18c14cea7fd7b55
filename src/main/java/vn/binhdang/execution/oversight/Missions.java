package vn.binhdang.execution.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentState;
import vn.binhdang.execution.OversightCover;
import vn.binhdang.execution.Overtaken;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.SearchWords;
import vn.binhdang.kernel.UnitId;

/** Missions and the units they visit. Units and days stand in the decision: they change until it is submitted. */
@Component
class Missions {
    static final int PAGE = 30;

    static final String COLUMNS = """
        r.id, r.agency_id, r.kind, r.subject, r.from_day, r.to_day, r.checklist_id, r.cancel_reason, r.version,
        r.decision_id, d.state as decision_state, d.number as decision_no, d.symbol as decision_symbol, d.issued_on as decided_on,
        r.conclusion_id, k.state as conclusion_state, k.number as conclusion_no, k.symbol as conclusion_symbol,
        r.body, r.body_basis, r.body_decision, r.body_decided_on, r.decision_arrival, r.decision_file_id,
        r.body_conclusion, r.body_concluded_on, r.conclusion_arrival, r.conclusion_summary, r.conclusion_file_id,
        oversight_phase(r, d.state, k.state, :today) as phase\
        """;

    static final String FROM = """
        from   oversight_mission r
        left   join outgoing_document d on d.id = r.decision_id
        left   join outgoing_document k on k.id = r.conclusion_id\
        """;

    static final RowMapper<Mission> ROW = (rs, i) -> row(rs);

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Missions(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a form says of a mission. */
    record Draft(OversightKind kind, String subject, LocalDate from, LocalDate last, ChecklistId checklist) {}

    /** Where a mission stands in the list. */
    record Key(LocalDate from, UUID id) {
        static final Key TOP = new Key(LocalDate.of(9999, 12, 31), new UUID(-1L, -1L));

        String text() {
            return from + "_" + id;
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

    /** @throws NotVisible when it is absent, out of scope, or not covered today */
    Mission find(Actor actor, MissionId id) {
        return jdbc.sql("select %s %s where r.id = :id and %s".formatted(COLUMNS, FROM, OversightCover.MISSION_VISIBLE))
                .params(OversightCover.visibleTo(actor, today()))
                .param("id", id.value())
                .query(ROW)
                .optional()
                .orElseThrow(() -> new NotVisible("mission " + id));
    }

    /** Up to {@link #PAGE} missions after a key, the latest first, and one more if there are more. */
    List<Mission> list(Actor actor, MissionFilter filter, Key after) {
        return jdbc.sql("""
            select * from (select %s %s
                           where  (cast(:year as int) is null or extract(year from r.from_day) = :year)
                           and    (cast(:kind as text) is null or r.kind = :kind)
                           and    (cast(:other as boolean) is null or (r.body is not null) = :other)
                           and    (r.from_day, r.id) < (:from, :id)
                           and    (select coalesce(bool_and(r.folded like fold(word)
                                       or fold(coalesce(r.body || ' ' || r.body_decision, '')) like fold(word)
                                       or fold(coalesce(printed_number(d.number) || '/' || d.symbol, '')) like fold(word)
                                       or exists (select 1 from oversight_visit s join unit_name n on n.unit_id = s.unit_id
                                                  where  s.mission_id = r.id and fold(n.name) like fold(word))), true)
                                   from unnest(cast(:words as text[])) word)
                           and    %s) found
            where  (cast(:phase as text) is null or found.phase = :phase)
            order  by found.from_day desc, found.id desc
            limit  :limit
            """.formatted(COLUMNS, FROM, OversightCover.MISSION_VISIBLE))
                .params(OversightCover.visibleTo(actor, today()))
                .param("year", filter.year())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("phase", filter.phase() == null ? null : filter.phase().name())
                .param("other", filter.whose() == null ? null : filter.whose() == Sender.OTHER)
                .param("words", SearchWords.patterns(filter.words()))
                .param("from", after.from())
                .param("id", after.id())
                .param("limit", PAGE + 1)
                .query(ROW)
                .list();
    }

    /** Years in which missions began, the latest first. */
    List<Integer> years(Actor actor) {
        return jdbc.sql("select distinct cast(extract(year from from_day) as int) as y from oversight_mission where"
                        + " agency_id = :agency order by y desc")
                .param("agency", actor.agency().value())
                .query(Integer.class)
                .list();
    }

    /** The mission, held until the transaction ends, for who plans. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Mission hold(Actor actor, MissionId id) {
        find(actor, id);
        var reach = actor.reach(Action.PLAN_OVERSIGHT);
        return jdbc.sql("select %s %s where r.id = :id and r.agency_id = :agency and %s for update of r"
                        .formatted(COLUMNS, FROM, PLANNED_BY))
                .param("today", today())
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .query(ROW)
                .optional()
                .orElseThrow(() -> new NotVisible("mission " + id));
    }

    private static final String PLANNED_BY = """
        (r.agency_id = any (:whole) or exists (select 1 from oversight_visit there where there.mission_id = r.id
                                               and in_reach(there.unit_id, :whole, :only, :today)))\
        """;

    @Transactional
    public MissionId create(Actor actor, Draft draft, List<Programmes.Planned> planned, List<UnitId> units) {
        actor.must(Action.PLAN_OVERSIGHT);
        var id = MissionId.create();
        jdbc.sql("""
            insert into oversight_mission (id, agency_id, kind, subject, from_day, to_day, checklist_id, version, created_by, created_at, folded)
            values (:id, :agency, :kind, :subject, :from, :to, :checklist, 1, :by, :now, fold(:subject))
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .params(of(draft))
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        for (var line : planned) visit(id, new UnitId(line.unitId()), line.id());
        for (var unit : units) visit(id, unit, null);
        audit.record(
                actor,
                "execution.mission.create",
                id.value(),
                Map.of(
                        "kind",
                        draft.kind().name(),
                        "from",
                        draft.from().toString(),
                        "to",
                        draft.last().toString()));
        return id;
    }

    /** @throws Overtaken when somebody changed it in between */
    @Transactional
    public void change(Actor actor, MissionId id, int version, Draft draft) {
        var mission = preparing(actor, id);
        if (mission.version() != version) throw new Overtaken();
        jdbc.sql("""
            update oversight_mission set subject = :subject, from_day = :from, to_day = :to, checklist_id = :checklist,
                   version = version + 1, folded = fold(:subject)
            where  id = :id
            """).params(of(draft)).param("id", id.value()).update();
        // Whoever is on the team is so for the whole mission, unless they left.
        jdbc.sql("update oversight_member set from_day = :from, to_day = :to where mission_id = :id and"
                        + " end_reason is null")
                .params(of(draft))
                .param("id", id.value())
                .update();
        audit.record(
                actor,
                "execution.mission.change",
                id.value(),
                Map.of("from", draft.from().toString(), "to", draft.last().toString()));
    }

    private static Map<String, Object> of(Draft draft) {
        return Map.of(
                "kind", draft.kind().name(),
                "subject", draft.subject(),
                "from", draft.from(),
                "to", draft.last().plusDays(1),
                "checklist", draft.checklist().value());
    }

    @Transactional
    public void cancel(Actor actor, MissionId id, String reason) {
        var mission = hold(actor, id);
        if (mission.cancelled()) throw new Refused("execution.oversight.refused.cancelled");
        // What another body did does not end by our word: the entry is called off, as one made by mistake.
        if (mission.concluded() && !mission.ofOtherBody()) throw new Refused("execution.oversight.refused.concluded");
        if (reason.isBlank()) throw new Refused("execution.oversight.refused.reason");
        jdbc.sql("""
            update oversight_mission set cancelled_at = :now, cancelled_by = :by, cancel_reason = :reason, version = version + 1
            where  id = :id
            """)
                .param("now", now())
                .param("by", actor.account().value())
                .param("reason", reason.strip())
                .param("id", id.value())
                .update();
        audit.record(
                actor,
                "execution.mission.cancel",
                id.value(),
                Map.of("phase", mission.phase().name()));
    }

    @Transactional
    public void addUnit(Actor actor, MissionId id, UnitId unit) {
        var mission = hold(actor, id);
        if (!mission.ofOtherBody() || mission.cancelled()) mustBePrepared(mission);
        boolean there = jdbc.sql(
                        "select exists (select 1 from oversight_visit where mission_id = :mission and unit_id = :unit)")
                .param("mission", id.value())
                .param("unit", unit.value())
                .query(Boolean.class)
                .single();
        if (there) throw new Refused("execution.oversight.refused.unitTwice");
        var visit = visit(id, unit, null);
        audit.record(
                actor,
                "execution.mission.addUnit",
                id.value(),
                Map.of("visit", visit.toString(), "unit", unit.toString()));
    }

    /** While the mission is prepared a unit is taken off the list; afterwards its visit is called off, with a reason. */
    @Transactional
    public void dropUnit(Actor actor, MissionId id, VisitId visit, String reason) {
        var mission = hold(actor, id);
        boolean there = jdbc.sql(
                        "select exists (select 1 from oversight_visit where id = :id and mission_id = :mission and"
                                + " cancelled_at is null)")
                .param("id", visit.value())
                .param("mission", id.value())
                .query(Boolean.class)
                .single();
        if (!there) throw new NotVisible("visit " + visit);
        if ((mission.preparing() || (mission.ofOtherBody() && mission.open())) && bare(visit)) {
            jdbc.sql("delete from oversight_visit where id = :id")
                    .param("id", visit.value())
                    .update();
        } else {
            // A new decision in the place of a recalled one: what was written of the unit before stays.
            if (!mission.preparing() && !mission.open()) throw new Refused("execution.oversight.refused.notOpen");
            if (reason.isBlank()) throw new Refused("execution.oversight.refused.reason");
            jdbc.sql("""
                update oversight_visit set cancelled_at = :now, cancelled_by = :by, cancel_reason = :reason where id = :id
                """)
                    .param("now", now())
                    .param("by", actor.account().value())
                    .param("reason", reason.strip())
                    .param("id", visit.value())
                    .update();
        }
        audit.record(actor, "execution.mission.dropUnit", id.value(), Map.of("visit", visit.toString()));
    }

    private boolean bare(VisitId visit) {
        return jdbc.sql("""
            select not exists (select 1 from oversight_answer where visit_id = :id)
               and not exists (select 1 from oversight_finding where visit_id = :id)
               and not exists (select 1 from oversight_recommendation where visit_id = :id)
            """).param("id", visit.value()).query(Boolean.class).single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void decides(MissionId id, DocumentId decision) {
        jdbc.sql("update oversight_mission set decision_id = :decision, version = version + 1 where id = :id")
                .param("decision", decision.value())
                .param("id", id.value())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void concludes(MissionId id, DocumentId conclusion) {
        jdbc.sql("update oversight_mission set conclusion_id = :conclusion, version = version + 1 where id = :id")
                .param("conclusion", conclusion.value())
                .param("id", id.value())
                .update();
    }

    private static final String OF_DOCUMENT = """
        (r.decision_id = :id or r.conclusion_id = :id
         or r.id = (select s.mission_id from oversight_supplement s where s.document_id = :id))\
        """;

    /** @param supplement the one that the document itself is; null for a decision or a conclusion */
    record Ordered(Mission mission, @Nullable UUID supplement) {}

    /** The mission of a decision, a supplement to it or a conclusion of the agency. */
    Ordered ofDocument(Actor actor, DocumentId document) {
        return jdbc.sql("""
            select %s, (select s.id from oversight_supplement s where s.document_id = :id) as supplement_id
            %s where %s and r.agency_id = :agency
            """.formatted(COLUMNS, FROM, OF_DOCUMENT))
                .param("today", today())
                .param("id", document.value())
                .param("agency", actor.agency().value())
                .query((rs, i) -> new Ordered(row(rs), rs.getObject("supplement_id", UUID.class)))
                .optional()
                .orElseThrow(() -> new NotVisible("mission of document " + document));
    }

    /** Where people go on from a decision or a conclusion. */
    String homeOf(DocumentId document) {
        return jdbc.sql("select r.id from oversight_mission r where " + OF_DOCUMENT)
                .param("id", document.value())
                .query(UUID.class)
                .optional()
                .map(id -> "/oversight/missions/" + id)
                .orElse("/oversight");
    }

    private Mission preparing(Actor actor, MissionId id) {
        var mission = hold(actor, id);
        mustBePrepared(mission);
        return mission;
    }

    private static void mustBePrepared(Mission mission) {
        if (mission.cancelled()) throw new Refused("execution.oversight.refused.cancelled");
        if (mission.ofOtherBody()) throw new Refused("execution.oversight.refused.otherBody");
        if (mission.decided()) throw new Refused("execution.oversight.refused.decided");
        if (!mission.preparing()) throw new Refused("execution.oversight.refused.withHead");
    }

    /** The caller has the mission. */
    @Transactional(propagation = Propagation.MANDATORY)
    public VisitId visit(MissionId mission, UnitId unit, @Nullable UUID planned) {
        var id = VisitId.create();
        jdbc.sql("""
            insert into oversight_visit (id, mission_id, planned_id, unit_id, version) values (:id, :mission, :planned, :unit, 1)
            on conflict (mission_id, unit_id) do nothing
            """)
                .param("id", id.value())
                .param("mission", mission.value())
                .param("planned", planned)
                .param("unit", unit.value())
                .update();
        return id;
    }

    static Mission row(ResultSet rs) throws SQLException {
        var body = body(rs);
        return new Mission(
                new MissionId(rs.getObject("id", UUID.class)),
                new UnitId(rs.getObject("agency_id", UUID.class)),
                OversightKind.valueOf(rs.getString("kind")),
                rs.getString("subject"),
                rs.getObject("from_day", LocalDate.class),
                rs.getObject("to_day", LocalDate.class),
                rs.getObject("checklist_id", UUID.class),
                document(rs, "decision_id"),
                state(rs, "decision_state"),
                body == null ? number(rs, "decision") : rs.getString("body_decision"),
                rs.getObject(body == null ? "decided_on" : "body_decided_on", LocalDate.class),
                document(rs, "conclusion_id"),
                state(rs, "conclusion_state"),
                body == null ? number(rs, "conclusion") : text(rs, "body_conclusion"),
                rs.getString("cancel_reason"),
                rs.getInt("version"),
                Phase.valueOf(rs.getString("phase")),
                body);
    }

    private static Mission.@Nullable OtherBody body(ResultSet rs) throws SQLException {
        String name = rs.getString("body");
        if (name == null) return null;
        return new Mission.OtherBody(
                name,
                rs.getString("body_basis"),
                rs.getString("decision_arrival"),
                rs.getObject("decision_file_id", UUID.class),
                rs.getObject("body_concluded_on", LocalDate.class),
                text(rs, "conclusion_arrival"),
                text(rs, "conclusion_summary"),
                rs.getObject("conclusion_file_id", UUID.class));
    }

    private static String text(ResultSet rs, String column) throws SQLException {
        String text = rs.getString(column);
        return text == null ? "" : text;
    }

    private static @Nullable DocumentId document(ResultSet rs, String column) throws SQLException {
        var id = rs.getObject(column, UUID.class);
        return id == null ? null : new DocumentId(id);
    }

    private static @Nullable DocumentState state(ResultSet rs, String column) throws SQLException {
        String state = rs.getString(column);
        return state == null ? null : DocumentState.valueOf(state);
    }

    private static String number(ResultSet rs, String which) throws SQLException {
        int number = rs.getInt(which + "_no");
        return rs.wasNull() ? "" : "%02d/%s".formatted(number, rs.getString(which + "_symbol"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
