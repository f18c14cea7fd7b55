package vn.binhdang.statistics.view;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.rollup.Sums;
import vn.binhdang.statistics.rollup.UnitsSeen;
import vn.binhdang.web.Text;

/**
 * Where somebody stands who looks at figures of several subjects: the unit, the periods and the map.
 * @param subjects those of which there can be figures
 * @param silent the others of the catalogue
 */
record Place(
        Catalogue catalogue,
        UnitHistory history,
        UnitsSeen seen,
        ChosenUnits.Chosen chosen,
        String unitName,
        List<Subject> subjects,
        List<Subject> silent,
        Periods periods,
        List<PeriodKind> kinds,
        @Nullable LocalDate map,
        LocalDate today,
        Ask ask) {

    @Component
    static class Places {
        private final Catalogues catalogues;
        private final Sums sums;
        private final Subjects subjects;
        private final ChosenUnits chosenUnits;
        private final Units units;
        private final Clock clock;

        Places(Catalogues catalogues, Sums sums, Subjects subjects, ChosenUnits chosenUnits, Units units, Clock clock) {
            this.catalogues = catalogues;
            this.sums = sums;
            this.subjects = subjects;
            this.chosenUnits = chosenUnits;
            this.units = units;
            this.clock = clock;
        }

        Place of(Actor actor, Ask ask, Text t) {
            return of(actor, ask, sums.current(), t);
        }

        /** @param history of {@link Sums#current}, for a page that has looked at it already */
        Place of(Actor actor, Ask ask, UnitHistory history, Text t) {
            var today = LocalDate.now(clock);
            var catalogue = catalogues.current();
            var seen = new UnitsSeen(actor, Action.READ_STATISTICS, history, today);
            var chosen = chosenUnits.of(ask.unit(), actor, seen, today, t);
            var told = subjects.all(catalogue, today, t).stream()
                    .collect(Collectors.partitioningBy(Subject::isComputable));
            var known = Objects.requireNonNull(told.get(true));
            var kinds = Subjects.LONGEST_FIRST.stream()
                    .filter(kind -> kind == PeriodKind.YEAR
                            || known.stream()
                                    .anyMatch(subject -> subject.kinds().contains(kind)))
                    .toList();
            return new Place(
                    catalogue,
                    history,
                    seen,
                    chosen,
                    units.nearest(chosen.unit(), today).name(),
                    known,
                    Objects.requireNonNull(told.get(false)),
                    Periods.asked(ask.kind(), ask.from(), ask.to(), kinds, today),
                    kinds,
                    TypedDay.readNear(ask.on()).orElse(null),
                    today,
                    ask);
        }
    }

    BoardPage.Filter filter(Text t) {
        boolean wrongDay = ask.on() != null && !ask.on().isBlank() && map == null;
        return new BoardPage.Filter(
                chosen.words() == null ? unitName : chosen.words(),
                chosen.mistake(),
                kinds.stream()
                        .map(kind ->
                                new FigurePage.Choice(kind.name(), t.of(kind.messageKey()), kind == periods.kind()))
                        .toList(),
                String.valueOf(periods.from()),
                String.valueOf(periods.to()),
                wrongDay ? Objects.requireNonNull(ask.on()).strip() : TypedDay.print(map),
                wrongDay ? t.of("statistics.figure.on.wrong") : null);
    }

    /** @param shown what is on the page */
    String mapSentence(List<Subject> shown, Text t) {
        return periods.cutSentence(t) + mapSentence(map, shown.stream().anyMatch(Subject::addsBodies), t);
    }

    /**
     * On which map the figures are, and on that of another day that bodies are added as they were reported.
     * @param addsBodies whether some are such sums
     */
    static String mapSentence(@Nullable LocalDate map, boolean addsBodies, Text t) {
        if (map == null) return t.of("statistics.figure.map.own");
        return t.of("statistics.figure.map.on", TypedDay.print(map))
                + (addsBodies ? " " + t.of("statistics.figure.map.bodies") : "");
    }

    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("unit", chosen.unit().toString());
        parameters.put("kind", periods.kind().name());
        parameters.put("from", String.valueOf(periods.from()));
        parameters.put("to", String.valueOf(periods.to()));
        if (map != null) parameters.put("on", map.toString());
        return parameters;
    }

    /** The address of a figure's own page; without the kind of period where it has none of that kind. */
    String href(Subject subject) {
        var parameters = parameters();
        if (!subject.kinds().contains(periods.kind())) parameters.remove("kind");
        return Ask.address("/statistics/figures/" + subject.code(), parameters);
    }

    /** Those that are named and known, in the order of the catalogue; the first ones when none is. */
    List<Subject> chosen(@Nullable List<String> codes, int most) {
        var wanted = among(subjects, codes);
        var shown = wanted.isEmpty() ? fitting() : wanted;
        return shown.subList(0, Math.min(most, shown.size()));
    }

    /** Those that are named, also the ones of which there can be no figure; where none is, all with such periods. */
    List<Subject> named(@Nullable List<String> codes) {
        var wanted = new ArrayList<>(among(subjects, codes));
        wanted.addAll(among(silent, codes));
        return wanted.isEmpty() ? fitting() : wanted;
    }

    /** Those of which there are figures for the periods of the page. */
    List<Subject> fitting() {
        return subjects.stream()
                .filter(subject -> subject.kinds().contains(periods.kind()))
                .toList();
    }

    private static List<Subject> among(List<Subject> subjects, @Nullable List<String> codes) {
        return codes == null
                ? List.of()
                : subjects.stream()
                        .filter(subject -> codes.contains(subject.code()))
                        .toList();
    }
}
