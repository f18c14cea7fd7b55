package vn.binhdang.statistics.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An element with categories, as it is written in definitions and rules: "STAFF[SEX=F;LEGAL_STATUS=CIVIL_SERVANT]".
 *
 * @param element empty where only categories are named
 */
record Asked(String element, Map<String, String> categories) {
    static final String ELEMENT = "[A-Z][A-Z0-9_]*";
    static final String CATEGORIES =
            "\\[\\s*(?:[A-Z0-9_]+\\s*=\\s*[A-Z0-9_]+\\s*(?:;\\s*[A-Z0-9_]+\\s*=\\s*[A-Z0-9_]+\\s*)*)?\\]";
    private static final Pattern WRITTEN = Pattern.compile("(" + ELEMENT + ")?\\s*(" + CATEGORIES + ")?");

    Asked {
        categories = new TreeMap<>(categories);
    }

    /** Empty for what is not written so, and for nothing. */
    static Optional<Asked> read(String text) {
        String words = text.strip();
        var written = WRITTEN.matcher(words);
        if (words.isEmpty() || !written.matches()) return Optional.empty();
        var categories = new TreeMap<String, String>();
        String listed = written.group(2) == null ? "" : written.group(2).replaceAll("[\\[\\]\\s]", "");
        for (String one : listed.isEmpty() ? new String[0] : listed.split(";")) {
            String[] parts = one.split("=");
            if (categories.put(parts[0], parts[1]) != null) return Optional.empty();
        }
        return Optional.of(new Asked(written.group(1) == null ? "" : written.group(1), categories));
    }

    /** What a row and a column ask together; empty when they contradict each other. */
    Optional<Asked> and(Asked other) {
        if (!element.isEmpty() && !other.element.isEmpty() && !element.equals(other.element)) return Optional.empty();
        var both = new TreeMap<>(categories);
        for (var one : other.categories.entrySet()) {
            String before = both.put(one.getKey(), one.getValue());
            if (before != null && !before.equals(one.getValue())) return Optional.empty();
        }
        return Optional.of(new Asked(element.isEmpty() ? other.element : element, both));
    }

    /** The categories in the order of the element's dimensions; empty when it has no such dimension. */
    Optional<String> combination(List<String> dimensions) {
        if (!dimensions.containsAll(categories.keySet())) return Optional.empty();
        var parts = new ArrayList<String>();
        for (String dimension : dimensions)
            if (categories.get(dimension) instanceof String category) parts.add(dimension + "=" + category);
        return Optional.of(String.join(";", parts));
    }

    static Asked of(String element, String combination) {
        return read(combination.isEmpty() ? element : element + "[" + combination + "]")
                .orElseThrow(() -> new IllegalArgumentException("no combination: " + combination));
    }

    @Override
    public String toString() {
        if (categories.isEmpty() && !element.isEmpty()) return element;
        return element
                + categories.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(";", "[", "]"));
    }
}
