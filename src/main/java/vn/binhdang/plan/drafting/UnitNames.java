package vn.binhdang.plan.drafting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.plan.PlanTask.CoordinatingUnit;

/** How units are named in forms and in print. */
public class UnitNames {
    private final List<Unit> own;
    private final Map<UnitId, Unit> units;

    /** @param units of the agency, today */
    public UnitNames(List<Unit> units) {
        this.own = List.copyOf(units);
        this.units = units.stream().collect(Collectors.toMap(Unit::id, Function.identity(), (a, b) -> a));
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
}
