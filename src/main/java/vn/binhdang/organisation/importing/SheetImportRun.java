package vn.binhdang.organisation.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;
import vn.binhdang.organisation.importing.SheetImport.State;
import vn.binhdang.organisation.sheet.Mistakes;
import vn.binhdang.organisation.sheet.SheetReader;
import vn.binhdang.organisation.sheet.UnreadableSheet;
import vn.binhdang.web.Text;

/** One check or one writing of a table. */
@Component
class SheetImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(SheetImportRun.class);
    private static final int SHOWN = 100;
    private static final long NANOS_BETWEEN_SIGNS = 300_000_000;

    private final SheetImportRepository imports;
    private final ObjectProvider<SheetImporter> importers;
    private final AuditTrail audit;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;

    SheetImportRun(
            SheetImportRepository imports,
            ObjectProvider<SheetImporter> importers,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.importers = importers;
        this.audit = audit;
        this.whole = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The product stops: the work is left to its next start. */
    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Looked(SheetReader.Result read, Mistakes mistakes, SheetImporter.Plan plan) {}

    /** Does what the state of the import asks for; nothing when it was done before. */
    void run(SheetImportId id, BooleanSupplier stopping) {
        var work = imports.work(id).orElse(null);
        if (work == null || !work.state().isRunning()) return;
        try {
            if (work.state() == State.CHECKING) check(id, work, stopping);
            else write(id, work, stopping);
        } catch (UnreadableSheet refused) {
            imports.refused(id, refused);
        } catch (Cancelled wanted) {
            whole.executeWithoutResult(_ -> imports.end(id, State.CANCELLED));
        } catch (Refused byTheRules) {
            // Somebody changed the units between the check and the writing.
            var mistakes = new Mistakes();
            mistakes.add(0, "", byTheRules.messageKey(), byTheRules.arguments().toArray());
            whole.executeWithoutResult(_ -> imports.wrong(id, 0, List.of(), 1, mistakes.list()));
        } catch (CutOff stop) {
            throw stop;
        } catch (IOException | RuntimeException | StackOverflowError mistake) {
            if (stopping.getAsBoolean()) throw new CutOff();
            // The clerk must not wait for ever for our mistake. No message of the exception: it may quote the file.
            LOG.error("import {} failed: {}", id, mistake.getClass().getName(), withoutMessages(mistake));
            whole.executeWithoutResult(_ -> imports.end(id, State.FAILED));
        }
    }

    private void check(SheetImportId id, SheetImportRepository.Work work, BooleanSupplier stopping)
            throws IOException, UnreadableSheet {
        var looked = look(work, progress(id, stopping));
        // A short table is looked through before the first sign of progress: a wish to cancel is asked for once more.
        if (imports.progress(id, looked.read().rows(), looked.read().rows())) throw new Cancelled();
        whole.executeWithoutResult(_ -> result(id, looked));
    }

    private void result(SheetImportId id, Looked looked) {
        var read = looked.read();
        if (looked.mistakes().none())
            imports.ready(
                    id,
                    read.rows(),
                    read.ignoredColumns(),
                    looked.plan().counts(),
                    looked.plan().preview(SHOWN));
        else
            imports.wrong(
                    id,
                    read.rows(),
                    read.ignoredColumns(),
                    looked.mistakes().count(),
                    looked.mistakes().list());
    }

    /** Looks again, since the world may have changed since the preview, and writes in the same transaction. */
    private void write(SheetImportId id, SheetImportRepository.Work work, BooleanSupplier stopping) throws IOException {
        try {
            whole.executeWithoutResult(_ -> writeAll(id, work, progress(id, stopping)));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private void writeAll(SheetImportId id, SheetImportRepository.Work work, SheetImporter.Progress progress) {
        Looked looked;
        try {
            looked = look(work, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableSheet e) {
            throw new IllegalStateException("read well when it was checked", e);
        }
        if (!looked.mistakes().none()) {
            result(id, looked);
            return;
        }
        looked.plan().write(progress);
        var counts = looked.plan().counts();
        imports.end(id, State.DONE);
        audit.record(
                work.acting().actor(),
                "organisation.import.write",
                id.value(),
                Map.of(
                        "kind", work.kind(),
                        "created", counts.creates(),
                        "changed", counts.changes(),
                        "unchanged", counts.unchanged()));
    }

    private Looked look(SheetImportRepository.Work work, SheetImporter.Progress progress)
            throws IOException, UnreadableSheet {
        byte[] content = work.content();
        if (content == null) throw new IllegalStateException("the file of an import under way is gone");
        Actor actor = work.acting().actor();
        var importer = importers.stream()
                .filter(one -> one.kind().equals(work.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no importer of " + work.kind()));
        actor.must(importer.needed());
        var mistakes = new Mistakes();
        var check = importer.begin(actor);
        var read = SheetReader.read(
                work.fileName(),
                new ByteArrayInputStream(content),
                importer.layout(),
                Text.in(Locale.of(work.language())),
                mistakes,
                row -> {
                    progress.at(row.number(), 0);
                    check.row(row);
                });
        return new Looked(read, mistakes, check.finish(mistakes, progress));
    }

    /** In a transaction of its own, else nobody would see it before the end. */
    private SheetImporter.Progress progress(SheetImportId id, BooleanSupplier stopping) {
        long[] last = {System.nanoTime()};
        return (done, total) -> {
            long now = System.nanoTime();
            if (now - last[0] < NANOS_BETWEEN_SIGNS) return;
            last[0] = now;
            if (stopping.getAsBoolean()) throw new CutOff();
            if (Boolean.TRUE.equals(apart.execute(_ -> imports.progress(id, done, total)))) throw new Cancelled();
        };
    }

    private static Throwable withoutMessages(Throwable mistake) {
        var bare = new RuntimeException(mistake.getClass().getName());
        bare.setStackTrace(mistake.getStackTrace());
        return bare;
    }
}
