package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.statistics.rollup.Measure;
import vn.binhdang.statistics.rollup.Sums;
import vn.binhdang.web.Text;

/** Dashboards, and two periods beside each other: one question for everything on the page. */
@Component
class DashboardPages {
    private static final int MOST_CHARTS = 10;
    private static final int MOST_COMPARED = 100;

    private final Place.Places places;
    private final Figures figures;
    private final DashboardCards cards;
    private final Dashboards dashboards;
    private final Sums sums;

    DashboardPages(Place.Places places, Figures figures, DashboardCards cards, Dashboards dashboards, Sums sums) {
        this.places = places;
        this.figures = figures;
        this.cards = cards;
        this.dashboards = dashboards;
        this.sums = sums;
    }

    /** The one that is always there: whatever the address names, else the first ones of the catalogue. */
    BoardPage board(Actor actor, Ask ask, @Nullable List<String> codes, Text t) {
        var place = places.of(actor, ask, t);
        var chosen = place.named(codes);
        int start = BoardPage.Part.start(ask.start(), chosen.size());
        var charts = chosen.subList(start, Math.min(chosen.size(), start + MOST_CHARTS)).stream()
                .map(subject -> new Dashboard.Chart(subject.code(), Dashboard.Look.LINES))
                .toList();
        boolean asChosen = codes != null && chosen.stream().allMatch(subject -> codes.contains(subject.code()));
        var marked = asChosen
                ? chosen.stream().map(Subject::code).toList()
                : charts.stream().map(Dashboard.Chart::code).toList();
        var rest = new StringBuilder();
        if (asChosen) marked.forEach(code -> rest.append("&m=").append(code));
        return page(
                place,
                charts,
                marked,
                BoardPage.Part.of(
                        start,
                        MOST_CHARTS,
                        chosen.size(),
                        "statistics.figure.part.charts",
                        at -> Ask.address(
                                        "/statistics/figures",
                                        Ask.with(place.parameters(), "start", String.valueOf(at)))
                                + rest,
                        t),
                "/statistics/figures",
                null,
                dashboards.mayArrange(actor, place.chosen().unit(), place.history()) ? newOf(place, charts) : null,
                t);
    }

    /** One that somebody made; of its own unit unless another is asked for. */
    BoardPage named(Actor actor, DashboardId id, Ask ask, String saved, Text t) {
        var history = sums.current();
        var dashboard = dashboards.find(actor, id, history);
        boolean ofOwn = ask.unit() == null || ask.unit().isBlank();
        var place = places.of(actor, ofOwn ? ask.of(dashboard.unit()) : ask, history, t);
        String here = "/statistics/dashboards/" + id;
        boolean mayChange = dashboards.mayArrange(actor, dashboard.unit(), history);
        return page(
                place,
                dashboard.charts(),
                dashboard.charts().stream().map(Dashboard.Chart::code).toList(),
                null,
                here,
                new BoardPage.Named(
                        dashboard.name(),
                        t.of(
                                "statistics.dashboard.changedOn",
                                TypedDay.print(
                                        dashboard.changedAt().atZone(Today.ZONE).toLocalDate())),
                        mayChange ? here + "/change" : null,
                        actor.may(Action.ARRANGE_STATISTICS) ? "/statistics/dashboards/new?like=" + id : null,
                        mayChange ? here + "/delete" : null,
                        dashboard.version(),
                        said(saved, t)),
                null,
                t);
    }

    private static String said(String saved, Text t) {
        String key = "statistics.dashboard.saved." + saved;
        return t.has(key) ? t.of(key) : "";
    }

    /** The address of a new one that begins with what is on the page. */
    private static String newOf(Place place, List<Dashboard.Chart> charts) {
        var address = new StringBuilder(Ask.address(
                "/statistics/dashboards/new",
                Map.of("unit", place.chosen().unit().toString())));
        for (var chart : charts) address.append("&m=").append(chart.code());
        return address.toString();
    }

    private BoardPage page(
            Place place,
            List<Dashboard.Chart> charts,
            List<String> marked,
            BoardPage.@Nullable Part part,
            String here,
            BoardPage.@Nullable Named named,
            @Nullable String keep,
            Text t) {
        return new BoardPage(
                here,
                named,
                keep,
                place.filter(t),
                place.unitName(),
                place.mapSentence(
                        place.subjects().stream()
                                .filter(subject -> charts.stream()
                                        .anyMatch(chart -> chart.code().equals(subject.code())))
                                .toList(),
                        t),
                cards.of(place, charts, t),
                part,
                place.subjects().stream()
                        .map(subject -> new BoardPage.Offer(
                                subject.code(), subject.name(), place.href(subject), marked.contains(subject.code())))
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

    /** Everything of one unit in two periods; without a choice the last two. */
    BoardPage.Comparison comparison(Actor actor, Ask ask, @Nullable String earlier, @Nullable String later, Text t) {
        var place = places.of(actor, ask, t);
        var periods = place.periods();
        var last = periods.chosen(later).orElseGet(() -> periods.lastEnded(place.today()));
        int at = periods.all().indexOf(last);
        var first = periods.chosen(earlier).orElse(periods.all().get(Math.max(0, at - 1)));
        var fitting = place.fitting();
        int start = BoardPage.Part.start(ask.start(), fitting.size());
        var shown = fitting.subList(start, Math.min(fitting.size(), start + MOST_COMPARED));
        var answers = answers(place, shown, first.equals(last) ? List.of(first) : List.of(first, last));
        var changes = new ArrayList<BoardPage.Change>();
        for (int i = 0; i < shown.size(); i++) changes.add(change(place, shown.get(i), i, first, last, answers, t));
        return new BoardPage.Comparison(
                place.filter(t),
                place.unitName(),
                place.mapSentence(shown, t),
                choices(periods, first, t),
                choices(periods, last, t),
                Periods.label(first, t),
                Periods.label(last, t),
                changes,
                BoardPage.Part.of(
                        start,
                        MOST_COMPARED,
                        fitting.size(),
                        "statistics.figure.part.rows",
                        from -> Ask.address(
                                "/statistics/figures/compare",
                                Ask.with(
                                        place.parameters(),
                                        "a",
                                        PeriodCode.text(first),
                                        "b",
                                        PeriodCode.text(last),
                                        "start",
                                        String.valueOf(from))),
                        t),
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
                subject.basis(place.map(), t),
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
