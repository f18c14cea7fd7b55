package vn.binhdang.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything shown in several stored publications, and every relation of them, in one hand. Whoever holds it also knows which
 * counts changed from one publication to the other and which did not: two of one key are the same count when they are equal,
 * else two, and what lies between both is a count as well.
 */
final class PublishedAttack {
    private static final long THRESHOLD = 4;

    final Map<String, Long> shown = new HashMap<>();
    final Set<String> without = new TreeSet<>();
    final Map<String, TableCell> small = new HashMap<>();
    final List<Relation> relations = new ArrayList<>();
    private final Map<String, TreeSet<Long>> versions = new HashMap<>();
    /** Small differences between two counts of one cell. */
    int changes;

    PublishedAttack(JdbcClient jdbc, JsonMapper json, List<PublicationId> ids) {
        for (var id : ids) {
            var row = jdbc.sql("select cast(tables as text) as tables, cast(outcomes as text) as outcomes from"
                            + " stat_publication where id = :id")
                    .param("id", id.value())
                    .query()
                    .singleRow();
            var tables = json.readValue((String) row.get("tables"), Tables.class);
            var outcomes = json.readValue((String) row.get("outcomes"), PublicationRows.Outcomes.class)
                    .cells();
            var names = new HashMap<String, String>();
            for (var cell : tables.cells()) {
                String key = name(cell);
                names.put(cell.key(), key);
                if (outcomes.get(cell.key()).kind() == Outcome.Kind.SHOWN) shown.put(key, cell.value());
                else without.add(key);
                if (cell.need() != null) small.put(key, cell);
            }
            tables.relations().forEach(one -> one.with(names).ifPresent(relations::add));
        }
        between();
        without.removeAll(shown.keySet());
    }

    private String name(TableCell cell) {
        String key = cell.key();
        if (key.contains("~to")) return key;
        String base = key.replaceFirst("~was\\d+$", "");
        versions.computeIfAbsent(base, _ -> new TreeSet<>()).add(cell.value());
        return base + "#" + cell.value();
    }

    private void between() {
        versions.forEach((base, values) -> {
            for (long low : values)
                for (long high : values.tailSet(low, false)) {
                    if (high - low > THRESHOLD) continue;
                    changes++;
                    var cell = new TableCell(
                            base + "#" + low + "-" + high, high - low, 1, 0, TableCell.Showing.UNSEEN, Need.anyDoubt());
                    without.add(cell.key());
                    small.put(cell.key(), cell);
                    relations.add(Relation.total(base + "#" + high, List.of(base + "#" + low, cell.key())));
                }
        });
    }

    /** None of the small counts is narrowed to less than what must stay possible. */
    void findsNothing() {
        var intervals = new OutsideAttacker(shown, without, Map.of(), relations).intervals();
        assertThat(small).isNotEmpty();
        small.forEach((key, cell) -> {
            var interval = intervals.get(key);
            assertThat(interval).as(key).isNotNull();
            assertThat(interval.low().longValueExact()).as(key).isZero();
            assertThat(interval.high().min(BigInteger.valueOf(1000)).longValueExact())
                    .as(key)
                    .isGreaterThanOrEqualTo(5);
        });
    }
}
