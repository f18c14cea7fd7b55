package vn.binhdang.organisation.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitsByName;

/** Units somebody may choose on a day: those in reach, to pick from a list or, where they are many, by their words. */
@Component
public class UnitChoices {
    /** More than this nobody finds in a list. */
    private static final int MOST = 300;

    private final JdbcClient jdbc;
    private final UnitsByName names;

    UnitChoices(JdbcClient jdbc, UnitsByName names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    public record Choice(String id, String label) {}

    /** The larger units first; empty when there are too many for a list. */
    public List<Choice> in(Reach reach, LocalDate day) {
        var found = jdbc.sql("""
            with few as materialized (      -- so many units in reach that nobody looks through them are not put in order
                select u.id from units_reached(:whole, :only, :day) reached
                join   unit u on u.id = reached
                where  u.valid_from <= :day and (u.valid_to is null or :day < u.valid_to)
                limit  :limit)
            select u.id, n.name, coalesce(pn.short_name, pn.name) as parent
            from   few u
            join   unit_name n on n.unit_id = u.id and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            left join unit_parent p on p.unit_id = u.id
                                   and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)
            left join unit_name pn on pn.unit_id = p.parent_id
                                  and pn.valid_from <= :day and (pn.valid_to is null or :day < pn.valid_to)
            order  by (select max(w.distance) from unit_within w
                       where w.unit_id = u.id and w.valid_from <= :day and :day < w.valid_to),
                      p.position, n.name collate vietnamese, u.id
            """)
                .param("day", day)
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("limit", MOST + 1)
                .query((rs, i) -> new Choice(
                        rs.getObject("id", UUID.class).toString(),
                        rs.getString("parent") == null
                                ? rs.getString("name")
                                : rs.getString("name") + " – " + rs.getString("parent")))
                .list();
        return found.size() > MOST ? List.of() : found;
    }

    /**
     * The unit that was chosen by id, or typed as it is named, shortened or otherwise spelled on that day.
     * @return empty when there is none in reach, or more than one
     */
    public Optional<UnitId> find(Reach reach, String typed, LocalDate day) {
        var id = id(typed);
        if (id == null) return Optional.ofNullable(names.read(typed, day, reach).unit());
        return jdbc.sql("""
            select id from unit
            where  id = :id and valid_from <= :day and (valid_to is null or :day < valid_to)
            and    in_reach(id, :whole, :only, :day)
            """)
                .param("id", id)
                .param("day", day)
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .query(UUID.class)
                .optional()
                .map(UnitId::new);
    }

    /** Names of units that a name could mean which means none, or several. */
    List<String> couldMean(Reach reach, String typed, LocalDate day) {
        return names.read(typed, day, reach).labels();
    }

    /** How a unit is typed. */
    public String words(UnitId unit, LocalDate day) {
        return names.of(unit, day).orElse("");
    }

    /** What stands in a field that may hold the id of a unit or its name, as it is typed. */
    @Nullable
    String words(@Nullable String unit, LocalDate day) {
        var id = unit == null ? null : id(unit);
        return id == null ? unit : words(new UnitId(id), day);
    }

    private static @Nullable UUID id(String typed) {
        try {
            return UnitId.of(typed).value();
        } catch (NotVisible e) {
            return null;
        }
    }
}
