package vn.binhdang.audit;

import static java.security.MessageDigest.isEqual;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Walks the rows of one chain in their order and finds the first that is not as it was written. Remembers the last two
 * hashes only, so the length of the chain does not matter.
 */
final class ChainWalk {
    /** How far from its place a moved row is looked for; only done once, where the chain breaks. */
    private static final int NEARBY = 1000;

    private final UUID agency;
    private final NavigableMap<Long, byte[]> anchors;
    private final List<Fault> faults = new ArrayList<>();
    private byte[] hash;
    private byte[] hashBefore;
    private long no;
    private long anchored;
    private boolean broken;

    /** @param anchors what checkpoints have seen: number of a row to its hash */
    ChainWalk(UUID agency, NavigableMap<Long, byte[]> anchors) {
        this(agency, anchors, 0, StoredRow.BEGINNING);
    }

    /** Of an export, which begins in the middle of the chain. */
    ChainWalk(UUID agency, NavigableMap<Long, byte[]> anchors, long after, byte[] hashThere) {
        this.agency = agency;
        this.anchors = anchors;
        no = after;
        anchored = after;
        hash = hashThere;
        hashBefore = hashThere;
    }

    void step(StoredRow row) {
        if (broken) return;
        long place = no + 1;
        boolean follows =
                row.no() == place && isEqual(row.before(), hash) && isEqual(row.hash(), row.hashAfter(hash, place));
        if (!follows) {
            add(fault(row, place));
            return;
        }
        hashBefore = hash;
        hash = row.hash();
        no = place;
        var seen = anchors.get(no);
        if (seen == null) return;
        if (isEqual(seen, hash)) anchored = no;
        else add(Fault.rows(Fault.Kind.REWRITTEN, agency, anchored + 1, no));
    }

    /** @param endNo and the next: what the chain's end says; null where it is not there */
    List<Fault> end(@Nullable Long endNo, byte @Nullable [] endHash) {
        if (broken) return faults;
        var beyond = anchors.isEmpty() || anchors.lastKey() <= no ? null : anchors.lastKey();
        if (beyond != null || endNo != null && endNo > no)
            add(Fault.rows(
                    Fault.Kind.CUT_OFF,
                    agency,
                    no + 1,
                    Math.max(beyond == null ? 0 : beyond, endNo == null ? 0 : endNo)));
        else if (endNo == null ? no > 0 : endNo != no || !isEqual(endHash, hash))
            add(Fault.rows(Fault.Kind.END_MOVED, agency, no, endNo == null ? 0 : endNo));
        return faults;
    }

    /** The last row of an export: nothing is known of what follows. */
    List<Fault> endOfPart() {
        return faults;
    }

    long last() {
        return no;
    }

    /** Up to which row a checkpoint vouches for what was walked. */
    long anchored() {
        return anchored;
    }

    private void add(Fault fault) {
        faults.add(fault);
        broken = true;
    }

    private Fault fault(StoredRow row, long place) {
        if (row.no() > place) return Fault.rows(Fault.Kind.DROPPED, agency, place, row.no() - 1);
        if (isEqual(row.hash(), hash)) return Fault.row(Fault.Kind.INSERTED, row); // a copy of the row before it
        boolean linked = isEqual(row.before(), hash);
        if (linked) return Fault.row(Fault.Kind.EDITED, row);
        if (isEqual(row.hash(), row.hashAfter(row.before(), row.no()))) return Fault.row(Fault.Kind.INSERTED, row);
        long written = numberWrittenWith(row);
        if (written == 0) return Fault.row(Fault.Kind.EDITED, row);
        boolean pushedBack = written == place - 1 && isEqual(row.before(), hashBefore);
        return pushedBack
                ? Fault.rows(Fault.Kind.INSERTED, agency, written, written)
                : Fault.row(Fault.Kind.REORDERED, row);
    }

    /** The number with which the row's content gives its hash: the place where it was written; 0 when there is none. */
    private static long numberWrittenWith(StoredRow row) {
        for (long number = Math.max(1, row.no() - NEARBY); number <= row.no() + NEARBY; number++)
            if (isEqual(row.hash(), row.hashAfter(row.before(), number))) return number;
        return 0;
    }
}
