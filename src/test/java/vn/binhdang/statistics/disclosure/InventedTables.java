package vn.binhdang.statistics.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Publications of invented counts, the same for the same seed: few large figures, many small ones, many zeros. */
final class InventedTables {
    enum Kind {
        ONE_DIMENSION,
        TWO_DIMENSIONS,
        THREE_DIMENSIONS,
        SUB_TOTALS,
        SHARED_MARGINS,
        TWO_MAPS,
        TWO_PERIODS,
        HIDDEN_REST
    }

    private InventedTables() {}

    static Tables of(Kind kind, long seed, Rules rules) {
        Random random = new Random(seed * 31 + kind.ordinal());
        TableBuilder builder = new TableBuilder(rules);
        switch (kind) {
            case ONE_DIMENSION -> table(builder, "victims", List.of(flat("UNIT", 4 + random.nextInt(8))), random);
            case TWO_DIMENSIONS ->
                table(
                        builder,
                        "victims",
                        List.of(flat("UNIT", 3 + random.nextInt(6)), flat("SEX", 2 + random.nextInt(3))),
                        random);
            case THREE_DIMENSIONS ->
                table(builder, "victims", List.of(flat("UNIT", 2 + random.nextInt(2)), sex(), flat("AGE", 3)), random);
            case SUB_TOTALS ->
                table(
                        builder,
                        "victims",
                        List.of(tree("UNIT", 2 + random.nextInt(2), 2 + random.nextInt(3)), sex()),
                        random);
            case SHARED_MARGINS -> sharedMargins(builder, random);
            case TWO_MAPS -> twoMaps(builder, random);
            case TWO_PERIODS -> twoPeriods(builder, random);
            case HIDDEN_REST -> hiddenRest(builder, random);
        }
        return builder.build();
    }

    static Dimension flat(String name, int codes) {
        return Dimension.flat(
                name, "all", IntStream.range(0, codes).mapToObj(i -> name + i).toList());
    }

    static Dimension sex() {
        return Dimension.flat("SEX", "all", List.of("F", "M"));
    }

    static Dimension tree(String name, int groups, int each) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("all", IntStream.range(0, groups).mapToObj(g -> name + g).toList());
        for (int g = 0; g < groups; g++) {
            int group = g;
            parts.put(
                    name + g,
                    IntStream.range(0, each)
                            .mapToObj(i -> name + group + "-" + i)
                            .toList());
        }
        return new Dimension(name, "all", parts);
    }

    static long count(Random random) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> 0;
            case 2, 3, 4 -> 1 + random.nextInt(4);
            case 5, 6, 7 -> 5 + random.nextInt(20);
            case 8 -> 25 + random.nextInt(80);
            default -> 100 + random.nextInt(1000);
        };
    }

    static void table(TableBuilder builder, String element, List<Dimension> dimensions, Random random) {
        builder.table(element, dimensions, true, counts(dimensions, random));
    }

    /** Counts for the finest cells and their sums for all others. */
    static Function<List<String>, Long> counts(List<Dimension> dimensions, Random random) {
        Map<List<String>, Long> known = new HashMap<>();
        return new Function<>() {
            @Override
            public Long apply(List<String> place) {
                Long before = known.get(place);
                if (before != null) return before;
                long sum = -1;
                for (int d = 0; d < dimensions.size() && sum < 0; d++) {
                    List<String> parts = dimensions.get(d).parts().get(place.get(d));
                    if (parts == null) continue;
                    sum = 0;
                    for (String part : parts) {
                        List<String> there = new ArrayList<>(place);
                        there.set(d, part);
                        sum += apply(there);
                    }
                }
                if (sum < 0) sum = count(random);
                known.put(List.copyOf(place), sum);
                return sum;
            }
        };
    }

    /** Unit by sex and unit by age of the same people. */
    private static void sharedMargins(TableBuilder builder, Random random) {
        List<Dimension> all = List.of(flat("UNIT", 3 + random.nextInt(3)), sex(), flat("AGE", 3));
        var counts = counts(all, random);
        builder.table(
                "victims",
                List.of(all.get(0), all.get(1)),
                true,
                at -> counts.apply(List.of(at.get(0), at.get(1), "all")));
        builder.table(
                "victims",
                List.of(all.get(0), all.get(2)),
                true,
                at -> counts.apply(List.of(at.get(0), "all", at.get(1))));
        builder.table(
                "victims",
                List.of(all.get(1), all.get(2)),
                true,
                at -> counts.apply(List.of("all", at.get(0), at.get(1))));
    }

    /** Old units and the units they were merged into, both published. */
    private static void twoMaps(TableBuilder builder, Random random) {
        int old = 5 + random.nextInt(5);
        List<String> units = IntStream.range(0, old).mapToObj(i -> "OLD" + i).toList();
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("all", units);
        List<List<String>> merged = new ArrayList<>();
        int from = 0;
        while (from < old) {
            int to = Math.min(old, from + 1 + random.nextInt(3));
            merged.add(units.subList(from, to));
            from = to;
        }
        List<String> names = new ArrayList<>();
        for (int m = 0; m < merged.size(); m++) {
            parts.put("NEW" + m, merged.get(m));
            names.add("NEW" + m);
        }
        Dimension maps = new Dimension("UNIT", "all", parts);
        table(builder, "victims", List.of(maps, sex()), random);
    }

    /** Two halves and the year. */
    private static void twoPeriods(TableBuilder builder, Random random) {
        Dimension periods = Dimension.flat("PERIOD", "all", List.of("S1", "S2"));
        table(builder, "victims", List.of(flat("UNIT", 3 + random.nextInt(4)), sex(), periods), random);
    }

    /** The men are in no table, but all less the women are the men. */
    private static void hiddenRest(TableBuilder builder, Random random) {
        Dimension units = flat("UNIT", 4 + random.nextInt(5));
        List<Dimension> all = List.of(units, sex());
        table(builder, "victims", all, random);
        for (String unit : units.codes()) builder.unseen(TableBuilder.key("victims", all, List.of(unit, "M")));
    }
}
