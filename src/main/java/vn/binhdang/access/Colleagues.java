package vn.binhdang.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.PersonId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.People;

/** People who can sign in for an agency today: to be mentioned by name, to be told of something. */
@Component
public class Colleagues {
    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    Colleagues(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** @param unit where they sit for the agency */
    public record Colleague(AccountId account, PersonId person, UnitId unit, String name) {}

    /** Those with one of these full names, whatever the case and diacritics; namesakes stand side by side. */
    public List<Colleague> called(UnitId agency, Collection<String> fullNames) {
        if (fullNames.isEmpty()) return List.of();
        return of(agency, people.called(fullNames));
    }

    /** The accounts of these people. */
    public Set<AccountId> accountsOf(UnitId agency, Collection<PersonId> some) {
        if (some.isEmpty()) return Set.of();
        return of(agency, some.stream().distinct().collect(Collectors.toMap(person -> person, person -> ""))).stream()
                .map(Colleague::account)
                .collect(Collectors.toSet());
    }

    private record Found(UUID accountId, UUID personId, UUID unitId) {}

    private List<Colleague> of(UnitId agency, Map<PersonId, String> names) {
        if (names.isEmpty()) return List.of();
        var found = jdbc.sql("""
            select distinct on (a.id) a.id as account_id, a.person_id, h.unit_id
            from   account a
            cross  join lateral roles_held(a.id, :today) h
            where  a.person_id in (:people) and a.closed_at is null and h.agency_id = :agency
            order  by a.id, h.capacity <> 'OWN', h.since, h.role
            """)
                .param("today", Today.of(clock).day())
                .param("people", names.keySet().stream().map(PersonId::value).toList())
                .param("agency", agency.value())
                .query(Found.class)
                .list();
        var colleagues = new ArrayList<Colleague>();
        for (var one : found) {
            var person = new PersonId(one.personId());
            colleagues.add(new Colleague(
                    new AccountId(one.accountId()), person, new UnitId(one.unitId()), names.getOrDefault(person, "")));
        }
        return colleagues;
    }
}
