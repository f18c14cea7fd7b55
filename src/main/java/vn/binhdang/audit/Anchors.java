package vn.binhdang.audit;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What trusted checkpoints have seen of each chain. The last one proves all rows before it; the others only tell more
 * exactly where a chain was bent, so that of very many every second one may be forgotten: ten years of an hour each, over
 * thousands of chains, would not fit into memory.
 */
final class Anchors {
    private static final int MOST = 4000;
    private static final int MOST_IN_ALL = 400_000;

    private final Map<UUID, NavigableMap<Long, byte[]>> seen = new HashMap<>();
    private int all;

    void add(Checkpoint checkpoint) {
        for (var end : checkpoint.ends()) {
            var chain = seen.computeIfAbsent(end.agency(), agency -> new TreeMap<>());
            if (chain.put(end.no(), end.hash()) == null) all++;
            if (chain.size() > MOST) thin(chain);
        }
        // As long as there is something to forget: the last of each chain stays.
        while (all > MOST_IN_ALL && all > 2 * seen.size()) seen.values().forEach(this::thin);
    }

    int size() {
        return all;
    }

    NavigableMap<Long, byte[]> of(UUID agency) {
        return seen.getOrDefault(agency, new TreeMap<>());
    }

    Set<UUID> agencies() {
        return seen.keySet();
    }

    private void thin(NavigableMap<Long, byte[]> chain) {
        boolean forget = false;
        for (Iterator<Long> numbers = chain.headMap(chain.lastKey()).keySet().iterator(); numbers.hasNext(); ) {
            numbers.next();
            if (forget) {
                numbers.remove();
                all--;
            }
            forget = !forget;
        }
    }
}
