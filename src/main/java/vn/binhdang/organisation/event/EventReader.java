package vn.binhdang.organisation.event;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitEventId;
import vn.binhdang.organisation.UnitKind;

/** Finds recorded events. They tell of the public map, so whoever may read units may read them. */
@Component
class EventReader {
    static final int PAGE = 50;

    private static final int MOST_NAMED = 100;

    private static final String COLUMNS = """
        select e.id, e.kind, e.happens_on, e.legal_basis, e.source, e.note, e.verified, e.corrects_id, e.recorded_at,
               e.undone_at
        from   unit_event e
        """;

    private final JdbcClient jdbc;

    EventReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredEvent> find(UnitEventId id) {
        return withUnits(jdbc.sql(COLUMNS + "where e.id = :id").param("id", id.value())).stream()
                .findFirst();
    }

    /** What happened to one unit, the latest first; what was taken back is left out. */
    List<StoredEvent> of(UnitId unit) {
        return withUnits(jdbc.sql(COLUMNS + """
            where  e.undone_at is null
            and    exists (select 1 from unit_event_unit u where u.event_id = e.id and u.unit_id = :unit
                           and u.role in ('SUBJECT', 'RESULT', 'BELOW'))
            order  by e.happens_on desc, e.no desc limit 200
            """).param("unit", unit.value()));
    }

    List<StoredEvent> correcting(UnitEventId id) {
        return withUnits(jdbc.sql(COLUMNS + "where e.corrects_id = :id and e.undone_at is null order by e.no")
                .param("id", id.value()));
    }

    /**
     * Events up to a day, the latest first; a page and one more if there are more.
     * @param within only those about this unit or what is or was below it; null for all
     */
    List<StoredEvent> list(@Nullable UnitId within, LocalDate upTo, @Nullable UnitEventId after) {
        return withUnits(jdbc.sql(COLUMNS + """
            where  e.undone_at is null and e.happens_on <= :day
            and    (cast(:after as uuid) is null
                    or (e.happens_on, e.no) < (select a.happens_on, a.no from unit_event a where a.id = :after))
            and    (cast(:within as uuid) is null or exists (
                    select 1 from unit_event_unit u join unit_within w on w.unit_id = u.unit_id
                    where  u.event_id = e.id and u.role in ('SUBJECT', 'RESULT') and w.ancestor_id = :within))
            order  by e.happens_on desc, e.no desc limit :limit
            """)
                .param("day", upTo)
                .param("after", after == null ? null : after.value(), java.sql.Types.OTHER)
                .param("within", within == null ? null : within.value(), java.sql.Types.OTHER)
                .param("limit", PAGE + 1));
    }

    private List<StoredEvent> withUnits(JdbcClient.StatementSpec query) {
        var heads = query.query((rs, i) -> head(rs)).list();
        if (heads.isEmpty()) return List.of();
        var left = new HashMap<UnitEventId, Map<EventUnit.Role, Integer>>();
        var units = units(heads.stream().map(StoredEvent::id).toList(), left);
        return heads.stream()
                .map(head -> new StoredEvent(
                        head.id(),
                        head.kind(),
                        head.on(),
                        head.legalBasis(),
                        head.source(),
                        head.note(),
                        head.verified(),
                        head.corrects(),
                        head.recordedAt(),
                        head.undoneAt(),
                        units.getOrDefault(head.id(), List.of()),
                        left.getOrDefault(head.id(), Map.of())))
                .toList();
    }

    /** A unit on a day. */
    record At(UnitId unit, LocalDate day) {}

    /** @param parent the short name of the unit above it; empty for one at the top */
    record Called(Unit unit, String parent) {}

    /**
     * What units were called on days, all in one question; one that had ended by then under its last name, one that began
     * later under its first.
     */
    Map<At, Called> called(Collection<At> asked) {
        var order = List.copyOf(new LinkedHashSet<>(asked));
        var found = new HashMap<At, Called>();
        if (order.isEmpty()) return found;
        jdbc.sql("""
            select a.at, n.unit_id, n.kind, n.name, n.short_name, n.symbol_abbreviation, coalesce(p.name, '') as parent
            from   unnest(:ids, :days) with ordinality a (id, day, at)
            join   lateral (select * from unit_name n where n.unit_id = a.id
                            order by n.valid_from <= a.day desc,
                                     case when n.valid_from <= a.day then n.valid_from end desc, n.valid_from limit 1) n on true
            left join lateral (select coalesce(m.short_name, m.name) as name
                               from   unit_parent u join unit_name m on m.unit_id = u.parent_id
                               where  u.unit_id = a.id and u.valid_from <= a.day and m.valid_from <= a.day
                               order  by u.valid_from desc, m.valid_from desc limit 1) p on true
            """)
                .param("ids", order.stream().map(at -> at.unit().value()).toArray(UUID[]::new))
                .param("days", order.stream().map(at -> Date.valueOf(at.day())).toArray(Date[]::new))
                .query(rs -> {
                    found.put(
                            order.get(rs.getInt("at") - 1),
                            new Called(
                                    new Unit(
                                            new UnitId(rs.getObject("unit_id", UUID.class)),
                                            UnitKind.valueOf(rs.getString("kind")),
                                            rs.getString("name"),
                                            rs.getString("short_name"),
                                            rs.getString("symbol_abbreviation")),
                                    rs.getString("parent")));
                });
        return found;
    }

    private static StoredEvent head(ResultSet rs) throws SQLException {
        var corrects = rs.getObject("corrects_id", UUID.class);
        var undone = rs.getObject("undone_at", OffsetDateTime.class);
        return new StoredEvent(
                new UnitEventId(rs.getObject("id", UUID.class)),
                EventKind.valueOf(rs.getString("kind")),
                rs.getObject("happens_on", LocalDate.class),
                rs.getString("legal_basis"),
                rs.getString("source"),
                rs.getString("note"),
                rs.getBoolean("verified"),
                corrects == null ? null : new UnitEventId(corrects),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                undone == null ? null : undone.toInstant(),
                List.of(),
                Map.of());
    }

    /** A hundred of each are enough to tell what happened; an import may have founded thousands. */
    private Map<UnitEventId, List<EventUnit>> units(
            List<UnitEventId> events, Map<UnitEventId, Map<EventUnit.Role, Integer>> left) {
        var units = new HashMap<UnitEventId, List<EventUnit>>();
        jdbc.sql("""
            select event_id, unit_id, role, share, function, greatest(among - :most, 0) as others
            from  (select u.*, row_number() over (partition by event_id, role order by position) as no,
                          count(*) over (partition by event_id, role) as among
                   from   unit_event_unit u where event_id = any (:events)) u
            where  no <= :most order by event_id, position
            """)
                .param("most", MOST_NAMED)
                .param("events", events.stream().map(UnitEventId::value).toArray(UUID[]::new))
                .query(rs -> {
                    var event = new UnitEventId(rs.getObject("event_id", UUID.class));
                    var role = EventUnit.Role.valueOf(rs.getString("role"));
                    left.computeIfAbsent(event, _ -> new EnumMap<>(EventUnit.Role.class))
                            .put(role, rs.getInt("others"));
                    units.computeIfAbsent(event, _ -> new ArrayList<>())
                            .add(new EventUnit(
                                    new UnitId(rs.getObject("unit_id", UUID.class)),
                                    role,
                                    rs.getBigDecimal("share"),
                                    rs.getString("function")));
                });
        return units;
    }
}
