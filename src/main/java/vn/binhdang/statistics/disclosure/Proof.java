package vn.binhdang.statistics.disclosure;

import java.util.List;
import java.util.Map;

/**
 * Why an outsider learns nothing. Not for outsiders: with the true counts beside it, it tells everything.
 *
 * @param inputs SHA-256 of cells and relations, {@link Tables#sha256()}
 * @param bound no choice could lose less than this; equal to the loss when the choice is proven the best
 * @param loss weight of what is withheld beyond what must be; of rounding the sum of all distances
 * @param base everything is a multiple of it, 0 where nothing is rounded
 * @param distance a rounded count is at most this far from the true one, and everybody may know that
 * @param intervals for each cell in doubt, what an outsider must at least hold possible
 * @param changes what to add to the true counts to come to another table that looks the same; intervals point here
 */
public record Proof(
        String inputs,
        int cells,
        int relations,
        String solver,
        String method,
        long loss,
        long bound,
        long seed,
        int base,
        long distance,
        Map<String, Interval> intervals,
        List<Map<String, Long>> changes) {

    /** Reached by the change numbered {@code lowChange} and {@code highChange}; -1 when the true table itself does. */
    public record Interval(long low, long high, int lowChange, int highChange) {}

    public Proof {
        intervals = Map.copyOf(intervals);
        changes = changes.stream().map(Map::copyOf).toList();
    }

    public boolean best() {
        return loss <= bound;
    }

    /** Share of the loss that a better choice could at most save, 0 to 1. */
    public double gap() {
        return loss == 0 ? 0 : Math.max(0, (double) (loss - bound) / loss);
    }
}
