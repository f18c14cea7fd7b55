package vn.binhdang.statistics.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Actor;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.indicator.SearchWords;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.web.Text;

/** The scorecard: every target of a unit, judged by the yearly values from the first one on. */
@Component
class ScorePages {
    private static final int FIRST_YEAR = 2020;
    private static final int PAGE = 50;
    private static final String FOUND = "statistics.figure.targets.found";
    private static final String PATH = "/statistics/figures/targets";

    private final Place.Places places;
    private final Figures figures;

    ScorePages(Place.Places places, Figures figures) {
        this.places = places;
        this.figures = figures;
    }

    private Place place(Actor actor, Ask ask, Text t) {
        return places.of(
                actor, new Ask(ask.unit(), "YEAR", String.valueOf(FIRST_YEAR), null, null, null, ask.on(), null, 0), t);
    }

    ScorePage page(Actor actor, Ask ask, ScoreFilter filter, Text t) {
        var place = place(actor, ask, t);
        var fitting = judged(place, filter);
        var found = standing(fitting, filter);
        int start = BoardPage.Part.start(filter.start(), found.size());
        var shown = found.subList(start, Math.min(found.size(), start + PAGE));
        var rows = new ScoreRows(place, t);
        var goals = withGoals(place);
        boolean any = !goals.isEmpty();
        return new ScorePage(
                place.filter(t),
                filter.words(),
                themes(goals, filter, t),
                years(goals, place, filter, t),
                filter.standing() == null ? "" : filter.standing().name(),
                place.unitName(),
                place.mapSentence(shown.stream().map(Judged::subject).toList(), t),
                counts(fitting, place, filter, t),
                shown.stream().map(rows::row).toList(),
                t.of(FOUND, shown.isEmpty() ? 0 : start + 1, start + shown.size(), found.size()),
                filter.isNarrowed() ? Ask.address(PATH, where(place)) : null,
                BoardPage.Part.of(start, PAGE, found.size(), FOUND, at -> address(place, filter, at), t),
                any,
                address(PATH + "/table", place, filter.parameters()),
                Ask.address("/statistics/figures", place.parameters()));
    }

    /** All rows that fit, also those of other pages. */
    TableFile file(Actor actor, Ask ask, ScoreFilter filter, Text t) {
        var place = place(actor, ask, t);
        var rows = new ScoreRows(place, t);
        var found = standing(judged(place, filter), filter);
        return new TableFile(
                t.of("statistics.figure.targets"),
                List.of(
                        t.of("statistics.figure.file.unit", place.unitName()),
                        place.mapSentence(found.stream().map(Judged::subject).toList(), t),
                        t.of("statistics.figure.file.day", TypedDay.print(place.today()))),
                rows.headings(),
                found.stream().map(rows::cells).toList());
    }

    private static List<Subject> withGoals(Place place) {
        var all = new ArrayList<Subject>();
        for (var subject : place.subjects()) if (!subject.goals().isEmpty()) all.add(subject);
        for (var subject : place.silent()) if (!subject.goals().isEmpty()) all.add(subject);
        return all;
    }

    /** Those with yearly figures before the others, of which nothing can be said; how they stand is not looked at. */
    private List<Judged> judged(Place place, ScoreFilter filter) {
        var words = new SearchWords(filter.words());
        var yearly = new ArrayList<Subject>();
        var others = new ArrayList<Subject>();
        for (var subject : withGoals(place))
            if (filter.fits(subject, words))
                (subject.isComputable() && subject.kinds().contains(PeriodKind.YEAR) ? yearly : others).add(subject);
        var periods = place.periods().all();
        var answers = new Answers();
        if (!yearly.isEmpty())
            answers.add(figures.answer(
                    new FigureQuestion(
                            DashboardPages.measures(yearly),
                            List.of(place.chosen().unit()),
                            periods,
                            place.map(),
                            null),
                    place.catalogue(),
                    place.history()));
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < yearly.size(); i++) {
            int number = i;
            var series = periods.stream()
                    .map(period -> answers.of(number, "", place.chosen().unit(), period))
                    .toList();
            for (var goal : goals(yearly.get(i), place, filter)) judged.add(Judged.of(yearly.get(i), goal, series));
        }
        for (var subject : others)
            for (var goal : goals(subject, place, filter)) judged.add(Judged.of(subject, goal, List.of()));
        return judged;
    }

    /** One of each year. */
    private static List<Goal> goals(Subject subject, Place place, ScoreFilter filter) {
        return subject.goals().stream()
                .map(Goal::year)
                .distinct()
                .sorted()
                .flatMap(year -> subject.goal(year, place.chosen().unit()).stream())
                .filter(filter::fits)
                .toList();
    }

    private static List<Judged> standing(List<Judged> fitting, ScoreFilter filter) {
        return fitting.stream()
                .filter(one -> filter.standing() == null || one.standing().verdict() == filter.standing())
                .toList();
    }

    private static List<ScorePage.Count> counts(List<Judged> fitting, Place place, ScoreFilter filter, Text t) {
        var many = new EnumMap<Standing.Verdict, Integer>(Standing.Verdict.class);
        for (var one : fitting) many.merge(one.standing().verdict(), 1, Integer::sum);
        if (filter.standing() != null) many.putIfAbsent(filter.standing(), 0);
        var counts = new ArrayList<ScorePage.Count>();
        counts.add(new ScorePage.Count(
                t.number(fitting.size()),
                t.of("statistics.figure.targets.all"),
                address(PATH, place, Ask.with(filter.parameters(), "standing", "")),
                filter.standing() == null));
        many.forEach((verdict, number) -> counts.add(new ScorePage.Count(
                t.number(number),
                t.of(verdict.messageKey()),
                address(PATH, place, Ask.with(filter.parameters(), "standing", verdict.name())),
                verdict == filter.standing())));
        return counts;
    }

    private static List<FigurePage.Choice> themes(List<Subject> goals, ScoreFilter filter, Text t) {
        var choices = new ArrayList<FigurePage.Choice>();
        choices.add(new FigurePage.Choice("", t.of("statistics.indicator.all"), filter.theme() == null));
        goals.stream()
                .map(Subject::theme)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(theme -> choices.add(
                        new FigurePage.Choice(theme.name(), t.of(theme.messageKey()), theme == filter.theme())));
        return choices;
    }

    private static List<FigurePage.Choice> years(List<Subject> goals, Place place, ScoreFilter filter, Text t) {
        var choices = new ArrayList<FigurePage.Choice>();
        choices.add(new FigurePage.Choice("", t.of("statistics.indicator.all"), filter.year() == null));
        goals.stream()
                .flatMap(subject -> subject.goals().stream())
                .filter(goal ->
                        goal.unit() == null || goal.unit().equals(place.chosen().unit()))
                .map(Goal::year)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .forEach(year ->
                        choices.add(new FigurePage.Choice(year, year, year.equals(String.valueOf(filter.year())))));
        return choices;
    }

    /** The unit and the map, which are chosen on this page too. */
    private static Map<String, String> where(Place place) {
        return Ask.with(place.parameters(), "kind", "", "from", "", "to", "");
    }

    private static String address(String path, Place place, Map<String, String> filter) {
        var all = new LinkedHashMap<>(where(place));
        all.putAll(filter);
        return Ask.address(path, all);
    }

    private static String address(Place place, ScoreFilter filter, int start) {
        return address(PATH, place, Ask.with(filter.parameters(), "start", start == 0 ? "" : String.valueOf(start)));
    }
}
