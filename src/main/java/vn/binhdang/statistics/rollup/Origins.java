package vn.binhdang.statistics.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.statistics.FormShape;

/**
 * Of which figures on the map of its own time a figure on the map of another day is made. Who publishes both must know it:
 * one less the other is a third figure.
 */
@Component
public class Origins {
    private final Sums sums;
    private final Trees trees;
    private final Views views;

    Origins(Sums sums, Trees trees, Views views) {
        this.sums = sums;
        this.trees = trees;
        this.views = views;
    }

    /** @param alone its own answer, without those of the units below it */
    public record Part(UnitId unit, boolean alone) {}

    /**
     * @param parts of each unit that was asked for, without what is shared out between several
     * @param below units that do not go over whole, each with those below it in the window
     */
    public record Made(Map<UnitId, List<Part>> parts, Map<UnitId, List<UnitId>> below) {}

    /**
     * @param agency exists on the day
     * @param under the units directly below it on the day
     */
    public Made of(FormShape form, ReportingPeriod period, LocalDate day, UnitId agency, List<UnitId> under) {
        var history = sums.current();
        var tree = trees.of(history, form.window(period));
        var view = views.of(tree, (int) day.toEpochDay());
        var sources = new ArrayList<MapView.Source>();
        view.sources(new int[] {history.number(agency)}, new int[] {0}, sources);
        var wholeOfAgency = new HashSet<Integer>();
        sources.stream().filter(MapView.Source::whole).forEach(source -> wholeOfAgency.add(source.unit()));
        view.sources(
                under.stream().mapToInt(history::number).toArray(),
                IntStream.rangeClosed(1, under.size()).toArray(),
                sources);
        var parts = new LinkedHashMap<UnitId, List<Part>>();
        var opened = new HashSet<Integer>();
        for (var source : sources) {
            var asked = source.asked() == 0 ? agency : under.get(source.asked() - 1);
            boolean alone = !source.whole() && tree.hasBelow(source.unit());
            if (source.share() == 1)
                parts.computeIfAbsent(asked, _ -> new ArrayList<>())
                        .add(new Part(new UnitId(history.id(source.unit())), alone));
            if (alone) opened.add(source.unit());
            if (source.asked() != 0 || source.unit() != history.number(agency))
                open(tree, source.unit(), wholeOfAgency, opened);
        }
        return new Made(parts, below(tree, history, opened));
    }

    /** The unit above, which is cut by this; and further up to where the agency has it whole. */
    private static void open(PeriodTree tree, int unit, Set<Integer> wholeOfAgency, Set<Integer> opened) {
        int top = unit;
        while (top != UnitHistory.NONE && !wholeOfAgency.contains(top)) top = tree.parent(top);
        int above = tree.parent(unit);
        if (above == UnitHistory.NONE) return;
        opened.add(above);
        if (top == UnitHistory.NONE || top == unit) return;
        while (above != top) {
            above = tree.parent(above);
            opened.add(above);
        }
    }

    private static Map<UnitId, List<UnitId>> below(PeriodTree tree, UnitHistory history, Set<Integer> opened) {
        var below = new HashMap<UnitId, List<UnitId>>();
        for (int unit = 0; unit < tree.size(); unit++) {
            if (!tree.has(unit) || !opened.contains(tree.parent(unit))) continue;
            below.computeIfAbsent(new UnitId(history.id(tree.parent(unit))), _ -> new ArrayList<>())
                    .add(new UnitId(history.id(unit)));
        }
        return below;
    }
}
