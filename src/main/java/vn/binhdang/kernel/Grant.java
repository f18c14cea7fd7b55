package vn.binhdang.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A role held on the day of the request.
 *
 * @param scope the unit it is held for
 * @param withBelow also for every unit below that one on the day asked about
 * @param behalf whose role it is, or who named the acting head; null for an own role
 */
public record Grant(
        Role role,
        UnitId scope,
        boolean withBelow,
        Capacity capacity,
        @Nullable AccountId behalf) {
    public Grant {
        if ((capacity == Capacity.OWN) != (behalf == null))
            throw new IllegalArgumentException("%s on behalf of %s".formatted(capacity, behalf));
    }

    /** An own role. */
    public Grant(Role role, UnitId scope, boolean withBelow) {
        this(role, scope, withBelow, Capacity.OWN, null);
    }

    /** As the record of deeds keeps it: "HEAD", or "HEAD:SUBSTITUTE:0199…" with the account it is held for. */
    String text() {
        return behalf == null ? role.name() : "%s:%s:%s".formatted(role, capacity, behalf);
    }
}
