package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;

/**
 * Units named in words, as a form can ask for them however many there are: "Phòng Tổ chức", where two have that name "Phòng
 * Tổ chức (Sở Nội vụ)", and where that is not enough "Phòng Tổ chức (Sở Nội vụ / Tỉnh Bắc Ninh)". The template {@code
 * organisation/unitName} is the field: it suggests while one types, and needs no script.
 */
@Component
public class UnitsByName {
    private static final int CANDIDATES = 12;

    private final JdbcClient jdbc;
    private final Units units;

    UnitsByName(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /**
     * What words mean on a day.
     * @param unit null when they mean none, or more than one
     * @param labels of the units they could mean; of those with a similar name when they mean none
     */
    public record Meaning(@Nullable UnitId unit, boolean similar, List<String> labels) {}

    /** @param above short names of the units above it, the nearest first */
    private record Named(UnitId unit, String name, List<String> above) {
        String label(int levels) {
            return above.isEmpty() || levels == 0
                    ? name
                    : name + " (" + String.join(" / ", above.subList(0, Math.min(levels, above.size()))) + ")";
        }
    }

    /** @param reach where to look; null for the whole map */
    public Meaning read(String words, LocalDate day, @Nullable Reach reach) {
        String name = words.strip();
        // A name may itself end in parentheses, so the whole is tried first.
        var found = called(name, List.of(), day, reach);
        int open = name.lastIndexOf(" (");
        if (found.isEmpty() && open > 0 && name.endsWith(")"))
            found = called(
                    name.substring(0, open),
                    List.of(name.substring(open + 2, name.length() - 1).split(" / ")),
                    day,
                    reach);
        if (found.size() == 1) return new Meaning(found.getFirst().unit(), false, List.of());
        return found.isEmpty()
                ? new Meaning(null, true, like(name, day, reach))
                : new Meaning(null, false, labels(found));
    }

    /** What a form sent: the id of a unit from a list of choices, which is not looked at further, or its name. */
    public Optional<UnitId> chosen(@Nullable String sent, LocalDate day, Reach reach) {
        if (sent == null || sent.isBlank()) return Optional.empty();
        try {
            return Optional.of(UnitId.of(sent.strip()));
        } catch (NotVisible noId) {
            return Optional.ofNullable(read(sent, day, reach).unit());
        }
    }

    /** The words that {@link #read} understands as this unit. */
    public Optional<String> of(UnitId unit, LocalDate day) {
        return named(List.of(unit), day).stream().findFirst().map(named -> named.label(1));
    }

    /** Units in which all these words occur, as {@link #read} understands them; what is suggested while one types. */
    public List<String> like(String words, LocalDate day, @Nullable Reach reach) {
        var search = UnitSearch.of(words, day, CANDIDATES);
        if (search.words().isEmpty()) return List.of();
        var found = units.search(reach == null ? search : search.inReach(reach));
        return labels(named(found.stream().map(Unit::id).toList(), day));
    }

    /** Units to choose from, in the order of names; empty when nobody would find one in so long a list. */
    public List<String> list(LocalDate day, Reach reach, int longest) {
        var found = units.search(UnitSearch.of("", day, longest + 1).inReach(reach));
        if (found.size() > longest) return List.of();
        return labels(named(found.stream().map(Unit::id).toList(), day));
    }

    /** With as many of the units above as it takes to tell them apart. */
    private static List<String> labels(List<Named> found) {
        var labels = new ArrayList<String>();
        for (var one : found) {
            int levels = 1;
            while (levels < one.above().size() && occurs(one.label(levels), levels, found) > 1) levels++;
            labels.add(one.label(levels));
        }
        return labels;
    }

    private static long occurs(String label, int levels, List<Named> found) {
        return found.stream().filter(other -> other.label(levels).equals(label)).count();
    }

    /** Those that are called so on the day, with these above them, the nearest first. */
    private List<Named> called(String name, List<String> above, LocalDate day, @Nullable Reach reach) {
        var within = new StringBuilder();
        for (int i = 0; i < above.size(); i++) within.append("""
             and exists (select 1 from unit_within w
                         join unit_name a on a.unit_id = w.ancestor_id and a.valid_from <= :day
                                         and (a.valid_to is null or :day < a.valid_to)
                         where w.unit_id = n.unit_id and w.distance = %1$d and w.valid_from <= :day and :day < w.valid_to
                         and   fold(:above%1$d) in (fold(a.name), fold(a.short_name)))
            """.formatted(i + 1));
        var query = jdbc.sql("""
                        select n.unit_id from unit_name n
                        where  n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
                        and    n.unit_id in (select m.unit_id from unit_name m
                                             where  unit_words(m.name, m.short_name, m.symbol_abbreviation)
                                                    like '%' || replace(fold(:name), '\\', '\\\\') || '%'
                                             and    fold(:name) in (fold(m.name), fold(m.short_name), fold(m.symbol_abbreviation))
                                             and    m.valid_from <= :day and (m.valid_to is null or :day < m.valid_to)
                                             union all
                                             select s.unit_id from unit_alias s where fold(s.alias) = fold(:name)
                                             and    s.valid_from <= :day and (s.valid_to is null or :day < s.valid_to))
                        """ + within + (reach == null ? "" : """
                             and   (n.unit_id = any (:only) or exists (
                                    select 1 from unit_within w where w.unit_id = n.unit_id and w.ancestor_id = any (:whole)
                                    and w.valid_from <= :day and :day < w.valid_to))
                            """)
                        + " order by n.name collate vietnamese, n.unit_id limit " + CANDIDATES)
                .param("day", day)
                .param("name", name);
        for (int i = 0; i < above.size(); i++)
            query = query.param("above" + (i + 1), above.get(i).strip());
        if (reach != null) query = query.param("whole", reach.wholeIds()).param("only", reach.onlyIds());
        return named(query.query(UUID.class).list().stream().map(UnitId::new).toList(), day);
    }

    /** Those of them that exist on the day, in the same order. */
    private List<Named> named(List<UnitId> ids, LocalDate day) {
        if (ids.isEmpty()) return Collections.emptyList();
        Map<UnitId, Named> found = new HashMap<>();
        jdbc.sql("""
            select n.unit_id, n.name,
                   array(select coalesce(a.short_name, a.name) from unit_within w
                         join   unit_name a on a.unit_id = w.ancestor_id
                                           and a.valid_from <= :day and (a.valid_to is null or :day < a.valid_to)
                         where  w.unit_id = n.unit_id and w.distance > 0 and w.valid_from <= :day and :day < w.valid_to
                         order  by w.distance) as above
            from   unit_name n
            where  n.unit_id = any (:ids) and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            """)
                .param("ids", ids.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("day", day)
                .query(rs -> {
                    var unit = new UnitId(rs.getObject("unit_id", UUID.class));
                    found.put(unit, new Named(unit, rs.getString("name"), List.of((String[])
                            rs.getArray("above").getArray())));
                });
        var named = new ArrayList<Named>();
        for (var id : ids) if (found.get(id) instanceof Named one) named.add(one);
        return named;
    }
}
