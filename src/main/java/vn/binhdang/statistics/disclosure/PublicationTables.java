package vn.binhdang.statistics.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.PeriodKind;
import vn.binhdang.statistics.disclosure.TableCell.Showing;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.statistics.rollup.Origins;

/**
 * Turns figures of an agency and the units directly below it into cells and every relation that an outsider can use:
 * units add up to the agency, categories to the total, shorter periods to longer ones, and all of it hangs together with
 * what any agency has published of the same elements before. What the published parts leave of a total (the agency's own
 * answer, people of unknown sex, the other half of a year) is a cell in no table that must be protected like the others.
 */
@Component
class PublicationTables {
    /** More would keep the person waiting longer than a page may take. */
    private static final int MOST_CELLS = 4_000;

    private final Figures figures;
    private final Origins origins;
    private final Catalogues catalogues;
    private final Units units;
    private final Clock clock;

    PublicationTables(Figures figures, Origins origins, Catalogues catalogues, Units units, Clock clock) {
        this.figures = figures;
        this.origins = origins;
        this.catalogues = catalogues;
        this.units = units;
        this.clock = clock;
    }

    /** @param map the day on whose map the units are wanted; null: that of each period */
    record Asked(
            List<Catalogue.Element> elements,
            List<ReportingPeriod> periods,
            Catalogue.@Nullable Dimension by,
            @Nullable LocalDate map,
            List<Share> shares) {}

    /**
     * What was published before: what was asked for, its cells as they were, and what of them was shown.
     * @param dimension code; null when it was told apart by none
     */
    record Earlier(
            UnitId agency,
            List<String> elements,
            List<String> periods,
            @Nullable String dimension,
            @Nullable LocalDate map,
            boolean rounded,
            Tables tables,
            Map<String, Outcome> outcomes) {}

    /** @param past keys of cells that only earlier publications tell of */
    record Built(Tables tables, Layout layout, Set<String> past) {}

    /** Elements that are counted one by one, add up over units and are asked for by a form. */
    static boolean fits(Catalogue catalogue, Catalogue.Element element) {
        return element.decimals() == 0
                && element.summable()
                && element.counted() != Catalogue.Counted.MONEY
                && !catalogue.formsOf(element.code()).isEmpty();
    }

    Built build(UnitId agency, Asked asked, Rules rules, boolean rounding, List<Earlier> earlier) {
        var gathered = new Gathered(rules);
        var work = new Work(agency, asked, gathered, Showing.OFFERED);
        for (var element : asked.elements()) for (var period : asked.periods()) work.table(element, period);
        if (work.cells.isEmpty()) throw new NotPublishable("periods", "statistics.disclosure.mend.nothing");
        var before = new EarlierTables(agency, gathered, catalogues.current());
        if (!rounding)
            earlier.stream().flatMap(one -> again(one, asked)).distinct().forEach(one -> make(one, gathered));
        for (var one : earlier) before.merge(one, rounding);
        before.differences();
        for (var element : asked.elements()) work.periods(element);
        if (work.cells.size() > MOST_CELLS) throw new NotPublishable("element", "statistics.disclosure.mend.tooLarge");
        return work.done(before);
    }

    /**
     * The tables of an earlier publication to be made with the counts of today, as far as the periods meet. Only beside these
     * is it seen which of its counts have changed since, and what follows for a count that it told and this one does not.
     */
    private Stream<Again> again(Earlier earlier, Asked asked) {
        if (earlier.rounded()) return Stream.of();
        return earlier.periods().stream()
                .flatMap(code -> PeriodCode.parse(code).stream())
                .filter(period -> asked.periods().stream().anyMatch(one -> meet(one, period)))
                .flatMap(period -> asked.elements().stream()
                        .filter(element -> earlier.elements().contains(element.code()))
                        .map(element ->
                                new Again(earlier.agency(), element, period, earlier.dimension(), earlier.map())));
    }

    /** A table of an agency, once however often it was published. */
    private record Again(
            UnitId agency,
            Catalogue.Element element,
            ReportingPeriod period,
            @Nullable String dimension,
            @Nullable LocalDate map) {}

    private void make(Again one, Gathered into) {
        var by = one.dimension() == null
                ? null
                : catalogues.current().dimensions().get(one.dimension());
        new Work(one.agency(), new Asked(List.of(), List.of(), by, one.map(), List.of()), into, Showing.UNSEEN)
                .table(one.element(), one.period());
    }

    private static boolean meet(ReportingPeriod one, ReportingPeriod other) {
        return !one.from().isAfter(other.to()) && !other.from().isAfter(one.to());
    }

    private final class Work {
        private final UnitId agency;
        private final Asked asked;
        private final Rules rules;
        private final Gathered gathered;
        private final Map<String, TableCell> cells;
        private final Map<UnitId, Unit> named = new LinkedHashMap<>();
        private final Map<String, String> blanks = new LinkedHashMap<>();
        private final Set<String> moved = new TreeSet<>();
        private final Showing showing;

        /** @param showing UNSEEN where these tables are not those that are published */
        Work(UnitId agency, Asked asked, Gathered gathered, Showing showing) {
            this.agency = agency;
            this.asked = asked;
            this.gathered = gathered;
            this.showing = showing;
            rules = gathered.rules();
            cells = gathered.cells();
        }

        void table(Catalogue.Element element, ReportingPeriod period) {
            var day = asked.map() == null ? day(element, period) : asked.map();
            var below = units.below(agency, day);
            var all = new ArrayList<UnitId>();
            all.add(agency);
            below.forEach(unit -> all.add(unit.id()));
            var told = told(element, period, all, asked.map());
            if (told.estimated().contains(agency)) {
                if (showing == Showing.UNSEEN) return;
                throw new NotPublishable("map", "statistics.disclosure.mend.estimated");
            }
            var categories = told.categories(agency);
            if (!categories.contains("")) return;
            all.retainAll(told.answering());
            named.putIfAbsent(agency, units.nearest(agency, day));
            below.stream()
                    .filter(unit -> told.answering().contains(unit.id()))
                    .forEach(unit -> named.put(unit.id(), unit));
            if (asked.map() == null) {
                fill(element, period, all, categories, told);
                return;
            }
            var before = new OwnMaps(element, all, categories, rest(element));
            before.find(origins, catalogues.current(), period, asked.map());
            for (var unit : all) if (before.moves(unit)) moved.add(key(element, period, unit.toString(), ""));
            for (var unit : told.estimated())
                for (var category : categories)
                    blanks.put(at(element, period, unit, category), Told.Blank.ESTIMATED.name());
            all.removeAll(told.estimated());
            fill(element, period, all, categories, told);
            before.relate(
                    gathered,
                    told,
                    (part, of) -> told(element, part, of, null),
                    (unit, category) -> at(element, period, unit, category));
        }

        private Told told(Catalogue.Element element, ReportingPeriod period, List<UnitId> of, @Nullable LocalDate map) {
            return Told.of(figures, element, period, of, map, by(element));
        }

        private @Nullable String by(Catalogue.Element element) {
            return element.dimensions().stream()
                    .map(Catalogue.Dimension::code)
                    .filter(code -> asked.by() != null && code.equals(asked.by().code()))
                    .findFirst()
                    .orElse(null);
        }

        /** Those of no category that is told apart. */
        private String rest(Catalogue.Element element) {
            return "~rest=" + by(element);
        }

        private String key(Catalogue.Element element, ReportingPeriod period, String unit, String category) {
            return Layout.key(element.code(), PeriodCode.text(period), unit, category);
        }

        private String at(Catalogue.Element element, ReportingPeriod period, UnitId unit, String category) {
            boolean other = moved.contains(key(element, period, unit.toString(), ""));
            return key(element, period, other ? unit + "@" + asked.map() : unit.toString(), category);
        }

        private void fill(
                Catalogue.Element element,
                ReportingPeriod period,
                List<UnitId> all,
                List<String> categories,
                Told told) {
            // rows: the agency, those below, what is left to it; columns: total, categories, those of none
            int rows = all.size() + 1;
            int columns = categories.size() + 1;
            long[][] table = new long[rows][columns];
            boolean left = false;
            boolean restOfCategories = false;
            for (int r = 0; r < all.size(); r++)
                for (int c = 0; c < categories.size(); c++) table[r][c] = told.count(all.get(r), categories.get(c));
            for (int c = 0; c < categories.size(); c++) {
                table[rows - 1][c] = table[0][c];
                for (int r = 1; r < all.size(); r++) table[rows - 1][c] -= table[r][c];
                left |= table[rows - 1][c] != 0;
            }
            for (int r = 0; r < rows; r++) {
                table[r][columns - 1] = table[r][0];
                for (int c = 1; c < categories.size(); c++) table[r][columns - 1] -= table[r][c];
                restOfCategories |= table[r][columns - 1] != 0;
            }
            boolean oneUnit = all.size() == 1;
            boolean oneColumn = categories.size() == 1;
            if (oneUnit) left = false;
            if (oneColumn) restOfCategories = false;
            int lastRow = left ? rows : rows - 1;
            int lastColumn = restOfCategories ? columns : columns - 1;
            String[][] keys = new String[rows][columns];
            for (int r = 0; r < lastRow; r++) {
                boolean own = r == rows - 1;
                for (int c = 0; c < lastColumn; c++) {
                    boolean rest = c == columns - 1;
                    String category = rest ? rest(element) : categories.get(c);
                    keys[r][c] = own
                            ? key(
                                    element,
                                    period,
                                    agency + (asked.map() == null ? "~own" : "@" + asked.map() + "~own"),
                                    category)
                            : at(element, period, all.get(r), category);
                    if (table[r][c] < 0) throw new NotPublishable("element", "statistics.disclosure.mend.notAdding");
                    Told.Blank blank = own || rest ? null : told.blank(all.get(r), category);
                    TableCell cell = rules.cell(keys[r][c], blank == null ? table[r][c] : null, element.sensitive());
                    if (blank != null) blanks.put(keys[r][c], blank.name());
                    if (showing == Showing.UNSEEN) cells.putIfAbsent(cell.key(), unseen(cell));
                    else cells.put(cell.key(), own || rest ? unseen(cell) : cell);
                }
            }
            for (int c = 0; c < lastColumn && !oneUnit; c++) {
                List<String> parts = new ArrayList<>();
                for (int r = 1; r < lastRow; r++) parts.add(keys[r][c]);
                relate(Relation.total(keys[0][c], parts));
            }
            for (int r = 0; r < lastRow && !oneColumn; r++)
                relate(Relation.total(keys[r][0], Arrays.asList(keys[r]).subList(1, lastColumn)));
        }

        private LocalDate day(Catalogue.Element element, ReportingPeriod period) {
            var last = catalogues
                    .current()
                    .formsOf(element.code())
                    .getFirst()
                    .shape()
                    .window(period)
                    .to();
            var today = Today.of(clock).day();
            return last.isAfter(today) ? today : last;
        }

        private void relate(Relation relation) {
            gathered.relate(relation);
        }

        /** What everybody knows by its nature stays known. */
        private static TableCell unseen(TableCell cell) {
            return cell.showing() == Showing.KNOWN ? cell : cell.with(Showing.UNSEEN);
        }

        /** A year and its halves, a half and its quarters: what the known parts leave of it is known too. */
        void periods(Catalogue.Element element) {
            if (element.overTime() == Catalogue.OverTime.NONE) return;
            Map<String, Map<String, TableCell>> byPeriod = new LinkedHashMap<>();
            String start = element.code() + ";PERIOD=";
            for (TableCell cell : List.copyOf(cells.values())) {
                if (!cell.key().startsWith(start) || EarlierTables.isOfThePast(cell.key())) continue;
                String rest = cell.key().substring(start.length());
                int end = rest.indexOf(';');
                byPeriod.computeIfAbsent(rest.substring(0, end), _ -> new LinkedHashMap<>())
                        .put(rest.substring(end), cell);
            }
            for (var whole : byPeriod.entrySet()) {
                var period = PeriodCode.parse(whole.getKey());
                if (period.isEmpty()) continue;
                for (var kind : PeriodKind.values()) {
                    if (kind == PeriodKind.of(period.get())) continue;
                    var parts = PeriodCode.within(period.get(), kind).stream()
                            .map(PeriodCode::text)
                            .toList();
                    if (parts.stream().noneMatch(byPeriod::containsKey)) continue;
                    boolean last = element.overTime() == Catalogue.OverTime.LAST;
                    for (var place : whole.getValue().entrySet())
                        relate(
                                element,
                                place.getValue(),
                                whole.getKey() + "~" + kind,
                                place.getKey(),
                                (last ? List.of(parts.getLast()) : parts)
                                        .stream()
                                                .map(part -> byPeriod.getOrDefault(part, Map.of())
                                                        .get(place.getKey()))
                                                .filter(Objects::nonNull)
                                                .toList(),
                                last ? 1 : parts.size());
                }
            }
        }

        private void relate(
                Catalogue.Element element, TableCell whole, String rest, String place, List<TableCell> parts, int all) {
            if (parts.isEmpty()) return;
            long left =
                    whole.value() - parts.stream().mapToLong(TableCell::value).sum();
            if (left < 0 || all == 1 && left != 0) return;
            List<String> keys =
                    new ArrayList<>(parts.stream().map(TableCell::key).toList());
            if (left != 0 || parts.size() < all) {
                String key = element.code() + ";PERIOD=" + rest + place;
                // what an earlier publication left of other counts is another rest
                if (cells.get(key) instanceof TableCell before && before.value() != left) key += "~" + left;
                cells.putIfAbsent(
                        key, rules.cell(key, left, element.sensitive()).with(Showing.UNSEEN));
                keys.add(key);
            }
            relate(Relation.total(whole.key(), keys));
        }

        Built done(EarlierTables before) {
            Set<String> categories = new LinkedHashSet<>();
            List<Layout.Named> columns = new ArrayList<>();
            if (asked.by() != null)
                for (var category : asked.by().categories())
                    if (categories.add(category.pair()))
                        columns.add(new Layout.Named(category.pair(), category.nameVi(), category.nameEn()));
            var rows = new ArrayList<Layout.Named>();
            named.values().stream()
                    .sorted(Comparator.comparing((Unit unit) -> !unit.id().equals(agency)))
                    .forEach(unit -> rows.add(new Layout.Named(unit.id().toString(), unit.name(), unit.name())));
            return new Built(
                    gathered.tables(),
                    new Layout(
                            asked.elements().stream()
                                    .map(one -> new Layout.Named(one.code(), one.nameVi(), one.nameEn()))
                                    .toList(),
                            asked.periods().stream().map(PeriodCode::text).toList(),
                            rows,
                            columns,
                            blanks,
                            before.amended(),
                            true,
                            asked.map(),
                            moved,
                            asked.shares()),
                    before.past());
        }
    }
}
