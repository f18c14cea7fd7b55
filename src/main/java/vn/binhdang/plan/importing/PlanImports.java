package vn.binhdang.plan.importing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.DocumentReader;
import vn.binhdang.document.ReadDocument;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.files.Files;
import vn.binhdang.files.StoredFile;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.plan.PlanId;
import vn.binhdang.plan.PlanIntake;
import vn.binhdang.plan.Plans;

/** Takes documents in: stores the file, has it read, and makes a plan of what was understood. */
@Component
class PlanImports implements PlanIntake {
    private static final Pattern YEAR_OF_SUBJECT = Pattern.compile("\\bnăm (20\\d\\d)\\b");

    private final PlanImportRepository imports;
    private final Files files;
    private final Plans plans;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final DocumentReader reader = new DocumentReader();

    PlanImports(
            PlanImportRepository imports,
            Files files,
            Plans plans,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.plans = plans;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores what was brought, whatever it is, and queues its reading: a file that turns out to be unreadable is kept for
     * the clerk to look at.
     * @param newerThan the plan whose source this is a newer version of
     */
    @Transactional
    public ImportId bring(Actor actor, String fileName, InputStream content, @Nullable PlanId newerThan) {
        actor.must(Action.WRITE_DOCUMENTS);
        if (newerThan != null) plans.find(actor, newerThan);
        // The type is not known before the file is read; it is only ever handed back as a download.
        StoredFile file = files.store(actor, content, "application/octet-stream", nameOf(fileName));
        var id = enter(actor, file, newerThan);
        events.publishEvent(new Readings.Brought(
                new PlanImportRepository.Unfinished(id, actor.agency(), file.id(), file.originalName())));
        return id;
    }

    @Override
    @Transactional(rollbackFor = UnreadableDocument.class)
    public PlanId takeIn(Actor clerk, String fileName, byte[] content) throws UnreadableDocument {
        clerk.must(Action.WRITE_DOCUMENTS);
        var reading = reader.read(fileName, content);
        var id = enter(
                clerk,
                files.store(clerk, new ByteArrayInputStream(content), "application/octet-stream", nameOf(fileName)),
                null);
        imports.read(id, reading);
        return makePlan(clerk, id);
    }

    private ImportId enter(Actor actor, StoredFile file, @Nullable PlanId newerThan) {
        var id = ImportId.create();
        imports.insert(actor, id, file, newerThan);
        audit.record(actor, "plan.import.bring", id.value(), Map.of("sha256", file.sha256()));
        return id;
    }

    @Transactional
    public ImportId bringText(Actor actor, String fileName, String pasted, @Nullable PlanId newerThan) {
        return bring(actor, fileName, new ByteArrayInputStream(pasted.getBytes(StandardCharsets.UTF_8)), newerThan);
    }

    PlanImport find(Actor actor, ImportId id) {
        actor.must(Action.READ_DRAFTS);
        return imports.find(actor, id);
    }

    List<PlanImport> latest(Actor actor) {
        actor.must(Action.READ_DRAFTS);
        return imports.latest(actor, 10);
    }

    List<PlanImport> withSameContent(Actor actor, PlanImport as) {
        return imports.withSameContent(actor, as);
    }

    Optional<PlanImport> ofPlan(Actor actor, PlanId plan) {
        plans.find(actor, plan);
        return imports.ofPlan(actor, plan);
    }

    ReadDocument reading(PlanImport read) {
        return imports.reading(read.id());
    }

    /** Makes the draft. A second call for the same import answers with the plan of the first. */
    @Transactional
    public PlanId makePlan(Actor actor, ImportId id) {
        actor.must(Action.WRITE_DOCUMENTS);
        // Two clicks at once: the second waits here and finds the plan of the first.
        imports.lock(actor, id);
        var brought = imports.find(actor, id);
        if (brought.plan() != null) return brought.plan();
        if (brought.state() != PlanImport.State.READ) throw new Refused("plan.import.notRead");
        var content = draftOf(imports.reading(id).document());
        var plan = plans.create(actor, content, yearOf(content, LocalDate.now(clock)), id.value(), null);
        audit.record(actor, "plan.import.makePlan", plan.value(), Map.of("import", id.toString()));
        return plan;
    }

    /** The year a plan is for: the one its subject names, else that of its date, else this year. */
    static int yearOf(AdministrativeDocument content, LocalDate today) {
        String subject = content.subjectLine() == null ? "" : content.subjectLine();
        var named = YEAR_OF_SUBJECT.matcher(subject);
        if (named.find()) return Integer.parseInt(named.group(1));
        var date = content.date();
        return date != null && date.year() != null ? date.year() : today.getYear();
    }

    /** As read, but without number and day: those are given when it is issued here. The import keeps what was printed. */
    private static AdministrativeDocument draftOf(AdministrativeDocument read) {
        var date = read.date();
        return new AdministrativeDocument(
                read.documentType(),
                read.issuingAgency(),
                read.parentAgency(),
                null,
                read.symbol(),
                read.place(),
                date == null ? null : new PartialDate(date.year(), date.month(), null),
                read.subjectLine(),
                read.addressees(),
                read.legalBases(),
                read.sections(),
                read.body(),
                read.tasks(),
                read.citedDocuments(),
                read.recipients(),
                read.signature(),
                read.annexes(),
                read.findings());
    }

    /** Some browsers send the whole path; and a name must never be a way out of a folder. */
    private static String nameOf(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .strip();
        return name.isEmpty() ? "van-ban" : name.length() > 200 ? name.substring(name.length() - 200) : name;
    }
}
