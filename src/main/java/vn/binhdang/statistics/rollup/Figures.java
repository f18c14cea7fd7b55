package vn.binhdang.statistics.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.SumCells;
import vn.binhdang.statistics.indicator.expression.CellRef;
import vn.binhdang.statistics.indicator.expression.Expression;
import vn.binhdang.statistics.indicator.expression.Fraction;
import vn.binhdang.statistics.indicator.expression.Lookup;
import vn.binhdang.statistics.indicator.expression.NoValue;
import vn.binhdang.statistics.indicator.expression.Reason;
import vn.binhdang.statistics.indicator.expression.Result;

/**
 * Answers what a measure is for units in periods, from what stands accepted at this moment. The caller has made sure that
 * the units may be seen.
 */
@Service
public class Figures {
    private final JdbcClient jdbc;
    private final Catalogues catalogues;
    private final Sums sums;
    private final Trees trees;
    private final Views views;
    private final Expected expected;

    Figures(JdbcClient jdbc, Catalogues catalogues, Sums sums, Trees trees, Views views, Expected expected) {
        this.jdbc = jdbc;
        this.catalogues = catalogues;
        this.sums = sums;
        this.trees = trees;
        this.views = views;
        this.expected = expected;
    }

    /** In the order of measures, categories (the whole first), units, periods. */
    @Transactional(readOnly = true)
    public List<Figure> answer(FigureQuestion question) {
        return answer(question, catalogues.current(), sums.current());
    }

    /**
     * The same for a page that asks several times and has looked at both already.
     * @param history of {@link Sums#current}
     */
    public List<Figure> answer(FigureQuestion question, Catalogue catalogue, UnitHistory history) {
        var each = new EachBody(catalogue, history, new Rows());
        return new Asked(question, catalogue, history, false).answer(each);
    }

    /** The answers of bodies, as the rows have them. */
    private final class Rows implements EachBody.Answered {
        @Override
        public List<Figure> alone(FigureQuestion question, Catalogue catalogue, UnitHistory history) {
            return new Asked(question, catalogue, history, true).answer(null);
        }

        @Override
        public PeriodTree tree(UnitHistory history, Catalogue.Form form, ReportingPeriod period) {
            return trees.of(history, form.shape().window(period));
        }

        @Override
        public MapView view(PeriodTree tree, LocalDate day) {
            return views.of(tree, (int) day.toEpochDay());
        }

        @Override
        public List<Integer> answered(UnitHistory history, Catalogue.Form form, List<ReportingPeriod> periods) {
            return jdbc.sql("""
                select distinct unit_id from stat_submission
                where  form_id = :form and period = any (:periods) and state = 'ACCEPTED'
                """)
                    .param("form", form.shape().id().value())
                    .param("periods", periods.stream().map(PeriodCode::number).toArray(Integer[]::new))
                    .query((rs, _) -> history.number(rs.getObject(1, UUID.class)))
                    .list();
        }
    }

    /** The periods of a form whose figures are those of an element in a period. */
    public static List<ReportingPeriod> parts(Catalogue.Form form, Catalogue.Element element, ReportingPeriod period) {
        var parts = PeriodCode.within(period, form.shape().kind());
        return switch (element.overTime()) {
            case SUM -> parts;
            case LAST -> parts.isEmpty() ? parts : List.of(parts.getLast());
            case NONE -> parts.size() == 1 ? parts : List.of();
        };
    }

    /**
     * Where the cells of one element in one combination are found for the periods of the question.
     * @param less what is taken off: men are the whole less the women in a form that asks "total, of whom women"
     */
    private record Found(Need need, Catalogue.Element element, int[] places, int[] less) {}

    /** What is read from one form: the same slots for every unit and period. */
    private static final class Need {
        private final Catalogue.Form form;
        /** Values that do not add up over units are read from the unit's own answer alone. */
        private final boolean summed;

        private final TreeSet<Integer> wanted = new TreeSet<>();
        private final List<List<ReportingPeriod>> parts;
        private int[] slots = {};
        private Reading[] readings = {};

        Need(Catalogue.Form form, boolean summed, List<List<ReportingPeriod>> parts) {
            this.form = form;
            this.summed = summed;
            this.parts = parts;
        }
    }

    /** What was read for one unit in one period. */
    private static final class Reading {
        private final long[] sums;
        private final long[] counts;
        private final int[] notApplicable;
        private double @Nullable [] estimates;
        private double reported;
        private double expected;
        /** How many units of the window it comes from, counted in each part of the period. */
        private int sources;
        /** On the map that was asked for the unit is not what it was: what does not add up is nobody's there. */
        private boolean changed;

        Reading(int slots) {
            sums = new long[slots];
            counts = new long[slots];
            notApplicable = new int[slots];
        }
    }

    private final class Asked {
        private final FigureQuestion question;
        private final Catalogue catalogue;
        private final UnitHistory history;
        private final boolean bodies;
        private final FormPlaces places;
        private final int[] units;
        private final Map<String, Need> needs = new LinkedHashMap<>();
        private final Map<Wanted, @Nullable Found> found = new HashMap<>();

        /** @param bodies each unit is a body of its own: nothing below it belongs to it */
        Asked(FigureQuestion question, Catalogue catalogue, UnitHistory history, boolean bodies) {
            this.question = question;
            this.catalogue = catalogue;
            this.history = history;
            this.bodies = bodies;
            places = new FormPlaces(catalogue);
            units = question.units().stream().mapToInt(history::number).toArray();
        }

        /** @param each sums up what is computed for each body alone; null where this is about bodies themselves */
        List<Figure> answer(@Nullable EachBody each) {
            var categories = new ArrayList<String>();
            categories.add("");
            var dimension =
                    question.by() == null ? null : catalogue.dimensions().get(question.by());
            if (dimension != null) dimension.categories().forEach(category -> categories.add(category.pair()));
            for (var measure : question.measures()) {
                if (each != null && each.isNeeded(measure, question)) continue;
                for (var category : categories)
                    for (var cell : measure.cells()) find(places.restricted(cell, category), measure.isOwn());
            }
            fetch(needs.values().stream().map(this::read).toList());

            var figures = new ArrayList<Figure>(question.measures().size()
                    * categories.size()
                    * units.length
                    * question.periods().size());
            for (int measure = 0; measure < question.measures().size(); measure++)
                if (each != null && each.isNeeded(question.measures().get(measure), question))
                    figures.addAll(each.answer(measure, question));
                else for (var category : categories) figures(measure, category, figures);
            return figures;
        }

        private void figures(int number, String category, List<Figure> into) {
            var measure = question.measures().get(number);
            var over = bound(measure.numerator(), category, measure.isOwn());
            var under = measure.denominator() == null ? null : bound(measure.denominator(), category, measure.isOwn());
            int periods = question.periods().size();
            for (int unit = 0; unit < units.length; unit++)
                for (int period = 0; period < periods; period++) {
                    int at = unit * periods + period;
                    var numerator = measure.numerator().value(lookup(measure.numerator(), over, at));
                    var denominator = under == null || measure.denominator() == null
                            ? null
                            : measure.denominator().value(lookup(measure.denominator(), under, at));
                    double reported = 0;
                    double all = 0;
                    boolean estimated = false;
                    var basis = over.length > 0 ? over[0] : under != null && under.length > 0 ? under[0] : null;
                    if (basis != null) {
                        reported = basis.need.readings[at].reported;
                        all = basis.need.readings[at].expected;
                        estimated = basis.need.readings[at].estimates != null;
                    }
                    into.add(new Figure(
                            number,
                            category,
                            question.units().get(unit),
                            question.periods().get(period),
                            measure.ratio(numerator, denominator),
                            numerator,
                            denominator,
                            Math.round(reported),
                            Math.round(all),
                            estimated));
                }
        }

        private @Nullable Found[] bound(Expression expression, String category, boolean own) {
            return expression.cells().stream()
                    .map(cell -> places.restricted(cell, category))
                    .map(cell -> cell == null ? null : found.get(new Wanted(cell, own)))
                    .toArray(Found[]::new);
        }

        private Lookup lookup(Expression expression, @Nullable Found[] bound, int at) {
            return cell -> {
                var where = bound[cell];
                var ref = expression.cells().get(cell);
                return where == null ? NoValue.because(Reason.MISSING, ref) : value(where, at, ref);
            };
        }

        private Result value(Found where, int at, CellRef ref) {
            var reading = where.need.readings[at];
            long sum = 0;
            long counts = 0;
            double estimate = 0;
            int notApplicable = 0;
            if (reading.changed) return NoValue.because(Reason.NOT_ON_THIS_MAP, ref);
            for (int place : where.places) {
                sum = Math.addExact(sum, reading.sums[place]);
                counts += reading.counts[place];
                notApplicable += reading.notApplicable[place];
                if (reading.estimates != null) estimate += reading.estimates[place];
            }
            for (int place : where.less) {
                // who gave only one of both would make the rest wrong
                if (reading.counts[place] != counts) return NoValue.because(Reason.MISSING, ref);
                sum = Math.subtractExact(sum, reading.sums[place]);
                if (reading.estimates != null) estimate -= reading.estimates[place];
            }
            int decimals = where.element.decimals();
            if (counts == 0)
                return NoValue.because(
                        notApplicable > 0
                                ? Reason.NOT_APPLICABLE
                                : where.need.summed || !hasBelow(where.need, at) ? Reason.MISSING : Reason.NOT_SUMMABLE,
                        ref);
            if (bodies && isSeveral(where.need, at)) {
                if (where.element.aboutItself()) return ofAll(reading, sum, counts, ref);
                if (!where.element.summable()) return NoValue.because(Reason.NOT_ON_THIS_MAP, ref);
            }
            var exact = Fraction.of(sum, decimals);
            return Result.of(
                    estimate == 0 ? exact : exact.plus(Fraction.of(Math.round(estimate * SIXTH), decimals + 6)));
        }

        private boolean hasBelow(Need need, int at) {
            int unit = units[at / question.periods().size()];
            if (unit == UnitHistory.NONE) return false;
            for (var part : need.parts.get(at % question.periods().size())) {
                var tree = trees.of(history, need.form.shape().window(part));
                if (tree.has(unit) && tree.hasBelow(unit)) return true;
            }
            return false;
        }

        /** Whether more than one unit carries on in this one, or only a part of one. */
        private boolean isSeveral(Need need, int at) {
            var reading = need.readings[at];
            return reading.estimates != null
                    || reading.sources
                            > need.parts.get(at % question.periods().size()).size();
        }

        /**
         * What each of several units said of itself holds for the one that carries on from them when all of them said the
         * same. Where they differ, or only a part of one went in, nobody knows.
         */
        private static Result ofAll(Reading reading, long sum, long counts, CellRef ref) {
            if (counts < Math.round(reading.expected)) return NoValue.because(Reason.MISSING, ref);
            if (reading.estimates == null && (sum == 0 || sum == counts)) return Result.of(sum == 0 ? 0 : 1);
            return NoValue.because(Reason.NOT_ON_THIS_MAP, ref);
        }

        private void find(@Nullable CellRef cell, boolean own) {
            if (cell == null) return;
            var wanted = new Wanted(cell, own);
            if (!found.containsKey(wanted)) found.put(wanted, locate(cell, own));
        }

        private @Nullable Found locate(CellRef cell, boolean own) {
            var element = catalogue.element(cell.element()).orElse(null);
            if (element == null) return null;
            boolean summed = element.summable() && !own;
            for (var form : catalogue.formsOf(element.code())) {
                var parts = question.periods().stream()
                        .map(period -> parts(form, element, period))
                        .toList();
                if (parts.stream().allMatch(List::isEmpty)) continue;
                var slots = places.wholeOrRest(form, element, cell.combination());
                if (slots.added().isEmpty()) continue;
                var need = needs.computeIfAbsent(
                        form.shape().code() + " " + summed + " " + element.overTime(),
                        _ -> new Need(form, summed, parts));
                need.wanted.addAll(slots.added());
                need.wanted.addAll(slots.less());
                return new Found(
                        need,
                        element,
                        slots.added().stream().mapToInt(slot -> slot).toArray(),
                        slots.less().stream().mapToInt(slot -> slot).toArray());
            }
            return null;
        }

        /** What has to be fetched for it. */
        private Fetch read(Need need) {
            need.slots = need.wanted.stream().mapToInt(slot -> slot).toArray();
            var places = new HashMap<Integer, Integer>();
            for (int i = 0; i < need.slots.length; i++) places.put(need.slots[i], i);
            for (var where : found.values())
                if (where != null && where.need == need) {
                    place(where.places, places);
                    place(where.less, places);
                }
            int periods = question.periods().size();
            need.readings = IntStream.range(0, units.length * periods)
                    .mapToObj(_ -> new Reading(need.slots.length))
                    .toArray(Reading[]::new);

            var wanted = new HashMap<Integer, Map<Integer, List<Place>>>();
            var summed = new HashSet<UUID>();
            var own = new HashSet<UUID>();
            for (int period = 0; period < periods; period++)
                for (var part : need.parts.get(period)) {
                    var tree = trees.of(history, need.form.shape().window(part));
                    var expectedBelow = expected.below(history, catalogue, need.form, part);
                    var byUnit = wanted.computeIfAbsent(PeriodCode.number(part), _ -> new HashMap<>());
                    if (question.map() != null && !need.summed && !bodies) changed(need, tree, period);
                    for (var source : sources(tree, need.summed)) {
                        int at = source.asked() * periods + period;
                        boolean whole = source.whole() && tree.hasBelow(source.unit());
                        need.readings[at].sources++;
                        byUnit.computeIfAbsent(source.unit(), _ -> new ArrayList<>(1))
                                .add(new Place(at, source.share(), whole));
                        (whole ? summed : own).add(history.id(source.unit()));
                        need.readings[at].expected += source.share()
                                * (whole
                                        ? expectedBelow[source.unit()]
                                        : ownExpected(tree, expectedBelow, source.unit()));
                    }
                }
            return new Fetch(need, wanted, summed, own);
        }

        private static void place(int[] slots, Map<Integer, Integer> places) {
            for (int i = 0; i < slots.length; i++) slots[i] = Objects.requireNonNull(places.get(slots[i]));
        }

        private static double ownExpected(PeriodTree tree, int[] below, int unit) {
            if (!tree.hasBelow(unit)) return below[unit];
            int others = 0;
            for (int child = 0; child < below.length; child++) if (tree.parent(child) == unit) others += below[child];
            return below[unit] - others;
        }

        private List<MapView.Source> sources(PeriodTree tree, boolean summed) {
            var sources = new ArrayList<MapView.Source>();
            var day = question.map();
            if (bodies && day != null) {
                views.of(tree, (int) day.toEpochDay()).ownSources(units, sources);
                return sources;
            }
            if (day == null || !summed || bodies) {
                for (int i = 0; i < units.length; i++)
                    if (units[i] != UnitHistory.NONE && tree.has(units[i]))
                        sources.add(new MapView.Source(units[i], summed && !bodies, i, 1));
                return sources;
            }
            var view = views.of(tree, (int) day.toEpochDay());
            for (var level : levels((int) day.toEpochDay())) {
                var asked = level.stream().mapToInt(i -> units[i]).toArray();
                view.sources(asked, level.stream().mapToInt(i -> i).toArray(), sources);
            }
            return sources;
        }

        private void changed(Need need, PeriodTree tree, int period) {
            var view =
                    views.of(tree, (int) Objects.requireNonNull(question.map()).toEpochDay());
            for (int i = 0; i < units.length; i++)
                if (units[i] == UnitHistory.NONE || !view.isUnchanged(units[i]))
                    need.readings[i * question.periods().size() + period].changed = true;
        }

        /** Places of the units that exist on the day, those on one level of the tree together. */
        private Iterable<List<Integer>> levels(int day) {
            var levels = new HashMap<Integer, List<Integer>>();
            for (int i = 0; i < units.length; i++) {
                if (units[i] == UnitHistory.NONE || history.until(units[i]) <= day || history.from(units[i]) > day)
                    continue;
                int depth = 0;
                for (int above = history.parent(units[i], day); above != UnitHistory.NONE; depth++)
                    above = history.parent(above, day);
                levels.computeIfAbsent(depth, _ -> new ArrayList<>()).add(i);
            }
            return levels.values();
        }

        /** However many forms there are, one statement: each form has its own part of it. */
        private void fetch(List<Fetch> all) {
            var fetches =
                    all.stream().filter(fetch -> !fetch.wanted().isEmpty()).toList();
            if (fetches.isEmpty()) return;
            var parts = new ArrayList<String>();
            for (int i = 0; i < fetches.size(); i++) parts.add("""
                select %1$d, period, unit_id, true as whole, cells, reported from stat_sum
                where  form_id = :form%1$d and period = any (:periods%1$d) and unit_id = any (:summed%1$d)
                union all
                select %1$d, period, unit_id, false, cells, 1 from stat_submission
                where  form_id = :form%1$d and period = any (:periods%1$d) and unit_id = any (:own%1$d) and state = 'ACCEPTED'
                """.formatted(i));
            var statement = jdbc.sql(String.join("union all\n", parts));
            for (int i = 0; i < fetches.size(); i++) {
                var fetch = fetches.get(i);
                statement = statement
                        .param("form" + i, fetch.need().form.shape().id().value())
                        .param("periods" + i, fetch.wanted().keySet().toArray(Integer[]::new))
                        .param("summed" + i, fetch.summed().toArray(UUID[]::new))
                        .param("own" + i, fetch.own().toArray(UUID[]::new));
            }
            statement.query(rs -> {
                var fetch = fetches.get(rs.getInt(1));
                var need = fetch.need();
                var byUnit = fetch.wanted().get(rs.getInt(2));
                var places = byUnit == null ? null : byUnit.get(history.number(rs.getObject(3, UUID.class)));
                if (places == null) return;
                boolean whole = rs.getBoolean(4);
                byte[] cells = rs.getBytes(5);
                int reported = rs.getInt(6);
                fetch.clear();
                if (whole) SumCells.addTo(cells, need.slots, fetch.sums(), fetch.counts());
                else Cells.addTo(cells, need.slots, fetch.sums(), fetch.counts(), fetch.notApplicable());
                for (var place : places)
                    if (place.whole() == whole)
                        add(
                                need.readings[place.at()],
                                place.share(),
                                fetch.sums(),
                                fetch.counts(),
                                fetch.notApplicable(),
                                reported);
            });
        }
    }

    /**
     * What is fetched for a need, and where one row of it is added up.
     * @param wanted by period and unit, where its cells belong
     */
    private record Fetch(
            Need need,
            Map<Integer, Map<Integer, List<Place>>> wanted,
            Set<UUID> summed,
            Set<UUID> own,
            long[] sums,
            long[] counts,
            int[] notApplicable) {
        Fetch(Need need, Map<Integer, Map<Integer, List<Place>>> wanted, Set<UUID> summed, Set<UUID> own) {
            this(
                    need,
                    wanted,
                    summed,
                    own,
                    new long[need.slots.length],
                    new long[need.slots.length],
                    new int[need.slots.length]);
        }

        void clear() {
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
            Arrays.fill(notApplicable, 0);
        }
    }

    private record Place(int at, double share, boolean whole) {}

    /** @param own the unit's own answer alone */
    private record Wanted(CellRef cell, boolean own) {}

    private static final double SIXTH = 1_000_000;

    private static void add(Reading into, double share, long[] sums, long[] counts, int[] notApplicable, int reported) {
        into.reported += share * reported;
        if (share == 1) for (int i = 0; i < sums.length; i++) into.sums[i] = Math.addExact(into.sums[i], sums[i]);
        else {
            var estimates = into.estimates == null ? new double[sums.length] : into.estimates;
            for (int i = 0; i < sums.length; i++) estimates[i] += share * sums[i];
            into.estimates = estimates;
        }
        for (int i = 0; i < sums.length; i++) {
            into.counts[i] += counts[i];
            into.notApplicable[i] += notApplicable[i];
        }
    }
}
