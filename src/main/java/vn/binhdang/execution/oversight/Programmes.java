package vn.binhdang.execution.oversight;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;

/** The programme of a year: which units are to be visited, why and when. Once approved, every change says why. */
@Component
class Programmes {
    static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final OversightNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Programmes(JdbcClient jdbc, OversightNotices notices, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param submittedAt since when it waits for the head
     * @param returnReason what the head wants changed
     */
    record Programme(
            UUID id,
            int year,
            @Nullable OffsetDateTime approvedAt,
            @Nullable OffsetDateTime submittedAt,
            @Nullable String returnReason) {
        /** What the head has before them does not change. */
        boolean withHead() {
            return submittedAt != null && !approved();
        }

        boolean approved() {
            return approvedAt != null;
        }
    }

    /**
     * @param mission under which it is carried out; null while it is not
     * @param visited whether the visit took place
     */
    record Planned(
            UUID id,
            OversightKind kind,
            UUID unitId,
            String subject,
            int quarter,
            @Nullable String addedReason,
            @Nullable String cancelReason,
            @Nullable UUID mission,
            boolean visited,
            int found) {}

    /** Where a line stands in the programme. */
    record Key(int quarter, UUID id) {
        static final Key TOP = new Key(0, new UUID(0, 0));

        String text() {
            return quarter + "_" + id;
        }

        static Key of(@Nullable String text) {
            if (text == null) return TOP;
            String[] parts = text.split("_", 2);
            try {
                return parts.length == 2 ? new Key(Integer.parseInt(parts[0]), UUID.fromString(parts[1])) : TOP;
            } catch (IllegalArgumentException e) {
                return TOP;
            }
        }
    }

    Optional<Programme> of(Actor actor, int year) {
        return jdbc.sql("select id, year, approved_at, submitted_at, return_reason from oversight_programme"
                        + " where agency_id = :agency and year = :year")
                .param("agency", actor.agency().value())
                .param("year", year)
                .query(Programme.class)
                .optional();
    }

    /** Up to {@link #PAGE} lines within reach after a key, and one more if there are more. */
    List<Planned> lines(Actor actor, Programme programme, @Nullable OversightKind kind, Key after) {
        return jdbc.sql("""
            with lines as (
                select p.*, count(*) over () as found
                from   oversight_planned p
                where  p.programme_id = :programme and p.agency_id = :agency
                and    (p.agency_id = any (:oversightWhole) or in_reach(p.unit_id, :oversightWhole, :oversightOnly, :today))
                and    (cast(:kind as text) is null or p.kind = :kind))
            select p.id, p.kind, p.unit_id, p.subject, p.quarter, p.added_reason, p.cancel_reason, p.found,
                   v.mission_id as mission, coalesce(v.visited_on is not null, false) as visited
            from   lines p
            left   join lateral (select v.mission_id, v.visited_on
                                 from   oversight_visit v join oversight_mission r on r.id = v.mission_id
                                 where  v.planned_id = p.id and v.cancelled_at is null and r.cancelled_at is null
                                 limit  1) v on true
            where  (p.quarter, p.id) > (:quarter, :id)
            order  by p.quarter, p.id
            limit  :limit
            """)
                .params(vn.binhdang.execution.OversightCover.visibleTo(
                        actor, Today.of(clock).day()))
                .param("programme", programme.id())
                .param("kind", kind == null ? null : kind.name())
                .param("quarter", after.quarter())
                .param("id", after.id())
                .param("limit", PAGE + 1)
                .query(Planned.class)
                .list();
    }

    /** Planned visits that still wait for a mission, to choose from. */
    List<Planned> waiting(Actor actor, List<PlannedId> chosen) {
        if (chosen.isEmpty()) return List.of();
        return jdbc.sql("""
            select p.id, p.kind, p.unit_id, p.subject, p.quarter, p.added_reason, p.cancel_reason,
                   cast(null as uuid) as mission, false as visited, 0 as found
            from   oversight_planned p
            where  p.id = any (:ids) and p.agency_id = :agency and p.cancelled_at is null
            and    not exists (select 1 from oversight_visit v join oversight_mission r on r.id = v.mission_id
                               where  v.planned_id = p.id and v.cancelled_at is null and r.cancelled_at is null)
            order  by p.quarter, p.id
            """)
                .param("ids", chosen.stream().map(PlannedId::value).toArray(UUID[]::new))
                .param("agency", actor.agency().value())
                .query(Planned.class)
                .list();
    }

    /**
     * Adds a visit; the first one makes the programme.
     * @param reason why it comes in late; needed once the programme is approved
     */
    @Transactional
    PlannedId add(Actor actor, int year, OversightKind kind, UnitId unit, String subject, int quarter, String reason) {
        actor.must(Action.PLAN_OVERSIGHT);
        inReach(actor, unit);
        var programme = hold(actor, year).orElseGet(() -> make(actor, year));
        if (programme.withHead()) throw new Refused("execution.oversight.refused.programmeWithHead");
        if (programme.approved() && reason.isBlank()) throw new Refused("execution.oversight.refused.reasonToAdd");
        var id = PlannedId.create();
        jdbc.sql("""
            insert into oversight_planned (id, programme_id, agency_id, kind, unit_id, subject, quarter, added_reason, created_by, created_at)
            values (:id, :programme, :agency, :kind, :unit, :subject, :quarter, :reason, :by, :now)
            """)
                .param("id", id.value())
                .param("programme", programme.id())
                .param("agency", actor.agency().value())
                .param("kind", kind.name())
                .param("unit", unit.value())
                .param("subject", subject)
                .param("quarter", quarter)
                .param("reason", programme.approved() ? reason.strip() : null)
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        audit.record(
                actor,
                "execution.programme.add",
                programme.id(),
                Map.of("planned", id.toString(), "kind", kind.name(), "unit", unit.toString(), "quarter", quarter));
        return id;
    }

    /** @throws Refused when it is cancelled, or a mission carries it out */
    @Transactional
    int cancel(Actor actor, PlannedId id, String reason) {
        record Line(UUID programmeId, int year, boolean withHead, boolean cancelled, boolean carried) {}
        var reach = actor.reach(Action.PLAN_OVERSIGHT);
        var line = jdbc.sql("""
            select p.programme_id, g.year, g.submitted_at is not null and g.approved_at is null as with_head,
                   p.cancelled_at is not null as cancelled,
                   exists (select 1 from oversight_visit v join oversight_mission r on r.id = v.mission_id
                           where  v.planned_id = p.id and v.cancelled_at is null and r.cancelled_at is null) as carried
            from   oversight_planned p join oversight_programme g on g.id = p.programme_id
            where  p.id = :id and p.agency_id = :agency
            and    (p.agency_id = any (:whole) or in_reach(p.unit_id, :whole, :only, :today))
            for    update of p
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("today", Today.of(clock).day())
                .query(Line.class)
                .optional()
                .orElseThrow(() -> new NotVisible("planned visit " + id));
        if (line.cancelled()) throw new Refused("execution.oversight.refused.cancelled");
        if (line.withHead()) throw new Refused("execution.oversight.refused.programmeWithHead");
        if (line.carried()) throw new Refused("execution.oversight.refused.carried");
        if (reason.isBlank()) throw new Refused("execution.oversight.refused.reason");
        jdbc.sql("""
            update oversight_planned set cancelled_at = :now, cancelled_by = :by, cancel_reason = :reason where id = :id
            """)
                .param("now", now())
                .param("by", actor.account().value())
                .param("reason", reason.strip())
                .param("id", id.value())
                .update();
        audit.record(actor, "execution.programme.cancel", line.programmeId(), Map.of("planned", id.toString()));
        return line.year();
    }

    /** The office says that it is ready for the head. */
    @Transactional
    void submit(Actor actor, int year) {
        actor.must(Action.PLAN_OVERSIGHT);
        var programme = existing(actor, year);
        if (programme.withHead()) throw new Refused("execution.oversight.refused.programmeWithHead");
        boolean bare = jdbc.sql("select not exists (select 1 from oversight_planned where programme_id = :id and"
                        + " cancelled_at is null)")
                .param("id", programme.id())
                .query(Boolean.class)
                .single();
        if (bare) throw new Refused("execution.oversight.refused.noProgramme", String.valueOf(year));
        var now = now();
        jdbc.sql("""
            update oversight_programme set submitted_at = :now, submitted_by = :by, return_reason = null where id = :id
            """)
                .param("now", now)
                .param("by", actor.account().value())
                .param("id", programme.id())
                .update();
        audit.record(actor, "execution.programme.submit", programme.id(), Map.of("year", year));
        notices.submitted(actor.agency(), programme.id(), year, now.toString());
    }

    /** The head sends it back with what is to change; the office takes it back to change it by itself. */
    @Transactional
    void sendBack(Actor actor, int year, String reason) {
        var programme = existing(actor, year);
        if (!programme.withHead()) throw new Refused("execution.oversight.refused.notWithHead");
        boolean head = actor.may(Action.APPROVE_OVERSIGHT);
        if (head && reason.isBlank()) throw new Refused("execution.oversight.refused.reason");
        jdbc.sql("""
            update oversight_programme
            set    submitted_at = null, submitted_by = null, return_reason = cast(:reason as text)
            where  id = :id
            """)
                .param("reason", head ? reason.strip() : null)
                .param("id", programme.id())
                .update();
        audit.record(actor, "execution.programme.sendBack", programme.id(), Map.of("year", year));
        if (head) notices.programmeJudged(actor.agency(), programme.id(), year, false, now().toString());
    }

    private Programme existing(Actor actor, int year) {
        var programme = hold(actor, year)
                .orElseThrow(() -> new Refused("execution.oversight.refused.noProgramme", String.valueOf(year)));
        if (programme.approved()) throw new Refused("execution.oversight.refused.approved");
        return programme;
    }

    @Transactional
    void approve(Actor actor, int year) {
        actor.must(Action.APPROVE_OVERSIGHT);
        var programme = existing(actor, year);
        jdbc.sql("update oversight_programme set approved_at = :now, approved_by = :by, return_reason = null"
                        + " where id = :id")
                .param("now", now())
                .param("by", actor.account().value())
                .param("id", programme.id())
                .update();
        audit.record(actor, "execution.programme.approve", programme.id(), Map.of("year", year));
        notices.programmeJudged(actor.agency(), programme.id(), year, true, "approved");
    }

    private Optional<Programme> hold(Actor actor, int year) {
        return jdbc.sql("""
            select id, year, approved_at, submitted_at, return_reason from oversight_programme
            where  agency_id = :agency and year = :year for update
            """)
                .param("agency", actor.agency().value())
                .param("year", year)
                .query(Programme.class)
                .optional();
    }

    private Programme make(Actor actor, int year) {
        jdbc.sql("""
            insert into oversight_programme (id, agency_id, year, created_by, created_at) values (:id, :agency, :year, :by, :now)
            on conflict (agency_id, year) do nothing
            """)
                .param("id", Uuid7.create())
                .param("agency", actor.agency().value())
                .param("year", year)
                .param("by", actor.account().value())
                .param("now", now())
                .update();
        return hold(actor, year).orElseThrow();
    }

    private void inReach(Actor actor, UnitId unit) {
        var reach = actor.reach(Action.PLAN_OVERSIGHT);
        boolean there = jdbc.sql("select in_reach(:unit, :whole, :only, :today)")
                .param("unit", unit.value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("today", Today.of(clock).day())
                .query(Boolean.class)
                .single();
        if (!there) throw new NotVisible("unit " + unit);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
