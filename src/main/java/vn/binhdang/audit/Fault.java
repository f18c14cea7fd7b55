package vn.binhdang.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.web.Text;

/**
 * Something in the record that is not as it was written.
 * @param agency whose chain; null when it is about a checkpoint
 * @param no of the row, or of the checkpoint
 * @param until the last of the rows in question; the same as {@code no} when it is exactly that row
 * @param what the row says of itself, when there is one: time and action
 */
public record Fault(Kind kind, @Nullable UUID agency, long no, long until, String what) {

    /** How it differs from what was written. */
    public enum Kind {
        /** Its content does not give its hash. */
        EDITED,
        /** It is not there, but later ones are. */
        DROPPED,
        /** It was slipped in, or does not follow from the row before it. */
        INSERTED,
        /** Another row stands in its place. */
        REORDERED,
        /** All hashes fit, but not those that a checkpoint has seen: one of the rows was changed and the rest made to fit. */
        REWRITTEN,
        /** The rows from here to the end are gone. */
        CUT_OFF,
        /** No checkpoint vouches for the rows from here on: in an export, they may have been made up. */
        NOT_COVERED,
        /** The end of the chain is not the last row. */
        END_MOVED,
        /** Its signature or content does not hold. */
        CHECKPOINT_FORGED,
        CHECKPOINT_DROPPED,
        /** Signed with a key that is not trusted here. */
        CHECKPOINT_STRANGE
    }

    static Fault row(Kind kind, StoredRow row) {
        return new Fault(kind, row.agency(), row.no(), row.no(), row.time() + " " + row.action());
    }

    static Fault rows(Kind kind, UUID agency, long from, long until) {
        return new Fault(kind, agency, from, until, "");
    }

    static Fault checkpoint(Kind kind, long no) {
        return new Fault(kind, null, no, no, "");
    }

    /** One sentence for a person. */
    public String sentence(Text t) {
        return t.of(
                "audit.fault." + kind.name(),
                agency == null ? "" : agency.toString(),
                Long.toString(no),
                Long.toString(until),
                what);
    }
}
