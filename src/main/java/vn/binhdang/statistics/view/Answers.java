package vn.binhdang.statistics.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.statistics.rollup.FigureQuestion;

/** The answers to a question, found by what was asked. */
final class Answers {
    private record Key(int measure, String category, UnitId unit, ReportingPeriod period) {}

    private final Map<Key, Figure> figures = new HashMap<>();

    void add(List<Figure> answered) {
        for (var figure : answered)
            figures.put(new Key(figure.measure(), figure.category(), figure.unit(), figure.period()), figure);
    }

    /** @throws IllegalArgumentException when it was not asked for */
    Figure of(int measure, String category, UnitId unit, ReportingPeriod period) {
        var figure = figures.get(new Key(measure, category, unit, period));
        if (figure == null) throw new IllegalArgumentException("not asked for: " + category + " " + period);
        return figure;
    }

    /** The last period in which anybody who was asked has a value. */
    Optional<ReportingPeriod> latestWithValue() {
        return figures.values().stream()
                .filter(figure -> figure.category().isEmpty() && figure.value() instanceof Result.Value)
                .map(Figure::period)
                .max(Comparator.comparing(ReportingPeriod::to));
    }

    /** Whether everything of a question fits into the memory of one request. */
    static boolean isSmall(FigureQuestion question, int categories, int most) {
        return (long) question.measures().size()
                        * question.units().size()
                        * question.periods().size()
                        * categories
                <= most;
    }
}
