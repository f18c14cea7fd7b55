package vn.binhdang.plan.cascade;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DraftsForOthers;
import vn.binhdang.document.DraftsForOthers.Draft;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsInPlace;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.TasksGiven;
import vn.binhdang.plan.cascade.CascadeRows.Cascade;
import vn.binhdang.plan.cascade.CascadeRows.Clause;
import vn.binhdang.plan.cascade.CascadeRows.State;
import vn.binhdang.plan.cascade.CascadeRows.Waiting;

/** Gives each addressee what it gets, batch after batch, each batch whole or not at all. */
@Component
class CascadeRun {
    private static final Logger LOG = LoggerFactory.getLogger(CascadeRun.class);

    /** Small enough that progress is seen and a recall does not wait, large enough that statements weigh little. */
    static final int BATCH = 200;

    private final CascadeRows rows;
    private final Source source;
    private final DraftsForOthers drafts;
    private final Units units;
    private final UnitsInPlace inPlace;
    private final CascadeNotices notices;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate whole;

    CascadeRun(
            CascadeRows rows,
            Source source,
            DraftsForOthers drafts,
            Units units,
            UnitsInPlace inPlace,
            CascadeNotices notices,
            ApplicationEventPublisher events,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.source = source;
        this.drafts = drafts;
        this.units = units;
        this.inPlace = inPlace;
        this.notices = notices;
        this.events = events;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
    }

    /** The product stops: the rest is left to its next start. */
    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Goes on until nobody waits; nothing is left to do when it was done before, or recalled. */
    void run(CascadeId id, BooleanSupplier stopping) {
        try {
            while (Boolean.TRUE.equals(whole.execute(_ -> batch(id)))) if (stopping.getAsBoolean()) throw new CutOff();
            whole.executeWithoutResult(_ -> finish(id));
        } catch (CutOff stop) {
            throw stop;
        } catch (RuntimeException mistake) {
            if (stopping.getAsBoolean()) throw new CutOff();
            LOG.error("cascade {} stopped", id, mistake);
            whole.executeWithoutResult(_ -> stop(id));
        }
    }

    private void stop(CascadeId id) {
        var cascade = rows.lock(id, false).orElse(null);
        if (cascade == null || cascade.state() != State.RUNNING) return;
        rows.state(id, State.STOPPED, now());
        audit.record(Actor.ofInstallation(cascade.agency()), "plan.cascade.stop", id.value());
    }

    /** @return whether there may be more to do */
    boolean batch(CascadeId id) {
        var cascade = rows.lock(id, true).orElse(null);
        if (cascade == null || cascade.state() != State.RUNNING) return false;
        var waiting = rows.waiting(id, BATCH);
        if (waiting.isEmpty()) return false;
        var clauses = rows.clauses(id);
        var outside = waiting.stream().filter(one -> !one.inside()).toList();
        var inside = waiting.stream().filter(Waiting::inside).toList();
        if (!outside.isEmpty()) draftPlans(cascade, clauses, outside);
        if (!inside.isEmpty()) tasks(cascade, clauses, inside);
        notices.tell(cascade, waiting);
        return true;
    }

    /** In a transaction of its own: two nodes that share the row in their last batch must not both want it alone. */
    private void finish(CascadeId id) {
        var cascade = rows.lock(id, false).orElse(null);
        if (cascade == null || cascade.state() != State.RUNNING) return;
        // Another node may still be at work on rows that it holds; then it is the one to finish.
        int left = jdbc.sql("""
            select count(*) from plan_addressee where cascade_id = :id and made_at is null and handed_over_on is null
            """).param("id", id.value()).query(Integer.class).single();
        if (left > 0) return;
        rows.state(id, State.DONE, now());
        audit.record(Actor.ofInstallation(cascade.agency()), "plan.cascade.done", id.value());
    }

    private void draftPlans(Cascade cascade, List<Clause> clauses, List<Waiting> waiting) {
        var cited = source.of(cascade.plan());
        var draft = new DraftBelow(cited, clauses);
        var unitIds = waiting.stream().map(Waiting::unit).toList();
        var letterheads = inPlace.letterheads(unitIds, cascade.onDay());
        var heads = inPlace.heads(unitIds, cascade.onDay());
        Map<UnitId, Unit> named = units.named(unitIds, cascade.onDay());
        var made = new ArrayList<Draft>();
        for (var one : waiting) {
            var unit = named.get(one.unit());
            made.add(new Draft(
                    DocumentId.create(),
                    one.unit(),
                    draft.of(unit == null ? "" : unit.name(), letterheads.get(one.unit()), heads.get(one.unit()))));
        }
        drafts.create(DocumentKind.PLAN, cited.year(), cascade.passedBy(), made);
        insertPlans(made, cited.year());
        insertDraftTasks(cascade, clauses, waiting, made);
        mark(waiting, made.stream().map(d -> PlanId.of(d.id())).toList());
        for (int i = 0; i < made.size(); i++)
            audit.record(
                    Actor.ofInstallation(made.get(i).agency()),
                    "plan.cascade.receive",
                    made.get(i).id().value(),
                    Map.of(
                            "cascade", cascade.id().toString(),
                            "from", cascade.agency().toString(),
                            "tasks", clauses.size()));
    }

    private void insertPlans(List<Draft> made, int year) {
        jdbc.sql("""
            insert into plan (id, agency_id, year)
            select n.id, n.agency, :year from unnest(cast(:ids as uuid[]), cast(:agencies as uuid[])) n (id, agency)
            """)
                .param("year", year)
                .param("ids", made.stream().map(d -> d.id().value()).toArray(UUID[]::new))
                .param("agencies", made.stream().map(d -> d.agency().value()).toArray(UUID[]::new))
                .update();
    }

    private void insertDraftTasks(Cascade cascade, List<Clause> clauses, List<Waiting> waiting, List<Draft> made) {
        var ids = new ArrayList<UUID>();
        var plans = new ArrayList<UUID>();
        var addressees = new ArrayList<UUID>();
        var positions = new ArrayList<Integer>();
        var numbers = new ArrayList<String>();
        for (int i = 0; i < made.size(); i++)
            for (var clause : clauses) {
                ids.add(CascadeRows.next());
                plans.add(made.get(i).id().value());
                addressees.add(waiting.get(i).id().value());
                positions.add(clause.position());
                numbers.add(DraftBelow.taskNumber(clause.position()));
            }
        jdbc.sql("""
            insert into plan_task (id, plan_id, position, number, text, start_on, due_on, due_text, no_due_reason,
                                   recurrence, expected_output, version, from_task_id, addressee_id)
            select n.id, n.plan_id, k.position, n.number, k.text, t.start_on, t.due_on, t.due_text, t.no_due_reason,
                   t.recurrence, t.expected_output, 1, t.id, n.addressee_id
            from   unnest(cast(:ids as uuid[]), cast(:plans as uuid[]), cast(:addressees as uuid[]),
                          cast(:positions as int[]), cast(:numbers as text[]))
                   n (id, plan_id, addressee_id, position, number)
            join   plan_cascade_clause k on k.cascade_id = :cascade and k.position = n.position
            left   join plan_task t on t.id = k.task_id
            """)
                .param("ids", CascadeRows.ids(ids))
                .param("plans", CascadeRows.ids(plans))
                .param("addressees", CascadeRows.ids(addressees))
                .param("positions", positions.toArray(Integer[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .param("cascade", cascade.id().value())
                .update();
    }

    /** Behind the tasks that the plan has: each clause once for each division, led by it. */
    private void tasks(Cascade cascade, List<Clause> clauses, List<Waiting> waiting) {
        rows.lockPlan(cascade.plan());
        int next = jdbc.sql("select coalesce(max(position) + 1, 0) from plan_task where plan_id = :plan")
                .param("plan", cascade.plan().value())
                .query(Integer.class)
                .single();
        var ids = new ArrayList<UUID>();
        var leads = new ArrayList<UUID>();
        var addressees = new ArrayList<UUID>();
        var places = new ArrayList<Integer>();
        var positions = new ArrayList<Integer>();
        for (var clause : clauses)
            for (var one : waiting) {
                ids.add(CascadeRows.next());
                leads.add(one.unit().value());
                addressees.add(one.id().value());
                places.add(clause.position());
                positions.add(next++);
            }
        jdbc.sql("""
            insert into plan_task (id, plan_id, position, number, text, lead_unit_id, start_on, due_on, due_text,
                                   no_due_reason, recurrence, expected_output, version, from_task_id, addressee_id)
            select n.id, :plan, n.position, k.number, k.text, n.lead, t.start_on, t.due_on, t.due_text,
                   t.no_due_reason, t.recurrence, t.expected_output, 1, t.id, n.addressee_id
            from   unnest(cast(:ids as uuid[]), cast(:leads as uuid[]), cast(:addressees as uuid[]),
                          cast(:places as int[]), cast(:positions as int[])) n (id, lead, addressee_id, place, position)
            join   plan_cascade_clause k on k.cascade_id = :cascade and k.position = n.place
            left   join plan_task t on t.id = k.task_id
            """)
                .param("plan", cascade.plan().value())
                .param("ids", CascadeRows.ids(ids))
                .param("leads", CascadeRows.ids(leads))
                .param("addressees", CascadeRows.ids(addressees))
                .param("places", places.toArray(Integer[]::new))
                .param("positions", positions.toArray(Integer[]::new))
                .param("cascade", cascade.id().value())
                .update();
        events.publishEvent(new TasksGiven(cascade.plan()));
        mark(waiting, waiting.stream().map(one -> cascade.plan()).toList());
        audit.record(
                Actor.ofInstallation(cascade.agency()),
                "plan.cascade.give",
                cascade.plan().value(),
                Map.of(
                        "cascade", cascade.id().toString(),
                        "divisions", waiting.size(),
                        "tasks", ids.size()));
    }

    private void mark(List<Waiting> waiting, List<PlanId> plans) {
        jdbc.sql("""
            update plan_addressee a set made_at = :now, plan_id = n.plan_id
            from   unnest(cast(:ids as uuid[]), cast(:plans as uuid[])) n (id, plan_id)
            where  a.id = n.id
            """)
                .param("now", now())
                .param("ids", waiting.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .param("plans", plans.stream().map(PlanId::value).toArray(UUID[]::new))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
