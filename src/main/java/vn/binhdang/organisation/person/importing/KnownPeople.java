package vn.binhdang.organisation.person.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Reach;
import vn.binhdang.organisation.UnitMatcher;
import vn.binhdang.organisation.person.PersonRecord;
import vn.binhdang.organisation.person.PersonRecords;

/** Those in reach whose name or staff code stands in the list, locked until the list is written. */
final class KnownPeople {
    private final JdbcClient jdbc;
    private final PersonRecords records;
    private final Reach reach;
    private final LocalDate today;
    private final Map<String, List<PersonRecord>> byName = new HashMap<>();
    private final Map<String, List<PersonRecord>> byCode = new HashMap<>();

    KnownPeople(JdbcClient jdbc, PersonRecords records, Reach reach, LocalDate today) {
        this.jdbc = jdbc;
        this.records = records;
        this.reach = reach;
        this.today = today;
    }

    void look(Collection<PeopleRow> rows) {
        // Two lists written at once would both find nobody and enter the same people twice.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organisation.people.import'))")
                .query((rs, i) -> true)
                .list();
        var names = rows.stream().map(PeopleRow::fullName).distinct().toArray(String[]::new);
        var codes = rows.stream()
                .map(PeopleRow::staffCode)
                .filter(code -> code != null)
                .distinct()
                .toArray(String[]::new);
        // Each list is folded once and joined: as two conditions with "or" it would be folded anew for every person.
        var found = jdbc.sql("""
            with names as materialized (select distinct fold(n) as word from unnest(cast(:names as text[])) n),
                 codes as materialized (select distinct fold(c) as word from unnest(cast(:codes as text[])) c)
            select p.id
            from   person p
            where  p.id in (select k.id from names join person k on fold(k.family_name || ' ' || k.given_name) = word
                            union
                            select k.id from codes join person k on fold(k.staff_code) = word)
            and    person_in_reach(p.id, :whole, :only, :day)
            order  by p.id
            for    update
            """)
                .param("names", names)
                .param("codes", codes)
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", today)
                .query(UUID.class)
                .list();
        for (var record : records.load(found)) {
            byName.computeIfAbsent(UnitMatcher.fold(record.identity().fullName()), _ -> new ArrayList<>())
                    .add(record);
            String code = record.identity().staffCode();
            if (code != null)
                byCode.computeIfAbsent(UnitMatcher.fold(code), _ -> new ArrayList<>())
                        .add(record);
        }
    }

    List<PersonRecord> withCode(@Nullable String code) {
        return code == null ? List.of() : byCode.getOrDefault(UnitMatcher.fold(code), List.of());
    }

    /** The same name, no other year of birth, and no other staff code. */
    List<PersonRecord> like(PeopleRow row) {
        return byName.getOrDefault(UnitMatcher.fold(row.fullName()), List.of()).stream()
                .filter(one -> row.birthYear() == null
                        || one.identity().birthYear() == null
                        || row.birthYear().equals(one.identity().birthYear()))
                .filter(one -> row.staffCode() == null || one.identity().staffCode() == null)
                .toList();
    }
}
