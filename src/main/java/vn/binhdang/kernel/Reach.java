package vn.binhdang.kernel;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Where somebody may do something: part of every query about units and people, as the SQL function
 * {@code in_reach(unit, :whole, :only, day)}; both parameters are {@code uuid[]}.
 *
 * @param whole units with all that is below them
 * @param only units without what is below them
 */
public record Reach(Set<UnitId> whole, Set<UnitId> only) {
    public Reach {
        whole = Set.copyOf(whole);
        only = Set.copyOf(only);
    }

    static Reach of(Collection<Grant> grants) {
        var whole = new LinkedHashSet<UnitId>();
        var only = new LinkedHashSet<UnitId>();
        for (var grant : grants) (grant.withBelow() ? whole : only).add(grant.scope());
        return new Reach(whole, only);
    }

    /** Also that unit with all that is below it. */
    Reach with(UnitId unit) {
        var more = new LinkedHashSet<>(whole);
        more.add(unit);
        return new Reach(more, only);
    }

    public boolean isEmpty() {
        return whole.isEmpty() && only.isEmpty();
    }

    public UUID[] wholeIds() {
        return whole.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    public UUID[] onlyIds() {
        return only.stream().map(UnitId::value).toArray(UUID[]::new);
    }
}
