package vn.binhdang.plan.amendment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
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

    AmendmentCompanion(
            AmendmentRows rows, PartRows parts, AmendmentEffect effect, Plans plans, TaskStandings standings) {
        this.rows = rows;
        this.parts = parts;
        this.effect = effect;
        this.plans = plans;
        this.standings = standings;
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
        var stored = draft.content();
        var decided = rows.decided(actor, draft.document().id());
        var deciding = parts.deciding(decided.amendment());
        return new Beside() {
            @Override
            public AdministrativeDocument printed() {
                return AmendmentPaper.with(
                        stored,
                        AmendmentPaper.withChanges(
                                stored.body(), decided.changes(), deciding.own(), decided.names()::get));
            }

            @Override
            public List<Finding> obstacles() {
                return AmendmentCompanion.this.obstacles(
                        actor, stored, decided, deciding, new UnitNames(agency.below()));
            }
        };
    }

    private List<Finding> obstacles(
            Actor actor,
            AdministrativeDocument stored,
            AmendmentRows.Decided decided,
            PartRows.Deciding deciding,
            UnitNames own) {
        var amendment = decided.amendment();
        var changes = decided.changes();
        var found = plans.findWithTasks(actor, amendment.plan());
        var plan = found.plan();
        var now = found.tasks().stream().collect(Collectors.toMap(PlanTask::id, Function.identity()));
        var standing = standings.of(plan);
        var others = decided.others();
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
                        Severity.ERROR, "plan.amendment.part.obstacle.overtaken", null, ChangeSentences.named(change)));
            for (var other : others)
                if (other.touched().contains(change.part()))
                    findings.add(Finding.of(
                            Severity.WARNING,
                            "plan.amendment.part.obstacle.alsoIn",
                            null,
                            ChangeSentences.named(change),
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

    @Override
    public void takesEffect(Actor actor, OutgoingDocument issued) {
        effect.takes(actor, issued);
    }
}
