package vn.binhdang.statistics.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.ComputedSource;
import vn.binhdang.statistics.ComputedSource.Figure;
import vn.binhdang.statistics.Submission;
import vn.binhdang.web.Text;

/** What the product itself knows of the figures of a form. */
@Component
public class ComputedFigures {
    private final List<ComputedSource> sources;
    private final Clock clock;

    ComputedFigures(List<ComputedSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * @param day on which it was counted
     * @param since first day of the window
     */
    public record Computed(long value, ComputedSource source, LocalDate day, LocalDate since) {
        /** Where it comes from, in words. */
        public String source(Text t) {
            return words(source, day, since, t);
        }
    }

    private static String words(ComputedSource source, LocalDate day, LocalDate since, Text t) {
        return t.of(source.messageKey(), TypedDay.print(day), TypedDay.print(since));
    }

    /** By slot. */
    public Map<Integer, Computed> of(Submission submission, Layouts.Ready form) {
        return ofEach(form, submission.period(), Map.of(submission.unit(), submission.referenceDay()))
                .getOrDefault(submission.unit(), Map.of());
    }

    /**
     * Of many units, by slot.
     * @param days the last day of the window on which each unit existed
     */
    public Map<UnitId, Map<Integer, Computed>> ofEach(
            Layouts.Ready form, ReportingPeriod period, Map<UnitId, LocalDate> days) {
        var window = form.form().shape().window(period);
        var unitsOfDay = new TreeMap<LocalDate, List<UnitId>>();
        days.forEach((unit, ends) -> unitsOfDay
                .computeIfAbsent(countedOn(ends), _ -> new ArrayList<>())
                .add(unit));
        var found = new HashMap<UnitId, Map<Integer, Computed>>();
        for (var source : sources) {
            var asked = new HashMap<Figure, List<Integer>>();
            for (var cell : form.layout().cells())
                if (figure(cell, source) instanceof Figure figure)
                    asked.computeIfAbsent(figure, _ -> new ArrayList<>()).add(cell.slot());
            if (asked.isEmpty()) continue;
            unitsOfDay.forEach((day, units) -> source.values(
                            new ComputedSource.Question(units, window, day, new HashSet<>(asked.keySet())))
                    .forEach((unit, values) -> values.forEach((figure, value) -> {
                        for (int slot : asked.getOrDefault(figure, List.of()))
                            found.computeIfAbsent(unit, _ -> new HashMap<>())
                                    .put(slot, new Computed(value, source, day, window.from()));
                    })));
        }
        return found;
    }

    /**
     * Where the figures of cells come from that the product counts itself, in words, by slot; whatever it knows of single
     * units.
     * @param ends last day of the window
     */
    public Map<Integer, String> sources(Layouts.Ready form, ReportingPeriod period, LocalDate ends, Text t) {
        var words = new HashMap<Integer, String>();
        var since = form.form().shape().window(period).from();
        for (var source : sources)
            for (var cell : form.layout().cells())
                if (figure(cell, source) != null) words.put(cell.slot(), words(source, countedOn(ends), since, t));
        return words;
    }

    private LocalDate countedOn(LocalDate ends) {
        var today = LocalDate.ofInstant(clock.instant(), Today.ZONE);
        return today.isBefore(ends) ? today : ends;
    }

    private static @Nullable Figure figure(Layout.Cell cell, ComputedSource source) {
        return cell.computedBy() instanceof String word && source.words().contains(word)
                ? new Figure(word, cell.combination())
                : null;
    }
}
