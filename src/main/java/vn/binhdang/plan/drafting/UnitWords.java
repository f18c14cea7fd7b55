package vn.binhdang.plan.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.plan.PlanTask.CoordinatingUnit;

/** Between units and the words that name them in forms. */
public final class UnitWords {
    private final List<Unit> own;
    private final Map<UnitId, Unit> units;
    private final UnitMatcher matcher;

    /** @param units of the agency, today */
    public UnitWords(List<Unit> units, UnitMatcher matcher) {
        this.own = List.copyOf(units);
        this.units = units.stream().collect(Collectors.toMap(Unit::id, Function.identity(), (a, b) -> a));
        this.matcher = matcher;
    }

    Optional<UnitId> unit(String words) {
        return matcher.match(words);
    }

    /** In the order of the agency. */
    List<Unit> all() {
        return own;
    }

    boolean exists(UnitId unit) {
        return units.containsKey(unit);
    }

    /** The name that a form shows; the printed words where the unit is not known any more. */
    public String name(@Nullable UnitId unit, @Nullable String printed) {
        if (unit == null) return "";
        return Optional.ofNullable(units.get(unit)).map(Unit::name).orElse(Objects.requireNonNullElse(printed, ""));
    }

    /** "Phòng Kế hoạch - Tài chính; Công đoàn Sở": units by their name, others by the printed words. */
    public String names(List<CoordinatingUnit> coordinating) {
        return coordinating.stream()
                .map(c -> c.unit() == null ? c.printed() : name(c.unit(), c.printed()))
                .collect(Collectors.joining("; "));
    }

    /**
     * What was typed into the list of coordinating units. Who was named before keeps the printed words; who is no unit of
     * the agency (Hội Liên hiệp Phụ nữ tỉnh) stays as typed.
     */
    List<CoordinatingUnit> coordinating(String typed, List<CoordinatingUnit> before) {
        var named = new ArrayList<CoordinatingUnit>();
        Stream.of(typed.split("[;\\n]"))
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .map(words -> before.stream()
                        .filter(c -> words.equals(c.unit() == null ? c.printed() : name(c.unit(), c.printed())))
                        .findFirst()
                        .orElseGet(
                                () -> new CoordinatingUnit(matcher.match(words).orElse(null), words)))
                .filter(unit -> named.stream().noneMatch(n -> same(n, unit)))
                .forEach(named::add);
        return named;
    }

    private static boolean same(CoordinatingUnit one, CoordinatingUnit other) {
        return one.unit() == null
                ? one.printed().equals(other.printed())
                : one.unit().equals(other.unit());
    }
}
