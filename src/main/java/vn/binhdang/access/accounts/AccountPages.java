package vn.binhdang.access.accounts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.access.RolesHeld;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.OfficeHeld;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsByName;

/** Puts the pages of one account together. */
@Component
class AccountPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** More units than this nobody looks through in a list; who administers more types the name. */
    private static final int SCOPES = 300;

    private final AccountRows rows;
    private final RoleGrants grants;
    private final RolesHeld held;
    private final Accounts accounts;
    private final People people;
    private final Units units;
    private final UnitsByName names;

    AccountPages(
            AccountRows rows,
            RoleGrants grants,
            RolesHeld held,
            Accounts accounts,
            People people,
            Units units,
            UnitsByName names) {
        this.rows = rows;
        this.grants = grants;
        this.held = held;
        this.accounts = accounts;
        this.people = people;
        this.units = units;
        this.names = names;
    }

    /** What was typed to give a role, and what is wrong with it. */
    record TypedGrant(GrantForm form, Map<String, String> mistakes) {}

    /** What was typed into one of the forms of an account, kept when it is refused. */
    record Typed(@Nullable TypedGrant toGive, @Nullable GrantId ends, AccountPage.@Nullable Ending ending) {
        static final Typed NOTHING = new Typed(null, null, null);

        static Typed of(TypedGrant toGive) {
            return new Typed(toGive, null, null);
        }

        static Typed toEnd(GrantId grant, String lastDay, @Nullable String mistake) {
            return new Typed(null, grant, new AccountPage.Ending(lastDay, mistake));
        }

        private AccountPage.@Nullable Ending ending(RoleGrants.Given one) {
            return ends != null && ends.value().equals(one.id()) ? ending : null;
        }
    }

    AccountPage of(
            Actor actor, AccountId id, Typed typed, @Nullable String done, AccountPage.@Nullable Problem problem) {
        var account = rows.find(actor, id, Action.READ_ACCOUNTS);
        var today = rows.today();
        boolean own = id.equals(actor.account());
        boolean mayChange = actor.may(Action.CHANGE_ACCOUNTS) && !own;
        var given = grants.of(actor, id);
        var handed =
                held.of(id, today).stream().filter(one -> one.behalf() != null).toList();
        var ids = new HashSet<UnitId>();
        given.forEach(one -> ids.add(new UnitId(one.scopeId())));
        handed.forEach(one -> ids.add(one.scope()));
        ids.add(new UnitId(account.unit()));
        var named = units.named(ids, today);
        var doers = new HashSet<AccountId>();
        given.forEach(one -> {
            if (one.givenBy() != null) doers.add(new AccountId(one.givenBy()));
        });
        handed.forEach(one -> doers.add(Objects.requireNonNull(one.behalf())));
        var names = accounts.namesOf(doers);
        String address = "/accounts/" + id;
        return new AccountPage(
                address,
                account.name(),
                people.officesHeldBy(account.person(), today).stream()
                        .findFirst()
                        .map(OfficeHeld::title)
                        .orElse(""),
                name(named, new UnitId(account.unit())),
                account.username(),
                account.closed(),
                own,
                mayChange,
                given.stream()
                        .map(one -> held(one, address, mayChange, named, names, today)
                                .ended(typed.ending(one)))
                        .toList(),
                handed.stream()
                        .map(one -> new AccountPage.Handed(
                                "access.capacity." + one.capacity().word(),
                                names.getOrDefault(Objects.requireNonNull(one.behalf()), ""),
                                "kernel.role." + one.role().word(),
                                name(named, one.scope())))
                        .toList(),
                mayChange && !account.closed()
                        ? form(
                                actor,
                                address + "/roles",
                                typed.toGive() == null
                                        ? new TypedGrant(GrantForm.empty(new UnitId(account.unit()), today), Map.of())
                                        : typed.toGive())
                        : null,
                done,
                problem);
    }

    GrantPage correction(
            Actor actor,
            AccountId id,
            GrantId grant,
            @Nullable TypedGrant typed,
            AccountPage.@Nullable Problem problem) {
        var account = rows.find(actor, id, Action.CHANGE_ACCOUNTS);
        var given = grants.find(actor, id, grant);
        var today = rows.today();
        String address = "/accounts/" + id;
        var named = units.named(List.of(new UnitId(given.scopeId())), today);
        var names = given.givenBy() == null
                ? Map.<AccountId, String>of()
                : accounts.namesOf(Set.of(new AccountId(given.givenBy())));
        var from = given.validFrom().isBefore(today) ? today : given.validFrom();
        var form = new GrantForm(
                given.role().name(),
                given.scopeId().toString(),
                String.valueOf(given.withBelow()),
                TypedDay.print(from),
                given.validTo() == null ? "" : TypedDay.print(given.validTo().minusDays(1)),
                given.reference());
        return new GrantPage(
                address,
                account.name(),
                held(given, address, true, named, names, today),
                form(actor, address + "/roles/" + grant, typed == null ? new TypedGrant(form, Map.of()) : typed),
                problem);
    }

    private AccountPage.GiveForm form(Actor actor, String action, TypedGrant typed) {
        return new AccountPage.GiveForm(
                action,
                typed.form(),
                Stream.of(Role.values())
                        .map(role -> new AccountPage.Choice(role.name(), "kernel.role." + role.word()))
                        .toList(),
                scopes(actor),
                scopeWords(typed),
                typed.mistakes());
    }

    /** The own agency and its units, as far as the reader may give roles there. */
    private List<AccountPage.Choice> scopes(Actor actor) {
        var found = units.search(UnitSearch.of("", rows.today(), SCOPES + 1)
                .inReach(actor.onOwn().reach(Action.CHANGE_ACCOUNTS)));
        if (found.size() > SCOPES) return List.of();
        return found.stream()
                .map(unit -> new AccountPage.Choice(unit.id().toString(), unit.name()))
                .toList();
    }

    /** The unit that was chosen, or typed by its name. */
    Optional<UnitId> scope(Actor actor, GrantForm form) {
        var day = form.firstDay().orElse(rows.today());
        return names.chosen(form.scope(), day, actor.onOwn().reach(Action.CHANGE_ACCOUNTS));
    }

    /** What is wrong with a form, its unit included. */
    TypedGrant typed(Actor actor, GrantForm form) {
        var mistakes = form.mistakes(rows.today());
        if (scope(actor, form).isEmpty()) mistakes.putIfAbsent("scope", "organisation.unitName.unknown");
        return new TypedGrant(form, mistakes);
    }

    /** A chosen unit as it is typed; what was typed as it is. */
    private String scopeWords(TypedGrant typed) {
        try {
            return names.of(UnitId.of(GrantForm.text(typed.form().scope())), rows.today())
                    .orElse("");
        } catch (NotVisible words) {
            return GrantForm.text(typed.form().scope());
        }
    }

    private static AccountPage.Held held(
            RoleGrants.Given one,
            String address,
            boolean mayChange,
            Map<UnitId, Unit> named,
            Map<AccountId, String> names,
            LocalDate today) {
        boolean over = one.isOver(today);
        return new AccountPage.Held(
                "kernel.role." + one.role().word(),
                name(named, new UnitId(one.scopeId())),
                one.withBelow(),
                DAY.format(one.validFrom()),
                one.validTo() == null
                        ? ""
                        : DAY.format(
                                one.validTo().isAfter(one.validFrom())
                                        ? one.validTo().minusDays(1)
                                        : one.validFrom()),
                one.reference(),
                one.givenBy() == null ? "" : names.getOrDefault(new AccountId(one.givenBy()), ""),
                over ? "over" : one.isAhead(today) ? "ahead" : "holds",
                over || !mayChange ? "" : address + "/roles/" + one.id(),
                one.correctedById() != null,
                null);
    }

    private static String name(Map<UnitId, Unit> named, UnitId id) {
        var unit = named.get(id);
        return unit == null ? "" : unit.name();
    }
}
