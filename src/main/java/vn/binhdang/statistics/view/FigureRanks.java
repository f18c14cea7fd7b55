package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.web.Text;

/** The units below in one period, in their order, and how sure that order is. */
record FigureRanks(FigureAsked asked, UnitNames names, Sources sources, Text t) {
    private static final int BARS = 40;
    /** Shares of fewer people jump by chance from year to year. */
    private static final int FEW = 50;

    FigurePage.Ranks ranks(ReportingPeriod on) {
        var rows = asked.shown().stream().map(unit -> row(unit, on)).toList();
        boolean intervals = rows.stream().anyMatch(row -> !row.interval().isEmpty());
        return new FigurePage.Ranks(
                t.of("statistics.figure.units.heading", Periods.label(on, t)),
                chart(on, intervals),
                explained(on, intervals),
                asked.categories().stream()
                        .map(category -> FigureAsked.name(category, t))
                        .toList(),
                asked.subject().isShare(),
                intervals,
                rows,
                asked.ranked().size(),
                asked.earlier(),
                asked.more());
    }

    /** What the order does and does not say. */
    private List<String> explained(ReportingPeriod on, boolean intervals) {
        var subject = asked.subject();
        var said = new ArrayList<String>();
        said.add(t.of("statistics.figure.order." + subject.better()));
        if (intervals) {
            said.add(t.of("statistics.figure.intervals"));
            long few = asked.ranked().stream()
                    .map(unit -> asked.of("", unit, on).denominator())
                    .filter(under -> under instanceof Result.Value known
                            && known.number().toDecimal().compareTo(BigDecimal.valueOf(FEW)) < 0)
                    .count();
            if (few > 0) said.add(t.of("statistics.figure.few", new Numbers(t).print(few), FEW));
        } else if (subject.basis() == Subject.Basis.SHARE_OF_BODIES) {
            said.add(t.of("statistics.figure.noIntervals.bodies"));
        }
        long valued = asked.shown().stream()
                .filter(unit -> asked.of("", unit, on).value() instanceof Result.Value)
                .count();
        if (valued > BARS) said.add(t.of("statistics.figure.bars", BARS, valued));
        return said;
    }

    private FigurePage.RankRow row(UnitId unit, ReportingPeriod on) {
        var printing = new Printing(t);
        int decimals = asked.subject().decimals();
        var figure = asked.of("", unit, on);
        var rank = rank(unit, on);
        return new FigurePage.RankRow(
                rank == 0 ? "" : printing.numbers().print(rank),
                names.name(unit),
                asked.addressOf(unit),
                printing.value(figure.value(), decimals),
                asked.categories().stream()
                        .map(category -> printing.value(
                                asked.of(category.pair(), unit, on).value(), decimals))
                        .toList(),
                interval(figure)
                        .map(one -> printing.numbers().plain(percent(one.low())) + "–"
                                + printing.numbers().plain(percent(one.high())))
                        .orElse(""),
                printing.part(figure.numerator()),
                printing.part(figure.denominator()),
                printing.reported(figure),
                figure.estimated(),
                sources.links(unit, on, t));
    }

    /** From 1; those with the same value share the better place. 0 for one without a value. */
    long rank(UnitId unit, ReportingPeriod on) {
        var value = FigureAsked.exact(asked.of("", unit, on).value());
        if (value == null) return 0;
        int better = 0;
        for (var other : asked.ranked()) {
            var theirs = FigureAsked.exact(asked.of("", other, on).value());
            if (theirs == null || theirs.compareTo(value) == 0) break;
            better++;
        }
        return better + 1L;
    }

    BigDecimal percent(double share) {
        return BigDecimal.valueOf(share * 100)
                .setScale(Math.min(1, asked.subject().decimals()), java.math.RoundingMode.HALF_UP);
    }

    /** Only of a share of people, counted whole: a part of an estimate is no person. */
    Optional<Wilson> interval(Figure figure) {
        if (asked.subject().basis() != Subject.Basis.SHARE_OF_PEOPLE || figure.estimated()) return Optional.empty();
        if (!(figure.numerator() instanceof Result.Value over) || !(figure.denominator() instanceof Result.Value under))
            return Optional.empty();
        var some = over.number().toDecimal();
        var all = under.number().toDecimal();
        if (some.signum() < 0 || all.signum() <= 0 || some.compareTo(all) > 0) return Optional.empty();
        return Optional.of(Wilson.of(some.longValue(), all.longValue()));
    }

    private FigurePage.@Nullable Chart chart(ReportingPeriod on, boolean intervals) {
        var drawn = asked.shown().stream()
                .filter(unit -> asked.of("", unit, on).value() instanceof Result.Value)
                .limit(BARS)
                .toList();
        var values = drawn.stream()
                .map(unit -> asked.drawn(asked.of("", unit, on).value()))
                .toList();
        List<@Nullable BigDecimal> low = new ArrayList<>();
        List<@Nullable BigDecimal> high = new ArrayList<>();
        for (var unit : drawn) {
            var interval = interval(asked.of("", unit, on));
            low.add(interval.map(one -> percent(one.low())).orElse(null));
            high.add(interval.map(one -> percent(one.high())).orElse(null));
        }
        return asked.chart(
                "ranks",
                ChartSpec.Kind.RANKS,
                t.of("statistics.figure.chart.ranks", asked.subject().name(), Periods.label(on, t)),
                drawn.stream().map(names::label).toList(),
                List.of(new ChartSpec.Series(
                        t.of("statistics.figure.series.value"),
                        false,
                        values,
                        intervals ? low : null,
                        intervals ? high : null)),
                t);
    }
}
