package vn.binhdang.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.statistics.Window;

/** Figures of a window on the maps of random days, in random histories of an invented country. */
class MapViewTest {
    private static final int HISTORIES = 400;
    private static final int MAPS = 8;

    private final Random random = new Random(20261126);

    private record Drawn(RandomHistory from, UnitHistory history, PeriodTree tree, long[] values) {
        long total() {
            long total = 0;
            for (long value : values) total += value;
            return total;
        }
    }

    private Drawn draw(long seed) {
        var from = new RandomHistory(seed);
        var history = from.build();
        var begin = LocalDate.ofEpochDay(RandomHistory.FIRST_DAY + random.nextInt(1_600));
        var tree = new PeriodTree(history, new Window(begin, begin.plusDays(30 + random.nextInt(360))));
        var values = new long[history.size()];
        for (int unit = 0; unit < values.length; unit++)
            if (tree.has(unit) && random.nextInt(4) > 0) values[unit] = random.nextInt(1_000);
        return new Drawn(from, history, tree, values);
    }

    private int day() {
        return RandomHistory.FIRST_DAY + random.nextInt(RandomHistory.LAST_DAY - RandomHistory.FIRST_DAY);
    }

    @Test
    void the_country_has_the_same_total_on_every_map_to_the_last_one() {
        int maps = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            var drawn = draw(seed);
            int country = drawn.history().number(new UnitId(drawn.from().country()));
            for (int i = 0; i < MAPS; i++, maps++) {
                var sums = asked(drawn, day(), List.of(country));
                assertThat(sums.get(country)).as("history %d", seed).isEqualTo((double) drawn.total());
            }
        }
        assertThat(maps).isEqualTo(HISTORIES * MAPS);
    }

    @Test
    void nothing_is_lost_or_doubled_among_the_units_of_one_level() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            var drawn = draw(seed);
            for (int i = 0; i < MAPS; i++) {
                int day = day();
                int country = drawn.history().number(new UnitId(drawn.from().country()));
                var level = children(drawn.history(), country, day);
                double below = asked(drawn, day, level).values().stream()
                        .mapToDouble(v -> v)
                        .sum();
                double own = plainly(drawn, day, List.of(country)).getOrDefault(country, 0.0)
                        - plainly(drawn, day, level).values().stream()
                                .mapToDouble(v -> v)
                                .sum();
                assertThat(below + own).as("history %d", seed).isCloseTo(drawn.total(), within(1e-6));
            }
        }
    }

    @Test
    void sums_taken_whole_give_what_adding_up_every_single_unit_gives() {
        int estimated = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            var drawn = draw(seed);
            for (int i = 0; i < MAPS; i++) {
                int day = day();
                for (var level : levels(drawn, day)) {
                    var plain = plainly(drawn, day, level);
                    var taken = asked(drawn, day, level);
                    for (int unit : level) {
                        double value = plain.getOrDefault(unit, 0.0);
                        if (value != Math.rint(value)) estimated++;
                        assertThat(taken.getOrDefault(unit, 0.0))
                                .as("history %d", seed)
                                .isCloseTo(value, within(1e-6));
                    }
                }
            }
        }
        assertThat(estimated).isPositive();
    }

    @Test
    void forth_and_back_changes_nothing_that_was_neither_split_nor_merged() {
        int compared = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            var drawn = draw(seed);
            var history = drawn.history();
            for (int unit = 0; unit < history.size(); unit++) {
                if (!drawn.tree().has(unit)) continue;
                int from = drawn.tree().referenceDay(unit);
                int to = from + random.nextInt(RandomHistory.LAST_DAY - RandomHistory.FIRST_DAY);
                var there = parts(history, unit, from, to);
                if (there.size() != 1) continue;
                int heir = there.keySet().iterator().next();
                if (drawn.from().merged.contains(history.id(heir))
                        || drawn.from().split.contains(history.id(heir))) continue;
                assertThat(parts(history, heir, to, from))
                        .as("history %d", seed)
                        .containsExactly(Map.entry(unit, 1.0));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(HISTORIES);
    }

    @Test
    void a_merger_of_provinces_costs_a_row_for_each_of_them_and_not_for_their_communes() {
        var history = reform();
        var tree = new PeriodTree(history, new Window(LocalDate.of(2024, 12, 15), LocalDate.of(2025, 6, 15)));
        var sources = new ArrayList<MapView.Source>();
        int after = (int) LocalDate.of(2025, 7, 1).toEpochDay();
        new MapView(tree, after).sources(new int[] {history.number(id(3))}, new int[] {0}, sources);
        assertThat(sources)
                .extracting(source -> history.id(source.unit()), MapView.Source::whole, MapView.Source::share)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(id(1).value(), true, 1.0),
                        org.assertj.core.groups.Tuple.tuple(id(2).value(), true, 1.0));
    }

    /** Two provinces of 60 communes each become a third on 01/7/2025, as Bắc Giang and Bắc Ninh did. */
    private static UnitHistory reform() {
        var builder = new UnitHistory.Builder(1);
        int begin = (int) LocalDate.of(2020, 1, 1).toEpochDay();
        int reform = (int) LocalDate.of(2025, 7, 1).toEpochDay();
        int ever = (int) LocalDate.of(9999, 1, 1).toEpochDay();
        builder.unit(id(1).value(), begin, reform);
        builder.unit(id(2).value(), begin, reform);
        builder.unit(id(3).value(), reform, ever);
        for (int commune = 100; commune < 220; commune++)
            builder.unit(id(commune).value(), begin, ever);
        for (int commune = 100; commune < 220; commune++) {
            builder.parent(id(commune).value(), id(1 + commune % 2).value(), begin, reform);
            builder.parent(id(commune).value(), id(3).value(), reform, ever);
        }
        builder.succession(id(1).value(), id(3).value(), reform, 1, 1);
        builder.succession(id(2).value(), id(3).value(), reform, 1, 1);
        return builder.build();
    }

    private static UnitId id(int number) {
        return new UnitId(new java.util.UUID(0, number));
    }

    private static Map<Integer, Double> parts(UnitHistory history, int unit, int from, int to) {
        var parts = new HashMap<Integer, Double>();
        history.parts(unit, from, to, (heir, share) -> parts.merge(heir, share, Double::sum));
        return parts;
    }

    /** By the sources of the view; a whole one is the sum of all below it in the window. */
    private static Map<Integer, Double> asked(Drawn drawn, int day, List<Integer> units) {
        var sources = new ArrayList<MapView.Source>();
        var places = units.stream().mapToInt(unit -> unit).toArray();
        new MapView(drawn.tree(), day).sources(places, places, sources);
        var sums = new HashMap<Integer, Double>();
        for (var source : sources) {
            double value = 0;
            for (int unit = 0; unit < drawn.values().length; unit++)
                if (source.whole()
                        ? drawn.tree().has(unit) && drawn.tree().within(unit, source.unit())
                        : unit == source.unit()) value += drawn.values()[unit];
            sums.merge(source.asked(), source.share() * value, Double::sum);
        }
        return sums;
    }

    /** Every single unit by itself, without the view. */
    private static Map<Integer, Double> plainly(Drawn drawn, int day, List<Integer> units) {
        var sums = new HashMap<Integer, Double>();
        for (int unit = 0; unit < drawn.values().length; unit++) {
            if (!drawn.tree().has(unit)) continue;
            for (var part : parts(drawn.history(), unit, drawn.tree().referenceDay(unit), day)
                    .entrySet())
                for (int above = part.getKey();
                        above != UnitHistory.NONE;
                        above = drawn.history().parent(above, day))
                    if (units.contains(above)) sums.merge(above, part.getValue() * drawn.values()[unit], Double::sum);
        }
        return sums;
    }

    private static List<Integer> children(UnitHistory history, int parent, int day) {
        var children = new ArrayList<Integer>();
        for (int unit = 0; unit < history.size(); unit++)
            if (history.existsOn(unit, LocalDate.ofEpochDay(day)) && history.parent(unit, day) == parent)
                children.add(unit);
        return children;
    }

    private static List<List<Integer>> levels(Drawn drawn, int day) {
        int country = drawn.history().number(new UnitId(drawn.from().country()));
        var provinces = children(drawn.history(), country, day);
        var communes = new ArrayList<Integer>();
        for (int province : provinces) communes.addAll(children(drawn.history(), province, day));
        return List.of(List.of(country), provinces, communes);
    }
}
