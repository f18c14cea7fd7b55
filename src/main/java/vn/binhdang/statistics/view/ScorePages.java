package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.kernel.Actor;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.indicator.expression.Reason;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.web.Text;

/** The scorecard: every target of a unit, judged by the yearly values from the first one on. */
@Component
class ScorePages {
    private static final int FIRST_YEAR = 2020;

    private final Place.Places places;
    private final Figures figures;

    ScorePages(Place.Places places, Figures figures) {
        this.places = places;
        this.figures = figures;
    }

    ScorePage page(Actor actor, Ask ask, Text t) {
        var years = new Ask(ask.unit(), "YEAR", String.valueOf(FIRST_YEAR), null, null, null, ask.on(), null, 0);
        var place = places.of(actor, years, t);
        var subjects = place.subjects().stream()
                .filter(subject -> !subject.goals().isEmpty() && subject.kinds().contains(PeriodKind.YEAR))
                .toList();
        var periods = place.periods().all();
        var answers = new Answers();
        if (!subjects.isEmpty())
            answers.add(figures.answer(
                    new FigureQuestion(
                            DashboardPages.measures(subjects),
                            List.of(place.chosen().unit()),
                            periods,
                            place.map(),
                            null),
                    place.catalogue(),
                    place.history()));
        var rows = new ArrayList<ScorePage.Row>();
        var counts = new EnumMap<Standing.Verdict, Integer>(Standing.Verdict.class);
        for (int i = 0; i < subjects.size(); i++) {
            int number = i;
            var series = periods.stream()
                    .map(period -> answers.of(number, "", place.chosen().unit(), period))
                    .toList();
            for (var goal : goals(subjects.get(i), place)) {
                var standing = standing(subjects.get(i), goal, series);
                counts.merge(standing.verdict(), 1, Integer::sum);
                rows.add(row(place, subjects.get(i), goal, series, standing, t));
            }
        }
        for (var subject : place.silent())
            for (var goal : goals(subject, place)) {
                counts.merge(Standing.Verdict.NO_DATA, 1, Integer::sum);
                rows.add(silent(subject, goal, t));
            }
        var printing = new Printing(t);
        return new ScorePage(
                place.filter(t),
                place.unitName(),
                place.mapSentence(t),
                counts.entrySet().stream()
                        .map(entry -> new ScorePage.Count(
                                printing.numbers().print(entry.getValue()),
                                t.of(entry.getKey().messageKey())))
                        .toList(),
                rows,
                Ask.address("/statistics/figures", place.parameters()));
    }

    /** One of each year. */
    private static List<Goal> goals(Subject subject, Place place) {
        return subject.goals().stream()
                .map(Goal::year)
                .distinct()
                .sorted()
                .flatMap(year -> subject.goal(year, place.chosen().unit()).stream())
                .toList();
    }

    /** A target of which there can be no figure: it stands there all the same, with the reason. */
    private static ScorePage.Row silent(Subject subject, Goal goal, Text t) {
        var why = t.of(subject.formula() ? "statistics.figure.why.notAsked" : Reason.NO_FORMULA.messageKey());
        return new ScorePage.Row(
                subject.name(),
                Objects.requireNonNullElse(subject.page(), ""),
                t.of(subject.basis().messageKey()),
                goalOf(goal, new Printing(t), t),
                goal.official(),
                new FigurePage.Value("–", null),
                "",
                "",
                t.of(Standing.Verdict.NO_DATA.messageKey()),
                look(Standing.Verdict.NO_DATA),
                t.of("statistics.figure.why.noData", why));
    }

    private static String goalOf(Goal goal, Printing printing, Text t) {
        return t.of("statistics.figure.goalOf", printing.goal(goal), String.valueOf(goal.year()));
    }

    /** The values that are known up to the year of the target, as they are printed. */
    private static List<Standing.Point> points(Subject subject, int year, List<Figure> series) {
        var points = new ArrayList<Standing.Point>();
        for (var figure : series)
            if (figure.period().year() <= year
                    && Printing.drawn(figure.value(), subject.decimals()) instanceof BigDecimal value)
                points.add(new Standing.Point(figure.period().year(), value));
        return points;
    }

    private static Standing standing(Subject subject, Goal goal, List<Figure> series) {
        var points = points(subject, goal.year(), series);
        return Standing.of(
                goal,
                subject.better(),
                points.size() < 2 ? null : points.getFirst(),
                points.isEmpty() ? null : points.getLast());
    }

    private static ScorePage.Row row(
            Place place, Subject subject, Goal goal, List<Figure> series, Standing standing, Text t) {
        var printing = new Printing(t);
        var points = points(subject, goal.year(), series);
        @Nullable Figure last = null;
        for (var figure : series)
            if (figure.period().year() <= goal.year() && figure.value() instanceof Result.Value) last = figure;
        var shown = last == null ? nearest(goal.year(), series) : last;
        return new ScorePage.Row(
                subject.name(),
                place.href(subject),
                t.of(subject.basis().messageKey()),
                goalOf(goal, printing, t),
                goal.official(),
                printing.value(shown.value(), subject.decimals()),
                last == null ? "" : Periods.label(shown.period(), t),
                printing.reported(shown),
                t.of(standing.verdict().messageKey()),
                look(standing.verdict()),
                why(subject, goal, standing, points, shown, printing, t));
    }

    private static Figure nearest(int year, List<Figure> series) {
        Figure found = series.getFirst();
        for (var figure : series) if (figure.period().year() <= year) found = figure;
        return found;
    }

    private static String look(Standing.Verdict verdict) {
        return switch (verdict) {
            case MET -> "done";
            case ON_THE_WAY -> "submitted";
            case BEHIND, MISSED -> "late";
            case NO_BASELINE, NOT_A_NUMBER, NO_DATA -> "draft";
        };
    }

    private static String why(
            Subject subject,
            Goal goal,
            Standing standing,
            List<Standing.Point> points,
            Figure shown,
            Printing printing,
            Text t) {
        var numbers = printing.numbers();
        return switch (standing.verdict()) {
            case MET ->
                (points.getLast().year() < goal.year()
                                ? t.of("statistics.figure.why.metEarly", String.valueOf(goal.year()))
                                : t.of("statistics.figure.why.met"))
                        + (goal.sign() == Goal.Sign.ABOUT ? " " + t.of("statistics.figure.why.about") : "");
            case MISSED -> t.of("statistics.figure.why.missed", String.valueOf(goal.year()));
            case NO_BASELINE -> t.of("statistics.figure.why.noBaseline");
            case NOT_A_NUMBER -> t.of("statistics.figure.why.notANumber", goal.words());
            case NO_DATA ->
                t.of(
                        "statistics.figure.why.noData",
                        Objects.requireNonNullElse(
                                printing.value(shown.value(), subject.decimals())
                                        .reason(),
                                ""));
            case ON_THE_WAY, BEHIND ->
                t.of(
                        "statistics.figure.why.line",
                        String.valueOf(points.getFirst().year()),
                        numbers.print(points.getFirst().value(), subject.decimals()),
                        String.valueOf(goal.year()),
                        numbers.plain(goal.edge(points.getFirst().value())),
                        String.valueOf(points.getLast().year()),
                        numbers.print(Objects.requireNonNull(standing.expected()), subject.decimals()));
        };
    }
}
