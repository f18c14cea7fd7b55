package vn.binhdang.statistics.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.indicator.OverUnits;
import vn.binhdang.statistics.indicator.expression.Fraction;
import vn.binhdang.statistics.indicator.expression.NoValue;
import vn.binhdang.statistics.indicator.expression.Reason;
import vn.binhdang.statistics.indicator.expression.Result;

/**
 * What is computed for each body alone and then added: how many have at least one. The bodies are those of the map that was
 * asked for; the figures of a body that came of several are their summed cells, so that the share is one of the bodies of that
 * map and lies between none and all of them (decision 0032).
 */
final class EachBody {
    private final Catalogue catalogue;
    private final UnitHistory history;
    private final Answered figures;

    /** Where the answers of bodies are read. */
    interface Answered {
        /** Of each body alone: its own answers and those of whom it carries on from on the map of the question. */
        List<Figure> alone(FigureQuestion question, Catalogue catalogue, UnitHistory history);

        /** Numbers of the units that answered in a form for one of some periods. */
        List<Integer> answered(UnitHistory history, Catalogue.Form form, List<ReportingPeriod> periods);

        PeriodTree tree(UnitHistory history, Catalogue.Form form, ReportingPeriod period);

        MapView view(PeriodTree tree, LocalDate day);
    }

    EachBody(Catalogue catalogue, UnitHistory history, Answered figures) {
        this.catalogue = catalogue;
        this.history = history;
        this.figures = figures;
    }

    /** On its own map the sum of what bodies say of themselves is as good and comes from one row. */
    boolean isNeeded(Measure measure, FigureQuestion question) {
        if (measure.overUnits() == OverUnits.EACH) return true;
        return question.map() != null
                && measure.overUnits() == OverUnits.CELLS
                && measure.isAdditive()
                && measure.cells().stream()
                        .flatMap(cell -> catalogue.element(cell.element()).stream())
                        .anyMatch(Catalogue.Element::aboutItself);
    }

    /** The bodies of one period: where each of them counts, and which of them are expected to answer. */
    private record Bodies(Map<Integer, List<Integer>> byAsked, Set<Integer> expected) {}

    List<Figure> answer(int number, FigureQuestion question) {
        var measure = question.measures().get(number);
        int periods = question.periods().size();
        var form = form(measure, question.periods());
        var bodies = question.periods().stream()
                .map(period -> bodies(question, form, period))
                .toList();
        var all = new LinkedHashSet<Integer>();
        for (var one : bodies) one.byAsked().values().forEach(all::addAll);
        var ids = new ArrayList<UnitId>();
        var places = new HashMap<Integer, Integer>();
        for (int body : all) {
            places.put(body, ids.size());
            ids.add(new UnitId(history.id(body)));
        }
        var alone = figures.alone(
                new FigureQuestion(List.of(measure.alone()), ids, question.periods(), question.map(), question.by()),
                catalogue,
                history);
        var categories = categories(question);
        var answers = new ArrayList<Figure>();
        for (int category = 0; category < categories.size(); category++)
            for (var unit : question.units())
                for (int period = 0; period < periods; period++) {
                    var within = bodies.get(period).byAsked().getOrDefault(history.number(unit), List.of());
                    var theirs = new ArrayList<Figure>(within.size());
                    for (int body : within)
                        theirs.add(alone.get(
                                (category * ids.size() + Objects.requireNonNull(places.get(body))) * periods + period));
                    long expected = within.stream()
                            .filter(bodies.get(period).expected()::contains)
                            .count();
                    answers.add(sum(
                            measure,
                            number,
                            categories.get(category),
                            unit,
                            question.periods().get(period),
                            theirs,
                            expected));
                }
        return answers;
    }

    private List<String> categories(FigureQuestion question) {
        var categories = new ArrayList<String>();
        categories.add("");
        var dimension = question.by() == null ? null : catalogue.dimensions().get(question.by());
        if (dimension != null) dimension.categories().forEach(category -> categories.add(category.pair()));
        return categories;
    }

    private static Figure sum(
            Measure measure,
            int number,
            String category,
            UnitId unit,
            ReportingPeriod period,
            List<Figure> bodies,
            long expected) {
        var above = Fraction.of(0);
        var below = Fraction.of(0);
        long reported = 0;
        boolean estimated = false;
        NoValue unknown = null;
        for (var body : bodies) {
            if (body.numerator() instanceof Result.Value(var over)
                    && (body.denominator() == null || body.denominator() instanceof Result.Value)) {
                above = above.plus(over);
                if (body.denominator() instanceof Result.Value(var under)) below = below.plus(under);
                reported++;
                estimated |= body.estimated();
            } else unknown = worse(unknown, missing(body));
        }
        Result numerator = new Result.Value(above);
        Result denominator = measure.denominator() == null ? null : new Result.Value(below);
        boolean lost = unknown != null && unknown.reason() == Reason.NOT_ON_THIS_MAP;
        if (reported == 0 || lost) {
            var none = unknown != null
                    ? unknown
                    : NoValue.because(Reason.MISSING, measure.cells().getFirst());
            numerator = none;
            denominator = denominator == null ? null : none;
        }
        return new Figure(
                number,
                category,
                unit,
                period,
                measure.ratio(numerator, denominator),
                numerator,
                denominator,
                reported,
                expected,
                estimated);
    }

    private static @Nullable NoValue missing(Figure body) {
        if (body.numerator() instanceof NoValue none) return none;
        return body.denominator() instanceof NoValue none ? none : null;
    }

    /** A body that has not answered is left out, as everywhere; one of which nothing can be said makes the sum unknown. */
    private static @Nullable NoValue worse(@Nullable NoValue one, @Nullable NoValue other) {
        if (one == null || other != null && other.reason() == Reason.NOT_ON_THIS_MAP) return other;
        return one;
    }

    private Catalogue.@Nullable Form form(Measure measure, List<ReportingPeriod> periods) {
        for (var cell : measure.cells())
            for (var form : catalogue.formsOf(cell.element()))
                if (periods.stream().anyMatch(period -> !parts(form, period).isEmpty())) return form;
        return null;
    }

    private static List<ReportingPeriod> parts(Catalogue.Form form, ReportingPeriod period) {
        return PeriodCode.within(period, form.shape().kind());
    }

    private Bodies bodies(FigureQuestion question, Catalogue.@Nullable Form form, ReportingPeriod period) {
        var byAsked = new HashMap<Integer, List<Integer>>();
        var expected = new HashSet<Integer>();
        if (form == null || parts(form, period).isEmpty()) return new Bodies(byAsked, expected);
        var parts = parts(form, period);
        var answered = figures.answered(history, form, parts);
        var placed = new HashMap<Integer, @Nullable PeriodTree>();
        for (var part : parts) {
            var tree = figures.tree(history, form, part);
            var candidates = new LinkedHashSet<Integer>();
            for (int unit : Expected.units(tree, form, part)) {
                candidates.add(unit);
                expected.addAll(carriers(unit, tree, question.map()));
            }
            answered.stream()
                    .filter(unit -> unit != UnitHistory.NONE && tree.has(unit))
                    .forEach(candidates::add);
            for (int unit : candidates) for (int body : carriers(unit, tree, question.map())) placed.put(body, tree);
        }
        var asked = new HashSet<Integer>();
        for (var unit : question.units()) asked.add(history.number(unit));
        placed.forEach((body, tree) -> {
            for (int above = body; above != UnitHistory.NONE; above = above(above, tree, question.map()))
                if (asked.contains(above))
                    byAsked.computeIfAbsent(above, _ -> new ArrayList<>()).add(body);
        });
        return new Bodies(byAsked, expected);
    }

    private List<Integer> carriers(int unit, PeriodTree tree, @Nullable LocalDate map) {
        return map == null ? List.of(unit) : figures.view(tree, map).bodies(unit);
    }

    private int above(int unit, @Nullable PeriodTree tree, @Nullable LocalDate map) {
        if (map != null) return history.parent(unit, (int) map.toEpochDay());
        return tree == null ? UnitHistory.NONE : tree.parent(unit);
    }
}
