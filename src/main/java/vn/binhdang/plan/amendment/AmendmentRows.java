package vn.binhdang.plan.amendment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.PlanAmendments.Amended;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TaskId;

/** Amendments and their changes in the database. Who may see one has found its document before. */
@Component
class AmendmentRows {
    private static final String CHANGES = """
        select c.kind, c.task_id, cast(c.before as text) as before_terms, cast(c.after as text) as after_terms, c.reason,
               c.closed, c.version, c.undone_at
        from   plan_task_change c
        """;

    /** The tasks and the other parts that an amendment changes. */
    private static final String TOUCHED = """
        array(select c.task_id from plan_task_change c where c.amendment_id = %s.id and c.undone_at is null
              union all
              select p.part_id from plan_part_change p where p.amendment_id = %s.id and p.undone_at is null)\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    AmendmentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Actor actor, DocumentId id, PlanId plan) {
        jdbc.sql("insert into plan_amendment (id, plan_id, agency_id) values (:id, :plan, :agency)")
                .param("id", id.value())
                .param("plan", plan.value())
                .param("agency", actor.agency().value())
                .update();
    }

    /** @throws NotVisible when the document is no amendment */
    Amendment find(DocumentId id) {
        return jdbc.sql("select plan_id, in_force_on from plan_amendment where id = :id")
                .param("id", id.value())
                .query((rs, i) -> amendment(id, rs))
                .optional()
                .orElseThrow(() -> new NotVisible("amendment " + id));
    }

    /**
     * An amendment with its changes in the order in which they were begun, without those taken back.
     * @param names of the units that the changes name, as of today
     * @param others what else is being drafted for the plan, see {@link #inDrafting}
     */
    record Decided(Amendment amendment, List<Change> changes, Map<UUID, String> names, List<Other> others) {}

    /** @throws NotVisible when the document is no amendment */
    Decided decided(Actor actor, DocumentId id) {
        return jdbc.sql("""
            select a.plan_id, a.in_force_on, c.kind, c.task_id, cast(c.before as text) as before_terms,
                   cast(c.after as text) as after_terms, c.reason, c.closed, c.version, c.undone_at, c.units,
                   array(select coalesce(unit_called(u, :today), '') from unnest(c.units) with ordinality as n(u, i)
                         order by i) as names,
                   (select coalesce(json_agg(json_build_object(
                               'id', o.id, 'subject', d.subject, 'begunAt', d.created_at, 'touched', %s) order by o.id), '[]')
                    from   plan_amendment o join outgoing_document d on d.id = o.id
                    where  o.plan_id = a.plan_id and o.in_force_at is null and o.id <> a.id and %s) as others
            from   plan_amendment a
            left   join plan_task_change c on c.amendment_id = a.id and c.undone_at is null
            where  a.id = :id
            order  by c.position, c.id
            """.formatted(TOUCHED.formatted("o", "o"), OutgoingDocuments.VISIBLE))
                .params(OutgoingDocuments.visibleTo(actor))
                .param("id", id.value())
                .param("today", Today.of(clock).day())
                .query(rs -> {
                    if (!rs.next()) throw new NotVisible("amendment " + id);
                    var amendment = amendment(id, rs);
                    var others = json.readValue(rs.getString("others"), new TypeReference<List<OtherRow>>() {}).stream()
                            .map(OtherRow::other)
                            .toList();
                    var changes = new ArrayList<Change>();
                    var names = new HashMap<UUID, String>();
                    if (rs.getObject("task_id") != null)
                        do {
                            changes.add(change(rs, 0));
                            var units = (UUID[]) rs.getArray("units").getArray();
                            var called = (String[]) rs.getArray("names").getArray();
                            for (int i = 0; i < units.length; i++)
                                if (!called[i].isEmpty()) names.put(units[i], called[i]);
                        } while (rs.next());
                    return new Decided(amendment, changes, names, others);
                });
    }

    private record OtherRow(UUID id, String subject, OffsetDateTime begunAt, List<UUID> touched) {
        Other other() {
            return new Other(new DocumentId(id), subject, begunAt, touched);
        }
    }

    private static Amendment amendment(DocumentId id, ResultSet rs) throws SQLException {
        return new Amendment(
                id, new PlanId(rs.getObject("plan_id", UUID.class)), rs.getObject("in_force_on", LocalDate.class));
    }

    /** In the order in which they were begun, without those taken back. */
    List<Change> changes(DocumentId id) {
        return jdbc.sql(CHANGES + "where c.amendment_id = :id and c.undone_at is null order by c.position, c.id")
                .param("id", id.value())
                .query(this::change)
                .list();
    }

    /** Also one taken back. */
    Optional<Change> change(DocumentId id, TaskId task) {
        return jdbc.sql(CHANGES + "where c.amendment_id = :id and c.task_id = :task")
                .param("id", id.value())
                .param("task", task.value())
                .query(this::change)
                .optional();
    }

    /** Stores a change that has gone from one version to the next, or the first one of its task. */
    void put(Actor actor, Amendment amendment, Change change) {
        jdbc.sql("""
            insert into plan_task_change (id, amendment_id, plan_id, position, kind, task_id, before, after, reason, closed,
                                          units, version, changed_by, changed_at, undone_at)
            values (:row, :id, :plan,
                    (select coalesce(max(position) + 1, 0) from plan_task_change where amendment_id = :id),
                    :kind, :task, cast(:before as jsonb), cast(:after as jsonb), :reason, :closed,
                    :units, :version, :by, :now, :undone)
            on conflict (amendment_id, task_id) do update
            set kind = excluded.kind, before = excluded.before, after = excluded.after, reason = excluded.reason,
                closed = excluded.closed, units = excluded.units, version = excluded.version,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at, undone_at = excluded.undone_at
            """)
                .param("row", Uuid7.create())
                .param("id", amendment.id().value())
                .param("plan", amendment.plan().value())
                .param("kind", change.kind().name())
                .param("task", change.task().value())
                .param("before", written(change.before()))
                .param("after", written(change.after()))
                .param("reason", change.reason())
                .param("closed", change.closed())
                .param("units", change.units().toArray(UUID[]::new))
                .param("version", change.version())
                .param("by", actor.account().value())
                .param("now", now())
                .param("undone", change.undone() ? now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** From now on neither it nor its changes are rewritten. */
    void inForce(Actor actor, DocumentId id, LocalDate day) {
        jdbc.sql("update plan_amendment set in_force_on = :day, in_force_at = :now, in_force_by = :by where id = :id")
                .param("day", day)
                .param("now", now())
                .param("by", actor.account().value())
                .param("id", id.value())
                .update();
    }

    /** Two amendments of one plan take effect one after the other. */
    void lockPlan(PlanId plan) {
        jdbc.sql("select id from plan where id = :id for update")
                .param("id", plan.value())
                .query(UUID.class)
                .single();
    }

    /** The latest day on which one is in force; empty for a plan that was never amended. */
    Optional<LocalDate> lastDay(PlanId plan) {
        return jdbc.sql("select in_force_on from plan_amendment where plan_id = :plan and in_force_on is not null"
                        + " order by in_force_on desc limit 1")
                .param("plan", plan.value())
                .query(LocalDate.class)
                .optional();
    }

    /** Those in force, the latest first, with how many tasks each added, changed and took out. */
    List<Amended> inForce(PlanId plan) {
        return jdbc.sql("""
            select a.id, printed_number(d.number) || '/' || d.symbol as printed, a.in_force_on,
                   count(*) filter (where c.kind = 'ADD') as added, count(*) filter (where c.kind = 'CHANGE') as changed,
                   count(*) filter (where c.kind = 'DROP') as dropped,
                   (select count(*) from plan_part_change p
                    where  p.amendment_id = a.id and p.undone_at is null) as parts
            from   plan_amendment a
            join   outgoing_document d on d.id = a.id
            left   join plan_task_change c on c.amendment_id = a.id and c.undone_at is null
            where  a.plan_id = :plan and a.in_force_at is not null
            group  by a.id, d.number, d.symbol, a.in_force_on, a.in_force_at
            order  by a.in_force_at desc
            """)
                .param("plan", plan.value())
                .query((rs, i) -> new Amended(
                        new DocumentId(rs.getObject("id", UUID.class)),
                        rs.getString("printed"),
                        rs.getObject("in_force_on", LocalDate.class),
                        rs.getInt("added"),
                        rs.getInt("changed"),
                        rs.getInt("dropped"),
                        rs.getInt("parts")))
                .list();
    }

    /** An amendment that is not issued yet. @param touched the tasks and the other parts that it changes */
    record Other(DocumentId id, String subject, OffsetDateTime begunAt, List<UUID> touched) {}

    /** What else is being drafted for the plan, as far as the actor may read drafts; the oldest first. */
    List<Other> inDrafting(Actor actor, PlanId plan) {
        return jdbc.sql("""
            select a.id, d.subject, d.created_at, %s as touched
            from   plan_amendment a join outgoing_document d on d.id = a.id
            where  a.plan_id = :plan and a.in_force_at is null and %s
            order  by a.id
            """.formatted(TOUCHED.formatted("a", "a"), OutgoingDocuments.VISIBLE))
                .params(OutgoingDocuments.visibleTo(actor))
                .param("plan", plan.value())
                .query((rs, i) -> new Other(
                        new DocumentId(rs.getObject("id", UUID.class)),
                        rs.getString("subject"),
                        rs.getObject("created_at", OffsetDateTime.class),
                        List.of((UUID[]) rs.getArray("touched").getArray())))
                .list();
    }

    /** A change in force. @param by who issued it, for {@code agency} */
    record InForce(
            Change change,
            DocumentId document,
            String numberAndSymbol,
            LocalDate on,
            OffsetDateTime at,
            UUID by,
            UUID agency) {}

    /** Changes in force of a plan, the oldest first. */
    List<InForce> inForceOf(PlanId plan) {
        return inForce("c.plan_id = :id", plan.value());
    }

    /**
     * The same of one task; of one that a division was given for a clause of the same plan, also those of the clause since
     * then, which name another task.
     */
    List<InForce> inForceOf(TaskId task) {
        return inForce("""
            (c.task_id = :id
             or exists (select 1 from plan_task t
                        join   plan_addressee x on x.id = t.addressee_id and x.inside
                        join   plan_cascade k on k.id = x.cascade_id
                        where  t.id = :id and t.from_task_id = c.task_id and t.plan_id = c.plan_id
                        and    k.passed_at < a.in_force_at))\
            """, task.value());
    }

    private List<InForce> inForce(String where, UUID id) {
        return jdbc.sql("""
            select c.kind, c.task_id, cast(c.before as text) as before_terms, cast(c.after as text) as after_terms, c.reason,
                   c.closed, c.version, c.undone_at, a.id, a.in_force_on, a.in_force_at, a.in_force_by, a.agency_id,
                   printed_number(d.number) || '/' || d.symbol as printed
            from   plan_task_change c
            join   plan_amendment a on a.id = c.amendment_id
            join   outgoing_document d on d.id = a.id
            where  %s and a.in_force_at is not null and c.undone_at is null
            order  by a.in_force_at, c.position
            """.formatted(where))
                .param("id", id)
                .query((rs, i) -> new InForce(
                        change(rs, i),
                        new DocumentId(rs.getObject("id", UUID.class)),
                        rs.getString("printed"),
                        rs.getObject("in_force_on", LocalDate.class),
                        rs.getObject("in_force_at", OffsetDateTime.class),
                        rs.getObject("in_force_by", UUID.class),
                        rs.getObject("agency_id", UUID.class)))
                .list();
    }

    /** Whether the plan runs, held so until the transaction ends. */
    boolean runs(PlanId plan) {
        return jdbc.sql("select state from outgoing_document where id = :id for share")
                .param("id", plan.value())
                .query(String.class)
                .single()
                .equals("ISSUED");
    }

    private Change change(ResultSet rs, int i) throws SQLException {
        return new Change(
                Change.Kind.valueOf(rs.getString("kind")),
                new TaskId(rs.getObject("task_id", UUID.class)),
                read(rs.getString("before_terms")),
                read(rs.getString("after_terms")),
                rs.getString("reason"),
                rs.getBoolean("closed"),
                rs.getInt("version"),
                rs.getObject("undone_at") != null);
    }

    private @Nullable TaskTerms read(@Nullable String terms) {
        return terms == null ? null : json.readValue(terms, TaskTerms.class);
    }

    private @Nullable String written(@Nullable TaskTerms terms) {
        return terms == null ? null : json.writeValueAsString(terms);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
