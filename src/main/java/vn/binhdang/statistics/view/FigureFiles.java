package vn.binhdang.statistics.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.web.Text;

/** The tables of one indicator or element as files, with all their rows. */
record FigureFiles(FigureAsked asked, UnitNames names, Text t) {
    TableFile trend() {
        var subject = asked.subject();
        var headings = new ArrayList<String>();
        headings.add(t.of("statistics.figure.column.period"));
        headings.add(
                subject.unit().isEmpty()
                        ? t.of("statistics.figure.column.value")
                        : t.of("statistics.figure.column.value") + " (" + subject.unit() + ")");
        asked.categories().forEach(category -> headings.add(FigureAsked.name(category, t)));
        if (subject.isShare()) parts(headings);
        headings.add(t.of("statistics.figure.column.goal"));
        tail(headings);
        var rows = new ArrayList<List<@Nullable Object>>();
        if (asked.periods() instanceof Periods periods)
            for (var period : periods.all()) {
                var figure = asked.own("", period);
                var row = new ArrayList<@Nullable Object>();
                row.add(Periods.label(period, t));
                row.add(asked.drawn(figure.value()));
                asked.categories()
                        .forEach(category -> row.add(
                                asked.drawn(asked.own(category.pair(), period).value())));
                if (subject.isShare()) parts(row, figure);
                row.add(subject.goal(period.year(), asked.chosen().unit())
                        .map(Goal::value)
                        .orElse(null));
                tail(row, figure);
                rows.add(row);
            }
        return new TableFile(title(), notes(null), headings, rows);
    }

    TableFile units() {
        var subject = asked.subject();
        var headings = new ArrayList<String>();
        headings.add(t.of("statistics.figure.column.rank"));
        headings.add(t.of("statistics.figure.column.unit"));
        headings.add(t.of("statistics.figure.column.value"));
        asked.categories().forEach(category -> headings.add(FigureAsked.name(category, t)));
        if (subject.isShare()) {
            parts(headings);
            headings.add(t.of("statistics.figure.column.low"));
            headings.add(t.of("statistics.figure.column.high"));
        }
        tail(headings);
        var rows = new ArrayList<List<@Nullable Object>>();
        var on = asked.focus();
        if (on != null) for (var unit : asked.ranked()) rows.add(row(unit, on));
        return new TableFile(title(), notes(on), headings, rows);
    }

    private List<@Nullable Object> row(UnitId unit, ReportingPeriod on) {
        var ranks = new FigureRanks(asked, names, new Sources(Map.of()), t);
        var figure = asked.of("", unit, on);
        long rank = ranks.rank(unit, on);
        var row = new ArrayList<@Nullable Object>();
        row.add(rank == 0 ? null : rank);
        row.add(names.name(unit));
        row.add(asked.drawn(figure.value()));
        asked.categories()
                .forEach(category ->
                        row.add(asked.drawn(asked.of(category.pair(), unit, on).value())));
        if (asked.subject().isShare()) {
            parts(row, figure);
            var interval = ranks.interval(figure);
            row.add(interval.map(one -> ranks.percent(one.low())).orElse(null));
            row.add(interval.map(one -> ranks.percent(one.high())).orElse(null));
        }
        tail(row, figure);
        return row;
    }

    private void parts(List<String> headings) {
        headings.add(t.of("statistics.figure.column.numerator"));
        headings.add(t.of("statistics.figure.column.denominator"));
    }

    private static void parts(List<@Nullable Object> row, Figure figure) {
        row.add(FigureAsked.exact(figure.numerator()));
        row.add(FigureAsked.exact(figure.denominator()));
    }

    private void tail(List<String> headings) {
        headings.add(t.of("statistics.figure.column.given"));
        headings.add(t.of("statistics.figure.column.expected"));
        headings.add(t.of("statistics.figure.column.remark"));
    }

    private void tail(List<@Nullable Object> row, Figure figure) {
        row.add(figure.reported());
        row.add(figure.expected());
        row.add(
                figure.value() instanceof Result.Value
                        ? figure.estimated() ? t.of("statistics.figure.estimated") : ""
                        : new Printing(t).value(figure.value(), 0).reason());
    }

    private String title() {
        return asked.subject().code() + " · " + asked.subject().name();
    }

    private List<String> notes(@Nullable ReportingPeriod on) {
        var notes = new ArrayList<String>();
        notes.add(t.of("statistics.figure.file.unit", names.name(asked.chosen().unit())));
        if (on != null) notes.add(t.of("statistics.figure.file.period", Periods.label(on, t)));
        notes.add(asked.subject().basis(asked.map(), t));
        notes.add(asked.mapSentence(t));
        notes.add(t.of("statistics.figure.file.day", TypedDay.print(asked.today())));
        return notes;
    }
}
