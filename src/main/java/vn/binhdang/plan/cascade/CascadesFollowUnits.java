package vn.binhdang.plan.cascade;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DraftsForOthers;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Successor;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsInPlace;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.TasksAtWork;
import vn.binhdang.plan.cascade.CascadeRows.Cascade;
import vn.binhdang.plan.cascade.CascadeRows.State;
import vn.binhdang.web.Text;

/**
 * Keeps cascades in step with the organisation: a unit founded since gets its own, what is open of one that ended goes on
 * at its successor, and comes back when the event is taken back. Looks at how things are, not at what happened, so that
 * looking twice changes nothing.
 */
@Component
class CascadesFollowUnits {
    private final CascadeRows rows;
    private final Addressees addressees;
    private final Units units;
    private final UnitsInPlace inPlace;
    private final DraftsForOthers drafts;
    private final CascadeJob job;
    private final ObjectProvider<TasksAtWork> work;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate whole;

    CascadesFollowUnits(
            CascadeRows rows,
            Addressees addressees,
            Units units,
            UnitsInPlace inPlace,
            DraftsForOthers drafts,
            CascadeJob job,
            ObjectProvider<TasksAtWork> work,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.addressees = addressees;
        this.units = units;
        this.inPlace = inPlace;
        this.drafts = drafts;
        this.job = job;
        this.work = work;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
        this.whole = new TransactionTemplate(transactions);
    }

    /**
     * @param plan null while nothing was made for it
     * @param over the day its work went to a successor; null while it stands
     */
    private record Row(
            UUID id,
            UnitId unit,
            boolean inside,
            boolean made,
            @Nullable UUID plan,
            @Nullable LocalDate over,
            @Nullable UUID overTo) {}

    /** Looks at every cascade that still concerns units, each in a transaction of its own. */
    void follow() {
        var day = Today.of(clock).day();
        var going = jdbc.sql(
                        "select id from plan_cascade where state <> 'RECALLED' and follows_until >= :day order by id")
                .param("day", day)
                .query(UUID.class)
                .list();
        for (var id : going) whole.executeWithoutResult(_ -> follow(new CascadeId(id), day));
    }

    private void follow(CascadeId id, LocalDate day) {
        var cascade = rows.lock(id, false).orElse(null);
        if (cascade == null || cascade.state() == State.RECALLED) return;
        var all = addressed(id);
        var existing = inPlace.existing(all.stream().map(Row::unit).toList(), day);
        boolean more = false;
        // Mostly none: who confirms or issues meanwhile does not wait for a cascade whose units are all there.
        for (var row : held(all.stream()
                .filter(row -> (row.over() == null) != existing.contains(row.unit()))
                .toList())) {
            boolean there = existing.contains(row.unit());
            if (row.over() == null && !there) more |= handOver(cascade, row, day);
            else if (row.over() != null && there) takeBack(cascade, row, day);
        }
        more |= newOnes(cascade, all, day);
        if (!more) return;
        if (cascade.state() == State.DONE) rows.state(id, State.RUNNING, now());
        job.schedule(id);
    }

    /** @return whether somebody waits for the job now */
    private boolean newOnes(Cascade cascade, List<Row> all, LocalDate day) {
        if (!cascade.followsKinds() || units.find(cascade.agency(), day).isEmpty()) return false;
        var known = new HashSet<>(rows.addressed(cascade.plan()));
        all.forEach(row -> known.add(row.unit()));
        var fresh = addressees.of(cascade.agency(), cascade.kinds(), Set.of(), Set.of(), day).addressees().stream()
                .filter(addressee -> !known.contains(addressee.unit().id()))
                .toList();
        if (fresh.isEmpty()) return false;
        rows.insertAddressees(cascade.id(), fresh, day);
        audit.record(
                Actor.ofInstallation(cascade.agency()),
                "plan.cascade.newUnits",
                cascade.id().value(),
                Map.of("units", fresh.size()));
        return true;
    }

    private boolean handOver(Cascade cascade, Row row, LocalDate day) {
        var successor = units.successors(row.unit(), day).stream()
                .map(Successor::unit)
                .filter(unit -> !unit.equals(cascade.agency()))
                .findFirst()
                .orElse(null);
        UUID to = successor == null ? null : rowOf(cascade, successor);
        boolean fresh = successor != null && to == null;
        if (successor != null && to == null) to = openRow(cascade, row, successor, day);
        int tasks = successor == null || to == null ? 0 : move(row, successor, to, day);
        boolean moved = fresh && row.made() && (row.inside() ? tasks > 0 : row.plan() != null);
        if (moved && to != null && successor != null) carryOn(row, to, successor, day);
        jdbc.sql("update plan_addressee set handed_over_on = :day, handed_over_to = :to where id = :id")
                .param("day", day)
                .param("to", to, java.sql.Types.OTHER)
                .param("id", row.id())
                .update();
        var fields = new HashMap<String, Object>();
        fields.put("from", row.unit().toString());
        fields.put("to", successor == null ? "" : successor.toString());
        fields.put("tasks", tasks);
        audit.record(Actor.ofInstallation(cascade.agency()), "plan.cascade.handOver", row.id(), fields);
        return fresh && !moved;
    }

    private @Nullable UUID rowOf(Cascade cascade, UnitId unit) {
        return jdbc.sql("select id from plan_addressee where cascade_id = :cascade and unit_id = :unit")
                .param("cascade", cascade.id().value())
                .param("unit", unit.value())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private UUID openRow(Cascade cascade, Row row, UnitId successor, LocalDate day) {
        var id = AddresseeId.create().value();
        var unit = units.on(successor, day);
        var above = units.ancestors(successor, day);
        jdbc.sql("""
            insert into plan_addressee (id, cascade_id, unit_id, unit_name, parent_id, place, inside, given_on)
            values (:id, :cascade, :unit, :name, :parent, :place, :inside, :day)
            """)
                .param("id", id)
                .param("cascade", cascade.id().value())
                .param("unit", successor.value())
                .param("name", unit.name())
                .param("parent", above.isEmpty() ? null : above.getLast().id().value(), java.sql.Types.OTHER)
                .param("place", above.isEmpty() ? "" : above.getLast().name())
                .param("inside", row.inside())
                .param("day", day)
                .update();
        return id;
    }

    /** The tasks that are not closed get the successor as their lead; how many. Closed ones stay with who did them. */
    private int move(Row row, UnitId successor, UUID to, LocalDate day) {
        if (!row.inside()) return 0;
        List<TaskId> tasks = jdbc
                .sql("select id from plan_task where addressee_id = :row and lead_unit_id = :unit")
                .param("row", row.id())
                .param("unit", row.unit().value())
                .query(UUID.class)
                .list()
                .stream()
                .map(TaskId::new)
                .collect(Collectors.toList());
        work.forEach(atWork -> tasks.removeAll(atWork.closed(tasks)));
        if (tasks.isEmpty()) return 0;
        var ids = tasks.stream().map(TaskId::value).toArray(UUID[]::new);
        jdbc.sql("""
            insert into plan_task_handover (task_id, from_unit, to_unit, on_day, recorded_at)
            select t, :from, :to, :day, :now from unnest(cast(:tasks as uuid[])) t
            on     conflict (task_id, from_unit, to_unit) do update set on_day = :day, recorded_at = :now
            """)
                .param("from", row.unit().value())
                .param("to", successor.value())
                .param("day", day)
                .param("now", now())
                .param("tasks", ids)
                .update();
        return lead(ids, successor, to);
    }

    private int lead(UUID[] tasks, UnitId unit, UUID addressee) {
        return jdbc.sql("""
            update plan_task set lead_unit_id = :unit, addressee_id = :addressee, version = version + 1
            where  id = any (:tasks)
            """)
                .param("unit", unit.value())
                .param("addressee", addressee)
                .param("tasks", tasks)
                .update();
    }

    /** The row of the successor stands where the other one stood; an unfinished draft becomes the successor's. */
    private void carryOn(Row row, UUID to, UnitId successor, LocalDate day) {
        jdbc.sql("""
            update plan_addressee n
            set    made_at = o.made_at, plan_id = o.plan_id, confirmed_at = o.confirmed_at, confirmed_by = o.confirmed_by,
                   started_on = o.started_on, reported_on = o.reported_on
            from   plan_addressee o where n.id = :to and o.id = :from
            """).param("to", to).param("from", row.id()).update();
        if (row.inside() || row.plan() == null) return;
        draftGoes(row.plan(), row.unit(), successor, day);
    }

    /** Under the letterhead and with the head that the agency has on the day; which it had before stands in its history. */
    private void draftGoes(UUID plan, UnitId from, UnitId agency, LocalDate day) {
        var only = List.of(agency);
        var own = DraftBelow.letterhead(
                units.on(agency, day).name(),
                inPlace.letterheads(only, day).get(agency),
                inPlace.heads(only, day).get(agency),
                Text.in(Text.VIETNAMESE));
        var before = drafts.handOver(new DocumentId(plan), agency, own);
        if (before == null) return;
        audit.record(
                Actor.ofInstallation(agency),
                "plan.cascade.carryOn",
                plan,
                Map.of(
                        "from",
                        from.toString(),
                        "before",
                        Stream.of(before.parentAgency(), before.issuingAgency(), before.symbol(), before.place())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" · "))));
        jdbc.sql("update plan set agency_id = :agency where id = :id")
                .param("agency", agency.value())
                .param("id", plan)
                .update();
    }

    /** The unit is there again: the event that ended it was taken back. */
    private void takeBack(Cascade cascade, Row row, LocalDate day) {
        var to = row.overTo();
        jdbc.sql("update plan_addressee set handed_over_on = null, handed_over_to = null where id = :id")
                .param("id", row.id())
                .update();
        if (to != null) {
            if (row.inside()) {
                var moved = jdbc.sql("""
                    select h.task_id from plan_task_handover h join plan_task t on t.id = h.task_id
                    where  h.from_unit = :unit and t.addressee_id = :to and t.lead_unit_id = h.to_unit
                    """)
                        .param("unit", row.unit().value())
                        .param("to", to)
                        .query(UUID.class)
                        .list();
                lead(CascadeRows.ids(moved), row.unit(), row.id());
            } else if (row.plan() != null) draftGoes(row.plan(), successor(to), row.unit(), day);
            // The row that was opened for the successor alone goes with what it was opened for.
            jdbc.sql("""
                delete from plan_addressee a
                where  a.id = :to and not exists (select 1 from plan_addressee o where o.handed_over_to = a.id)
                and    (a.inside and not exists (select 1 from plan_task t where t.addressee_id = a.id)
                        or not a.inside and a.plan_id = :plan)
                """)
                    .param("to", to)
                    .param("plan", row.plan(), java.sql.Types.OTHER)
                    .update();
        }
        audit.record(
                Actor.ofInstallation(cascade.agency()),
                "plan.cascade.takeBack",
                row.id(),
                Map.of("unit", row.unit().toString()));
    }

    private UnitId successor(UUID addressee) {
        return new UnitId(jdbc.sql("select unit_id from plan_addressee where id = :id")
                .param("id", addressee)
                .query(UUID.class)
                .single());
    }

    private List<Row> addressed(CascadeId id) {
        return rows("cascade_id = :key order by id", id.value());
    }

    /** The same rows as they are now, for this transaction alone. */
    private List<Row> held(List<Row> found) {
        if (found.isEmpty()) return List.of();
        // The plans first and then the addressees, in the order of who issues one: else each would wait for the other.
        jdbc.sql("select id from outgoing_document where id = any (:plans) order by id for update")
                .param(
                        "plans",
                        found.stream()
                                .filter(row -> !row.inside())
                                .map(Row::plan)
                                .filter(Objects::nonNull)
                                .toArray(UUID[]::new))
                .query(UUID.class)
                .list();
        return rows(
                "id = any (:key) order by id for update",
                found.stream().map(Row::id).toArray(UUID[]::new));
    }

    private List<Row> rows(String which, Object key) {
        return jdbc.sql("""
            select id, unit_id, inside, made_at is not null as made, plan_id, handed_over_on, handed_over_to
            from   plan_addressee
            where  %s
            """.formatted(which))
                .param("key", key)
                .query((rs, i) -> new Row(
                        rs.getObject("id", UUID.class),
                        new UnitId(rs.getObject("unit_id", UUID.class)),
                        rs.getBoolean("inside"),
                        rs.getBoolean("made"),
                        rs.getObject("plan_id", UUID.class),
                        rs.getObject("handed_over_on", LocalDate.class),
                        rs.getObject("handed_over_to", UUID.class)))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
