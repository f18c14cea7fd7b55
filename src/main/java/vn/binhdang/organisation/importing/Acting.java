package vn.binhdang.organisation.importing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Capacity;
import vn.binhdang.kernel.Grant;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;

/** An actor as JSON: the job works for whoever brought or confirmed the table, with the roles held at that moment. */
record Acting(UUID account, UUID person, UUID agency, UUID unit, List<Held> grants) {
    record Held(
            Role role,
            UUID scope,
            boolean withBelow,
            Capacity capacity,
            @Nullable UUID behalf) {
        Grant grant() {
            return new Grant(
                    role, new UnitId(scope), withBelow, capacity, behalf == null ? null : new AccountId(behalf));
        }
    }

    static Acting of(Actor actor) {
        return new Acting(
                actor.account().value(),
                actor.person().value(),
                actor.agency().value(),
                actor.unit().value(),
                actor.grants().stream()
                        .map(grant -> new Held(
                                grant.role(),
                                grant.scope().value(),
                                grant.withBelow(),
                                grant.capacity(),
                                grant.behalf() == null ? null : grant.behalf().value()))
                        .toList());
    }

    Actor actor() {
        return new Actor(
                new AccountId(account),
                new PersonId(person),
                new UnitId(agency),
                new UnitId(unit),
                grants.stream().map(Held::grant).collect(Collectors.toSet()));
    }
}
