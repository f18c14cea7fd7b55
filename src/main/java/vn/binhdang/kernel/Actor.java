package vn.binhdang.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, for which agency, from which of its units, in which roles. Always an argument, never looked up: a test
 * passes one, a job passes one.
 *
 * @param agency the public body (Sở …) whose records are seen and changed; part of every query
 * @param unit the own unit inside it (Văn phòng, a division); the agency itself for its leaders
 * @param grants the roles held today, each with its scope
 * @param token with which a program acts in the name of the account; null where the person does. What the token does not
 *     hold is as if no role allowed it, so that every check holds by itself
 */
public record Actor(
        AccountId account,
        PersonId person,
        UnitId agency,
        UnitId unit,
        Set<Grant> grants,
        @Nullable Token token) {
    private static final UUID NOBODY = new UUID(0, 0);

    public Actor {
        grants = Set.copyOf(grants);
    }

    /** The person. */
    public Actor(AccountId account, PersonId person, UnitId agency, UnitId unit, Set<Grant> grants) {
        this(account, person, agency, unit, grants, null);
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

    /**
     * The roles as the record of deeds keeps them: {@code DEPUTY_HEAD,HEAD:SUBSTITUTE:<account>,STAFF}; at their end the
     * token, where a program acts: {@code STATISTICIAN,TOKEN:<id>}.
     */
    public String rolesInRecord() {
        var roles = grants.stream().map(Grant::text).distinct().sorted();
        return (token == null ? roles : Stream.concat(roles, Stream.of("TOKEN:" + token.id())))
                .collect(Collectors.joining(","));
    }

    /** The same with no more than the token holds. */
    public Actor within(Token token) {
        return new Actor(account, person, agency, unit, grants, token);
    }

    /** Who speaks is themselves: without what is held for somebody else. */
    public Actor onOwn() {
        return new Actor(
                account,
                person,
                agency,
                unit,
                grants.stream().filter(grant -> grant.capacity().mayHandOn()).collect(Collectors.toSet()),
                token);
    }

    /** The role in which the actor does it: an own one if there is one, else one that is held for somebody. */
    public Optional<Grant> grantFor(Action action) {
        return allowing(action).min(Comparator.comparing(Grant::capacity).thenComparing(Grant::text));
    }

    public boolean is(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Whether a role that is held, in whatever scope, allows it; the scope is {@link #reach}. */
    public boolean may(Action action) {
        return allowing(action).findAny().isPresent();
    }

    /** @throws NotAllowed when no role that is held allows any of them, or the token holds none of them */
    public void must(Action... anyOf) {
        if (Arrays.stream(anyOf).anyMatch(this::may)) return;
        throw Arrays.stream(anyOf).anyMatch(this::isHeldByToken)
                ? new NotAllowed(anyOf[0])
                : NotAllowed.outsideToken(anyOf[0]);
    }

    private boolean isHeldByToken(Action action) {
        return token == null || token.scopes().contains(action);
    }

    private Stream<Grant> allowing(Action action) {
        return isHeldByToken(action)
                ? grants.stream().filter(grant -> action.roles().contains(grant.role()))
                : Stream.empty();
    }

    /**
     * The units for which the actor may do it; empty when none. What every role may do, everybody of the agency may do
     * in the whole of it: a role for one division does not hide the other divisions' names or what the agency issued.
     */
    public Reach reach(Action action) {
        var reach = Reach.of(allowing(action).toList());
        return reach.isEmpty() || !action.isEverybodys() ? reach : reach.with(agency);
    }
}
