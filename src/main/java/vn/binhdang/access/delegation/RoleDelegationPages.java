package vn.binhdang.access.delegation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.access.Accounts;
import vn.binhdang.access.delegation.NewDelegationPage.Choice;
import vn.binhdang.access.delegation.RoleDelegationsPage.Line;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Capacity;
import vn.binhdang.kernel.Grant;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitSearch;
import vn.binhdang.organisation.Units;
import vn.binhdang.organisation.UnitsByName;

/** Puts the pages of handing on together. */
@Component
class RoleDelegationPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int CHOICES = 300;

    private final Accounts accounts;
    private final Units units;
    private final UnitsByName names;
    private final ColleaguesByName colleagues;
    private final Clock clock;

    RoleDelegationPages(Accounts accounts, Units units, UnitsByName names, ColleaguesByName colleagues, Clock clock) {
        this.accounts = accounts;
        this.units = units;
        this.names = names;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    RoleDelegationsPage list(Actor actor, List<RoleDelegation> found, String done) {
        var people = new HashSet<AccountId>();
        var scopes = new HashSet<UnitId>();
        for (var one : found) {
            people.add(one.from());
            people.add(one.to());
            if (one.scope() != null) scopes.add(one.scope());
        }
        var names = accounts.namesOf(people);
        var named = units.named(scopes, today());
        return new RoleDelegationsPage(
                found.stream()
                        .filter(one -> !one.to().equals(actor.account()))
                        .map(one -> line(one, names, named))
                        .toList(),
                found.stream()
                        .filter(one -> one.to().equals(actor.account()))
                        .map(one -> line(one, names, named))
                        .toList(),
                actor.onOwn().may(Action.DELEGATE_ROLES)
                        ? Stream.of(Capacity.SUBSTITUTE, Capacity.BY_AUTHORISATION, Capacity.BY_ORDER, Capacity.ACTING)
                                .map(Enum::name)
                                .toList()
                        : List.of(),
                done);
    }

    private Line line(RoleDelegation one, Map<AccountId, String> names, Map<UnitId, Unit> named) {
        var today = today();
        boolean over = one.validTo() != null && !today.isBefore(one.validTo());
        var unit = one.scope() == null ? null : named.get(one.scope());
        var last = one.validTo() == null
                ? null
                : one.validTo().isAfter(one.validFrom()) ? one.validTo().minusDays(1) : one.validFrom();
        return new Line(
                "access.capacity." + one.kind().word(),
                names.getOrDefault(one.from(), ""),
                names.getOrDefault(one.to(), ""),
                one.role() == null
                        ? "access.delegation.allRoles"
                        : "kernel.role." + one.role().word(),
                unit == null ? "" : unit.name(),
                one.reference(),
                DAY.format(one.validFrom()),
                last == null ? "" : DAY.format(last),
                over ? "over" : today.isBefore(one.validFrom()) ? "ahead" : "holds",
                one.mayEnd() ? "/delegations/roles/" + one.id() + "/end" : "");
    }

    RoleDelegationForm empty(Actor actor, Capacity kind) {
        return RoleDelegationForm.empty(kind, actor.unit().toString(), today());
    }

    NewDelegationPage form(
            Actor actor, RoleDelegationForm form, Map<String, String> mistakes, @Nullable String problem) {
        var kind = form.chosenKind();
        return new NewDelegationPage(
                kind.name(),
                kind.word(),
                form,
                colleagues.list(actor),
                kind == Capacity.SUBSTITUTE,
                field(actor, form.to()),
                field(actor, form.absent()),
                form.handsOneRole() ? roles(actor) : List.of(),
                form.namesScope(),
                form.namesScope() ? scopes(actor) : List.of(),
                scopeWords(form),
                form.needsEnd(),
                mistakes,
                problem);
    }

    private NewDelegationPage.Field field(Actor actor, @Nullable String sent) {
        String typed = RoleDelegationForm.text(sent);
        return new NewDelegationPage.Field(sent, colleagues.words(actor, typed), colleagues.couldMean(actor, typed));
    }

    /** The account that was chosen, or typed by the name of its person; empty when there is not exactly one. */
    Optional<String> person(Actor actor, @Nullable String sent) {
        String typed = RoleDelegationForm.text(sent);
        return typed.isEmpty() ? Optional.of("") : colleagues.chosen(actor, typed);
    }

    /** The unit that was chosen, or typed by its name. */
    Optional<UnitId> scope(Actor actor, RoleDelegationForm form) {
        return names.chosen(
                form.scope(), form.firstDay().orElse(today()), actor.onOwn().reach(Action.DELEGATE_ROLES));
    }

    /** A chosen unit as it is typed; what was typed as it is. */
    private String scopeWords(RoleDelegationForm form) {
        try {
            return names.of(UnitId.of(RoleDelegationForm.text(form.scope())), today())
                    .orElse("");
        } catch (NotVisible words) {
            return RoleDelegationForm.text(form.scope());
        }
    }

    private static List<Choice> roles(Actor actor) {
        return actor.onOwn().grants().stream()
                .map(Grant::role)
                .filter(Role::mayBeHandedOn)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(role -> new Choice(role.name(), "kernel.role." + role.word()))
                .toList();
    }

    /** Empty when there are too many for a list: the name is typed then. */
    private List<Choice> scopes(Actor actor) {
        var found = units.search(
                UnitSearch.of("", today(), CHOICES + 1).inReach(actor.onOwn().reach(Action.DELEGATE_ROLES)));
        if (found.size() > CHOICES) return List.of();
        return found.stream()
                .map(unit -> new Choice(unit.id().toString(), unit.name()))
                .toList();
    }
}
