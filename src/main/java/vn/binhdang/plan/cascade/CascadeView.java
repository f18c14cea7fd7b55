package vn.binhdang.plan.cascade;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.plan.cascade.CascadeRows.State;

/** The questions of the parent view. The caller has found the cascade for the actor before. */
@Repository
class CascadeView {
    private final JdbcClient jdbc;

    CascadeView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom a filter leaves; each constant is a condition on {@code cascade_addressee a}. */
    enum Stage {
        EVERY("true"),
        NOT_CONFIRMED("a.confirmed_at is null and a.handed_over_on is null"),
        CONFIRMED("a.confirmed_at is not null and a.handed_over_on is null"),
        NOT_ISSUED("not a.inside and a.issued_on is null and a.handed_over_on is null"),
        LATE("not a.inside and a.issued_on is null and a.handed_over_on is null and :replyBy < :day"),
        ISSUED("a.issued_on is not null and a.handed_over_on is null"),
        NOT_STARTED("a.started_on is null and a.handed_over_on is null"),
        STARTED("a.started_on is not null and a.handed_over_on is null"),
        NOT_REPORTED("a.reported_on is null and a.handed_over_on is null"),
        REPORTED("a.reported_on is not null and a.handed_over_on is null"),
        PASSED_ON("not a.inside and a.handed_over_on is null and exists (select 1 from plan_cascade n"
                + " where n.plan_id = a.plan_id and n.state <> 'RECALLED')"),
        HANDED_OVER("a.handed_over_on is not null");

        final String condition;

        Stage(String condition) {
            this.condition = condition;
        }
    }

    record Counts(
            int total,
            int agencies,
            int waiting,
            int confirmed,
            int issued,
            int started,
            int reported,
            int late,
            int handedOver) {}

    /** Those that were handed over are not counted among the others. */
    Counts counts(CascadeId id, @Nullable LocalDate replyBy, LocalDate day) {
        return jdbc.sql("""
            select count(*) filter (where a.handed_over_on is null) as total,
                   count(*) filter (where a.handed_over_on is null and not a.inside) as agencies,
                   count(*) filter (where a.handed_over_on is null and a.made_at is null) as waiting,
                   count(*) filter (where %s) as confirmed,
                   count(*) filter (where %s) as issued,
                   count(*) filter (where %s) as started,
                   count(*) filter (where %s) as reported,
                   count(*) filter (where %s) as late,
                   count(*) filter (where a.handed_over_on is not null) as handed_over
            from   cascade_addressee a where a.cascade_id = :id
            """.formatted(
                                Stage.CONFIRMED.condition,
                                Stage.ISSUED.condition,
                                Stage.STARTED.condition,
                                Stage.REPORTED.condition,
                                Stage.LATE.condition))
                .param("id", id.value())
                .param("replyBy", replyBy, java.sql.Types.DATE)
                .param("day", day)
                .query(Counts.class)
                .single();
    }

    record Tree(int cascades, int total, int issued, int reported) {}

    /** All that grew out of a cascade, down to the last level, itself not counted. */
    Tree below(CascadeId id) {
        return jdbc.sql("""
            with recursive below as (
                select n.id
                from   plan_addressee a
                join   plan_cascade n on n.plan_id = a.plan_id and n.state <> 'RECALLED'
                where  a.cascade_id = :id and not a.inside and a.handed_over_on is null
                union
                select n.id
                from   below b
                join   plan_addressee a on a.cascade_id = b.id and not a.inside and a.handed_over_on is null
                join   plan_cascade n on n.plan_id = a.plan_id and n.state <> 'RECALLED')
            select (select count(*) from below) as cascades, count(a.id) as total,
                   count(*) filter (where a.issued_on is not null) as issued,
                   count(*) filter (where a.reported_on is not null) as reported
            from   below b join cascade_addressee a on a.cascade_id = b.id and a.handed_over_on is null
            """).param("id", id.value()).query(Tree.class).single();
    }

    /**
     * @param taken by how many: in an issued plan, or by a division that confirmed
     * @param amended what the last amendment did to it since it was passed down: CHANGE or DROP; null when none did
     */
    record ClauseTaken(
            @Nullable String number,
            String text,
            int taken,
            @Nullable String amended,
            String amendedBy,
            @Nullable LocalDate amendedOn) {}

    List<ClauseTaken> clauses(CascadeId id) {
        return jdbc.sql("""
            with taking as materialized (
                select a.id from plan_addressee a
                where  a.cascade_id = :id and a.handed_over_on is null
                and    case when a.inside then a.confirmed_at is not null else a.issued_on is not null end),
            -- Arrays and no joins: then what is counted comes from the index of tasks alone.
            taken as materialized (
                select t.from_task_id, count(*) as times
                from   plan_task t
                where  t.from_task_id = any (array(select task_id from plan_cascade_clause where cascade_id = :id))
                and    t.addressee_id = any (array(select id from taking))
                group  by t.from_task_id)
            select k.number, k.text,
                   coalesce((select times from taken where from_task_id = k.task_id), 0) as taken,
                   m.kind as amended, coalesce(m.printed, '') as amended_by, m.in_force_on as amended_on
            from   plan_cascade_clause k
            join   plan_cascade own on own.id = k.cascade_id
            left   join lateral (
                       select c.kind, printed_number(d.number) || '/' || d.symbol as printed, a.in_force_on
                       from   plan_task_change c
                       join   plan_amendment a on a.id = c.amendment_id
                       join   outgoing_document d on d.id = a.id
                       where  c.task_id = k.task_id and c.undone_at is null and a.in_force_at > own.passed_at
                       order  by a.in_force_at desc limit 1) m on true
            where  k.cascade_id = :id
            order  by k.position
            """).param("id", id.value()).query(ClauseTaken.class).list();
    }

    record Addressee(
            UUID id,
            String unitName,
            String place,
            boolean inside,
            String stage,
            LocalDate givenOn,
            @Nullable OffsetDateTime madeAt,
            @Nullable OffsetDateTime confirmedAt,
            @Nullable Integer number,
            @Nullable String symbol,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate reportedOn,
            @Nullable LocalDate handedOverOn,
            @Nullable String successor,
            @Nullable UUID planId) {}

    /**
     * Up to a page in the order of names.
     * @param after the last one of the page before
     */
    List<Addressee> list(
            CascadeId id,
            Stage stage,
            String words,
            @Nullable LocalDate replyBy,
            LocalDate day,
            @Nullable UUID after,
            int limit) {
        return jdbc.sql("""
            select a.id, a.unit_name, a.place, a.inside, a.stage, a.given_on, a.made_at, a.confirmed_at, a.number,
                   a.symbol, a.issued_on, a.started_on, a.reported_on, a.handed_over_on,
                   (select s.unit_name from plan_addressee s where s.id = a.handed_over_to) as successor, a.plan_id
            from  (select a.id from cascade_addressee a
                   where  a.cascade_id = :id and %s
                   and    (:words = '' or a.folded like '%%' || replace(replace(replace(fold(:words), '\\', '\\\\'), '%%', '\\%%'), '_', '\\_') || '%%')
                   and    (cast(:after as uuid) is null or (a.unit_name collate vietnamese, a.id) >
                           (select p.unit_name collate vietnamese, p.id from plan_addressee p where p.id = :after))
                   order  by a.unit_name collate vietnamese, a.id
                   limit  :limit) found
            join   cascade_addressee a on a.id = found.id
            order  by a.unit_name collate vietnamese, a.id
            """.formatted(stage.condition))
                .param("id", id.value())
                .param("words", words.strip())
                .param("replyBy", replyBy, java.sql.Types.DATE)
                .param("day", day)
                .param("after", after)
                .param("limit", limit)
                // In the order of the columns, as on the start page.
                .query((rs, i) -> new Addressee(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getBoolean(4),
                        rs.getString(5),
                        rs.getObject(6, LocalDate.class),
                        rs.getObject(7, OffsetDateTime.class),
                        rs.getObject(8, OffsetDateTime.class),
                        rs.getObject(9, Integer.class),
                        rs.getString(10),
                        rs.getObject(11, LocalDate.class),
                        rs.getObject(12, LocalDate.class),
                        rs.getObject(13, LocalDate.class),
                        rs.getObject(14, LocalDate.class),
                        rs.getString(15),
                        rs.getObject(16, UUID.class)))
                .list();
    }

    int found(CascadeId id, Stage stage, String words, @Nullable LocalDate replyBy, LocalDate day) {
        return jdbc.sql("""
            select count(*) from cascade_addressee a
            where  a.cascade_id = :id and %s
            and    (:words = '' or a.folded like '%%' || replace(replace(replace(fold(:words), '\\', '\\\\'), '%%', '\\%%'), '_', '\\_') || '%%')
            """.formatted(stage.condition))
                .param("id", id.value())
                .param("words", words.strip())
                .param("replyBy", replyBy, java.sql.Types.DATE)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    /** How an addressee passed its plan on. */
    record Below(UUID planId, UUID cascade, int total, int issued) {}

    Map<UUID, Below> below(Collection<UUID> plans) {
        var below = new HashMap<UUID, Below>();
        if (plans.isEmpty()) return below;
        jdbc.sql("""
            select n.plan_id, max(cast(n.id as text)) as cascade, count(a.id) as total,
                   count(a.id) filter (where case when a.inside then a.confirmed_at is not null
                                                  else a.issued_on is not null end) as issued
            from   plan_cascade n
            join   cascade_addressee a on a.cascade_id = n.id and a.handed_over_on is null
            where  n.plan_id = any (cast(:plans as uuid[])) and n.state <> 'RECALLED'
            group  by n.plan_id
            """).param("plans", plans.toArray(UUID[]::new)).query(rs -> {
            var plan = rs.getObject("plan_id", UUID.class);
            below.put(
                    plan,
                    new Below(plan, UUID.fromString(rs.getString("cascade")), rs.getInt("total"), rs.getInt("issued")));
        });
        return below;
    }

    record Passed(
            UUID id,
            String subject,
            State state,
            OffsetDateTime passedAt,
            int total,
            int agencies,
            int confirmed,
            int issued) {}

    /** The cascades of an agency, the latest first. */
    List<Passed> passed(UnitId agency, @Nullable UUID before, int limit) {
        return jdbc.sql("""
            select c.id, d.subject, c.state, c.passed_at, n.*
            from   plan_cascade c
            join   outgoing_document d on d.id = c.plan_id
            cross  join lateral (
                       select count(*) as total, count(*) filter (where not a.inside) as agencies,
                              count(*) filter (where a.confirmed_at is not null) as confirmed,
                              count(*) filter (where a.issued_on is not null) as issued
                       from   cascade_addressee a where a.cascade_id = c.id and a.handed_over_on is null) n
            where  c.agency_id = :agency and (cast(:before as uuid) is null or c.id < :before)
            order  by c.id desc limit :limit
            """)
                .param("agency", agency.value())
                .param("before", before)
                .param("limit", limit)
                .query(Passed.class)
                .list();
    }
}
