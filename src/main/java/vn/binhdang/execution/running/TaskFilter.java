package vn.binhdang.execution.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.execution.TaskState;

/**
 * Which tasks of a plan are shown and in which order, as the address says it. What the address says wrongly counts as not
 * said: addresses are kept in notes and letters, and an old one should still show the plan.
 *
 * @param words of number, text or printed lead, with or without diacritics
 * @param unit id of a leading unit, or "none" for tasks that nobody leads; empty for all
 * @param state name of a {@link TaskState}, OPEN, LATE or DUE_SOON; empty for all
 */
record TaskFilter(String words, String unit, String state, Group group, Sort sort, View view) {
    static final String NOBODY = "none";
    static final List<String> STATES = states();

    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final int MOST_WORDS = 8;

    /** What stands together under a heading. */
    enum Group {
        NONE,
        UNIT,
        STATE,
        DUE
    }

    enum Sort {
        PLAN,
        DUE,
        CHANGED
    }

    enum View {
        LIST,
        BOARD,
        PRINT
    }

    static TaskFilter of(
            @Nullable String words,
            @Nullable String unit,
            @Nullable String state,
            @Nullable String group,
            @Nullable String sort,
            @Nullable String view) {
        return new TaskFilter(
                words == null ? "" : words.strip(),
                unit == null || !(unit.equals(NOBODY) || isId(unit)) ? "" : unit,
                state == null || !STATES.contains(state) ? "" : state,
                constant(Group.values(), group).orElse(Group.NONE),
                constant(Sort.values(), sort).orElse(Sort.PLAN),
                constant(View.values(), view).orElse(View.LIST));
    }

    boolean isEmpty() {
        return words.isEmpty() && unit.isEmpty() && state.isEmpty();
    }

    /** The words to be found, all of them, in any order. */
    List<String> searched() {
        return words.isEmpty()
                ? List.of()
                : GAP.splitAsStream(words).limit(MOST_WORDS).toList();
    }

    TaskFilter withState(String other) {
        return new TaskFilter(words, unit, other, group, sort, view);
    }

    TaskFilter withView(View other) {
        return new TaskFilter(words, unit, state, group, sort, other);
    }

    /** @param path of the plan's page */
    String address(String path, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(path);
        if (!words.isEmpty()) address.queryParam("q", "{q}");
        if (!unit.isEmpty()) address.queryParam("unit", unit);
        if (!state.isEmpty()) address.queryParam("state", state);
        if (group != Group.NONE) address.queryParam("group", lower(group));
        if (sort != Sort.PLAN) address.queryParam("sort", lower(sort));
        if (view != View.LIST) address.queryParam("view", lower(view));
        if (after != null) address.queryParam("after", after);
        return words.isEmpty()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(words).toUriString();
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] known, @Nullable String name) {
        for (E constant : known) if (constant.name().equalsIgnoreCase(name)) return Optional.of(constant);
        return Optional.empty();
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> states() {
        var names = new ArrayList<>(List.of("OPEN", "LATE", "DUE_SOON"));
        for (var state : TaskState.values()) names.add(state.name());
        return List.copyOf(names);
    }
}
