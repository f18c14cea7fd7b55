package vn.binhdang.execution.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which tasks of a plan wait for which others; never in a circle, or none of them could ever begin. */
final class Waiting {
    private final Map<UUID, List<UUID>> waitsFor = new HashMap<>();

    /** A task that begins after another is finished. */
    record Tie(UUID taskId, UUID afterId) {}

    Waiting(List<Tie> ties) {
        for (var tie : ties)
            waitsFor.computeIfAbsent(tie.taskId(), k -> new ArrayList<>()).add(tie.afterId());
    }

    /**
     * The tasks from {@code after} to {@code task}, each waiting for the next: why {@code task} cannot wait for
     * {@code after}. Empty when it can; of several such ways the shortest.
     */
    List<UUID> circle(UUID task, UUID after) {
        var from = new HashMap<UUID, UUID>();
        var seen = new HashSet<>(List.of(after));
        var next = new ArrayDeque<>(List.of(after));
        while (!next.isEmpty()) {
            var reached = next.remove();
            if (reached.equals(task)) return way(after, task, from);
            for (var one : waitsFor.getOrDefault(reached, List.of()))
                if (seen.add(one)) {
                    from.put(one, reached);
                    next.add(one);
                }
        }
        return List.of();
    }

    private static List<UUID> way(UUID first, UUID last, Map<UUID, UUID> from) {
        var way = new ArrayList<>(List.of(last));
        for (var one = last; !one.equals(first); way.add(one)) {
            var before = from.get(one);
            if (before == null) throw new IllegalStateException("no way back from " + one);
            one = before;
        }
        Collections.reverse(way);
        return way;
    }
}
