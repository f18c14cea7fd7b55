package vn.binhdang.plan.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.binhdang.document.DocumentReader;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.files.Files;

/**
 * Reads what was brought in, one file at a time, away from the request: a reading may take up to 20 seconds and half a
 * gigabyte. What a stop of the product cut off is read again at the next start.
 */
@Component
class Readings implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);

    private final PlanImportRepository imports;
    private final Files files;
    private final DocumentReader reader = new DocumentReader();
    private final ExecutorService queue = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("reading-", 0).daemon().factory());

    Readings(PlanImportRepository imports, Files files) {
        this.imports = imports;
        this.files = files;
    }

    /** A document was brought in and stored. */
    record Brought(PlanImportRepository.Unfinished what) {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void brought(Brought event) {
        queue.execute(() -> read(event.what()));
    }

    @EventListener
    void started(ApplicationReadyEvent event) {
        imports.unfinished().forEach(what -> queue.execute(() -> read(what)));
    }

    private void read(PlanImportRepository.Unfinished what) {
        try (InputStream content = files.open(files.findFor(what.agency(), what.file()))) {
            imports.read(what.id(), reader.read(what.fileName(), content));
        } catch (UnreadableDocument refused) {
            // Cut off by the stop of the product: it stays "being read" and is read again at the next start.
            if (!queue.isShutdown()) imports.refused(what.id(), refused);
        } catch (IOException | RuntimeException | StackOverflowError mistake) {
            // The clerk must not wait for ever for our mistake: the import ends as one that could not be read.
            LOG.error("reading of import {} failed", what.id(), mistake);
            imports.refused(what.id(), new UnreadableDocument(UnreadableDocument.Reason.CORRUPT));
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        queue.shutdownNow();
        if (!queue.awaitTermination(25, TimeUnit.SECONDS)) LOG.warn("a reading was still going on at the stop");
    }
}
