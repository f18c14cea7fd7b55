package vn.binhdang.plan.target;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.document.drafting.Drafts;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanPart;
import vn.binhdang.plan.PlanParts;
import vn.binhdang.plan.Plans;

/** Links purposes and tasks of a plan to targets, while it is a draft and after its issue. */
@Component
class TargetLinks {
    private final JdbcClient jdbc;
    private final Plans plans;
    private final OutgoingDocuments documents;
    private final PlanParts parts;
    private final Drafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    TargetLinks(
            JdbcClient jdbc,
            Plans plans,
            OutgoingDocuments documents,
            PlanParts parts,
            Drafts drafts,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.documents = documents;
        this.parts = parts;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is in force: purposes and own targets in the order of the text, then tasks in theirs. */
    List<Place> places(Actor actor, Plan plan) {
        var places = new ArrayList<Place>();
        for (var part : parts.of(actor, plan))
            if (part.kind() != PlanPart.Kind.ANNEX_ROW)
                places.add(new Place(
                        part.id(),
                        part.kind() == PlanPart.Kind.TARGET ? Place.Kind.TARGET : Place.Kind.PURPOSE,
                        part.label(),
                        part.words().text()));
        for (var task : plans.tasksOf(plan))
            places.add(new Place(
                    task.id().value(), Place.Kind.TASK, task.number() == null ? "" : task.number(), task.text()));
        return places;
    }

    /** @throws Refused when it is no part of the plan, or is no longer */
    Place place(Actor actor, Plan plan, UUID id) {
        return places(actor, plan).stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused("plan.target.gone"));
    }

    /** All links of a plan, those that ended too, in the order they were made. The plan was found for the actor before. */
    List<TargetLink> of(Plan plan) {
        return jdbc.sql("""
            select coalesce(block_id, task_id) as place, target, after_issue, linked_at, ended_at
            from   plan_target_link where plan_id = :plan order by id
            """)
                .param("plan", plan.id().value())
                .query(TargetLink.class)
                .list();
    }

    /** Counts what happened at a place: a choice made on an older version is shown beside the newer one. */
    static int version(List<TargetLink> ofPlan, UUID place) {
        return ofPlan.stream()
                .filter(link -> link.place().equals(place))
                .mapToInt(link -> link.holds() ? 1 : 2)
                .sum();
    }

    /** Codes of the targets a place serves now, in their own order. */
    static Set<String> targets(List<TargetLink> ofPlan, UUID place) {
        return ofPlan.stream()
                .filter(link -> link.place().equals(place) && link.holds())
                .map(TargetLink::target)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who may link: who writes the plan. A plan that was replaced or taken back keeps its links as they were. */
    boolean mayLink(Actor actor, Plan plan) {
        return actor.may(Action.WRITE_DOCUMENTS) && !closed(plan);
    }

    /**
     * Makes exactly the chosen targets those of the place.
     * @return whether it was done; false when somebody else changed the place since {@code version}
     */
    @Transactional
    boolean choose(Actor actor, PlanId id, UUID placeId, Set<String> chosen, int version) {
        actor.must(Action.WRITE_DOCUMENTS);
        var document = documents.findFor(actor, id.document(), Action.WRITE_DOCUMENTS);
        // A draft is held as by everybody who writes in it, before its plan.
        if (!document.state().issued())
            jdbc.sql("select 1 from outgoing_document where id = :id for update")
                    .param("id", id.value())
                    .query(Integer.class)
                    .single();
        jdbc.sql("select 1 from plan where id = :id and agency_id = :agency for update")
                .param("id", id.value())
                .param("agency", actor.agency().value())
                .query(Integer.class)
                .optional();
        var plan = plans.find(actor, id);
        if (closed(plan))
            throw new Refused("plan.target.closed", plan.document().subject());
        var place = place(actor, plan, placeId);
        for (String code : chosen) if (Target.find(code).isEmpty()) throw new Refused("plan.target.unknown", code);
        var links = of(plan);
        var now = targets(links, placeId);
        if (now.equals(chosen)) return true;
        if (version != version(links, placeId)) return false;
        var added = without(chosen, now);
        var ended = without(now, chosen);
        for (String code : added) link(actor, plan, place, code);
        for (String code : ended) end(actor, plan, place, code);
        var fields = Map.of(
                "place", place.id().toString(), "linked", String.join(" ", added), "ended", String.join(" ", ended));
        // Work on a draft: it is no longer as it was begun.
        if (plan.document().state().issued()) audit.record(actor, "plan.target.link", id.value(), fields);
        else drafts.changed(actor, id.document(), "plan.target.link", fields);
        return true;
    }

    private void link(Actor actor, Plan plan, Place place, String code) {
        jdbc.sql("""
            insert into plan_target_link (id, plan_id, block_id, task_id, target, after_issue, linked_by, linked_at)
            values (:id, :plan, :block, :task, :target, :after, :by, :now)
            """)
                .param("id", Uuid7.create())
                .param("plan", plan.id().value())
                .param("block", place.purpose() ? place.id() : null, java.sql.Types.OTHER)
                .param("task", place.purpose() ? null : place.id(), java.sql.Types.OTHER)
                .param("target", code)
                .param("after", plan.document().state().issued())
                .param("by", actor.account().value())
                .param("now", now())
                .update();
    }

    private void end(Actor actor, Plan plan, Place place, String code) {
        jdbc.sql("""
            update plan_target_link set ended_by = :by, ended_at = :now
            where  plan_id = :plan and coalesce(block_id, task_id) = :place and target = :target and ended_at is null
            """)
                .param("by", actor.account().value())
                .param("now", now())
                .param("plan", plan.id().value())
                .param("place", place.id())
                .param("target", code)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static boolean closed(Plan plan) {
        return plan.document().state().issued() && plan.document().state() != DocumentState.ISSUED;
    }

    private static Set<String> without(Set<String> codes, Set<String> others) {
        var rest = new TreeSet<>(codes);
        rest.removeAll(others);
        return rest;
    }
}
