package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.UnitId;

/**
 * Leads from a name that a document prints ("Sở Lao động - Thương binh và Xã hội") to the unit it meant on its day, and to
 * whoever carries on from that unit today. The document keeps the name as printed. The nearest unit is meant: one of the
 * agency itself, then one beside it in its province, then one of the whole country; two that fit equally well are none.
 */
@Component
public class PrintedUnits {
    private static final Pattern ASIDE = Pattern.compile("\\s*\\([^)]*\\)\\s*");
    private static final int WHOLE_COUNTRY = 99;

    private final JdbcClient jdbc;
    private final Units units;

    PrintedUnits(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /**
     * A printed line and where it leads.
     * @param href the unit as of the document's day; empty when no unit is meant, or more than one may be
     * @param end what became of the unit until today; null while it exists
     */
    public record Line(
            String printed, String href, @Nullable End end) {}

    /**
     * "giải thể 2025, kế thừa: Sở Nội vụ".
     * @param carriers names of those who carry on today; empty when nobody does
     */
    public record End(String messageKey, String year, String carriers) {}

    /**
     * @param agency whose document it is: its neighbours are meant first
     * @param day of the document
     */
    public List<Line> lines(UnitId agency, LocalDate day, Collection<String> printed, LocalDate today) {
        if (printed.isEmpty()) return List.of();
        var nearness = candidates(agency, day);
        var meant = new HashMap<String, UnitId>();
        for (String words : printed) meant(words, nearness).ifPresent(unit -> meant.put(words, unit));
        var ends = ends(new HashSet<>(meant.values()), today);
        var lines = new ArrayList<Line>();
        for (String words : printed) {
            var unit = meant.get(words);
            lines.add(
                    unit == null
                            ? new Line(words, "", null)
                            : new Line(words, new AsOf(day, today, null).carry("/units/" + unit), ends.get(unit)));
        }
        return lines;
    }

    private static Optional<UnitId> meant(String printed, TreeMap<Integer, UnitMatcher> nearness) {
        String words = ASIDE.matcher(printed).replaceAll(" ").strip();
        for (var matcher : nearness.values()) if (matcher.knows(words)) return matcher.match(words);
        return Optional.empty();
    }

    /** What is called so on the day, by how near it is to the agency. */
    private TreeMap<Integer, UnitMatcher> candidates(UnitId agency, LocalDate day) {
        record Near(UUID unitId, int nearness) {}
        var near = jdbc.sql("""
            select unit_id, min(nearness) as nearness from (
                select unit_id, 0 as nearness from unit_within
                where  ancestor_id = :agency and distance <= 2 and valid_from <= :day and :day < valid_to
                union all
                select b.unit_id, up.distance from unit_within up
                join   unit_within b on b.ancestor_id = up.ancestor_id and b.distance <= 1
                                    and b.valid_from <= :day and :day < b.valid_to
                where  up.unit_id = :agency and up.distance > 0 and up.valid_from <= :day and :day < up.valid_to
                union all
                select unit_id, :country from unit_name
                where  kind in ('GOVERNMENT', 'MINISTRY', 'GOVERNMENT_AGENCY', 'MINISTRY_DEPARTMENT', 'PROVINCE',
                                'CENTRALLY_RUN_CITY')
                and    valid_from <= :day and (valid_to is null or :day < valid_to)) near
            group  by unit_id
            """)
                .param("agency", agency.value())
                .param("day", day)
                .param("country", WHOLE_COUNTRY)
                .query(Near.class)
                .list();
        var ids = near.stream().map(one -> new UnitId(one.unitId())).toList();
        var called = units.named(ids, day);
        var aliases = aliases(ids, day);
        return near.stream()
                .collect(Collectors.groupingBy(
                        Near::nearness,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(one -> called.get(new UnitId(one.unitId())), Collectors.toList()),
                                list -> new UnitMatcher(list, aliases))));
    }

    private Map<UnitId, List<String>> aliases(List<UnitId> ids, LocalDate day) {
        var found = new HashMap<UnitId, List<String>>();
        jdbc.sql("""
            select unit_id, alias from unit_alias
            where  unit_id = any (:ids) and valid_from <= :day and (valid_to is null or :day < valid_to)
            """)
                .param("ids", new HashSet<>(ids).stream().map(UnitId::value).toArray(UUID[]::new))
                .param("day", day)
                .query(rs -> {
                    found.computeIfAbsent(new UnitId(rs.getObject("unit_id", UUID.class)), _ -> new ArrayList<>())
                            .add(rs.getString("alias"));
                });
        return found;
    }

    /** Of those that have ended by today: by what kind of event, and who carries on. */
    private Map<UnitId, End> ends(Collection<UnitId> meant, LocalDate today) {
        record Ended(UUID id, LocalDate validTo, @Nullable String kind, UUID[] carriers) {}
        if (meant.isEmpty()) return Map.of();
        var ended = jdbc.sql("""
            select u.id, u.valid_to,
                   (select e.kind from unit_event e join unit_event_unit x on x.event_id = e.id
                    where  x.unit_id = u.id and x.role = 'SUBJECT' and e.happens_on = u.valid_to and e.undone_at is null
                    and    e.kind in ('DISSOLVE', 'MERGE_INTO', 'CONSOLIDATE', 'SPLIT')
                    order  by e.no desc limit 1) as kind,
                   array(select s.unit_id from unit_successors(array[u.id], u.valid_to - 1, :today) s
                         order by s.share desc nulls last, s.unit_id) as carriers
            from   unit u where u.id = any (:meant) and u.valid_to <= :today
            """)
                .param("meant", meant.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("today", today)
                .query((rs, i) -> new Ended(
                        rs.getObject("id", UUID.class),
                        rs.getObject("valid_to", LocalDate.class),
                        rs.getString("kind"),
                        (UUID[]) rs.getArray("carriers").getArray()))
                .list();
        var named = units.named(
                ended.stream()
                        .flatMap(one -> Arrays.stream(one.carriers()))
                        .map(UnitId::new)
                        .toList(),
                today);
        var ends = new HashMap<UnitId, End>();
        for (var one : ended)
            ends.put(
                    new UnitId(one.id()),
                    new End(
                            "organisation.printed." + how(one.kind()),
                            String.valueOf(one.validTo().getYear()),
                            Arrays.stream(one.carriers())
                                    .map(carrier -> named.get(new UnitId(carrier)))
                                    .map(Unit::label)
                                    .collect(Collectors.joining(", "))));
        return ends;
    }

    private static String how(@Nullable String kind) {
        return switch (kind) {
            case "DISSOLVE" -> "dissolved";
            case "MERGE_INTO" -> "merged";
            case "CONSOLIDATE" -> "consolidated";
            case "SPLIT" -> "split";
            case null, default -> "ended";
        };
    }
}
