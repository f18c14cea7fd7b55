package vn.binhdang.statistics.disclosure;

import java.util.Map;
import java.util.TreeMap;

/** What is published of {@link Tables}, cell by cell, and why that is safe. */
public record SafeTables(Map<String, Outcome> outcomes, Proof proof) {
    public SafeTables {
        outcomes = new TreeMap<>(outcomes);
    }

    public Outcome outcome(String key) {
        Outcome outcome = outcomes.get(key);
        if (outcome == null) throw new IllegalArgumentException("no such cell: " + key);
        return outcome;
    }

    public long count(Outcome.Kind kind) {
        return outcomes.values().stream().filter(one -> one.kind() == kind).count();
    }
}
