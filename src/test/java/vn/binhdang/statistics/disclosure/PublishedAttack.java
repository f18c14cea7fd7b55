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

/** Everything shown in several stored publications, and every relation of them, in one hand. */
final class PublishedAttack {
    final Map<String, Long> shown = new HashMap<>();
    final Set<String> without = new TreeSet<>();
    final Map<String, TableCell> small = new HashMap<>();
    final List<Relation> relations = new ArrayList<>();

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
            relations.addAll(tables.relations());
            for (var cell : tables.cells()) {
                if (outcomes.get(cell.key()).kind() == Outcome.Kind.SHOWN) shown.put(cell.key(), cell.value());
                else without.add(cell.key());
                if (cell.need() != null) small.put(cell.key(), cell);
            }
        }
        without.removeAll(shown.keySet());
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
