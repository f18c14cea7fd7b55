package vn.binhdang.execution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;

/**
 * What a decision lets an inspector see: the units it names, to the members of its team, from its first day to its last.
 * The rule itself is the view {@code oversight_cover} with the function {@code oversight_covers(person, unit, day)}; the
 * fragments here are its only use in queries. Office and leaders see what their role reaches, on any day.
 */
@Component
public class OversightCover {
    /** Appended to a where clause about visits {@code v} of missions {@code r}. */
    public static final String VISIT_VISIBLE = """
        ((r.agency_id = :agency and (r.agency_id = any (:oversightWhole) or in_reach(v.unit_id, :oversightWhole, :oversightOnly, :today)))
            or exists (select 1 from oversight_cover cover
                       where  cover.visit_id = v.id and cover.person_id = :person
                       and    cover.from_day <= :today and :today < cover.to_day))\
        """;

    /** The same about missions: one is seen by whoever sees one of its visits. */
    public static final String MISSION_VISIBLE = """
        ((r.agency_id = :agency and (r.agency_id = any (:oversightWhole)
                or exists (select 1 from oversight_visit there
                           where  there.mission_id = r.id and in_reach(there.unit_id, :oversightWhole, :oversightOnly, :today))))
            or exists (select 1 from oversight_cover cover
                       where  cover.mission_id = r.id and cover.person_id = :person
                       and    cover.from_day <= :today and :today < cover.to_day))\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OversightCover(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The parameters of the fragments, as of a day. */
    public static Map<String, Object> visibleTo(Actor actor, LocalDate day) {
        var reach = actor.reach(Action.READ_OVERSIGHT);
        var parameters = new HashMap<String, Object>();
        parameters.put("agency", actor.agency().value());
        parameters.put("oversightWhole", reach.wholeIds());
        parameters.put("oversightOnly", reach.onlyIds());
        parameters.put("person", actor.person().value());
        parameters.put("today", day);
        return parameters;
    }

    /** Whether a decision lets them look into a unit today. */
    public boolean covers(Actor actor, UnitId unit) {
        return jdbc.sql("select oversight_covers(:person, :unit, :day)")
                .param("person", actor.person().value())
                .param("unit", unit.value())
                .param("day", Today.of(clock).day())
                .query(Boolean.class)
                .single();
    }

    /** The units that decisions let them look into today, without what is below them. */
    public List<UnitId> units(Actor actor) {
        return jdbc
                .sql("""
                    select distinct unit_id from oversight_cover
                    where  person_id = :person and from_day <= :day and :day < to_day
                    order  by unit_id
                    """)
                .param("person", actor.person().value())
                .param("day", Today.of(clock).day())
                .query(UUID.class)
                .list()
                .stream()
                .map(UnitId::new)
                .toList();
    }
}
