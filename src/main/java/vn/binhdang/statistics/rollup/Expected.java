package vn.binhdang.statistics.rollup;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.FormId;

/** Who is expected to answer: units of the assigned kinds that stand on the last day of the window. */
@Component
public class Expected {
    private static final int MOST = 500;

    private record Key(long map, long catalogue, FormId form, ReportingPeriod period) {}

    private final Trees trees;
    private final Map<Key, int[]> below = new ConcurrentHashMap<>();

    Expected(Trees trees) {
        this.trees = trees;
    }

    /** By number of the unit: how many are expected of it and all below it. */
    int[] below(UnitHistory history, Catalogue catalogue, Catalogue.Form form, ReportingPeriod period) {
        var key = new Key(history.no(), catalogue.no(), form.shape().id(), period);
        var known = below.get(key);
        if (known != null) return known;
        var tree = trees.of(history, form.shape().window(period));
        var counts = new int[tree.size()];
        for (int unit = 0; unit < tree.size(); unit++)
            if (isExpected(tree, form, period, unit))
                for (int above = unit; above != UnitHistory.NONE; above = tree.parent(above)) counts[above]++;
        if (below.size() >= MOST || below.keySet().stream().anyMatch(k -> k.map() != history.no())) below.clear();
        below.put(key, counts);
        return counts;
    }

    /** Numbers of the units that are expected themselves. */
    static int[] units(PeriodTree tree, Catalogue.Form form, ReportingPeriod period) {
        return IntStream.range(0, tree.size())
                .filter(unit -> isExpected(tree, form, period, unit))
                .toArray();
    }

    private static boolean isExpected(PeriodTree tree, Catalogue.Form form, ReportingPeriod period, int unit) {
        if (!tree.has(unit) || !tree.stands(unit)) return false;
        var day = form.shape().window(period).to();
        var kind = tree.history().kind(unit, tree.referenceDay(unit));
        for (var assignment : form.assignments())
            if (assignment.kind() == kind && assignment.holdsOn(day) && isWithin(tree, unit, assignment.within()))
                return true;
        return false;
    }

    private static boolean isWithin(PeriodTree tree, int unit, @Nullable UnitId within) {
        if (within == null) return true;
        int above = tree.history().number(within);
        return above != UnitHistory.NONE && tree.within(unit, above);
    }
}
