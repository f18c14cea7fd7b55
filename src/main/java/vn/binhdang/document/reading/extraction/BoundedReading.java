package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/**
 * Runs one reading so that whatever a file does to the libraries, the caller gets text or a refusal in time. The reading
 * has its own thread: its stack can overflow without harm, and the caller goes on when a library loops without asking
 * the {@link Deadline}. Such a thread is interrupted and left; it is a daemon and holds one file.
 */
final class BoundedReading {
    /** Fonts and objects of a PDF refer to each other in depth; the default of 1 MB overflows on honest files first. */
    private static final long STACK_BYTES = 4L << 20;

    private BoundedReading() {}

    static <T> T run(Callable<T> reading, Deadline deadline) throws UnreadableDocument {
        var task = new FutureTask<>(reading);
        var thread = new Thread(null, task, "document-reading", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(Math.max(0, deadline.nanosLeft()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            task.cancel(true);
            throw deadline.passed();
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw deadline.passed();
        } catch (ExecutionException failed) {
            throw refusalFor(failed);
        }
    }

    private static UnreadableDocument refusalFor(ExecutionException failed) {
        // PDFBox and POI wrap what is thrown in their callbacks, so our own refusal may lie below others.
        for (Throwable inner = failed; inner != null; inner = inner.getCause())
            if (inner instanceof UnreadableDocument refusal) return refusal;
        return switch (failed.getCause()) {
            case OutOfMemoryError _ -> new UnreadableDocument(Reason.EXPANDS_TOO_MUCH);
            case IOException _, RuntimeException _, StackOverflowError _ -> new UnreadableDocument(Reason.CORRUPT);
            case null, default -> throw new IllegalStateException("reading failed", failed);
        };
    }
}
