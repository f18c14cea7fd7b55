package vn.binhdang.plan.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentCompanion;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.WrittenDocument;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.AgencyOnDay;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanParts;
import vn.binhdang.plan.PlanStanding;
import vn.binhdang.plan.PlanTask;
import vn.binhdang.plan.Plans;

/** What a plan is besides its words: tasks that must be complete before it is submitted, and their table in print. */
@Component
class PlanCompanion implements DocumentCompanion {
    private final Plans plans;
    private final TaskRows rows;
    private final PlanStanding standing;
    private final PlanParts parts;
    private final JdbcClient jdbc;

    PlanCompanion(Plans plans, TaskRows rows, PlanStanding standing, PlanParts parts, JdbcClient jdbc) {
        this.plans = plans;
        this.rows = rows;
        this.standing = standing;
        this.parts = parts;
        this.jdbc = jdbc;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.PLAN;
    }

    @Override
    public String home(DocumentId id) {
        return "/plans/" + id;
    }

    @Override
    public String editor(DocumentId id) {
        return "/plans/" + id + "/edit";
    }

    @Override
    public Beside beside(Actor actor, WrittenDocument draft, AgencyOnDay agency) {
        var plan = plans.withTasks(draft.document());
        var units = new UnitNames(agency.below());
        var stored = draft.content();
        boolean assignments = printsAssignments(plan.plan(), plan.tasks(), units);
        return new Beside() {
            @Override
            public AdministrativeDocument printed() {
                var annexes = assignments
                        ? new AssignmentAnnex(units).after(stored.annexes(), plan.tasks())
                        : stored.annexes();
                var bases = stored.legalBases().stream()
                        .filter(basis -> !basis.text().isBlank())
                        .toList();
                return stored.withWords(bases, PlanContents.written(stored.body()), annexes);
            }

            @Override
            public List<Finding> obstacles() {
                var findings = new ArrayList<>(ofWhole(actor, plan.plan(), plan.tasks(), stored, assignments));
                var check = check(plan.plan(), units);
                for (PlanTask task : plan.tasks())
                    for (var finding : check.of(task))
                        if (finding.severity() != Severity.PROPOSAL) findings.add(finding);
                return findings;
            }
        };
    }

    static TaskCheck check(Plan plan, UnitNames units) {
        return new TaskCheck(plan.document().year(), units, WorkingDays.standard());
    }

    /**
     * What concerns the plan as a whole.
     * @param assignments whether their annex is printed
     */
    List<Finding> ofWhole(
            Actor actor, Plan plan, List<PlanTask> all, AdministrativeDocument content, boolean assignments) {
        var findings = new ArrayList<Finding>();
        if (all.isEmpty()) findings.add(Finding.of(Severity.ERROR, "plan.obstacle.noTasks", null));
        if (assignments && !AssignmentAnnex.referredTo(content.body()))
            findings.add(Finding.of(Severity.ERROR, "plan.annex.notReferred", null));
        int empty = content.body().size() - PlanContents.written(content.body()).size();
        if (empty > 0)
            findings.add(Finding.of(Severity.PROPOSAL, "plan.obstacle.emptyParagraphs", null, String.valueOf(empty)));
        findings.addAll(standing.beyondChecker(actor, plan, content));
        return findings;
    }

    /** As the clerk decided; before that, when the text alone does not say who does what by when. */
    static boolean printsAssignments(Plan plan, List<PlanTask> all, UnitNames units) {
        if (all.isEmpty()) return false;
        return plan.printAssignments() == null ? new AssignmentAnnex(units).wanted(all) : plan.printAssignments();
    }

    /** The tasks go on with their units and days: what replaces a plan says most of it again. */
    @Override
    @Transactional
    public Optional<DocumentId> replace(Actor actor, OutgoingDocument old, AdministrativeDocument words) {
        var source = plans.find(actor, PlanId.of(old.id()));
        var now = parts.content(actor, source);
        var id = plans.create(
                actor,
                words.withWords(words.legalBases(), now.body(), now.annexes()),
                old.year(),
                null,
                null,
                old.id());
        for (PlanTask task : plans.tasksOf(source)) rows.insert(TaskDraft.copied(task, id));
        jdbc.sql("update plan set print_assignments = (select print_assignments from plan where id = :old)"
                        + " where id = :id")
                .param("old", source.id().value())
                .param("id", id.value())
                .update();
        return Optional.of(id.document());
    }
}
