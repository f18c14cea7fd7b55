package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;

/** Reads an agency with its units and offices in one question, for whoever makes its documents. */
@Component
public class Agencies {
    private final JdbcClient jdbc;

    Agencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public AgencyOnDay on(UnitId agency, LocalDate day) {
        return jdbc.sql("""
            with own as (
                select n.unit_id, n.kind, n.name, n.short_name, n.symbol_abbreviation, u.position,
                       array(select a.alias from unit_alias a
                             where  a.unit_id = n.unit_id and a.valid_from <= :day and (a.valid_to is null or :day < a.valid_to)
                             order  by a.alias) as aliases
                from  (select cast(:agency as uuid) as unit_id, 0 as position
                       union all
                       select p.unit_id, p.position from unit_parent p
                       where  p.parent_id = :agency and p.valid_from <= :day and (p.valid_to is null or :day < p.valid_to)) u
                join   unit_name n on n.unit_id = u.unit_id and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to))
            select own.unit_id as id, own.*, l.parent_line, l.place_of_issue,
                   o.person_id, p.family_name, p.given_name, o.rank, o.title
            from   own
            left   join agency_letterhead l on l.agency_id = own.unit_id and own.unit_id = :agency
                                           and l.valid_from <= :day and (l.valid_to is null or :day < l.valid_to)
            left   join (office_held o join person p on p.id = o.person_id)
                         on o.unit_id = own.unit_id and o.valid_from <= :day and (o.valid_to is null or :day < o.valid_to)
            order  by own.unit_id <> :agency, own.position, own.name collate vietnamese, own.unit_id,
                      case o.rank when 'HEAD' then 0 when 'ACTING_HEAD' then 0 when 'DEPUTY_HEAD' then 1 else 2 end,
                      p.given_name, p.family_name, p.id
            """).param("agency", agency.value()).param("day", day).query(rs -> {
            var units = new LinkedHashMap<UnitId, Unit>();
            var aliases = new HashMap<UnitId, List<String>>();
            var offices = new ArrayList<OfficeHeld>();
            Letterhead letterhead = null;
            for (int row = 0; rs.next(); row++) {
                var id = new UnitId(rs.getObject("id", UUID.class));
                if (!units.containsKey(id)) {
                    units.put(id, Objects.requireNonNull(Units.ROW.mapRow(rs, row)));
                    aliases.put(id, List.of((String[]) rs.getArray("aliases").getArray()));
                }
                if (rs.getString("place_of_issue") != null)
                    letterhead = new Letterhead(
                            rs.getString("parent_line"),
                            rs.getString("name"),
                            rs.getString("symbol_abbreviation"),
                            rs.getString("place_of_issue"));
                if (rs.getObject("person_id") != null)
                    offices.add(Objects.requireNonNull(People.OFFICE.mapRow(rs, row)));
            }
            var itself = units.remove(agency);
            return new AgencyOnDay(
                    agency,
                    day,
                    itself,
                    letterhead,
                    List.copyOf(units.values()),
                    aliases,
                    offices.stream()
                            .filter(office -> office.unit().equals(agency))
                            .toList(),
                    offices.stream()
                            .filter(office -> !office.unit().equals(agency))
                            .toList());
        });
    }
}
