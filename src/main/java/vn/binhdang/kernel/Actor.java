package vn.binhdang.kernel;

import java.util.Set;

/**
 * Who acts, for which agency, from which of its units, in which roles. Always an argument, never looked up: a test
 * passes one, a job passes one.
 *
 * @param agency the public body (Sở …) whose records are seen and changed; part of every query
 * @param unit the own unit inside it (Văn phòng, a division); the agency itself for its leaders
 */
public record Actor(AccountId account, PersonId person, UnitId agency, UnitId unit, Set<Role> roles) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** @throws NotAllowed when the actor holds none of them */
    public void mustBe(Role... anyOf) {
        for (Role role : anyOf) if (is(role)) return;
        throw new NotAllowed(anyOf[0]);
    }
}
