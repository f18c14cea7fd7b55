package vn.binhdang.document.reading.extraction;

import java.time.Duration;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/** When a reading must be over. Asked between small steps, because a thread that computes cannot be stopped from outside. */
final class Deadline {
    private static final int STEPS_PER_LOOK = 1 << 8;

    private final long nanos;
    private final long allowed;
    private int steps;

    private Deadline(Duration allowed) {
        this.allowed = allowed.toNanos();
        this.nanos = System.nanoTime() + this.allowed;
    }

    static Deadline in(Duration allowed) {
        return new Deadline(allowed);
    }

    /** Cheap enough for every character: the clock is read at each 256th call only. */
    void step() throws UnreadableDocument {
        if ((++steps & (STEPS_PER_LOOK - 1)) == 0) check();
    }

    /** @throws UnreadableDocument TOO_SLOW when the time is over */
    void check() throws UnreadableDocument {
        if (System.nanoTime() - nanos > 0) throw passed();
    }

    UnreadableDocument passed() {
        return new UnreadableDocument(
                Reason.TOO_SLOW, Long.toString(Duration.ofNanos(allowed).toSeconds()));
    }

    long nanosLeft() {
        return nanos - System.nanoTime();
    }
}
