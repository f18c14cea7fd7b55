package vn.binhdang.plan.cascade;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.cascade.Addressing.Addressee;

/** The tables of cascades. */
@Repository
class CascadeRows {
    private final JdbcClient jdbc;

    CascadeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum State {
        RUNNING,
        DONE,
        /** our mistake cut it off; somebody has to say go on */
        STOPPED,
        RECALLED
    }

    record Cascade(
            CascadeId id,
            PlanId plan,
            UnitId agency,
            State state,
            LocalDate onDay,
            @Nullable LocalDate replyBy,
            List<UnitKind> kinds,
            boolean followsKinds,
            AccountId passedBy,
            OffsetDateTime passedAt,
            @Nullable OffsetDateTime endedAt) {}

    /** @param task null when the clause has left the parent since */
    record Clause(
            int position, @Nullable TaskId task, @Nullable String number, String text) {}

    /** One addressee that the job has not come to. */
    record Waiting(AddresseeId id, UnitId unit, boolean inside) {}

    private static final String COLUMNS = """
        select c.id, c.plan_id, c.agency_id, c.state, c.on_day, c.reply_by, c.kinds, c.follows_kinds, c.passed_by,
               c.passed_at, c.ended_at
        from   plan_cascade c
        """;

    void insert(
            CascadeId id,
            PlanId plan,
            Actor actor,
            LocalDate day,
            @Nullable LocalDate replyBy,
            LocalDate followsUntil,
            Collection<UnitKind> kinds,
            boolean followsKinds,
            OffsetDateTime now) {
        jdbc.sql("""
            insert into plan_cascade (id, plan_id, agency_id, above, state, on_day, reply_by, follows_until, kinds,
                                      follows_kinds, passed_by, passed_at)
            select :id, :plan, :agency,
                   coalesce((select array[c.agency_id] || c.above
                             from   plan_addressee a join plan_cascade c on c.id = a.cascade_id
                             where  a.plan_id = :plan and not a.inside and c.state <> 'RECALLED'
                             order  by a.id desc limit 1), '{}'),
                   'RUNNING', :day, :replyBy, :until, :kinds, :follows, :by, :now
            """)
                .param("id", id.value())
                .param("plan", plan.value())
                .param("agency", actor.agency().value())
                .param("day", day)
                .param("replyBy", replyBy, java.sql.Types.DATE)
                .param("until", followsUntil)
                .param("kinds", kinds.stream().map(UnitKind::name).toArray(String[]::new))
                .param("follows", followsKinds)
                .param("by", actor.account().value())
                .param("now", now)
                .update();
    }

    /** Clauses of the plan, with the words they have now. */
    void insertClauses(CascadeId id, PlanId plan, Collection<UUID> tasks) {
        jdbc.sql("""
            insert into plan_cascade_clause (cascade_id, position, task_id, number, text)
            select :id, row_number() over (order by position) - 1, id, number, text
            from   plan_task where plan_id = :plan and id = any (:tasks) and dropped_on is null
            """)
                .param("id", id.value())
                .param("plan", plan.value())
                .param("tasks", tasks.toArray(UUID[]::new))
                .update();
    }

    /** Those that are not among the addressees yet. @return how many came */
    int insertAddressees(CascadeId id, List<Addressee> addressees, LocalDate day) {
        return jdbc.sql("""
            insert into plan_addressee (id, cascade_id, unit_id, unit_name, parent_id, place, inside, given_on)
            select n.id, :cascade, n.unit_id, n.name, n.parent_id, n.place, n.inside, :day
            from   unnest(cast(:ids as uuid[]), cast(:units as uuid[]), cast(:names as text[]),
                          cast(:parents as uuid[]), cast(:places as text[]), cast(:inside as boolean[]))
                   n (id, unit_id, name, parent_id, place, inside)
            on     conflict (cascade_id, unit_id) do nothing
            """)
                .param("cascade", id.value())
                .param("day", day)
                .param(
                        "ids",
                        addressees.stream()
                                .map(a -> AddresseeId.create().toString())
                                .toArray(String[]::new))
                .param(
                        "units",
                        addressees.stream().map(a -> a.unit().id().toString()).toArray(String[]::new))
                .param("names", addressees.stream().map(a -> a.unit().name()).toArray(String[]::new))
                .param(
                        "parents",
                        addressees.stream()
                                .map(a -> a.unit().parent() == null
                                        ? null
                                        : String.valueOf(a.unit().parent()))
                                .toArray(String[]::new))
                .param("places", addressees.stream().map(a -> a.unit().place()).toArray(String[]::new))
                .param(
                        "inside",
                        addressees.stream().map(a -> String.valueOf(a.inside())).toArray(String[]::new))
                .update();
    }

    /** Two clicks at once: the second waits here. */
    void lockPlan(PlanId plan) {
        jdbc.sql("select id from plan where id = :id for update")
                .param("id", plan.value())
                .query(UUID.class)
                .single();
    }

    /** Until the end of the transaction; the job shares the row, who recalls has it alone. */
    Optional<Cascade> lock(CascadeId id, boolean shared) {
        return jdbc.sql(COLUMNS + "where c.id = :id for " + (shared ? "share" : "update"))
                .param("id", id.value())
                .query(CascadeRows::cascade)
                .optional();
    }

    /** That of the actor's agency, or of one below it to which its plan was passed on. */
    Optional<Cascade> find(Actor actor, CascadeId id) {
        return jdbc.sql(COLUMNS + """
            where c.id = :id and (c.agency_id = any (:whole) and c.agency_id = :agency
                                  or :agency = any (c.above) and :agency = any (:whole))
            """)
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .param(
                        "whole",
                        actor.reach(vn.binhdang.kernel.Action.READ_CASCADES).wholeIds())
                .query(CascadeRows::cascade)
                .optional();
    }

    void state(CascadeId id, State state, OffsetDateTime now) {
        jdbc.sql("update plan_cascade set state = :state, ended_at = :ended where id = :id")
                .param("state", state.name())
                .param("ended", state == State.RUNNING ? null : now, java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id.value())
                .update();
    }

    List<Clause> clauses(CascadeId id) {
        return jdbc.sql("select position, task_id, number, text from plan_cascade_clause where cascade_id = :id"
                        + " order by position")
                .param("id", id.value())
                .query((rs, i) -> {
                    var task = rs.getObject("task_id", UUID.class);
                    return new Clause(
                            rs.getInt("position"),
                            task == null ? null : new TaskId(task),
                            rs.getString("number"),
                            rs.getString("text"));
                })
                .list();
    }

    /** The next ones that nothing was made for, held until the transaction ends. */
    List<Waiting> waiting(CascadeId id, int limit) {
        return jdbc.sql("""
            select id, unit_id, inside from plan_addressee
            where  cascade_id = :id and made_at is null and handed_over_on is null
            order  by id limit :limit for update skip locked
            """)
                .param("id", id.value())
                .param("limit", limit)
                .query((rs, i) -> new Waiting(
                        new AddresseeId(rs.getObject("id", UUID.class)),
                        new UnitId(rs.getObject("unit_id", UUID.class)),
                        rs.getBoolean("inside")))
                .list();
    }

    /** Units to which this plan was passed down already, by any cascade that stands. */
    Set<UnitId> addressed(PlanId plan) {
        return new HashSet<>(jdbc.sql("""
            select a.unit_id from plan_cascade c join plan_addressee a on a.cascade_id = c.id
            where  c.plan_id = :plan and c.state <> 'RECALLED'
            """).param("plan", plan.value()).query(UUID.class).list().stream()
                .map(UnitId::new)
                .toList());
    }

    static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    static UUID next() {
        return Uuid7.create();
    }

    private static Cascade cascade(java.sql.ResultSet rs, int i) throws java.sql.SQLException {
        return new Cascade(
                new CascadeId(rs.getObject("id", UUID.class)),
                new PlanId(rs.getObject("plan_id", UUID.class)),
                new UnitId(rs.getObject("agency_id", UUID.class)),
                State.valueOf(rs.getString("state")),
                rs.getObject("on_day", LocalDate.class),
                rs.getObject("reply_by", LocalDate.class),
                java.util.Arrays.stream((String[]) rs.getArray("kinds").getArray())
                        .map(UnitKind::valueOf)
                        .toList(),
                rs.getBoolean("follows_kinds"),
                new AccountId(rs.getObject("passed_by", UUID.class)),
                rs.getObject("passed_at", OffsetDateTime.class),
                rs.getObject("ended_at", OffsetDateTime.class));
    }
}
