package vn.binhdang.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    PrintedUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        var candidates = candidates(agency, day, today);
        var nearness = byNearness(candidates);
        var meant = new HashMap<String, UnitId>();
        for (String words : printed) meant(words, nearness).ifPresent(unit -> meant.put(words, unit));
        var ended = candidates.stream()
                .filter(Near::ended)
                .map(one -> one.unit().id())
                .filter(meant::containsValue)
                .toList();
        var ends = ends(ended, today);
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

    /**
     * A unit that may be meant.
     * @param nearness to the agency, 0 for its own
     * @param ended by today
     */
    private record Near(int nearness, Unit unit, boolean ended, List<String> aliases) {}

    /** Whoever exists on the day and may be meant by an agency. */
    private List<Near> candidates(UnitId agency, LocalDate day, LocalDate today) {
        return jdbc.sql("""
            select near.nearness, n.unit_id as id, n.kind, n.name, n.short_name, n.symbol_abbreviation,
                   coalesce(u.valid_to <= :today, false) as ended,
                   array(select a.alias from unit_alias a
                         where  a.unit_id = n.unit_id and a.valid_from <= :day
                           and (a.valid_to is null or :day < a.valid_to)) as aliases
            from  (select unit_id, min(nearness) as nearness from (
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
                       and    valid_from <= :day and (valid_to is null or :day < valid_to)) found
                   group  by unit_id) near
            join   unit u on u.id = near.unit_id
            join   unit_name n on n.unit_id = near.unit_id
                              and n.valid_from <= :day and (n.valid_to is null or :day < n.valid_to)
            """)
                .param("agency", agency.value())
                .param("day", day)
                .param("today", today)
                .param("country", WHOLE_COUNTRY)
                .query((rs, i) -> new Near(
                        rs.getInt("nearness"),
                        Objects.requireNonNull(Units.ROW.mapRow(rs, i)),
                        rs.getBoolean("ended"),
                        List.of((String[]) rs.getArray("aliases").getArray())))
                .list();
    }

    private static TreeMap<Integer, UnitMatcher> byNearness(List<Near> candidates) {
        return candidates.stream()
                .collect(Collectors.groupingBy(
                        Near::nearness,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), PrintedUnits::matcher)));
    }

    private static UnitMatcher matcher(List<Near> near) {
        return new UnitMatcher(
                near.stream().map(Near::unit).toList(),
                near.stream().collect(Collectors.toMap(one -> one.unit().id(), Near::aliases)));
    }

    /** By what kind of event units have ended, and who carries on. */
    private Map<UnitId, End> ends(Collection<UnitId> ended, LocalDate today) {
        if (ended.isEmpty()) return Map.of();
        var ends = new HashMap<UnitId, End>();
        jdbc.sql("""
            select u.id, u.valid_to,
                   (select e.kind from unit_event e join unit_event_unit x on x.event_id = e.id
                    where  x.unit_id = u.id and x.role = 'SUBJECT' and e.happens_on = u.valid_to and e.undone_at is null
                    and    e.kind in ('DISSOLVE', 'MERGE_INTO', 'CONSOLIDATE', 'SPLIT')
                    order  by e.no desc limit 1) as kind,
                   array(select coalesce(n.short_name, n.name)
                         from   unit_successors(array[u.id], u.valid_to - 1, :today) s
                         join   unit_name n on n.unit_id = s.unit_id
                                           and n.valid_from <= :today and (n.valid_to is null or :today < n.valid_to)
                         order  by s.share desc nulls last, s.unit_id) as carriers
            from   unit u where u.id = any (:ended)
            """)
                .param("ended", ended.stream().map(UnitId::value).toArray(UUID[]::new))
                .param("today", today)
                .query(rs -> {
                    ends.put(
                            new UnitId(rs.getObject("id", UUID.class)),
                            new End(
                                    "organisation.printed." + how(rs.getString("kind")),
                                    String.valueOf(rs.getObject("valid_to", LocalDate.class)
                                            .getYear()),
                                    String.join(", ", (String[])
                                            rs.getArray("carriers").getArray())));
                });
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
