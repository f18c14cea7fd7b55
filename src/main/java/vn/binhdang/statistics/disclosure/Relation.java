package vn.binhdang.statistics.disclosure;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The counts of these cells, each times its factor, add up to nothing: total - part - part = 0. A total of parts, a
 * merged unit and the units it was made of, a year and its halves are all of this kind.
 */
public record Relation(String name, Map<String, Long> factors) {
    public Relation {
        if (factors.isEmpty()) throw new IllegalArgumentException("a relation of nothing: " + name);
        if (factors.containsValue(0L)) throw new IllegalArgumentException("a factor of nought: " + name);
        factors = Collections.unmodifiableMap(new TreeMap<>(factors));
    }

    /** The parts must be different cells. */
    public static Relation total(String total, List<String> parts) {
        Map<String, Long> factors = new TreeMap<>();
        factors.put(total, 1L);
        for (String part : parts) {
            if (factors.put(part, -1L) != null) throw new IllegalArgumentException("twice in one sum: " + part);
        }
        return new Relation(total + " = " + parts.size() + " parts", factors);
    }

    /** The same of cells that bear other keys; empty where nothing is left of it. */
    Optional<Relation> with(Map<String, String> keys) {
        Map<String, Long> renamed = new TreeMap<>();
        factors.forEach((key, factor) -> renamed.merge(keys.getOrDefault(key, key), factor, Long::sum));
        renamed.values().removeIf(factor -> factor == 0);
        return renamed.isEmpty() ? Optional.empty() : Optional.of(new Relation(name, renamed));
    }

    boolean holds(Map<String, Long> values) {
        BigInteger sum = BigInteger.ZERO;
        for (var factor : factors.entrySet()) {
            Long value = values.get(factor.getKey());
            if (value == null) throw new IllegalArgumentException("a relation of an unknown cell: " + factor.getKey());
            sum = sum.add(BigInteger.valueOf(factor.getValue()).multiply(BigInteger.valueOf(value)));
        }
        return sum.signum() == 0;
    }
}
