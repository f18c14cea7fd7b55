package vn.binhdang.statistics.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One way a table is cut, with its sub-totals: the first code is the total of all; each code that is cut further names
 * its parts. Two ways of grouping the same parts may stand beside each other (two maps of units).
 *
 * @param name short, without the signs = ; as it becomes part of the keys of cells
 */
public record Dimension(String name, String total, Map<String, List<String>> parts) {
    public Dimension {
        parts = new LinkedHashMap<>(parts);
        if (!parts.containsKey(total)) throw new IllegalArgumentException("a dimension without parts: " + name);
    }

    /** Without sub-totals. */
    public static Dimension flat(String name, String total, List<String> codes) {
        return new Dimension(name, total, Map.of(total, codes));
    }

    /** The same with another sub-total over codes that are there already. */
    public Dimension grouping(String code, List<String> codes) {
        Map<String, List<String>> more = new LinkedHashMap<>(parts);
        more.put(code, codes);
        return new Dimension(name, total, more);
    }

    /** All codes, totals before their parts. */
    public List<String> codes() {
        List<String> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> roots = new ArrayList<>();
        roots.add(total);
        roots.addAll(parts.keySet());
        for (String root : roots) add(root, found, seen);
        return found;
    }

    private void add(String code, List<String> found, Set<String> seen) {
        if (!seen.add(code)) return;
        found.add(code);
        for (String part : parts.getOrDefault(code, List.of())) add(part, found, seen);
    }

    public boolean cut(String code) {
        return parts.containsKey(code);
    }
}
