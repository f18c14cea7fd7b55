package vn.binhdang.plan.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Finding;
import vn.binhdang.document.ReadDocument;
import vn.binhdang.document.checking.DocumentChecker;
import vn.binhdang.document.checking.LayoutFacts;
import vn.binhdang.files.Files;
import vn.binhdang.files.StoredFile;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.organisation.Units;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.Plans;
import vn.binhdang.plan.importing.ImportResultPage.Fact;
import vn.binhdang.web.Text;

/** Makes the pages of an import ready to print. */
@Component
class ImportPages {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Set<String> TYPES_WITH_TASKS =
            Set.of("Kế hoạch", "Chương trình", "Quyết định", "Đề án", "Phương án", "Chỉ thị");

    private final PlanImports imports;
    private final Plans plans;
    private final Files files;
    private final Accounts accounts;
    private final Units units;
    private final Clock clock;

    ImportPages(PlanImports imports, Plans plans, Files files, Accounts accounts, Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
        this.imports = imports;
        this.plans = plans;
        this.files = files;
        this.accounts = accounts;
    }

    ImportFormPage form(Actor actor, @Nullable PlanId newerThan, @Nullable String problem, String pasted, Text t) {
        var latest = imports.latest(actor).stream()
                .map(brought -> new ImportFormPage.Latest(
                        "/plans/imports/" + brought.id(),
                        brought.fileName(),
                        MOMENT.format(brought.importedAt()),
                        t.of("plan.import.state." + brought.state()),
                        brought.state().name()))
                .toList();
        return new ImportFormPage(
                newerThan == null ? "" : newerThan.toString(),
                newerThan == null ? "" : plans.find(actor, newerThan).document().subject(),
                problem == null ? "" : t.of(problem),
                pasted,
                latest);
    }

    ImportResultPage result(Actor actor, PlanImport brought, Text t) {
        StoredFile file = files.find(actor, brought.file());
        var importer = new AccountId(brought.importedBy());
        var known = imports.withSameContent(actor, brought).stream()
                .filter(other -> other.plan() != null)
                .map(other -> new ImportResultPage.SameContent(
                        MOMENT.format(other.importedAt()),
                        plans.find(actor, PlanId.of(String.valueOf(other.plan())))
                                .document()
                                .subject(),
                        "/plans/" + other.plan() + "/edit"))
                .toList();
        boolean read = brought.state() == PlanImport.State.READ;
        ReadDocument reading = read ? imports.reading(brought) : null;
        return new ImportResultPage(
                brought.id().toString(),
                brought.state(),
                brought.fileName(),
                size(file.size(), t),
                brought.sha256(),
                MOMENT.format(brought.importedAt()),
                accounts.namesOf(Set.of(importer)).getOrDefault(importer, ""),
                brought.refusalKey() == null
                        ? ""
                        : t.of(brought.refusalKey(), brought.refusalArguments().toArray()),
                known,
                brought.plan() == null ? "" : "/plans/" + brought.plan() + "/edit",
                brought.newerThan() == null ? "" : "/plans/imports/" + brought.id() + "/difference",
                reading == null ? List.of() : facts(reading.document(), t),
                reading == null ? List.of() : findings(actor, reading, file, t),
                reading != null && !looksLikePlan(reading.document()));
    }

    SourcePage source(Actor actor, PlanId plan, PlanImport brought, Text t) {
        StoredFile file = files.find(actor, brought.file());
        var lines = imports.reading(brought).source().lines().stream()
                .map(line -> new SourcePage.Line(line.number(), line.text(), line.bold(), line.cell() != null))
                .toList();
        return new SourcePage(
                brought.fileName(),
                "/plans/imports/" + brought.id() + "/file",
                "/plans/imports/" + brought.id(),
                "/plans/import?newerThan=" + plan,
                t.of("plan.import.source.facts", size(file.size(), t), MOMENT.format(brought.importedAt())),
                lines);
    }

    DifferencePage difference(Actor actor, PlanImport newer, boolean all, Text t) {
        var plan = newer.newerThan();
        if (plan == null || newer.state() != PlanImport.State.READ) throw new NotVisible("difference of " + newer.id());
        var older = imports.ofPlan(actor, plan).orElseThrow(() -> new NotVisible("source of plan " + plan));
        var every = Clauses.between(
                imports.reading(older).document(), imports.reading(newer).document());
        var rows = new ArrayList<DifferencePage.Row>();
        for (var difference : every)
            if (all || difference.kind() != Clauses.Kind.SAME)
                rows.add(new DifferencePage.Row(
                        difference.kind(),
                        t.of("plan.import.difference." + difference.kind()),
                        difference.before(),
                        difference.after()));
        return new DifferencePage(
                newer.id().toString(),
                older.fileName(),
                newer.fileName(),
                plans.find(actor, plan).document().subject(),
                "/plans/" + plan + "/edit",
                count(every, Clauses.Kind.CHANGED),
                count(every, Clauses.Kind.ADDED),
                count(every, Clauses.Kind.REMOVED),
                count(every, Clauses.Kind.SAME),
                all,
                rows,
                newer.plan() == null ? "" : "/plans/" + newer.plan() + "/edit");
    }

    private static int count(List<Clauses.Difference> differences, Clauses.Kind kind) {
        return (int) differences.stream().filter(d -> d.kind() == kind).count();
    }

    private static boolean looksLikePlan(AdministrativeDocument document) {
        return document.documentType() != null
                && TYPES_WITH_TASKS.contains(document.documentType())
                && !document.tasks().isEmpty();
    }

    private static List<Fact> facts(AdministrativeDocument document, Text t) {
        var facts = new ArrayList<Fact>();
        add(facts, t.of("plan.import.fact.type"), document.documentType(), t);
        add(facts, t.of("plan.import.fact.subject"), document.subjectLine(), t);
        add(facts, t.of("plan.import.fact.issuer"), document.issuingAgency(), t);
        add(facts, t.of("plan.import.fact.number"), numberAndSymbol(document), t);
        add(
                facts,
                t.of("plan.import.fact.bases"),
                t.of("plan.import.fact.count", document.legalBases().size()),
                t);
        add(
                facts,
                t.of("plan.import.fact.tasks"),
                t.of("plan.import.fact.count", document.tasks().size()),
                t);
        add(
                facts,
                t.of("plan.import.fact.recipients"),
                t.of("plan.import.fact.count", document.recipients().size()),
                t);
        return facts;
    }

    private static @Nullable String numberAndSymbol(AdministrativeDocument document) {
        if (document.symbol() == null) return document.number();
        return (document.number() == null ? "…" : document.number()) + "/" + document.symbol();
    }

    private static void add(List<Fact> facts, String label, @Nullable String value, Text t) {
        facts.add(new Fact(label, value == null ? t.of("plan.import.fact.notInText") : value));
    }

    private List<ImportResultPage.Remark> findings(Actor actor, ReadDocument reading, StoredFile file, Text t) {
        var all = new ArrayList<Finding>(reading.source().notices());
        all.addAll(reading.document().findings());
        var checker = new DocumentChecker(units.abbreviations(actor.agency(), LocalDate.now(clock)));
        all.addAll(layout(reading, file)
                .map(layout -> checker.check(reading, layout))
                .orElseGet(() -> checker.check(reading)));
        return all.stream()
                .sorted(Comparator.comparing(Finding::severity))
                .map(finding -> new ImportResultPage.Remark(
                        finding.severity(),
                        t.of("plan.import.severity." + finding.severity()),
                        t.of(finding.code(), finding.arguments().toArray()),
                        finding.line() == null ? "" : t.of("plan.import.line", finding.line())))
                .toList();
    }

    /** Margins, sizes and page numbers, in the formats that have them. */
    private Optional<LayoutFacts> layout(ReadDocument reading, StoredFile file) {
        try (var in = files.open(file)) {
            return LayoutFacts.of(reading.source().format(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String size(long bytes, Text t) {
        return bytes < 1_000_000
                ? t.of("plan.import.kilobytes", Math.max(1, bytes / 1000))
                : t.of("plan.import.megabytes", bytes / 100_000 / 10.0);
    }
}
