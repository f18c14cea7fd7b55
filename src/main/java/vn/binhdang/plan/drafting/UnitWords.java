package vn.binhdang.plan.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.plan.PlanTask.CoordinatingUnit;

/** The same, and which unit is meant by words that somebody typed. */
public final class UnitWords extends UnitNames {
    private final UnitMatcher matcher;

    /** @param units of the agency, today */
    public UnitWords(List<Unit> units, UnitMatcher matcher) {
        super(units);
        this.matcher = matcher;
    }

    Optional<UnitId> unit(String words) {
        return matcher.match(words);
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
