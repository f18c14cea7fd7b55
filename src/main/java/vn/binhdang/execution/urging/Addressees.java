package vn.binhdang.execution.urging;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.binhdang.access.RoleHolders;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;

/** Who is reached in a unit, asked once per agency for one act. */
final class Addressees {
    private static final Set<Role> ASKED = asked();

    private final RoleHolders holders;
    private final Map<UnitId, List<RoleHolders.Seat>> seats = new HashMap<>();

    Addressees(RoleHolders holders) {
        this.holders = holders;
    }

    Set<AccountId> of(Part part) {
        return switch (part.recipient()) {
            case PERSON ->
                inUnit(part).stream().filter(a -> a.equals(part.person())).collect(Collectors.toSet());
            case UNIT -> inUnit(part);
            case UNIT_HEAD -> leading(part);
            case AGENCY_HEAD -> head(part.agency());
        };
    }

    /** All who may be urged in the unit, for choosing one. */
    Set<AccountId> inUnit(Part part) {
        var sitting = sitting(part.agency(), part.unit(), Action.REPORT_TASKS.roles());
        if (!sitting.isEmpty()) return sitting;
        // The unit is an agency of its own: its office follows up, and where it has none its head.
        var office = sitting(part.unit(), null, Action.FOLLOW_UP_TASKS.roles());
        return office.isEmpty() ? head(part.unit()) : office;
    }

    private Set<AccountId> leading(Part part) {
        var leading = sitting(part.agency(), part.unit(), EnumSet.of(Role.DIVISION_HEAD, Role.HEAD));
        return leading.isEmpty() ? head(part.unit()) : leading;
    }

    private Set<AccountId> head(UnitId agency) {
        var head = sitting(agency, null, EnumSet.of(Role.HEAD));
        return head.isEmpty() ? sitting(agency, null, EnumSet.of(Role.DEPUTY_HEAD)) : head;
    }

    private Set<AccountId> sitting(UnitId agency, @org.jspecify.annotations.Nullable UnitId unit, Set<Role> roles) {
        return seats.computeIfAbsent(agency, a -> holders.seats(a, ASKED)).stream()
                .filter(seat -> roles.contains(seat.role())
                        && (unit == null || seat.unit().equals(unit)))
                .map(RoleHolders.Seat::account)
                .collect(Collectors.toSet());
    }

    private static Set<Role> asked() {
        var roles = EnumSet.of(Role.HEAD, Role.DEPUTY_HEAD, Role.DIVISION_HEAD);
        roles.addAll(Action.REPORT_TASKS.roles());
        roles.addAll(Action.FOLLOW_UP_TASKS.roles());
        return roles;
    }
}
