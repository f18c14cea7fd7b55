package vn.binhdang.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;

/**
 * What came from a superior and waits here: for the office of an agency the draft plans made for it, for a division the
 * tasks of its own agency's plan.
 */
@Component
public class ReceivedFromAbove {
    /** Whether the addressee {@code a} of the cascade {@code c} is the actor's to answer for; see {@link #visibleTo}. */
    public static final String MINE = """
        a.unit_id in (select cast(:agency as uuid)
                      union all select unnest(cast(:unitOnly as uuid[]))
                      union all select w.unit_id from unit_within w
                                where  w.ancestor_id = any (:unitWhole) and w.valid_from <= :day and :day < w.valid_to)
        and (a.inside and c.agency_id = :agency and a.unit_id <> :agency
             or not a.inside and a.unit_id = :agency and a.unit_id = any (:officeWhole))\
        """;

    /** What amended clauses that its tasks carry out, since they were passed down. */
    private static final String AMENDING = """
        from   plan_task t
        join   plan_task_change h on h.task_id = t.from_task_id and h.undone_at is null
        join   plan_amendment m on m.id = h.amendment_id and m.in_force_at > c.passed_at
        where  t.addressee_id = a.id and t.dropped_on is null\
        """;

    private static final String SELECT = """
        select a.id, a.inside, a.unit_id, a.plan_id, c.agency_id as from_agency, a.given_on, c.reply_by, a.confirmed_at,
               a.issued_on, a.document_state, d.subject,
               (select min(t.due_on) from plan_task t where t.addressee_id = a.id and t.dropped_on is null) as due_on,
               (select count(*) from plan_task t where t.addressee_id = a.id and t.dropped_on is null) as tasks,
               (select count(distinct t.id) %1$s) as amended,
               coalesce((select max(m.in_force_on) %1$s),
                        (select max(m.in_force_on) from plan_amendment m
                         where  m.plan_id = c.plan_id and m.in_force_at > c.passed_at)) as amended_on
        from   cascade_addressee a
        join   plan_cascade c on c.id = a.cascade_id and c.state <> 'RECALLED'
        join   outgoing_document d on d.id = c.plan_id
        where  a.made_at is not null and a.handed_over_on is null and
        """.formatted(AMENDING) + MINE;

    private final JdbcClient jdbc;

    ReceivedFromAbove(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param id of the addressee, for confirming it
     * @param division tasks of the agency's own plan, not a draft plan
     * @param plan the draft made for the agency; for a division the plan its tasks belong to
     * @param title subject of what was passed down
     * @param from the agency that passed it down
     * @param replyBy by when an agency answers with a plan of its own
     * @param dueOn the earliest deadline among its tasks
     * @param amended how many of its tasks carry out a clause that was changed above since it was passed down
     * @param amendedOn day of the last amendment of those clauses, or when it has left them as they were of the plan itself;
     *     null when there was none
     */
    public record Received(
            UUID id,
            boolean division,
            PlanId plan,
            String title,
            UnitId unit,
            UnitId from,
            LocalDate givenOn,
            @Nullable LocalDate replyBy,
            @Nullable LocalDate dueOn,
            int tasks,
            int amended,
            @Nullable LocalDate amendedOn,
            @Nullable OffsetDateTime confirmedAt,
            @Nullable LocalDate issuedOn) {

        public boolean confirmed() {
            return confirmedAt != null;
        }

        /** Nothing is left to do here: a division goes on with its tasks once it has confirmed. */
        public boolean settled() {
            return division ? confirmed() : issuedOn != null;
        }

        /** Where one goes on with it. */
        public String href() {
            if (division) return "/plans/" + plan + "?unit=" + unit;
            return issuedOn == null ? "/plans/" + plan + "/edit" : "/plans/" + plan;
        }
    }

    /**
     * What is not settled yet, the most urgent first. Empty for who answers for nothing.
     * @param after the last of the page before; it keeps its place when it is settled in between
     */
    public List<Received> open(Actor actor, LocalDate day, @Nullable UUID after, int limit) {
        // Two questions, of which PostgreSQL keeps a plan each; the first is asked by the page after every sign-in.
        String next = after == null ? "" : """
            and    (coalesce(c.reply_by, date 'infinity'), a.given_on, a.id)
                   > (select coalesce(lc.reply_by, date 'infinity'), l.given_on, l.id
                      from   plan_addressee l join plan_cascade lc on lc.id = l.cascade_id
                      where  l.id = :after)
            """;
        return jdbc.sql(SELECT + """
            and    (a.confirmed_at is null or not a.inside and a.issued_on is null)
            %s
            order  by coalesce(c.reply_by, date 'infinity'), a.given_on, a.id limit :limit
            """.formatted(next))
                .params(visibleTo(actor, day))
                .param("after", after)
                .param("limit", limit)
                .query(ReceivedFromAbove::row)
                .list();
    }

    /**
     * All of it, the latest first.
     * @param before the last of the page before
     */
    public List<Received> all(Actor actor, LocalDate day, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT
                        + "and (cast(:before as uuid) is null or a.id < :before) order by a.id desc limit :limit")
                .params(visibleTo(actor, day))
                .param("before", before)
                .param("limit", limit)
                .query(ReceivedFromAbove::row)
                .list();
    }

    /** The parameters that {@link #MINE} needs. */
    public static Map<String, Object> visibleTo(Actor actor, LocalDate day) {
        var office = actor.reach(Action.WRITE_DOCUMENTS);
        var unit = actor.reach(Action.REPORT_TASKS);
        return Map.of(
                "agency", actor.agency().value(),
                "officeWhole", office.wholeIds(),
                "unitWhole", unit.wholeIds(),
                "unitOnly", unit.onlyIds(),
                "day", day);
    }

    private static Received row(java.sql.ResultSet rs, int i) throws java.sql.SQLException {
        return new Received(
                rs.getObject("id", UUID.class),
                rs.getBoolean("inside"),
                new PlanId(rs.getObject("plan_id", UUID.class)),
                rs.getString("subject"),
                new UnitId(rs.getObject("unit_id", UUID.class)),
                new UnitId(rs.getObject("from_agency", UUID.class)),
                rs.getObject("given_on", LocalDate.class),
                rs.getObject("reply_by", LocalDate.class),
                rs.getObject("due_on", LocalDate.class),
                rs.getInt("tasks"),
                rs.getInt("amended"),
                rs.getObject("amended_on", LocalDate.class),
                rs.getObject("confirmed_at", OffsetDateTime.class),
                rs.getObject("issued_on", LocalDate.class));
    }
}
