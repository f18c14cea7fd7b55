package vn.binhdang.reporting.compilation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.Today;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.DocumentKind;
import vn.binhdang.document.DocumentState;
import vn.binhdang.document.DraftBlocks;
import vn.binhdang.document.DraftBlocks.DraftBlock;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.OutgoingDocuments;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.Plan;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanWithTasks;
import vn.binhdang.plan.Plans;

/** Compiles reports and keeps them in step with their tasks while they are drafts. */
@Component
public class ResultReports {
    private final OutgoingDocuments documents;
    private final DraftBlocks blocks;
    private final Plans plans;
    private final Units units;
    private final ReportDataSource source;
    private final ResultReportRows rows;
    private final AuditTrail audit;
    private final Clock clock;
    private final ReportCompiler compiler = new ReportCompiler();
    private final ReportHead head = new ReportHead();

    ResultReports(
            OutgoingDocuments documents,
            DraftBlocks blocks,
            Plans plans,
            Units units,
            ReportDataSource source,
            ResultReportRows rows,
            AuditTrail audit,
            Clock clock) {
        this.documents = documents;
        this.blocks = blocks;
        this.plans = plans;
        this.units = units;
        this.source = source;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws vn.binhdang.kernel.NotVisible when it is absent or out of scope */
    public ResultReport find(Actor actor, DocumentId id) {
        return of(actor, documents.find(actor, id));
    }

    /** The report that a document is. The caller has found it for the actor before. */
    public ResultReport of(Actor actor, OutgoingDocument document) {
        return rows.of(actor, document);
    }

    /**
     * Makes a draft.
     * @param addressees lines of Kính gửi
     * @throws Refused when the plan is not in force, or is already reported on for this window
     */
    @Transactional
    public DocumentId compile(Actor actor, PlanId planId, ReportWindow window, List<String> addressees) {
        actor.must(Action.WRITE_DOCUMENTS);
        var found = reportable(actor, planId);
        var plan = found.plan();
        if (rows.standing(actor, planId, window).isPresent())
            throw new Refused("reporting.refused.exists", window.label());
        var agency = new ReportData.Agency(
                units.nearest(actor.agency(), Today.of(clock).day()).name());
        var data = source.gather(found, window, agency, source.issued(actor, window));
        var slots = compiler.compile(data);
        var id = documents.create(
                actor, DocumentKind.REPORT, document(actor, plan, data, slots, addressees), yearOf(window), null);
        rows.insert(actor, id, planId, window, data, clock.instant());
        rows.replaceSources(id, sources(slots, blocks.of(actor, id)));
        audit.record(
                actor,
                "reporting.report.compile",
                id.value(),
                Map.of(
                        "plan", planId.toString(),
                        "from", window.from().toString(),
                        "to", window.to().toString(),
                        "tasks", data.tasks().size()));
        return id;
    }

    /** The report on a plan and window that is under way or in force. */
    @Transactional
    public Optional<DocumentId> standing(Actor actor, PlanId plan, ReportWindow window) {
        return rows.standing(actor, plan, window);
    }

    /**
     * Whether the tasks have gone on since the report was compiled.
     * @param plan with every task it has or had
     */
    public boolean outdated(ResultReport report, PlanWithTasks plan) {
        return !rows.versionOf(gather(report, plan)).equals(report.dataVersion());
    }

    private ReportData gather(ResultReport report, PlanWithTasks plan) {
        return source.gather(plan, report.window(), report.agency(), report.issued());
    }

    /** What is still to be written in a draft, and whether it tells of tasks that have gone on since. */
    public static List<Finding> findings(ResultReport report, AdministrativeDocument content, boolean outdated) {
        var findings = new ArrayList<>(ReportGaps.of(content));
        if (outdated)
            findings.add(Finding.of(
                    Severity.WARNING, "reporting.obstacle.outdated", null, ReportMoments.printed(report.compiledAt())));
        return findings;
    }

    /** What a refresh would do; {@code mark} names this very outcome. */
    public record Proposal(String subject, Refresh refresh, String mark) {}

    /**
     * Everything in it is of one moment, without holding up who is writing.
     * @throws Refused when the report is not open for writing
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Proposal proposal(Actor actor, DocumentId id) {
        var written = blocks.writable(actor, id);
        var report = of(actor, written.document());
        return proposal(report, written.blocks(), gather(report, plans.findWithEveryTask(actor, report.plan())));
    }

    private Proposal proposal(ResultReport report, List<DraftBlock> now, ReportData data) {
        var refresh = Refresh.of(now, report.sources(), compiler.compile(data));
        return new Proposal(
                report.document().subject(), refresh, rows.versionOf(data) + "-" + Integer.toHexString(now.hashCode()));
    }

    /**
     * Brings the paragraphs that nobody edited up to the tasks of this moment.
     * @param mark of the proposal the clerk agreed to
     * @return empty when something changed meanwhile, so that the clerk has to look again; then nothing was written
     */
    @Transactional
    public Optional<Refresh> refresh(Actor actor, DocumentId id, String mark) {
        var written = blocks.hold(actor, id);
        var report = of(actor, written.document());
        var data = gather(report, plans.findWithEveryTask(actor, report.plan()));
        var proposal = proposal(report, written.blocks(), data);
        if (!proposal.mark().equals(mark)) return Optional.empty();
        var refresh = proposal.refresh();
        blocks.store(actor, id, refresh.blocks());
        rows.replaceSources(id, refresh.sources());
        rows.recompiled(actor, id, data, clock.instant());
        audit.record(
                actor,
                "reporting.report.refresh",
                id.value(),
                Map.of("differences", refresh.differences().size(), "version", rows.versionOf(data)));
        return Optional.of(refresh);
    }

    /** The draft that will replace an issued report: same words, same plan and window, same data. */
    @Transactional
    DocumentId replace(Actor actor, OutgoingDocument old, AdministrativeDocument words) {
        var report = of(actor, old);
        var oldBlocks = blocks.of(actor, old.id());
        var id = documents.create(actor, DocumentKind.REPORT, words, old.year(), old.id());
        rows.insert(actor, id, report.plan(), report.window(), report.data(), report.compiledAt());
        rows.replaceSources(id, copied(report.sources(), oldBlocks, blocks.of(actor, id)));
        return id;
    }

    /** The words were copied paragraph by paragraph, so the n-th of the old report is the n-th of the new one. */
    private static List<Refresh.Source> copied(
            List<Refresh.Source> sources, List<DraftBlock> old, List<DraftBlock> copies) {
        var byOld = new java.util.HashMap<UUID, DraftBlock>();
        for (int i = 0; i < Math.min(old.size(), copies.size()); i++)
            byOld.put(old.get(i).id(), copies.get(i));
        var versions = new java.util.HashMap<UUID, Integer>();
        for (var block : old) versions.put(block.id(), block.version());
        var result = new ArrayList<Refresh.Source>();
        for (var one : sources) {
            var copy = byOld.get(one.block());
            boolean touched = !Integer.valueOf(one.version()).equals(versions.get(one.block()));
            // An edited paragraph stays an edited one: its copy has version 1, so 0 stands for what was compiled.
            result.add(new Refresh.Source(
                    one.slot(),
                    copy == null ? Uuid7.create() : copy.id(),
                    touched ? 0 : 1,
                    one.task(),
                    one.document()));
        }
        return result;
    }

    private PlanWithTasks reportable(Actor actor, PlanId id) {
        var found = plans.findWithEveryTask(actor, id);
        var plan = found.plan();
        var state = plan.document().state();
        if (state != DocumentState.ISSUED && state != DocumentState.SUPERSEDED)
            throw new Refused("reporting.refused.planNotIssued", plan.document().subject());
        return found;
    }

    private AdministrativeDocument document(
            Actor actor, Plan plan, ReportData data, List<Slot> slots, List<String> addressees) {
        LocalDate today = Today.of(clock).day();
        var drafting = units.nearest(actor.unit(), today);
        String archive = drafting.symbolAbbreviation() == null ? drafting.label() : drafting.symbolAbbreviation();
        return head.around(
                slots,
                data,
                new ReportHead.IssuedPlan(
                        plan.document(), documents.content(actor, plan.id().document())),
                units.letterhead(actor.agency(), today).orElse(null),
                addressees,
                archive,
                today);
    }

    private static int yearOf(ReportWindow window) {
        var period = window.period();
        return period == null ? window.to().getYear() : period.year();
    }

    /** Right after creation the stored paragraphs are the slots, in the same order. */
    private static List<Refresh.Source> sources(List<Slot> slots, List<DraftBlock> stored) {
        if (slots.size() != stored.size()) throw new IllegalStateException("paragraphs were lost on the way");
        var sources = new ArrayList<Refresh.Source>();
        for (int i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            var block = stored.get(i);
            sources.add(new Refresh.Source(slot.key(), block.id(), block.version(), slot.task(), slot.document()));
        }
        return sources;
    }
}
