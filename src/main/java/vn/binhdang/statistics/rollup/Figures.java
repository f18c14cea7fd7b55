package vn.binhdang.statistics.rollup;

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
import java.util.stream.Collectors;
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
        return new Asked(question, catalogues.current(), sums.current()).answer();
    }

    /**
     * The same for a page that asks several times and has looked at both already.
     * @param history of {@link Sums#current}
     */
    public List<Figure> answer(FigureQuestion question, Catalogue catalogue, UnitHistory history) {
        return new Asked(question, catalogue, history).answer();
    }

    /**
     * Where the cells of one element in one combination are found for the periods of the question.
     * @param less what is taken off: men are the whole less the women in a form that asks "total, of whom women"
     */
    private record Found(Need need, int[] places, int[] less) {}

    /** Slots that are added, and slots that are taken off. */
    private record Slots(List<Integer> added, List<Integer> less) {
        static final Slots NONE = new Slots(List.of(), List.of());
    }

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
        private final int[] units;
        private final Map<String, Need> needs = new LinkedHashMap<>();
        private final Map<CellRef, @Nullable Found> found = new HashMap<>();

        Asked(FigureQuestion question, Catalogue catalogue, UnitHistory history) {
            this.question = question;
            this.catalogue = catalogue;
            this.history = history;
            units = question.units().stream().mapToInt(history::number).toArray();
        }

        List<Figure> answer() {
            var categories = new ArrayList<String>();
            categories.add("");
            var dimension =
                    question.by() == null ? null : catalogue.dimensions().get(question.by());
            if (dimension != null) dimension.categories().forEach(category -> categories.add(category.pair()));
            for (var measure : question.measures())
                for (var category : categories) for (var cell : measure.cells()) find(restricted(cell, category));
            needs.values().forEach(this::read);

            var figures = new ArrayList<Figure>(question.measures().size()
                    * categories.size()
                    * units.length
                    * question.periods().size());
            for (int measure = 0; measure < question.measures().size(); measure++)
                for (var category : categories) figures(measure, category, figures);
            return figures;
        }

        private void figures(int number, String category, List<Figure> into) {
            var measure = question.measures().get(number);
            var over = bound(measure.numerator(), category);
            var under = measure.denominator() == null ? null : bound(measure.denominator(), category);
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
                    var basis = over.length > 0 ? over[0] : null;
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

        private @Nullable Found[] bound(Expression expression, String category) {
            return expression.cells().stream()
                    .map(cell -> restricted(cell, category))
                    .map(cell -> cell == null ? null : found.get(cell))
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
            int decimals = catalogue
                    .element(ref.element())
                    .map(Catalogue.Element::decimals)
                    .orElse(0);
            if (counts == 0)
                return NoValue.because(
                        notApplicable > 0
                                ? Reason.NOT_APPLICABLE
                                : where.need.summed ? Reason.MISSING : Reason.NOT_SUMMABLE,
                        ref);
            var exact = Fraction.of(sum, decimals);
            return Result.of(
                    estimate == 0 ? exact : exact.plus(Fraction.of(Math.round(estimate * SIXTH), decimals + 6)));
        }

        /** A cell within a category; null when the element is not told apart by it, or is restricted to another one. */
        private @Nullable CellRef restricted(CellRef cell, String category) {
            if (category.isEmpty()) return cell;
            var element = catalogue.element(cell.element()).orElse(null);
            if (element == null) return null;
            var dimension = category.substring(0, category.indexOf('='));
            var pairs = new ArrayList<String>();
            boolean placed = false;
            for (var of : element.dimensions()) {
                var stands = pair(cell.combination(), of.code());
                if (of.code().equals(dimension)) {
                    if (stands != null && !stands.equals(category)) return null;
                    pairs.add(category);
                    placed = true;
                } else if (stands != null) pairs.add(stands);
            }
            return placed ? new CellRef(cell.element(), String.join(";", pairs)) : null;
        }

        private void find(@Nullable CellRef cell) {
            if (cell == null || found.containsKey(cell)) return;
            found.put(cell, locate(cell));
        }

        private @Nullable Found locate(CellRef cell) {
            var element = catalogue.element(cell.element()).orElse(null);
            if (element == null) return null;
            for (var form : catalogue.formsOf(element.code())) {
                var parts = question.periods().stream()
                        .map(period -> parts(form, element, period))
                        .toList();
                if (parts.stream().allMatch(List::isEmpty)) continue;
                var slots = wholeOrRest(form, element, cell.combination());
                if (slots.added().isEmpty()) continue;
                var need = needs.computeIfAbsent(
                        form.shape().code() + " " + element.summable() + " " + element.overTime(),
                        _ -> new Need(form, element.summable(), parts));
                need.wanted.addAll(slots.added());
                need.wanted.addAll(slots.less());
                return new Found(
                        need,
                        slots.added().stream().mapToInt(slot -> slot).toArray(),
                        slots.less().stream().mapToInt(slot -> slot).toArray());
            }
            return null;
        }

        private List<ReportingPeriod> parts(Catalogue.Form form, Catalogue.Element element, ReportingPeriod period) {
            var parts = PeriodCode.within(period, form.shape().kind());
            return switch (element.overTime()) {
                case SUM -> parts;
                case LAST -> parts.isEmpty() ? parts : List.of(parts.getLast());
                case NONE -> parts.size() == 1 ? parts : List.of();
            };
        }

        /** What adds up to a combination, else the whole less all the other categories of a dimension. */
        private Slots wholeOrRest(Catalogue.Form form, Catalogue.Element element, String combination) {
            var added = slots(form, element, combination);
            if (!added.isEmpty()) return new Slots(added, List.of());
            for (var dimension : element.dimensions()) {
                var stands = pair(combination, dimension.code());
                if (stands == null) continue;
                var open = without(combination, stands);
                var whole = form.shape().slot(element.code(), open);
                if (whole.isEmpty()) continue;
                var others = new ArrayList<Integer>();
                boolean known = true;
                for (var category : dimension.categories()) {
                    if (category.pair().equals(stands)) known &= !category.unknown();
                    else {
                        var other = restricted(new CellRef(element.code(), open), category.pair());
                        var slots = other == null ? List.<Integer>of() : slots(form, element, other.combination());
                        known &= !slots.isEmpty() || category.unknown();
                        others.addAll(slots);
                    }
                }
                if (known && !others.isEmpty()) return new Slots(List.of(whole.getAsInt()), others);
            }
            return Slots.NONE;
        }

        private static String without(String combination, String pair) {
            return Arrays.stream(combination.split(";", -1))
                    .filter(other -> !other.equals(pair))
                    .collect(Collectors.joining(";"));
        }

        /** The slots that add up to a combination: its own, or those of all categories of a dimension it leaves open. */
        private List<Integer> slots(Catalogue.Form form, Catalogue.Element element, String combination) {
            var own = form.shape().slot(element.code(), combination);
            if (own.isPresent()) return List.of(own.getAsInt());
            for (var dimension : element.dimensions()) {
                if (pair(combination, dimension.code()) != null) continue;
                var all = new ArrayList<Integer>();
                boolean complete = true;
                for (var category : dimension.categories()) {
                    var narrower = restricted(new CellRef(element.code(), combination), category.pair());
                    var slots = narrower == null ? List.<Integer>of() : slots(form, element, narrower.combination());
                    // a form need not ask for those of whom it is not known
                    if (slots.isEmpty() && !category.unknown()) complete = false;
                    all.addAll(slots);
                }
                if (complete && !all.isEmpty()) return all;
            }
            return List.of();
        }

        private void read(Need need) {
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
                    for (var source : sources(tree, need.summed)) {
                        int at = source.asked() * periods + period;
                        boolean whole = source.whole() && tree.hasBelow(source.unit());
                        byUnit.computeIfAbsent(source.unit(), _ -> new ArrayList<>(1))
                                .add(new Place(at, source.share(), whole));
                        (whole ? summed : own).add(history.id(source.unit()));
                        need.readings[at].expected += source.share()
                                * (whole
                                        ? expectedBelow[source.unit()]
                                        : ownExpected(tree, expectedBelow, source.unit()));
                    }
                }
            fetch(need, wanted, summed, own);
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
            if (day == null || !summed) {
                for (int i = 0; i < units.length; i++)
                    if (units[i] != UnitHistory.NONE && tree.has(units[i]))
                        sources.add(new MapView.Source(units[i], summed, i, 1));
                return sources;
            }
            var view = views.of(tree, (int) day.toEpochDay());
            for (var level : levels((int) day.toEpochDay())) {
                var asked = level.stream().mapToInt(i -> units[i]).toArray();
                view.sources(asked, level.stream().mapToInt(i -> i).toArray(), sources);
            }
            return sources;
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

        private void fetch(Need need, Map<Integer, Map<Integer, List<Place>>> wanted, Set<UUID> summed, Set<UUID> own) {
            if (wanted.isEmpty()) return;
            var sums = new long[need.slots.length];
            var counts = new long[need.slots.length];
            var notApplicable = new int[need.slots.length];
            jdbc.sql("""
                select period, unit_id, true as whole, cells, reported from stat_sum
                where  form_id = :form and period = any (:periods) and unit_id = any (:summed)
                union all
                select period, unit_id, false, cells, 1 from stat_submission
                where  form_id = :form and period = any (:periods) and unit_id = any (:own) and state = 'ACCEPTED'
                """)
                    .param("form", need.form.shape().id().value())
                    .param("periods", wanted.keySet().toArray(Integer[]::new))
                    .param("summed", summed.toArray(UUID[]::new))
                    .param("own", own.toArray(UUID[]::new))
                    .query(rs -> {
                        var byUnit = wanted.get(rs.getInt(1));
                        var places = byUnit == null ? null : byUnit.get(history.number(rs.getObject(2, UUID.class)));
                        if (places == null) return;
                        boolean whole = rs.getBoolean(3);
                        byte[] cells = rs.getBytes(4);
                        int reported = rs.getInt(5);
                        Arrays.fill(sums, 0);
                        Arrays.fill(counts, 0);
                        Arrays.fill(notApplicable, 0);
                        if (whole) SumCells.addTo(cells, need.slots, sums, counts);
                        else Cells.addTo(cells, need.slots, sums, counts, notApplicable);
                        for (var place : places)
                            if (place.whole() == whole)
                                add(need.readings[place.at()], place.share(), sums, counts, notApplicable, reported);
                    });
        }
    }

    private record Place(int at, double share, boolean whole) {}

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

    /** "SEX=F" of "SEX=F;AGE=U30" for SEX; null when the combination leaves the dimension open. */
    private static @Nullable String pair(String combination, String dimension) {
        for (String pair : combination.split(";", -1)) if (pair.startsWith(dimension + "=")) return pair;
        return null;
    }
}
