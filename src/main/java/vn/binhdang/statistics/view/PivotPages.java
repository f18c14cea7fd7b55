package vn.binhdang.statistics.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.web.Text;

/** The pivot table, on the page and as a file. */
@Component
class PivotPages {
    private static final int MOST_INDICATORS = 20;
    private static final int MOST_UNITS = 300;

    /**
     * @param codes of the indicators that were chosen
     * @param category the one shown, when categories are neither in rows nor in columns
     */
    record Turned(
            @Nullable String rows,
            @Nullable String columns,
            @Nullable List<String> codes,
            @Nullable String category) {}

    private final Place.Places places;
    private final Figures figures;
    private final Units units;

    PivotPages(Place.Places places, Figures figures, Units units) {
        this.places = places;
        this.figures = figures;
        this.units = units;
    }

    PivotPage page(Actor actor, Ask ask, Turned turned, Text t) {
        return new Made(actor, ask, turned, t).page();
    }

    TableFile file(Actor actor, Ask ask, Turned turned, Text t) {
        return new Made(actor, ask, turned, t).file();
    }

    private final class Made {
        private final Text t;
        private final Printing printing;
        private final Place place;
        private final Turned turned;
        private final Pivot.Field rows;
        private final Pivot.Field columns;
        private final List<Subject> subjects;
        private final List<ReportingPeriod> periods;
        private final ReportingPeriod period;
        private final @Nullable UnitKind level;
        private final Catalogue.@Nullable Dimension dimension;
        private final List<String> pairs = new ArrayList<>();
        private final List<String> pairNames = new ArrayList<>();
        private final List<UnitId> shownUnits = new ArrayList<>();
        private final Pivot<Figure> pivot;
        private final List<String> cut = new ArrayList<>();

        Made(Actor actor, Ask ask, Turned turned, Text t) {
            this.t = t;
            this.turned = turned;
            printing = new Printing(t);
            place = places.of(actor, ask, t);
            rows = field(turned.rows(), Pivot.Field.UNIT);
            var across = field(turned.columns(), Pivot.Field.PERIOD);
            columns = across != rows ? across : rows == Pivot.Field.PERIOD ? Pivot.Field.UNIT : Pivot.Field.PERIOD;
            boolean many = uses(Pivot.Field.INDICATOR)
                    || (turned.codes() != null && !turned.codes().isEmpty());
            subjects = place.chosen(turned.codes(), many ? MOST_INDICATORS : 1);
            if (many && place.chosen(turned.codes(), Integer.MAX_VALUE).size() > MOST_INDICATORS)
                cut.add(t.of("statistics.figure.pivot.cutFigures", MOST_INDICATORS));
            period = place.periods()
                    .chosen(ask.period())
                    .orElseGet(() -> place.periods().lastEnded(place.today()));
            periods = uses(Pivot.Field.PERIOD) ? place.periods().all() : List.of(period);
            level = Below.level(ask.level());
            dimension = dimension(ask.by());
            categories();
            units();
            pivot = turn();
        }

        private static Pivot.Field field(@Nullable String word, Pivot.Field otherwise) {
            return word == null ? otherwise : Pivot.Field.named(word).orElse(otherwise);
        }

        private boolean uses(Pivot.Field field) {
            return rows == field || columns == field;
        }

        private Catalogue.@Nullable Dimension dimension(@Nullable String code) {
            var known = dimensions();
            if (code != null && known.contains(code))
                return place.catalogue().dimensions().get(code);
            return known.isEmpty() ? null : place.catalogue().dimensions().get(known.getFirst());
        }

        private List<String> dimensions() {
            return subjects.stream()
                    .flatMap(subject -> subject.dimensions().stream())
                    .distinct()
                    .filter(place.catalogue().dimensions()::containsKey)
                    .toList();
        }

        private void categories() {
            pairs.add("");
            pairNames.add(t.of("statistics.figure.category.all"));
            if (dimension != null)
                for (var category : dimension.categories()) {
                    pairs.add(category.pair());
                    pairNames.add(t.language().equals("en") ? category.nameEn() : category.nameVi());
                }
        }

        private int day() {
            var map = place.map();
            if (map != null) return (int) map.toEpochDay();
            var last = (uses(Pivot.Field.PERIOD) ? place.periods().lastEnded(place.today()) : period).to();
            return (int) (last.isAfter(place.today()) ? place.today() : last).toEpochDay();
        }

        private void units() {
            shownUnits.add(place.chosen().unit());
            if (!uses(Pivot.Field.UNIT)) return;
            var below = new Below(place.history(), place.seen())
                    .of(place.history().number(place.chosen().unit()), level, day());
            if (below.size() > MOST_UNITS) cut.add(t.of("statistics.figure.pivot.cut"));
            below.stream()
                    .limit(MOST_UNITS)
                    .forEach(unit -> shownUnits.add(new UnitId(place.history().id(unit))));
        }

        private Pivot<Figure> turn() {
            var heads = new EnumMap<Pivot.Field, List<Pivot.Head>>(Pivot.Field.class);
            heads.put(
                    Pivot.Field.INDICATOR,
                    heads(subjects.stream().map(Subject::name).toList()));
            var names = uses(Pivot.Field.UNIT)
                    ? units.named(shownUnits, LocalDate.ofEpochDay(day()))
                    : Map.<UnitId, vn.binhdang.organisation.Unit>of();
            heads.put(
                    Pivot.Field.UNIT,
                    heads(shownUnits.stream()
                            .map(unit -> names.get(unit) instanceof vn.binhdang.organisation.Unit one
                                    ? one.name()
                                    : place.unitName())
                            .toList()));
            heads.put(
                    Pivot.Field.PERIOD,
                    heads(periods.stream().map(one -> Periods.label(one, t)).toList()));
            int shownCategory = Math.max(0, pairs.indexOf(turned.category() == null ? "" : turned.category()));
            heads.put(
                    Pivot.Field.CATEGORY,
                    uses(Pivot.Field.CATEGORY)
                            ? heads(pairNames)
                            : List.of(new Pivot.Head(shownCategory, pairNames.get(shownCategory))));
            var answers = new Answers();
            if (!subjects.isEmpty())
                answers.add(figures.answer(
                        new FigureQuestion(
                                DashboardPages.measures(subjects),
                                shownUnits,
                                periods,
                                place.map(),
                                uses(Pivot.Field.CATEGORY) || shownCategory > 0
                                        ? Objects.requireNonNull(dimension).code()
                                        : null),
                        place.catalogue(),
                        place.history()));
            if (subjects.isEmpty()) return new Pivot<>(rows, columns, List.of(), List.of(), List.of());
            return Pivot.of(
                    rows,
                    columns,
                    heads,
                    at -> answers.of(
                            at.indicator(),
                            pairs.get(at.category()),
                            shownUnits.get(at.unit()),
                            periods.get(at.period())));
        }

        private static List<Pivot.Head> heads(List<String> names) {
            var heads = new ArrayList<Pivot.Head>();
            for (String name : names) heads.add(new Pivot.Head(heads.size(), name));
            return heads;
        }

        private int decimals(Figure figure) {
            return subjects.get(figure.measure()).decimals();
        }

        PivotPage page() {
            var lines = new ArrayList<PivotPage.Line>();
            for (int i = 0; i < pivot.rowHeads().size(); i++)
                lines.add(new PivotPage.Line(
                        pivot.rowHeads().get(i).name(),
                        pivot.cells().get(i).stream()
                                .map(figure -> new PivotPage.Cell(
                                        printing.value(figure.value(), decimals(figure)), figure.estimated()))
                                .toList()));
            return new PivotPage(
                    place.filter(t),
                    place.unitName(),
                    place.mapSentence(subjects, t),
                    fields(rows),
                    fields(columns),
                    place.subjects().stream()
                            .filter(subject ->
                                    subject.kinds().contains(place.periods().kind()))
                            .map(subject ->
                                    new FigurePage.Choice(subject.code(), subject.name(), subjects.contains(subject)))
                            .toList(),
                    dimensions().stream()
                            .map(code -> new FigurePage.Choice(
                                    code, name(code), dimension != null && code.equals(dimension.code())))
                            .toList(),
                    categoryChoices(),
                    place.periods().all().stream()
                            .map(one -> new FigurePage.Choice(
                                    PeriodCode.text(one), Periods.label(one, t), one.equals(period)))
                            .toList(),
                    levels(),
                    fixed(),
                    t.of("statistics.figure.corner", t.of(rows.messageKey()), t.of(columns.messageKey())),
                    pivot.columnHeads().stream().map(Pivot.Head::name).toList(),
                    lines,
                    cut,
                    address("/statistics/figures/pivot/table"),
                    Ask.address("/statistics/figures", place.parameters()));
        }

        private String address(String path) {
            var parameters = new LinkedHashMap<>(place.parameters());
            parameters.put("rows", rows.word());
            parameters.put("columns", columns.word());
            parameters.put("period", PeriodCode.text(period));
            parameters.put("by", dimension == null ? "" : dimension.code());
            parameters.put("category", turned.category() == null ? "" : turned.category());
            parameters.put("level", level == null ? "" : level.name());
            var address = new StringBuilder(Ask.address(path, parameters));
            for (var subject : subjects) address.append("&m=").append(subject.code());
            return address.toString();
        }

        private String name(String dimension) {
            var known = Objects.requireNonNull(place.catalogue().dimensions().get(dimension));
            return t.language().equals("en") ? known.nameEn() : known.nameVi();
        }

        private List<FigurePage.Choice> categoryChoices() {
            var choices = new ArrayList<FigurePage.Choice>();
            for (int i = 0; i < pairs.size(); i++)
                choices.add(new FigurePage.Choice(
                        pairs.get(i),
                        pairNames.get(i),
                        pairs.get(i).equals(turned.category() == null ? "" : turned.category())));
            return choices;
        }

        private List<FigurePage.Choice> levels() {
            var choices = new ArrayList<FigurePage.Choice>();
            choices.add(new FigurePage.Choice("", t.of("statistics.figure.level.below"), level == null));
            new Below(place.history(), place.seen())
                    .kinds(place.history().number(place.chosen().unit()), day())
                    .forEach((kind, count) -> choices.add(new FigurePage.Choice(
                            kind.name(),
                            t.of(
                                    "statistics.figure.level.kind",
                                    t.of(kind.messageKey()),
                                    printing.numbers().print(count)),
                            kind == level)));
            return choices;
        }

        private List<FigurePage.Choice> fields(Pivot.Field chosen) {
            var choices = new ArrayList<FigurePage.Choice>();
            for (var field : Pivot.Field.values())
                choices.add(new FigurePage.Choice(field.word(), t.of(field.messageKey()), field == chosen));
            return choices;
        }

        /** Of what is neither in rows nor in columns: which one it is. */
        private List<String> fixed() {
            var fixed = new ArrayList<String>();
            if (!uses(Pivot.Field.INDICATOR) && subjects.size() == 1)
                fixed.add(subjects.getFirst().name());
            if (!uses(Pivot.Field.UNIT)) fixed.add(place.unitName());
            if (!uses(Pivot.Field.PERIOD)) fixed.add(Periods.label(period, t));
            if (!uses(Pivot.Field.CATEGORY) && turned.category() != null && pairs.indexOf(turned.category()) > 0)
                fixed.add(pairNames.get(pairs.indexOf(turned.category())));
            return fixed;
        }

        TableFile file() {
            var headings = new ArrayList<String>();
            headings.add(t.of("statistics.figure.corner", t.of(rows.messageKey()), t.of(columns.messageKey())));
            pivot.columnHeads().forEach(head -> headings.add(head.name()));
            var lines = new ArrayList<List<@Nullable Object>>();
            for (int i = 0; i < pivot.rowHeads().size(); i++) {
                var line = new ArrayList<@Nullable Object>();
                line.add(pivot.rowHeads().get(i).name());
                pivot.cells().get(i).forEach(figure -> line.add(Printing.drawn(figure.value(), decimals(figure))));
                lines.add(line);
            }
            var notes = new ArrayList<>(fixed());
            notes.add(place.mapSentence(subjects, t));
            notes.add(t.of("statistics.figure.file.day", TypedDay.print(place.today())));
            return new TableFile(t.of("statistics.figure.pivot"), notes, headings, lines);
        }
    }
}
