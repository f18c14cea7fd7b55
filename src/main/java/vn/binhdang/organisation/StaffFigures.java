package vn.binhdang.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Reach;
import vn.binhdang.kernel.UnitId;

/** Counts the staff on any day: each person once, in the main office of that day. */
@Component
public class StaffFigures {
    private final JdbcClient jdbc;

    StaffFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A unit with all below it, as far as that is in reach.
     * @throws NotVisible when the unit itself is not in reach on the day
     */
    public StaffCount of(Reach reach, UnitId unit, LocalDate day) {
        boolean seen = jdbc.sql("select in_reach(:unit, :whole, :only, :day)")
                .param("unit", unit.value())
                .param("whole", reach.wholeIds())
                .param("only", reach.onlyIds())
                .param("day", day)
                .query(Boolean.class)
                .single();
        if (!seen) throw new NotVisible("figures of unit " + unit);
        // whoever sees the whole branch is not asked for each unit of it
        var cells = cells(
                List.of(unit),
                day,
                """
                and    ((select in_reach(:unit, :whole, '{}', :day)) or in_reach(w.unit_id, :whole, :only, :day))
                """,
                Map.of("unit", unit.value(), "whole", reach.wholeIds(), "only", reach.onlyIds()));
        return new StaffCount(unit, day, cells.getOrDefault(unit, List.of()));
    }

    /**
     * Each of these units with all below it, whoever asks: for those who are told how many people a unit has, not who they
     * are. A unit without anybody has a count of nobody, one that does not exist on the day has none.
     */
    public Map<UnitId, StaffCount> ofEach(Collection<UnitId> units, LocalDate day) {
        var counts = new HashMap<UnitId, StaffCount>();
        cells(units, day, "", Map.of())
                .forEach((unit, counted) -> counts.put(unit, new StaffCount(unit, day, counted)));
        return counts;
    }

    /** Has an entry for each unit that exists on the day. */
    private Map<UnitId, List<StaffCount.Cell>> cells(
            Collection<UnitId> units, LocalDate day, String inReach, Map<String, ?> reach) {
        var groups = AgeGroup.all();
        var cells = new HashMap<UnitId, List<StaffCount.Cell>>();
        jdbc.sql("""
            select w.ancestor_id as counted, part.ancestor_id as part, w.distance = 0 as own, p.sex,
                   coalesce(facts.legal_status, 'UNKNOWN') as legal_status, coalesce(age.code, 'UNKNOWN') as age_group,
                   coalesce(facts.grade, 'UNKNOWN') as grade, coalesce(facts.degree, 'UNKNOWN') as degree,
                   m.rank, m.key_leader,
                   m.valid_from > cast(:day as date) - interval '1 year'
                   and not exists (select 1 from office_held before     -- a title put differently is no appointment
                                   where before.person_id = m.person_id and before.unit_id = m.unit_id and before.main
                                   and   before.rank = m.rank and before.key_leader = m.key_leader
                                   and   before.valid_to = m.valid_from) as recent,
                   facts.party_since is not null as party_committee,
                   coalesce(facts.party_since > cast(:day as date) - interval '1 year', false) as party_recent,
                   count(*) as people
            from   unit_within w
            join   office_held m on m.unit_id = w.unit_id and m.main
                                and m.valid_from <= :day and (m.valid_to is null or :day < m.valid_to)
            join   person p on p.id = m.person_id
            join   unit_within part on part.unit_id = w.unit_id and part.distance = greatest(w.distance - 1, 0)
                                   and part.valid_from <= :day and :day < part.valid_to
            -- one look for each person whatever the database believes: just after a table was brought in it guesses badly
            cross join lateral (
                   select max(f.value) filter (where f.kind = 'LEGAL_STATUS') as legal_status,
                          max(f.value) filter (where f.kind = 'GRADE') as grade,
                          max(f.value) filter (where f.kind = 'DEGREE') as degree,
                          max(f.valid_from) filter (where f.kind = 'PARTY_COMMITTEE') as party_since
                   from   person_fact f
                   where  f.person_id = p.id and f.valid_from <= :day and (f.valid_to is null or :day < f.valid_to)) facts
            left join unnest(cast(:codes as text[]), cast(:froms as int[]), cast(:belows as int[])) age (code, lo, hi)
                                on  extract(year from cast(:day as date)) - p.birth_year >= age.lo
                                and extract(year from cast(:day as date)) - p.birth_year < age.hi
            where  w.ancestor_id = any (:units) and w.valid_from <= :day and :day < w.valid_to
            """ + inReach + """
            group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
            union all
            select w.ancestor_id, null, null, null, null, null, null, null, null, null, null, null, null, 0
            from   unit_within w
            where  w.ancestor_id = any (:units) and w.distance = 0 and w.valid_from <= :day and :day < w.valid_to
            """)
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("day", day)
                .params(reach)
                .param("codes", groups.stream().map(AgeGroup::code).toArray(String[]::new))
                .param("froms", groups.stream().map(AgeGroup::from).toArray(Integer[]::new))
                .param("belows", groups.stream().map(AgeGroup::below).toArray(Integer[]::new))
                .query(rs -> {
                    var ofUnit = cells.computeIfAbsent(
                            new UnitId(rs.getObject("counted", UUID.class)), _ -> new ArrayList<>());
                    if (rs.getInt("people") > 0) ofUnit.add(cell(rs));
                });
        return cells;
    }

    private static StaffCount.Cell cell(ResultSet rs) throws SQLException {
        return new StaffCount.Cell(
                new UnitId(rs.getObject("part", UUID.class)),
                rs.getBoolean("own"),
                Register.Sex.valueOf(rs.getString("sex")),
                rs.getString("legal_status"),
                rs.getString("age_group"),
                rs.getString("grade"),
                rs.getString("degree"),
                Rank.valueOf(rs.getString("rank")),
                rs.getBoolean("key_leader"),
                rs.getBoolean("recent"),
                rs.getBoolean("party_committee"),
                rs.getBoolean("party_recent"),
                rs.getInt("people"));
    }
}
