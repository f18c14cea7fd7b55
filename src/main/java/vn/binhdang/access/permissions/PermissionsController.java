package vn.binhdang.access.permissions;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.binhdang.access.Accounts;
import vn.binhdang.access.permissions.PermissionsPage.Cell;
import vn.binhdang.access.permissions.PermissionsPage.Column;
import vn.binhdang.access.permissions.PermissionsPage.Held;
import vn.binhdang.access.permissions.PermissionsPage.Row;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Allows;
import vn.binhdang.kernel.Grant;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.MenuEntry;

/** Who may do what is no secret: everybody sees the table, with their own roles marked. */
@Controller
class PermissionsController {
    private final Accounts accounts;
    private final Units units;
    private final Clock clock;

    PermissionsController(Accounts accounts, Units units, Clock clock) {
        this.accounts = accounts;
        this.units = units;
        this.clock = clock;
    }

    @Bean
    static MenuEntry permissionsInMenu() {
        return new MenuEntry("access.permissions.title", "/permissions", 50, null);
    }

    @GetMapping("/permissions")
    @Allows(Action.USE_OWN_ACCOUNT)
    String show(Actor actor, Model model) {
        model.addAttribute(
                "page",
                new PermissionsPage(
                        Arrays.stream(Role.values())
                                .map(role -> new Column("kernel.role." + role.word(), actor.is(role)))
                                .toList(),
                        Arrays.stream(Action.values())
                                .map(action -> row(actor, action))
                                .toList(),
                        held(actor)));
        return "access/permissions/permissions";
    }

    private static Row row(Actor actor, Action action) {
        return new Row(
                "kernel.action." + action.word(),
                actor.may(action),
                Arrays.stream(Role.values())
                        .map(role -> new Cell(
                                "kernel.role." + role.word(), action.roles().contains(role), actor.is(role)))
                        .toList());
    }

    private List<Held> held(Actor actor) {
        var scopes = new HashSet<UnitId>();
        var people = new HashSet<AccountId>();
        for (var grant : actor.grants()) {
            scopes.add(grant.scope());
            if (grant.behalf() != null) people.add(grant.behalf());
        }
        var named = units.named(scopes, Today.of(clock).day());
        var names = accounts.namesOf(people);
        return actor.grants().stream()
                .sorted(Comparator.comparing(Grant::capacity).thenComparing(Grant::role))
                .map(grant -> held(grant, named, names))
                .toList();
    }

    private static Held held(Grant grant, Map<UnitId, Unit> named, Map<AccountId, String> names) {
        var unit = named.get(grant.scope());
        return new Held(
                "kernel.role." + grant.role().word(),
                unit == null ? "" : unit.name(),
                grant.withBelow(),
                grant.behalf() == null
                        ? ""
                        : "access.capacity.for." + grant.capacity().word(),
                grant.behalf() == null ? "" : names.getOrDefault(grant.behalf(), ""));
    }
}
