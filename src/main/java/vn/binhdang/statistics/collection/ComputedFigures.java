package vn.binhdang.statistics.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.statistics.ComputedSource;
import vn.binhdang.statistics.ComputedSource.Figure;
import vn.binhdang.statistics.Submission;
import vn.binhdang.web.Text;

/** What the product itself knows of the figures of a submission. */
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
            return t.of(source.messageKey(), TypedDay.print(day), TypedDay.print(since));
        }
    }

    /** By slot. */
    public Map<Integer, Computed> of(Submission submission, Layouts.Ready form) {
        var today = LocalDate.ofInstant(clock.instant(), Today.ZONE);
        var ends = submission.referenceDay();
        var day = today.isBefore(ends) ? today : ends;
        var window = form.form().shape().window(submission.period());
        var found = new HashMap<Integer, Computed>();
        for (var source : sources) {
            var asked = new HashSet<Figure>();
            for (var cell : form.layout().cells()) if (figure(cell, source) instanceof Figure figure) asked.add(figure);
            if (asked.isEmpty()) continue;
            var values = source.values(new ComputedSource.Question(submission.unit(), window, day, asked));
            for (var cell : form.layout().cells())
                if (figure(cell, source) instanceof Figure figure && values.get(figure) instanceof Long value)
                    found.put(cell.slot(), new Computed(value, source, day, window.from()));
        }
        return found;
    }

    private static @Nullable Figure figure(Layout.Cell cell, ComputedSource source) {
        return cell.computedBy() instanceof String word && source.words().contains(word)
                ? new Figure(word, cell.combination())
                : null;
    }
}
