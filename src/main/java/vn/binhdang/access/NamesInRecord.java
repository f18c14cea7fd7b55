package vn.binhdang.access;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.audit.RecordNames;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;

/** Tells the record of deeds what its ids are called. */
@Component
class NamesInRecord implements RecordNames {
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Units units;

    NamesInRecord(JdbcClient jdbc, Accounts accounts, Units units) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.units = units;
    }

    @Override
    public Map<UUID, String> people(Set<UUID> ids) {
        return accounts.namesOf(ids.stream().map(AccountId::new).collect(Collectors.toSet())).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }

    @Override
    public Map<UUID, String> units(Set<UUID> ids, LocalDate day) {
        return units.named(ids.stream().map(UnitId::new).toList(), day).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().value(),
                        entry -> entry.getValue().name()));
    }

    @Override
    public Map<UUID, String> unitsOf(UnitId agency, LocalDate day) {
        var names = new LinkedHashMap<UUID, String>();
        names.put(agency.value(), units.nearest(agency, day).name());
        units.below(agency, day).forEach(unit -> names.put(unit.id().value(), unit.name()));
        return names;
    }

    @Override
    public Set<UUID> accountsNamed(UnitId agency, String words) {
        record Named(UUID id, String username) {}
        List<Named> all =
                jdbc.sql("""
                    select distinct a.id, a.username from account a join role_grant r on r.account_id = a.id
                    where  r.agency_id = :agency
                    """).param("agency", agency.value()).query(Named.class).list();
        var people = people(all.stream().map(Named::id).collect(Collectors.toSet()));
        var asked = List.of(folded(words).split("\\s+"));
        return all.stream()
                .filter(one -> {
                    var text = folded(one.username() + " " + people.getOrDefault(one.id(), ""));
                    return asked.stream().allMatch(text::contains);
                })
                .map(Named::id)
                .collect(Collectors.toSet());
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }
}
