package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.Actor;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.statistics.rollup.Measure;
import vn.binhdang.web.Text;

/** Dashboards, and two periods beside each other: one question for everything on the page. */
@Component
class DashboardPages {
    private static final int MOST_CHARTS = 10;
    private static final int MOST_COMPARED = 100;

    private final Place.Places places;
    private final Figures figures;

    DashboardPages(Place.Places places, Figures figures) {
        this.places = places;
        this.figures = figures;
    }

    BoardPage board(Actor actor, Ask ask, @Nullable List<String> codes, Text t) {
        var place = places.of(actor, ask, t);
        var shown = place.chosen(codes, MOST_CHARTS);
        var answers = answers(place, shown, place.periods().all());
        var cards = new ArrayList<BoardPage.Card>();
        for (int i = 0; i < shown.size(); i++) cards.add(card(place, shown.get(i), i, answers, t));
        return new BoardPage(
                place.filter(t),
                place.unitName(),
                place.mapSentence(t),
                cards,
                place.subjects().stream()
                        .map(subject -> new BoardPage.Offer(
                                subject.code(), subject.name(), place.href(subject), shown.contains(subject)))
                        .toList(),
                Ask.address(
                        "/statistics/figures/targets", Ask.with(place.parameters(), "kind", "", "from", "", "to", "")),
                Ask.address("/statistics/figures/compare", place.parameters()),
                Ask.address("/statistics/figures/pivot", place.parameters()));
    }

    private Answers answers(Place place, List<Subject> subjects, List<ReportingPeriod> periods) {
        var answers = new Answers();
        if (!subjects.isEmpty())
            answers.add(figures.answer(
                    new FigureQuestion(
                            measures(subjects), List.of(place.chosen().unit()), periods, place.map(), null),
                    place.catalogue(),
                    place.history()));
        return answers;
    }

    static List<Measure> measures(List<Subject> subjects) {
        return subjects.stream()
                .map(subject -> Objects.requireNonNull(subject.measure()))
                .toList();
    }

    private static BoardPage.Card card(Place place, Subject subject, int number, Answers answers, Text t) {
        var printing = new Printing(t);
        var unit = place.chosen().unit();
        var lines = new ArrayList<BoardPage.Line>();
        var values = new ArrayList<@Nullable BigDecimal>();
        var latest = place.periods().lastEnded(place.today());
        for (var period : place.periods().all()) {
            var figure = answers.of(number, "", unit, period);
            values.add(Printing.drawn(figure.value(), subject.decimals()));
            if (figure.value() instanceof Result.Value) latest = period;
            lines.addFirst(new BoardPage.Line(
                    Periods.label(period, t),
                    printing.value(figure.value(), subject.decimals()),
                    printing.reported(figure),
                    figure.estimated()));
        }
        var spec = new ChartSpec(
                ChartSpec.Kind.LINES,
                subject.name(),
                subject.unit(),
                subject.decimals(),
                t.language(),
                place.periods().all().stream().map(PeriodCode::text).toList(),
                List.of(ChartSpec.Series.of(t.of("statistics.figure.series.value"), values)));
        var figure = answers.of(number, "", unit, latest);
        return new BoardPage.Card(
                subject.code(),
                subject.name(),
                place.href(subject),
                t.of(subject.basis().messageKey()),
                printing.value(figure.value(), subject.decimals()),
                Periods.label(latest, t),
                printing.reported(figure),
                figure.estimated(),
                spec.hasValues()
                        ? new FigurePage.Chart("board-" + number, subject.name(), spec.json(), values.size())
                        : null,
                lines);
    }

    /** Everything of one unit in two periods; without a choice the last two. */
    BoardPage.Comparison comparison(Actor actor, Ask ask, @Nullable String earlier, @Nullable String later, Text t) {
        var place = places.of(actor, ask, t);
        var periods = place.periods();
        var last = periods.chosen(later).orElseGet(() -> periods.lastEnded(place.today()));
        int at = periods.all().indexOf(last);
        var first = periods.chosen(earlier).orElse(periods.all().get(Math.max(0, at - 1)));
        var shown = place.subjects().stream()
                .filter(subject -> subject.kinds().contains(periods.kind()))
                .limit(MOST_COMPARED)
                .toList();
        var answers = answers(place, shown, first.equals(last) ? List.of(first) : List.of(first, last));
        var changes = new ArrayList<BoardPage.Change>();
        for (int i = 0; i < shown.size(); i++) changes.add(change(place, shown.get(i), i, first, last, answers, t));
        return new BoardPage.Comparison(
                place.filter(t),
                place.unitName(),
                place.mapSentence(t),
                choices(periods, first, t),
                choices(periods, last, t),
                Periods.label(first, t),
                Periods.label(last, t),
                changes,
                Ask.address("/statistics/figures", place.parameters()));
    }

    private static List<FigurePage.Choice> choices(Periods periods, ReportingPeriod chosen, Text t) {
        return periods.all().stream()
                .map(period ->
                        new FigurePage.Choice(PeriodCode.text(period), Periods.label(period, t), period.equals(chosen)))
                .toList();
    }

    private static BoardPage.Change change(
            Place place,
            Subject subject,
            int number,
            ReportingPeriod first,
            ReportingPeriod last,
            Answers answers,
            Text t) {
        var printing = new Printing(t);
        var before = answers.of(number, "", place.chosen().unit(), first);
        var after = answers.of(number, "", place.chosen().unit(), last);
        String difference = "";
        String percent = "";
        if (before.value() instanceof Result.Value from && after.value() instanceof Result.Value to) {
            var moved = to.rounded(subject.decimals()).subtract(from.rounded(subject.decimals()));
            difference = subject.isShare()
                    ? t.of("statistics.figure.points", printing.numbers().difference(moved, subject.decimals()))
                    : printing.numbers().difference(moved, subject.decimals());
            // of a share the points are said: a percent of a percent misleads
            if (!subject.isShare() && from.number().signum() > 0)
                percent = printing.numbers()
                                .difference(
                                        moved.multiply(BigDecimal.valueOf(100))
                                                .divide(from.number().toDecimal(), 1, RoundingMode.HALF_UP),
                                        1)
                        + " %";
        }
        return new BoardPage.Change(
                subject.name(),
                place.href(subject),
                t.of(subject.basis().messageKey()),
                printing.value(before.value(), subject.decimals()),
                printing.value(after.value(), subject.decimals()),
                difference,
                percent,
                t.of(
                        "statistics.figure.reportedBoth",
                        before.reported(),
                        before.expected(),
                        after.reported(),
                        after.expected()),
                before.estimated() || after.estimated());
    }
}
