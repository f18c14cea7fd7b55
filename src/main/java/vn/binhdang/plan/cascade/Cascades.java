package vn.binhdang.plan.cascade;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.DocumentState;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.ReceivedFromAbove;
import vn.binhdang.plan.TaskId;
import vn.binhdang.plan.cascade.CascadeRows.Cascade;
import vn.binhdang.plan.cascade.CascadeRows.State;

/** Passes plans down. The addressees are written at once; what each of them gets is made by the job. */
@Component
class Cascades {
    static final int MOST_ADDRESSEES = 20_000;

    private final Plans plans;
    private final CascadeRows rows;
    private final Addressees addressees;
    private final AddresseeGroups groups;
    private final CascadeJob job;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Cascades(
            Plans plans,
            CascadeRows rows,
            Addressees addressees,
            AddresseeGroups groups,
            CascadeJob job,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.plans = plans;
        this.rows = rows;
        this.addressees = addressees;
        this.groups = groups;
        this.job = job;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The plan, if it can be passed down now.
     * @throws Refused while it is a draft of the agency's own
     */
    Plan source(Actor actor, PlanId id) {
        mustSpeakForAgency(actor);
        var plan = plans.find(actor, id);
        boolean received = plan.importId() != null && plan.document().state().editable();
        if (plan.document().state() != DocumentState.ISSUED && !received)
            throw new Refused("plan.cascade.refused.notIssued", plan.document().subject());
        return plan;
    }

    /** Whom a choice comes to today, without those to whom this plan went already. */
    Addressing addressing(Actor actor, PlanId plan, PassDownForm form) {
        var all =
                addressees.of(actor.agency(), form.kinds(), groups.units(actor, form.groups()), form.named(), today());
        var before = rows.addressed(plan);
        var left = all.addressees().stream()
                .filter(addressee -> !before.contains(addressee.unit().id()))
                .toList();
        return new Addressing(
                left, all.unknown(), all.ambiguous(), all.addressees().size() - left.size());
    }

    /** The units that were named one by one or by groups: what can be saved as a group. */
    Addressing named(Actor actor, PassDownForm form) {
        return addressees.of(actor.agency(), List.of(), groups.units(actor, form.groups()), form.named(), today());
    }

    /** How many units of each kind can be addressed today. */
    Map<UnitKind, Integer> kinds(Actor actor) {
        return addressees.kinds(actor.agency(), today());
    }

    /**
     * Passes the clauses down. The units are those of this moment; when they are not as many as the clerk saw, nothing
     * happens and the preview is to be shown again.
     *
     * @return null when the addressees changed since the preview
     */
    @Transactional
    public @Nullable CascadeId pass(Actor actor, PlanId id, PassDownForm form, @Nullable LocalDate replyBy) {
        var plan = source(actor, id);
        rows.lockPlan(id);
        var chosen = addressing(actor, id, form);
        if (!Integer.valueOf(chosen.addressees().size()).equals(form.seen())) return null;
        if (chosen.addressees().isEmpty()) throw new Refused("plan.cascade.refused.nobody");
        if (chosen.addressees().size() > MOST_ADDRESSEES)
            throw new Refused(
                    "plan.cascade.refused.tooMany", chosen.addressees().size(), MOST_ADDRESSEES);
        var cascade = CascadeId.create();
        var day = today();
        int year = Math.max(plan.document().year(), day.getYear());
        rows.insert(
                cascade,
                id,
                actor,
                day,
                replyBy,
                LocalDate.of(year, 12, 31),
                form.kinds(),
                form.follows() && !form.kinds().isEmpty(),
                now());
        rows.insertClauses(cascade, id, form.clauses());
        if (rows.clauses(cascade).isEmpty()) throw new Refused("plan.cascade.refused.noClause");
        rows.insertAddressees(cascade, chosen.addressees(), day);
        audit.record(
                actor,
                "plan.cascade.pass",
                cascade.value(),
                Map.of(
                        "plan", id.toString(),
                        "clauses", rows.clauses(cascade).size(),
                        "addressees", chosen.addressees().size(),
                        "divisions", chosen.inside()));
        job.schedule(cascade);
        return cascade;
    }

    /** @throws NotVisible when it is neither the own agency's nor one further down */
    Cascade find(Actor actor, CascadeId id) {
        return rows.find(actor, id).orElseThrow(() -> new NotVisible("cascade " + id));
    }

    /** Goes on with one that a mistake of ours cut off. */
    @Transactional
    public void resume(Actor actor, CascadeId id) {
        var cascade = own(actor, id);
        if (cascade.state() != State.STOPPED) throw new Refused("plan.cascade.refused.notStopped");
        rows.state(id, State.RUNNING, now());
        audit.record(actor, "plan.cascade.resume", id.value());
        job.schedule(id);
    }

    /**
     * The addressee says that it arrived, or the office that follows up for a division that said so; twice is harmless.
     */
    @Transactional
    public void confirm(Actor actor, AddresseeId id) {
        actor.must(Action.CONFIRM_RECEIPT);
        var mine = jdbc.sql("""
            select a.confirmed_at is not null as confirmed
            from   plan_addressee a join plan_cascade c on c.id = a.cascade_id
            where  a.id = :id and c.state <> 'RECALLED' and a.made_at is not null and a.handed_over_on is null
            and    (a.inside and c.agency_id = :agency and c.agency_id = any (:followWhole) or (
            """ + ReceivedFromAbove.MINE + ")) for update of a")
                .params(ReceivedFromAbove.visibleTo(actor, today()))
                .param("followWhole", actor.reach(Action.FOLLOW_UP_TASKS).wholeIds())
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotVisible("addressee " + id));
        if (mine) return;
        jdbc.sql("update plan_addressee set confirmed_at = :now, confirmed_by = :by where id = :id")
                .param("now", now())
                .param("by", actor.account().value())
                .param("id", id.value())
                .update();
        audit.record(actor, "plan.cascade.confirm", id.value());
    }

    /** One of the own agency, held until the transaction ends. */
    Cascade own(Actor actor, CascadeId id) {
        mustSpeakForAgency(actor);
        return rows.lock(id, false)
                .filter(cascade -> cascade.agency().equals(actor.agency()))
                .orElseThrow(() -> new NotVisible("cascade " + id));
    }

    /** A clerk of one division does not write to the units of the whole agency. */
    private static void mustSpeakForAgency(Actor actor) {
        actor.must(Action.PASS_DOWN);
        if (!actor.reach(Action.PASS_DOWN).whole().contains(actor.agency())) throw new NotVisible("out of reach");
    }

    /** How often an agency passed a plan down, for the links on other pages. */
    List<UUID> ofPlan(Actor actor, PlanId plan) {
        return jdbc.sql("""
            select id from plan_cascade where plan_id = :plan and agency_id = :agency and state <> 'RECALLED' order by id desc
            """)
                .param("plan", plan.value())
                .param("agency", actor.agency().value())
                .query(UUID.class)
                .list();
    }

    /** Tasks of a plan that divisions were given by a cascade: they are no clauses of it. */
    Set<TaskId> madeByCascade(PlanId plan) {
        return jdbc.sql("""
            select t.id from plan_task t join plan_addressee a on a.id = t.addressee_id and a.inside
            where  t.plan_id = :plan
            """).param("plan", plan.value()).query(UUID.class).list().stream()
                .map(TaskId::new)
                .collect(Collectors.toSet());
    }

    LocalDate today() {
        return Today.of(clock).day();
    }

    static boolean speaksFor(Actor actor, UnitId agency) {
        return actor.agency().equals(agency)
                && actor.reach(Action.PASS_DOWN).whole().contains(agency);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
