package vn.binhdang.execution.task;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.calendar.Today;
import vn.binhdang.execution.ExecutionRules;
import vn.binhdang.files.ArrivingFiles;
import vn.binhdang.files.FileId;
import vn.binhdang.files.StoredFile;
import vn.binhdang.files.VirusScan;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;

/** What may be brought as evidence, of a task or of anything else, and how it is kept. */
@Component
public class EvidenceFiles {
    private static final Problem LOST = new Problem("files", "execution.evidence.refused.lost");

    private final vn.binhdang.files.Files files;
    private final ArrivingFiles arriving;
    private final EvidencePhotos photos;
    private final VirusScan scan;
    private final ExecutionRules rules;
    private final Clock clock;

    EvidenceFiles(
            vn.binhdang.files.Files files,
            ArrivingFiles arriving,
            EvidencePhotos photos,
            VirusScan scan,
            ExecutionRules rules,
            Clock clock) {
        this.files = files;
        this.arriving = arriving;
        this.photos = photos;
        this.scan = scan;
        this.rules = rules;
        this.clock = clock;
    }

    /** A picture as the phone took it. */
    public record Original(byte[] content, String name, String mediaType) {}

    /** Opens the sealed original of a picture; the caller has checked whose duty it is, and records it. */
    public Optional<Original> original(Actor actor, FileId shown) {
        return photos.original(actor, shown);
    }

    /**
     * The small copy of a picture, for lists.
     * @throws NotVisible when it is no picture, or was brought before copies were made
     */
    public StoredFile thumbnail(UnitId agency, FileId shown) {
        return photos.thumbnail(agency, shown).orElseThrow(() -> new NotVisible("thumbnail of file " + shown));
    }

    /**
     * @param others what is wrong with the rest of the form, field to message key, so that all is said at once
     * @throws UnfitEvidence with everything that has to be mended in the form
     */
    public void mustFit(Brought brought, Map<String, String> others) {
        var problems = new ArrayList<Problem>();
        others.forEach((field, key) -> problems.add(new Problem(field, key)));
        problems.addAll(problems(brought));
        problems.addAll(EvidenceLink.of(brought.link(), Today.of(clock).day()).problems());
        if (!problems.isEmpty()) throw new UnfitEvidence(problems);
    }

    /**
     * Stores what {@link #mustFit fits}, all or nothing.
     * @return what has to be entered where it belongs, the files first
     * @throws UnfitEvidence when another form was handed one of the files meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<KeptEvidence.Fresh> keep(Actor actor, Brought brought) {
        var gone = takeOver(actor, brought);
        if (!gone.isEmpty()) throw new UnfitEvidence(gone);
        var kept = new ArrayList<KeptEvidence.Fresh>();
        for (var upload : brought.files())
            kept.add(new KeptEvidence.Fresh(store(actor, upload).id().value(), null, upload.name()));
        var link = EvidenceLink.of(brought.link(), Today.of(clock).day()).link();
        if (link != null) kept.add(new KeptEvidence.Fresh(null, link, link.title()));
        return kept;
    }

    /**
     * What came before the form belongs to its act from now on, and to no other.
     * @return what is wrong when another form was faster; the act is to be given up then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Problem> takeOver(Actor actor, Brought brought) {
        boolean all = true;
        for (var file : brought.arrived()) all &= arriving.forget(actor, file.id());
        return all ? List.of() : List.of(LOST);
    }

    /** What is wrong with the files of a form; empty when all can be stored. */
    public List<Problem> problems(Brought brought) {
        var limit = rules.on(Today.of(clock).day());
        var problems = new ArrayList<Problem>();
        if (brought.lost()) problems.add(LOST);
        for (var upload : brought.files()) {
            if (upload.size() > limit.evidenceBytes()) {
                problems.add(new Problem(
                        "files", "execution.evidence.refused.large", upload.name(), limit.evidenceMegabytes()));
                continue;
            }
            try {
                EvidenceKind.refusal(upload.content(), upload.name())
                        .or(() -> infected(upload))
                        .ifPresent(key -> problems.add(new Problem("files", key, upload.name())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return problems;
    }

    private Optional<String> infected(Upload upload) {
        return switch (scan.of(upload.content())) {
            case PASSED -> Optional.empty();
            case INFECTED -> Optional.of("execution.evidence.refused.infected");
            case TOO_LARGE -> Optional.of("execution.evidence.refused.tooLargeToScan");
            case NO_ANSWER -> Optional.of("execution.evidence.refused.notScanned");
        };
    }

    /**
     * Keeps a file that has no {@link #problems}; of a picture what is returned is the copy that may be served, of a film it has
     * neither place nor time any more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredFile store(Actor actor, Upload upload) {
        try (var in = Files.newInputStream(upload.content())) {
            var kind = EvidenceKind.of(upload.content(), upload.name());
            if (kind == null) throw new IllegalStateException("a file that was not checked");
            if (kind.isPicture()) return photos.store(actor, upload.content(), kind, upload.name());
            if (kind == EvidenceKind.MP4)
                return files.store(
                        actor, new ByteArrayInputStream(Film.of(upload.content())), kind.mediaType(), upload.name());
            return files.store(actor, in, kind.mediaType(), upload.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
