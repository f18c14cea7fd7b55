package vn.binhdang.kernel;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who acts, for which agency, from which of its units, in which roles. Always an argument, never looked up: a test
 * passes one, a job passes one.
 *
 * @param agency the public body (Sở …) whose records are seen and changed; part of every query
 * @param unit the own unit inside it (Văn phòng, a division); the agency itself for its leaders
 * @param grants the roles held today, each with its scope
 */
public record Actor(AccountId account, PersonId person, UnitId agency, UnitId unit, Set<Grant> grants) {
    private static final UUID NOBODY = new UUID(0, 0);

    public Actor {
        grants = Set.copyOf(grants);
    }

    /** With roles held for the whole agency. */
    public static Actor of(AccountId account, PersonId person, UnitId agency, UnitId unit, Set<Role> roles) {
        return new Actor(
                account,
                person,
                agency,
                unit,
                roles.stream().map(role -> new Grant(role, agency, true)).collect(Collectors.toSet()));
    }

    /** The product itself, for what belongs to no agency: first start, unknown names at the sign-in. */
    public static Actor ofInstallation() {
        return ofInstallation(new UnitId(NOBODY));
    }

    /** The product itself, working for an agency: jobs, the founding of an agency. Holds no role. */
    public static Actor ofInstallation(UnitId agency) {
        return new Actor(new AccountId(NOBODY), new PersonId(NOBODY), agency, agency, Set.of());
    }

    public boolean isInstallation() {
        return account.value().equals(NOBODY);
    }

    public Set<Role> roles() {
        return grants.stream().map(Grant::role).collect(Collectors.toSet());
    }

    public boolean is(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Whether a role that is held, in whatever scope, allows it; the scope is {@link #reach}. */
    public boolean may(Action action) {
        return grants.stream().anyMatch(grant -> action.roles().contains(grant.role()));
    }

    /** @throws NotAllowed when no role that is held allows any of them */
    public void must(Action... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(this::may)) throw new NotAllowed(anyOf[0]);
    }

    /** The units for which the actor may do it; empty when none. */
    public Reach reach(Action action) {
        return Reach.of(grants.stream()
                .filter(grant -> action.roles().contains(grant.role()))
                .toList());
    }
}
