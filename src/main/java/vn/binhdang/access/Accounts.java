package vn.binhdang.access;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.access.session.SignIns;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Capacity;
import vn.binhdang.kernel.Grant;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.Role;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.kernel.Uuid7;
import vn.binhdang.organisation.People;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Visitor;

/** Accounts of people and the roles they hold for an agency on a day. */
@Component
public class Accounts {
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final People people;
    private final Units units;
    private final Clock clock;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, AuditTrail audit, People people, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.audit = audit;
        this.people = people;
        this.units = units;
        this.clock = clock;
    }

    /** Opens an account whose password has to be changed at the first sign-in. */
    @Transactional
    public AccountId open(
            Actor by, String username, PersonId person, String firstPassword, UnitId unit, Set<Role> roles) {
        var id = AccountId.create();
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("""
            insert into account (id, person_id, username, password_hash, must_change_password, created_at, agency_id,
                                 unit_id)
            values (:id, :person, :username, :hash, true, :now, :agency, :unit)
            """)
                .param("id", id.value())
                .param("person", person.value())
                .param("username", username)
                .param("hash", passwords.encode(firstPassword))
                .param("now", now)
                .param("agency", by.agency().value())
                .param("unit", unit.value())
                .update();
        for (Role role : roles)
            jdbc.sql("""
                insert into role_grant (id, account_id, agency_id, unit_id, role, scope_id, with_below, valid_from,
                                        given_by, given_at)
                values (:id, :account, :agency, :unit, :role, :scope, true, :from, :by, :now)
                """)
                    .param("id", Uuid7.create())
                    .param("account", id.value())
                    .param("agency", by.agency().value())
                    .param("unit", unit.value())
                    .param("role", role.name())
                    .param(
                            "scope",
                            role.isOfOneUnit() ? unit.value() : by.agency().value())
                    .param("from", LocalDate.now(clock))
                    .param("by", by.account().value())
                    .param("now", now)
                    .update();
        audit.record(by, "access.account.open", id.value(), Map.of("roles", roles.toString()));
        return id;
    }

    /** Names of the people behind accounts, for histories. */
    public Map<AccountId, String> namesOf(Set<AccountId> accounts) {
        if (accounts.isEmpty()) return Map.of();
        record Named(UUID id, String name) {}
        return jdbc
                .sql("select id, coalesce(person_called(person_id), '') as name from account where id in (:ids)")
                .param("ids", accounts.stream().map(AccountId::value).toList())
                .query(Named.class)
                .list()
                .stream()
                .collect(Collectors.toMap(named -> new AccountId(named.id()), Named::name));
    }

    /** Names of people, some known by their accounts. */
    public record Names(Map<AccountId, String> ofAccounts, Map<PersonId, String> ofPersons) {}

    /** Both kinds in one statement. */
    public Names names(Set<AccountId> accounts, Set<PersonId> persons) {
        var ofAccounts = new HashMap<AccountId, String>();
        var ofPersons = new HashMap<PersonId, String>();
        if (accounts.isEmpty() && persons.isEmpty()) return new Names(ofAccounts, ofPersons);
        jdbc.sql("""
            select true as account, id, coalesce(person_called(person_id), '') as name
            from   account where id = any (:accounts)
            union all
            select false, id, coalesce(person_called(id), '') from unnest(cast(:persons as uuid[])) id
            """)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(rs -> {
                    var id = rs.getObject("id", UUID.class);
                    if (rs.getBoolean("account")) ofAccounts.put(new AccountId(id), rs.getString("name"));
                    else ofPersons.put(new PersonId(id), rs.getString("name"));
                });
        return new Names(ofAccounts, ofPersons);
    }

    /** Nobody can sign in yet: the very first start. */
    public boolean none() {
        return jdbc.sql("select not exists (select 1 from account)")
                .query(Boolean.class)
                .single();
    }

    Optional<Credentials> credentials(String username) {
        return jdbc.sql("select id, password_hash from account where lower(username) = lower(:username)")
                .param("username", username.strip())
                .query(Credentials.class)
                .optional();
    }

    Optional<SignedIn> signedIn(UUID accountId) {
        return signedIn(accountId, null);
    }

    /**
     * @param chosen the agency to act for, when a person has roles in several; without a choice, or with one that holds no
     *     longer, the agency of the own role held longest
     */
    Optional<SignedIn> signedIn(UUID accountId, @Nullable UUID chosen) {
        return standing(accountId, null, chosen).map(Standing::signedIn);
    }

    /**
     * What decides at each request whether and how it is answered, and what its head says; asked in one statement.
     * @param times of the sign-in; null when it was ended, or none was asked for
     */
    record Standing(SignedIn signedIn, boolean factorHeld, SignIns.@Nullable Times times) {}

    /** @param signIn the sign-in of the request; null when there is none */
    Optional<Standing> standing(UUID accountId, @Nullable UUID signIn, @Nullable UUID chosen) {
        var today = LocalDate.now(clock);
        List<Held> held = jdbc.sql("""
            select a.person_id, a.must_change_password, a.asleep_since is not null as asleep, r.agency_id, r.unit_id,
                   r.role, r.scope_id, r.with_below, r.capacity, r.behalf,
                   s.started_at, s.last_seen_at, coalesce(s.confirm_needed, false) as confirm_needed,
                   exists (select 1 from totp_secret t where t.account_id = a.id and t.confirmed_at is not null)
                   or exists (select 1 from passkey p where p.account_id = a.id) as factor_held,
                   a.person_name, a.office,
                   coalesce(unit_called(r.agency_id, :today), '') as agency_name,
                   (select unread_notices(:id, :many)) as unread
            from  (select a.*, coalesce(person_called(a.person_id), '') as person_name,
                          coalesce(office_of(a.person_id, :today), '') as office
                   from   account a
                   where  a.id = :id and a.closed_at is null
                   offset 0) a -- fenced in: once, and not for each role
            cross  join lateral roles_held(a.id, :today) r
            left   join sign_in s on s.id = :signIn and s.ended_at is null
            order  by r.agency_id = :chosen desc nulls last, r.capacity <> 'OWN', r.since, r.agency_id, r.role
            """)
                .param("id", accountId)
                .param("today", today)
                .param("signIn", signIn, Types.OTHER)
                .param("chosen", chosen, Types.OTHER)
                .param("many", Visitor.MANY)
                .query(Held.class)
                .list();
        if (held.isEmpty()) return Optional.empty();
        var first = held.getFirst();
        var actor = new Actor(
                new AccountId(accountId),
                new PersonId(first.personId()),
                new UnitId(first.agencyId()),
                new UnitId(first.unitId()),
                held.stream()
                        .filter(one -> one.agencyId().equals(first.agencyId()))
                        .map(Held::grant)
                        .collect(Collectors.toSet()));
        var agencies = new LinkedHashMap<String, String>();
        for (var one : held) agencies.put(one.agencyId().toString(), one.agencyName());
        var signedIn = new SignedIn(
                actor,
                first.personName(),
                first.office(),
                first.agencyName(),
                first.mustChangePassword(),
                first.asleep(),
                agencies.entrySet().stream()
                        .filter(agency -> !agency.getKey().equals(actor.agency().toString()))
                        .map(agency -> new Visitor.Agency(agency.getKey(), agency.getValue()))
                        .toList(),
                first.unread());
        return Optional.of(new Standing(signedIn, first.factorHeld(), first.times()));
    }

    /**
     * Who somebody is for an agency today, where no session stands behind a request. Empty when the account is closed,
     * asleep or waits for a new password, and when it holds no role there any more.
     */
    public Optional<Actor> actor(AccountId account, UnitId agency) {
        return signedIn(account.value(), agency.value())
                .filter(found -> !found.asleep() && !found.mustChangePassword())
                .map(SignedIn::actor)
                .filter(actor -> actor.agency().equals(agency));
    }

    /** Words that a guesser who knows somebody would try first. */
    List<String> wordsAbout(Actor actor) {
        String username = jdbc.sql("select username from account where id = :id")
                .param("id", actor.account().value())
                .query(String.class)
                .single();
        var words = new ArrayList<>(List.of("Bình Đẳng", "binhdang", username));
        people.find(actor.person()).ifPresent(person -> words.add(person.fullName()));
        var agency = units.nearest(actor.agency(), LocalDate.now(clock));
        words.add(agency.name());
        words.add(agency.label());
        return words;
    }

    boolean passwordIs(AccountId account, String password) {
        return passwords.matches(
                password,
                jdbc.sql("select password_hash from account where id = :id")
                        .param("id", account.value())
                        .query(String.class)
                        .single());
    }

    /** Ends every other session of the account: who changes a password may do so because somebody else knew it. */
    @Transactional
    void changePassword(Actor actor, String password, String thisSession) {
        jdbc.sql("delete from spring_session where principal_name = :account and session_id <> :this")
                .param("account", actor.account().toString())
                .param("this", thisSession)
                .update();
        jdbc.sql("update account set password_hash = :hash, must_change_password = false where id = :id")
                .param("hash", passwords.encode(password))
                .param("id", actor.account().value())
                .update();
        audit.record(actor, "access.password.change", actor.account().value());
    }

    record Credentials(UUID id, String passwordHash) {}

    private record Held(
            UUID personId,
            boolean mustChangePassword,
            boolean asleep,
            UUID agencyId,
            UUID unitId,
            String role,
            UUID scopeId,
            boolean withBelow,
            String capacity,
            @Nullable UUID behalf,
            @Nullable OffsetDateTime startedAt,
            @Nullable OffsetDateTime lastSeenAt,
            boolean confirmNeeded,
            boolean factorHeld,
            String personName,
            String office,
            String agencyName,
            int unread) {
        SignIns.@Nullable Times times() {
            return startedAt == null || lastSeenAt == null
                    ? null
                    : new SignIns.Times(startedAt, lastSeenAt, confirmNeeded);
        }

        Grant grant() {
            return new Grant(
                    Role.valueOf(role),
                    new UnitId(scopeId),
                    withBelow,
                    Capacity.valueOf(capacity),
                    behalf == null ? null : new AccountId(behalf));
        }
    }
}
