package vn.binhdang.plan.cascade;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.UnitKind;

/**
 * What the clerk chose: clauses, addressees and the day to answer by.
 * @param clause ids of clauses
 * @param kind kinds of units
 * @param group ids of saved groups
 * @param names names of units, one a line
 * @param replyBy as typed
 * @param follow units of these kinds that are founded later get their own
 * @param seen how many addressees the preview showed
 * @param groupName under which the named units are to be saved
 */
public record PassDownForm(
        @Nullable List<String> clause,
        @Nullable List<String> kind,
        @Nullable List<String> group,
        @Nullable String names,
        @Nullable String replyBy,
        @Nullable Boolean follow,
        @Nullable Integer seen,
        @Nullable String groupName) {

    List<UUID> clauses() {
        return ids(clause);
    }

    List<UUID> groups() {
        return ids(group);
    }

    List<UnitKind> kinds() {
        var typed = kind == null ? List.<String>of() : kind;
        return Stream.of(UnitKind.values())
                .filter(k -> typed.contains(k.name()))
                .toList();
    }

    /** The lines that say something, each once. */
    List<String> named() {
        return words(names)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    boolean follows() {
        return Boolean.TRUE.equals(follow);
    }

    static String words(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private static List<UUID> ids(@Nullable List<String> typed) {
        return typed == null
                ? List.of()
                : typed.stream().map(Uuid7::parse).distinct().toList();
    }
}
