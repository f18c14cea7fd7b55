package vn.binhdang.organisation.importing;

import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.organisation.importing.SheetImport.State;

/** Takes tables in and lets people decide what becomes of them. */
@Component
class SheetImports {
    static final int DAYS_KEPT = 7;

    private final SheetImportRepository imports;
    private final SheetImportJob job;
    private final ObjectProvider<SheetImporter> importers;
    private final AuditTrail audit;
    private final Clock clock;

    SheetImports(
            SheetImportRepository imports,
            SheetImportJob job,
            ObjectProvider<SheetImporter> importers,
            AuditTrail audit,
            Clock clock) {
        this.imports = imports;
        this.job = job;
        this.importers = importers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotVisible for a kind the actor may not bring in, as for one that does not exist */
    SheetImporter importer(Actor actor, String kind) {
        return importers.stream()
                .filter(importer -> importer.kind().equals(kind) && actor.may(importer.needed()))
                .findFirst()
                .orElseThrow(() -> new NotVisible("imports of this kind"));
    }

    /** Stores the file whatever it is and queues its check. */
    @Transactional
    public SheetImportId bring(Actor actor, String kind, String language, String fileName, byte[] content) {
        importer(actor, kind);
        var id = SheetImportId.create();
        String sha256 = Sha256.hex(content);
        imports.insert(actor, id, kind, language, nameOf(fileName), sha256, content);
        audit.record(actor, "organisation.import.bring", id.value(), Map.of("kind", kind, "sha256", sha256));
        job.schedule(id);
        return id;
    }

    SheetImport find(Actor actor, SheetImportId id) {
        return imports.find(actor, id, kinds(actor));
    }

    List<SheetImport> latest(Actor actor, String kind) {
        importer(actor, kind);
        return imports.latest(actor, kind, 5);
    }

    List<SheetImportRepository.Numbered> mistakes(Actor actor, SheetImportId id, int after, int limit) {
        find(actor, id);
        return imports.mistakes(id, after, limit);
    }

    /** Queues the writing; a second click finds it under way. */
    @Transactional
    public void write(Actor actor, SheetImportId id) {
        var brought = find(actor, id);
        if (imports.startWriting(actor, id)) job.schedule(id);
        else if (brought.state() != State.WRITING && brought.state() != State.DONE)
            throw new Refused("organisation.import.notReady");
    }

    /** Stops the work at its next step, or throws away what waits for a decision. */
    @Transactional
    public void cancel(Actor actor, SheetImportId id) {
        var brought = find(actor, id);
        if (brought.state().isRunning()) imports.wantCancel(id);
        else if (brought.state().isWaitingForPeople()) imports.end(id, State.CANCELLED);
        else if (brought.state() != State.CANCELLED) throw new Refused("organisation.import.alreadyEnded");
        audit.record(actor, "organisation.import.cancel", id.value(), Map.of("kind", brought.kind()));
    }

    /** What nobody decided on in {@link #DAYS_KEPT} days is thrown away: the file and its mistakes may name people. */
    @Transactional
    public void forget() {
        for (var waiting : imports.waitingSinceBefore(OffsetDateTime.now(clock).minusDays(DAYS_KEPT))) {
            imports.end(waiting.id(), State.CANCELLED);
            audit.record(
                    Actor.ofInstallation(waiting.agency()),
                    "organisation.import.forget",
                    waiting.id().value(),
                    Map.of("kind", waiting.kind(), "days", DAYS_KEPT));
        }
    }

    private List<String> kinds(Actor actor) {
        return importers.stream()
                .filter(importer -> actor.may(importer.needed()))
                .map(SheetImporter::kind)
                .toList();
    }

    /** Some browsers send the whole path. */
    private static String nameOf(String given) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        return name.isEmpty() ? "bang" : name.length() > 200 ? name.substring(name.length() - 200) : name;
    }
}
