package vn.binhdang.plan.amendment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentCompanion;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.WrittenDocument;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.AgencyOnDay;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.TaskStandings;
import vn.binhdang.plan.amendment.Change.Kind;
import vn.binhdang.plan.drafting.TaskCheck;
import vn.binhdang.plan.drafting.UnitNames;

/** What an amendment is besides its words: the changes that take effect at its issue. */
@Component
class AmendmentCompanion implements DocumentCompanion {
    private final AmendmentRows rows;
    private final PartRows parts;
    private final AmendmentEffect effect;
    private final Plans plans;
    private final TaskStandings standings;
    private final Units units;
    private final Clock clock;

    AmendmentCompanion(
            AmendmentRows rows,
            PartRows parts,
            AmendmentEffect effect,
            Plans plans,
            TaskStandings standings,
            Units units,
            Clock clock) {
        this.rows = rows;
        this.parts = parts;
        this.effect = effect;
        this.plans = plans;
        this.standings = standings;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.AMENDMENT;
    }

    @Override
    public String home(DocumentId id) {
        return "/amendments/" + id;
    }

    @Override
    public boolean homeWhileDraft() {
        return true;
    }

    /** The words around the changes are written where those of any document are. */
    @Override
    public String editor(DocumentId id) {
        return "/documents/" + id + "/edit";
    }

    @Override
    public Beside beside(Actor actor, WrittenDocument draft, AgencyOnDay agency) {
        var id = draft.document().id();
        var stored = draft.content();
        var changes = rows.changes(id);
        return new Beside() {
            @Override
            public AdministrativeDocument printed() {
                return AmendmentPaper.with(
                        stored, AmendmentPaper.withChanges(stored.body(), changes, parts.changes(id), names(changes)));
            }

            @Override
            public List<Finding> obstacles() {
                return AmendmentCompanion.this.obstacles(actor, id, stored, changes, new UnitNames(agency.below()));
            }
        };
    }

    private List<Finding> obstacles(
            Actor actor, DocumentId id, AdministrativeDocument stored, List<Change> changes, UnitNames own) {
        var amendment = rows.find(id);
        var plan = plans.find(actor, amendment.plan());
        var deciding = parts.deciding(amendment);
        var now = plans.tasksOf(plan).stream().collect(Collectors.toMap(PlanTask::id, Function.identity()));
        var standing = standings.of(plan);
        var others = rows.inDrafting(actor, amendment.plan()).stream()
                .filter(other -> !other.id().equals(id))
                .toList();
        var check = new TaskCheck(plan.document().year(), own, WorkingDays.standard());
        var findings = new ArrayList<Finding>();
        if (plan.document().state() != DocumentState.ISSUED)
            findings.add(Finding.of(
                    Severity.ERROR,
                    "plan.amendment.refused.notInForce",
                    null,
                    plan.document().subject()));
        if (changes.isEmpty() && deciding.own().isEmpty())
            findings.add(Finding.of(Severity.ERROR, "plan.amendment.obstacle.nothing", null));
        if (!AmendmentPaper.hasPlace(stored.body()))
            findings.add(Finding.of(Severity.ERROR, "plan.amendment.obstacle.noPlace", null));
        for (var change : changes) {
            findings.addAll(of(plan.id(), change, now.get(change.task()), standing.get(change.task()), check));
            for (var other : others)
                if (other.touched().contains(change.task().value()))
                    findings.add(Finding.of(
                            Severity.WARNING,
                            "plan.amendment.obstacle.alsoIn",
                            null,
                            name(plan.id(), change),
                            other.subject()));
        }
        findings.addAll(ofParts(deciding, others));
        return findings;
    }

    private static List<Finding> ofParts(PartRows.Deciding deciding, List<AmendmentRows.Other> others) {
        var findings = new ArrayList<Finding>();
        for (var change : deciding.own()) {
            if (deciding.overtaken(change) != Overtaken.NOTHING)
                findings.add(Finding.of(
                        Severity.ERROR, "plan.amendment.part.obstacle.overtaken", null, AmendmentPaper.named(change)));
            for (var other : others)
                if (other.touched().contains(change.part()))
                    findings.add(Finding.of(
                            Severity.WARNING,
                            "plan.amendment.part.obstacle.alsoIn",
                            null,
                            AmendmentPaper.named(change),
                            other.subject()));
        }
        return findings;
    }

    /** What stands against one change, or should be looked at. */
    static List<Finding> of(
            PlanId plan,
            Change change,
            @Nullable PlanTask now,
            TaskStandings.@Nullable Standing standing,
            TaskCheck check) {
        var findings = new ArrayList<Finding>();
        String name = name(plan, change);
        var overtaken = Overtaken.of(change, now, standing != null && standing.closed());
        if (overtaken != Overtaken.NOTHING)
            findings.add(Finding.of(Severity.ERROR, "plan.amendment.obstacle.overtaken", null, name));
        if (change.kind() == Kind.DROP && standing != null && standing.finished())
            findings.add(Finding.of(Severity.ERROR, "plan.amendment.obstacle.dropDone", null, name));
        if (change.kind() == Kind.CHANGE && change.closed())
            findings.add(Finding.of(Severity.WARNING, "plan.amendment.obstacle.closed", null, name));
        if (change.kind() != Kind.DROP)
            for (var finding : check.of(change.wanted().over(change.blank(plan))))
                if (finding.severity() != Severity.PROPOSAL) findings.add(finding);
        return findings;
    }

    /** "II.1", or the beginning of what it says. */
    static String name(PlanId plan, Change change) {
        return TaskCheck.name(change.named().over(change.blank(plan)));
    }

    /** Of the units that changes name, as they are called today. */
    Function<UUID, @Nullable String> names(List<Change> changes) {
        var named = units.named(Change.units(changes), Today.of(clock).day());
        Map<UUID, String> names = named.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().value(), e -> e.getValue().name()));
        return names::get;
    }

    @Override
    public void takesEffect(Actor actor, OutgoingDocument issued) {
        effect.takes(actor, issued);
    }
}
