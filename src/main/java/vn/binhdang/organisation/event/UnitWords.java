package vn.binhdang.organisation.event;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;

/**
 * Units named in words, as a form without a script can ask for them: "Phòng Tổ chức", and where two have that name
 * "Phòng Tổ chức (Sở Nội vụ)".
 */
@Component
public class UnitWords {
    private static final int SUGGESTED = 300;
    private static final int CANDIDATES = 12;

    private final JdbcClient jdbc;

    UnitWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What words mean on a day.
     * @param unit null when they mean none, or more than one
     * @param labels of the units they could mean
     */
    public record Meaning(@Nullable UnitId unit, List<String> labels) {}

    private record Row(UUID id, String name, @Nullable String parent) {
        String label() {
            return parent == null ? name : name + " (" + parent + ")";
        }
    }

    /** @param reach where to look; null for the whole map */
    public Meaning read(String words, LocalDate day, @Nullable Reach reach) {
        String name = words.strip();
        String parent = null;
        // A name may itself end in parentheses, so the whole is tried first.
        var found = find(name, null, day, reach);
        int open = name.lastIndexOf(" (");
        if (found.isEmpty() && open > 0 && name.endsWith(")")) {
            parent = name.substring(open + 2, name.length() - 1);
            found = find(name.substring(0, open), parent, day, reach);
        }
        return new Meaning(
                found.size() == 1 ? new UnitId(found.getFirst().id()) : null,
                found.stream().map(Row::label).toList());
    }

    /** The words that {@link #read} understands as this unit. */
    public Optional<String> of(UnitId unit, LocalDate day) {
        return jdbc.sql(SELECT + " where n.unit_id = :unit and" + ON_DAY)
                .param("unit", unit.value())
                .param("day", day)
                .query(Row.class)
                .optional()
                .map(Row::label);
    }

    /** Units to choose from, in the order of names: what a list of suggestions offers; empty when they are too many. */
    public List<String> suggestions(LocalDate day, Reach reach) {
        var rows = jdbc.sql(SELECT + " where" + ON_DAY + IN_REACH + " order by n.name collate vietnamese limit :limit")
                .param("day", day)
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("limit", SUGGESTED + 1)
                .query(Row.class)
                .list();
        if (rows.size() > SUGGESTED) return List.of();
        var named = new HashMap<String, Integer>();
        for (var row : rows) named.merge(row.name(), 1, Integer::sum);
        var labels = new ArrayList<String>();
        for (var row : rows) labels.add(named.getOrDefault(row.name(), 0) == 1 ? row.name() : row.label());
        return labels;
    }

    private static final String SELECT = """
        select n.unit_id as id, n.name, coalesce(a.short_name, a.name) as parent
        from   unit_name n
        left   join unit_parent p on p.unit_id = n.unit_id
                                 and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)
        left   join unit_name a on a.unit_id = p.parent_id
                               and a.valid_from <= :day and (a.valid_to is null or :day < a.valid_to)
        """;

    private static final String ON_DAY = " n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to) ";

    private static final String IN_REACH = """
         and (n.unit_id = any (:only) or exists (
             select 1 from unit_within w where w.unit_id = n.unit_id and w.ancestor_id = any (:whole)
             and w.valid_from <= :day and :day < w.valid_to))
        """;

    private List<Row> find(String name, @Nullable String parent, LocalDate day, @Nullable Reach reach) {
        var query = jdbc.sql(SELECT + " where" + ON_DAY + """
                         and (n.unit_id in (select m.unit_id from unit_name m
                                            where unit_words(m.name, m.short_name, m.symbol_abbreviation)
                                                  like '%' || fold(:name) || '%'
                                            and (fold(m.name) = fold(:name) or fold(m.short_name) = fold(:name)
                                                 or fold(m.symbol_abbreviation) = fold(:name))
                                            and m.valid_from <= :day and (m.valid_to is null or :day < m.valid_to))
                              or n.unit_id in (select s.unit_id from unit_alias s where fold(s.alias) = fold(:name)
                                               and s.valid_from <= :day and (s.valid_to is null or :day < s.valid_to)))
                        """
                        + (parent == null ? "" : " and fold(:parent) in (fold(a.name), fold(a.short_name))")
                        + (reach == null ? "" : IN_REACH) + " order by n.name collate vietnamese, n.unit_id limit "
                        + CANDIDATES)
                .param("day", day)
                .param("name", name);
        if (parent != null) query = query.param("parent", parent);
        if (reach != null) query = query.param("whole", reach.wholeIds()).param("only", reach.onlyIds());
        return query.query(Row.class).list();
    }
}
