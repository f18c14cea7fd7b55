package vn.binhdang.statistics.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.binhdang.organisation.UnitHistory;

/**
 * Which figures of a window belong to which units on the map of a day. A unit of the window belongs to whoever carries on
 * from it on that day; where all of a unit and all below it belong to one, its sum is taken whole, so that a merger of
 * provinces costs two rows and not those of all their communes.
 */
final class MapView {
    /**
     * Figures that belong to a unit that was asked for.
     * @param unit of the window, whose figures they are
     * @param whole its sum with all below it; else its own submission alone
     * @param asked the place of the unit that was asked for
     * @param share of them that belongs there; less than 1 makes the figure an estimate
     */
    record Source(int unit, boolean whole, int asked, double share) {}

    private record Part(int unit, double share) {}

    private static final int SEVERAL = -2;
    private static final int NOWHERE = -3;
    /** Below this a share is the trace of a rounding. */
    private static final double NOTHING = 1e-9;

    private final PeriodTree tree;
    private final int day;
    private final int[] target;
    /** How many units of the window carry on in one, wholly or in part. */
    private final int[] cameFrom;

    private final Map<Integer, List<Part>> parts = new HashMap<>();
    private final int[] topDown;

    MapView(PeriodTree tree, int day) {
        this.tree = tree;
        this.day = day;
        target = new int[tree.size()];
        cameFrom = new int[tree.size()];
        var history = tree.history();
        for (int unit = 0; unit < tree.size(); unit++) {
            if (!tree.has(unit)) continue;
            var into = new ArrayList<Part>(1);
            history.parts(unit, tree.referenceDay(unit), day, (heir, share) -> into.add(new Part(heir, share)));
            history.heirs(unit, tree.referenceDay(unit), day, (heir, _) -> cameFrom[heir]++);
            if (into.isEmpty()) target[unit] = NOWHERE;
            else if (into.stream()
                    .allMatch(part -> part.unit() == into.getFirst().unit()))
                target[unit] = into.getFirst().unit();
            else {
                target[unit] = SEVERAL;
                parts.put(unit, into);
            }
        }
        topDown = topDown(tree);
    }

    private static int[] topDown(PeriodTree tree) {
        var depth = new int[tree.size()];
        Arrays.fill(depth, -1);
        for (int unit = 0; unit < tree.size(); unit++) if (tree.has(unit)) depth(tree, unit, depth);
        return IntStream.range(0, tree.size())
                .filter(tree::has)
                .boxed()
                .sorted((a, b) -> Integer.compare(depth[a], depth[b]))
                .mapToInt(unit -> unit)
                .toArray();
    }

    private static int depth(PeriodTree tree, int unit, int[] depth) {
        if (depth[unit] >= 0) return depth[unit];
        return depth[unit] = tree.parent(unit) == UnitHistory.NONE ? 0 : depth(tree, tree.parent(unit), depth) + 1;
    }

    /**
     * @param asked units that exist on the day, none within another
     * @param places of them in the answer
     */
    void sources(int[] asked, int[] places, List<Source> into) {
        var history = tree.history();
        var place = new HashMap<Integer, Integer>();
        for (int i = 0; i < asked.length; i++) place.put(asked[i], places[i]);
        var above = new int[tree.size()];
        Arrays.fill(above, Integer.MIN_VALUE);

        var own = new int[tree.size()];
        for (int unit : topDown)
            own[unit] = switch (target[unit]) {
                case NOWHERE -> NOWHERE;
                case SEVERAL -> {
                    int first = Integer.MIN_VALUE;
                    for (var part : partsOf(unit)) {
                        int label = label(history, part.unit(), place, above);
                        if (first == Integer.MIN_VALUE) first = label;
                        else if (first != label) first = SEVERAL;
                    }
                    yield first;
                }
                default -> label(history, target[unit], place, above);
            };
        var all = own.clone();
        for (int i = topDown.length - 1; i >= 0; i--) {
            int unit = topDown[i];
            int parent = tree.parent(unit);
            if (parent != UnitHistory.NONE && all[parent] != all[unit]) all[parent] = SEVERAL;
        }
        for (int unit : topDown) {
            int parent = tree.parent(unit);
            if (all[unit] >= 0) {
                if (parent == UnitHistory.NONE || all[parent] != all[unit])
                    into.add(new Source(unit, true, all[unit], 1));
            } else if (all[unit] == SEVERAL) {
                if (own[unit] >= 0) into.add(new Source(unit, false, own[unit], 1));
                else if (own[unit] == SEVERAL) split(unit, history, place, above, into);
            }
        }
    }

    /**
     * Of each unit by itself what belongs to the bodies that were asked for, which may lie within each other. What ended
     * without heirs is no body any more and belongs to none.
     * @param asked numbers of the bodies; {@link UnitHistory#NONE} for one that never was
     */
    void ownSources(int[] asked, List<Source> into) {
        var place = new HashMap<Integer, Integer>();
        for (int i = 0; i < asked.length; i++) if (asked[i] != UnitHistory.NONE) place.put(asked[i], i);
        for (int unit : topDown)
            for (var part : heirs(unit))
                if (place.get(part.unit()) instanceof Integer at)
                    into.add(new Source(unit, false, at, part.share() > 1 - NOTHING ? 1 : part.share()));
    }

    /** The bodies of that map in which a unit of the window carries on. */
    List<Integer> bodies(int unit) {
        return heirs(unit).stream().map(Part::unit).toList();
    }

    /** Whether a unit is on that day what it was in the window: nothing went into it, nothing out of it. */
    boolean isUnchanged(int unit) {
        return tree.has(unit) && target[unit] == unit && cameFrom[unit] == 1;
    }

    private List<Part> heirs(int unit) {
        var shares = new LinkedHashMap<Integer, Double>();
        tree.history()
                .heirs(unit, tree.referenceDay(unit), day, (heir, share) -> shares.merge(heir, share, Double::sum));
        return shares.entrySet().stream()
                .filter(part -> part.getValue() > NOTHING)
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }

    private void split(int unit, UnitHistory history, Map<Integer, Integer> place, int[] above, List<Source> into) {
        var shares = new HashMap<Integer, Double>();
        for (var part : partsOf(unit)) {
            int label = label(history, part.unit(), place, above);
            if (label >= 0) shares.merge(label, part.share(), Double::sum);
        }
        shares.forEach((label, share) -> {
            if (share > NOTHING) into.add(new Source(unit, false, label, share > 1 - NOTHING ? 1 : share));
        });
    }

    private List<Part> partsOf(int unit) {
        return parts.getOrDefault(unit, List.of());
    }

    /** The place of the unit that was asked for above one on the day, or {@link UnitHistory#NONE}. */
    private int label(UnitHistory history, int unit, Map<Integer, Integer> place, int[] above) {
        if (above[unit] != Integer.MIN_VALUE) return above[unit];
        var found = place.get(unit);
        if (found != null) return above[unit] = found;
        int parent = history.parent(unit, day);
        return above[unit] = parent == UnitHistory.NONE ? UnitHistory.NONE : label(history, parent, place, above);
    }
}
