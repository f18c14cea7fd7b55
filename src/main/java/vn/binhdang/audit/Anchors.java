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
 * exactly where a chain was bent, so that of very many every second one may be forgotten.
 */
final class Anchors {
    private static final int MOST = 4000;

    private final Map<UUID, NavigableMap<Long, byte[]>> seen = new HashMap<>();

    void add(Checkpoint checkpoint) {
        for (var end : checkpoint.ends()) {
            var chain = seen.computeIfAbsent(end.agency(), agency -> new TreeMap<>());
            chain.put(end.no(), end.hash());
            if (chain.size() > MOST) thin(chain);
        }
    }

    NavigableMap<Long, byte[]> of(UUID agency) {
        return seen.getOrDefault(agency, new TreeMap<>());
    }

    Set<UUID> agencies() {
        return seen.keySet();
    }

    private static void thin(NavigableMap<Long, byte[]> chain) {
        boolean forget = false;
        for (Iterator<Long> numbers = chain.headMap(chain.lastKey()).keySet().iterator(); numbers.hasNext(); ) {
            numbers.next();
            if (forget) numbers.remove();
            forget = !forget;
        }
    }
}
