package vn.binhdang.kernel;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The one place that says which role may do what: {@code data/permissions.csv}, one row for each {@link Action}. */
final class Permissions {
    private static final Map<Action, Set<Role>> ROLES = load();

    private Permissions() {}

    static Set<Role> rolesOf(Action action) {
        return ROLES.getOrDefault(action, Set.of());
    }

    /** @throws IllegalStateException when an action has no row, two rows or a name that does not exist */
    private static Map<Action, Set<Role>> load() {
        var roles = new EnumMap<Action, Set<Role>>(Action.class);
        DataTable.read("data/permissions.csv", List.of("action", "roles"), row -> {
            var action = Action.valueOf(row.text("action"));
            var held = row.text("roles").equals("*")
                    ? EnumSet.allOf(Role.class)
                    : EnumSet.copyOf(
                            row.list("roles").stream().map(Role::valueOf).toList());
            if (roles.put(action, Set.copyOf(held)) != null)
                throw new IllegalStateException("permissions.csv names %s twice".formatted(action));
            return action;
        });
        for (var action : Action.values())
            if (!roles.containsKey(action)) throw new IllegalStateException("permissions.csv does not name " + action);
        return roles;
    }
}
