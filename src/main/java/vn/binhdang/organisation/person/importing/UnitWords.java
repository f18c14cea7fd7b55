package vn.binhdang.organisation.person.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitMatcher;

/**
 * The words for the units in reach, each with its days, read once: a list of 50,000 people asks 50,000 times. A path
 * ("Sở KH&CN / Văn phòng") tells units of the same name apart.
 */
final class UnitWords {
    private record Span(UUID unit, LocalDate from, LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    private record Asked(String words, LocalDate day) {}

    private final JdbcClient jdbc;
    private final Map<String, List<Span>> words = new HashMap<>();
    private final Map<UUID, String> names = new HashMap<>();
    private final Map<UUID, List<Span>> reached = new HashMap<>();
    private final Map<Asked, Set<UUID>> answers = new HashMap<>();

    UnitWords(JdbcClient jdbc, Reach reach) {
        this.jdbc = jdbc;
        jdbc.sql("""
            select distinct unit_id, valid_from, least(valid_to, date '9999-12-31') as valid_to
            from   unit_within where ancestor_id = any(:whole)
            union all
            select id, valid_from, coalesce(valid_to, date '9999-12-31') from unit where id = any(:only)
            """)
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .query((rs, i) -> new Span(
                        rs.getObject("unit_id", UUID.class),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class)))
                .list()
                .forEach(span -> reached.computeIfAbsent(span.unit, _ -> new ArrayList<>())
                        .add(span));
        record Word(UUID unitId, String word, LocalDate validFrom, LocalDate validTo) {}
        jdbc.sql("""
            select n.unit_id, w.word, n.valid_from, coalesce(n.valid_to, date '9999-12-31') as valid_to
            from   unit_name n cross join lateral (values (n.name), (n.short_name), (n.symbol_abbreviation)) w (word)
            where  n.unit_id = any(:ids) and w.word is not null
            union all
            select unit_id, alias, valid_from, coalesce(valid_to, date '9999-12-31')
            from   unit_alias where unit_id = any(:ids)
            """)
                .param("ids", reached.keySet().toArray(UUID[]::new))
                .query(Word.class)
                .list()
                .forEach(word -> {
                    names.putIfAbsent(word.unitId(), word.word());
                    words.computeIfAbsent(UnitMatcher.fold(word.word()), _ -> new ArrayList<>())
                            .add(new Span(word.unitId(), word.validFrom(), word.validTo()));
                });
    }

    /** The units in reach that are called so on a day; none, one, or several. */
    Set<UUID> called(String written, LocalDate day) {
        var asked = new Asked(written, day);
        var known = answers.get(asked);
        if (known != null) return known;
        var found = plainly(written, day);
        int slash = written.lastIndexOf('/');
        if (found.isEmpty() && slash >= 0)
            found = below(
                    plainly(written.substring(slash + 1), day),
                    called(written.substring(0, slash).strip(), day),
                    day);
        answers.put(asked, found);
        return found;
    }

    String name(UnitId unit) {
        return names.getOrDefault(unit.value(), "?");
    }

    private Set<UUID> plainly(String written, LocalDate day) {
        var found = new HashSet<UUID>();
        for (var span : words.getOrDefault(UnitMatcher.fold(written), List.of()))
            if (span.covers(day)
                    && reached.getOrDefault(span.unit, List.of()).stream().anyMatch(in -> in.covers(day)))
                found.add(span.unit);
        return found;
    }

    private Set<UUID> below(Set<UUID> units, Set<UUID> above, LocalDate day) {
        if (units.isEmpty() || above.isEmpty()) return Set.of();
        return jdbc.sql("""
            select unit_id from unit_within
            where  unit_id = any(:units) and ancestor_id = any(:above) and valid_from <= :day and :day < valid_to
            """)
                .param("units", units.toArray(UUID[]::new))
                .param("above", above.toArray(UUID[]::new))
                .param("day", day)
                .query(UUID.class)
                .set();
    }
}
