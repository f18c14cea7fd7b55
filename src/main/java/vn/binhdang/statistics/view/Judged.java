package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.Figure;

/**
 * A target and how it stands.
 *
 * @param series its figures year by year; empty where there can be none
 * @param points the values that are known up to the year of the target, as they are printed
 */
record Judged(Subject subject, Goal goal, List<Figure> series, List<Standing.Point> points, Standing standing) {

    static Judged of(Subject subject, Goal goal, List<Figure> series) {
        var points = new ArrayList<Standing.Point>();
        for (var figure : series)
            if (figure.period().year() <= goal.year()
                    && Printing.drawn(figure.value(), subject.decimals()) instanceof BigDecimal value)
                points.add(new Standing.Point(figure.period().year(), value));
        var standing = Standing.of(
                goal,
                subject.better(),
                points.size() < 2 ? null : points.getFirst(),
                points.isEmpty() ? null : points.getLast());
        return new Judged(subject, goal, series, points, standing);
    }

    /** The last figure with a value up to the year of the target; null when there is none. */
    @Nullable
    Figure last() {
        @Nullable Figure last = null;
        for (var figure : series)
            if (figure.period().year() <= goal.year() && figure.value() instanceof Result.Value) last = figure;
        return last;
    }

    /** That, or the one nearest to the year of the target, which says why there is no value. */
    @Nullable
    Figure shown() {
        var last = last();
        if (last != null || series.isEmpty()) return last;
        var nearest = series.getFirst();
        for (var figure : series) if (figure.period().year() <= goal.year()) nearest = figure;
        return nearest;
    }
}
