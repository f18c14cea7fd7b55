package vn.binhdang.execution.urging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody chose and typed to urge.
 * @param tasks chosen tasks
 * @param units units from which a report is waited for
 * @param to by unit: UNIT, UNIT_HEAD, AGENCY_HEAD or the id of an account
 */
record UrgeForm(
        List<UUID> tasks,
        List<UUID> units,
        String report,
        String reportDue,
        String way,
        String words,
        String answerBy,
        boolean coordinating,
        Map<UUID, String> to) {
    private static final String TO = "to.";

    UrgeForm {
        tasks = List.copyOf(tasks);
        units = List.copyOf(units);
        to = Map.copyOf(to);
    }

    static UrgeForm of(MultiValueMap<String, String> sent) {
        var to = new HashMap<UUID, String>();
        sent.forEach((name, values) -> {
            if (name.startsWith(TO)) id(name.substring(TO.length())).ifPresent(unit -> to.put(unit, values.getFirst()));
        });
        return new UrgeForm(
                ids(sent.get("task")),
                ids(sent.get("unit")),
                first(sent, "report").strip(),
                first(sent, "reportDue").strip(),
                first(sent, "way"),
                first(sent, "words").strip().replace("\r\n", "\n"),
                first(sent, "answerBy").strip(),
                sent.containsKey("coordinating"),
                to);
    }

    Optional<Way> chosenWay() {
        for (var known : Way.values()) if (known.name().equals(way)) return Optional.of(known);
        return Optional.empty();
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    /** What is no id counts as not chosen. */
    static List<UUID> ids(@Nullable List<String> sent) {
        var ids = new ArrayList<UUID>();
        if (sent != null)
            for (String text : sent) id(text).filter(one -> !ids.contains(one)).ifPresent(ids::add);
        return ids;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
