package vn.binhdang.statistics.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.web.Text;

/** The figure of the unit in every period, with its targets and its categories side by side. */
record FigureTrend(FigureAsked asked, UnitNames names, Sources sources, Text t) {
    FigurePage.Trend trend(Periods periods) {
        boolean goals = periods.all().stream().anyMatch(period -> goal(period) != null);
        var rows = new ArrayList<FigurePage.TrendRow>();
        for (var period : periods.all().reversed()) rows.add(row(period));
        return new FigurePage.Trend(
                trendChart(periods, goals),
                sidesChart(periods),
                asked.categories().stream()
                        .map(category -> FigureAsked.name(category, t))
                        .toList(),
                asked.subject().isShare(),
                goals,
                sources.has(asked.chosen().unit()),
                rows);
    }

    private FigurePage.TrendRow row(ReportingPeriod period) {
        var printing = new Printing(t);
        int decimals = asked.subject().decimals();
        var figure = asked.own("", period);
        var goal = goal(period);
        return new FigurePage.TrendRow(
                Periods.label(period, t),
                asked.ranked().isEmpty() ? null : asked.address("period", PeriodCode.text(period)) + "#units",
                period.equals(asked.focus()),
                printing.value(figure.value(), decimals),
                asked.categories().stream()
                        .map(category -> printing.value(
                                asked.own(category.pair(), period).value(), decimals))
                        .toList(),
                printing.part(figure.numerator()),
                printing.part(figure.denominator()),
                goal == null ? "" : printing.goal(goal),
                printing.reported(figure),
                figure.estimated(),
                sources.links(asked.chosen().unit(), period, t));
    }

    private @Nullable Goal goal(ReportingPeriod period) {
        return asked.subject().goal(period.year(), asked.chosen().unit()).orElse(null);
    }

    private FigurePage.@Nullable Chart trendChart(Periods periods, boolean goals) {
        var series = new ArrayList<ChartSpec.Series>();
        series.add(ChartSpec.Series.of(
                t.of("statistics.figure.series.value"),
                periods.all().stream()
                        .map(period -> asked.drawn(asked.own("", period).value()))
                        .toList()));
        if (goals)
            series.add(ChartSpec.Series.goal(
                    t.of("statistics.figure.series.goal"),
                    periods.all().stream()
                            .map(period -> goal(period) instanceof Goal goal ? goal.value() : null)
                            .toList()));
        return asked.chart(
                "trend",
                ChartSpec.Kind.LINES,
                t.of(
                        "statistics.figure.chart.trend",
                        asked.subject().name(),
                        names.name(asked.chosen().unit())),
                labels(periods),
                series,
                t);
    }

    private FigurePage.@Nullable Chart sidesChart(Periods periods) {
        if (asked.categories().isEmpty()) return null;
        var series = asked.categories().stream()
                .map(category -> ChartSpec.Series.of(
                        FigureAsked.name(category, t),
                        periods.all().stream()
                                .map(period -> asked.drawn(
                                        asked.own(category.pair(), period).value()))
                                .toList()))
                // what nobody answered in any period would only widen the legend
                .filter(one -> one.values().stream().anyMatch(Objects::nonNull))
                .toList();
        var dimension = Objects.requireNonNull(asked.catalogue().dimensions().get(Objects.requireNonNull(asked.by())));
        return asked.chart(
                "sides",
                ChartSpec.Kind.BARS,
                t.of(
                        "statistics.figure.chart.sides",
                        asked.subject().name(),
                        FigureAsked.name(dimension, t).toLowerCase(t.locale())),
                labels(periods),
                series,
                t);
    }

    private static List<String> labels(Periods periods) {
        return periods.all().stream().map(PeriodCode::text).toList();
    }
}
