package vn.binhdang.statistics.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * A count that is published, was published, or hangs together with such by a relation.
 *
 * @param key the same in every table that shows this count
 * @param weight what is lost when it is withheld, at least 1
 * @param floor what everybody knows it is at least, mostly 0
 * @param need what must stay in doubt; null for a count that may be known
 */
public record TableCell(
        String key,
        long value,
        long weight,
        long floor,
        Showing showing,
        @Nullable Need need) {

    /** Whether the publication may show the cell. */
    public enum Showing {
        /** It stands in a table; shown unless it is withheld. */
        OFFERED,
        /** Everybody knows it, from an earlier publication or by its nature; it cannot be withheld any more. */
        KNOWN,
        /** It stands in no table, but relations tell of it. */
        UNSEEN
    }

    public TableCell {
        if (weight < 1) throw new IllegalArgumentException("a cell without weight: " + key);
        if (floor < 0 || value < floor) throw new IllegalArgumentException("a count below its floor: " + key);
        if (need != null && showing == Showing.KNOWN)
            throw new IllegalArgumentException("known already, so nothing can be kept in doubt: " + key);
    }

    /** An ordinary count, weighing as much as it says. */
    public static TableCell offered(String key, long value) {
        return new TableCell(key, value, Math.max(1, value), 0, Showing.OFFERED, null);
    }

    /** The same count by another key. */
    TableCell named(String newKey) {
        return new TableCell(newKey, value, weight, floor, showing, need);
    }

    /** What cannot be kept in doubt any more. */
    TableCell withoutNeed() {
        return new TableCell(key, value, weight, floor, showing, null);
    }

    public TableCell with(Need newNeed) {
        return new TableCell(key, value, weight, floor, showing, newNeed);
    }

    public TableCell with(Showing newShowing) {
        return new TableCell(key, value, weight, floor, newShowing, newShowing == Showing.KNOWN ? null : need);
    }

    public TableCell weighing(long newWeight) {
        return new TableCell(key, value, newWeight, floor, showing, need);
    }
}
