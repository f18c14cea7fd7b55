package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.web.Text;

/**
 * The charts of a dashboard, each with its table. Asked for in three questions at most, however many there are: the unit over
 * time, by sex where it is drawn so, and the units below where they are.
 */
@Component
class DashboardCards {
    static final String SEX = "SEX";

    /** Of the units below; all of them stand on the figure's own page. */
    private static final int MOST_UNITS = 15;

    private final Figures figures;
    private final Units units;

    DashboardCards(Figures figures, Units units) {
        this.figures = figures;
        this.units = units;
    }

    /** In the order of the charts; one whose indicator or form is gone says so. */
    List<BoardPage.Card> of(Place place, List<Dashboard.Chart> charts, Text t) {
        var known = new HashMap<String, Subject>();
        for (var subject : place.subjects()) known.put(subject.code(), subject);
        var drawing = new Drawing(
                place,
                charts.stream()
                        .filter(chart -> known.containsKey(chart.code()))
                        .map(chart -> new Shown(Objects.requireNonNull(known.get(chart.code())), chart.look()))
                        .toList(),
                t);
        var cards = new ArrayList<BoardPage.Card>();
        for (var chart : charts)
            cards.add(
                    known.get(chart.code()) instanceof Subject subject
                            ? drawing.card(subject, chart.look(), cards.size())
                            : without(place, chart.code(), cards.size(), t));
        return cards;
    }

    /** Without a figure: of an indicator that cannot be computed, with the reason, or of what is no more. */
    private static BoardPage.Card without(Place place, String code, int number, Text t) {
        for (var subject : place.silent())
            if (subject.code().equals(code))
                return BoardPage.Card.silent(
                        code,
                        subject.name(),
                        place.href(subject),
                        number,
                        t.of("statistics.figure.why.noData", t.of(Objects.requireNonNull(subject.lackKey()))));
        return BoardPage.Card.gone(code, number, t.of("statistics.dashboard.gone"));
    }

    private record Shown(Subject subject, Dashboard.Look look) {}

    /** Answers to one question, found by the code of their subject. */
    private record Asked(List<Subject> subjects, Answers answers) {
        Figure of(Subject subject, String category, UnitId unit, ReportingPeriod period) {
            return answers.of(subjects.indexOf(subject), category, unit, period);
        }
    }

    private final class Drawing {
        private final Place place;
        private final Text t;
        private final Printing printing;
        private final UnitId unit;
        private final List<ReportingPeriod> periods;
        private final List<Catalogue.Category> sexes;
        private final Asked own;
        private final Asked bySex;
        private final Map<Integer, List<UnitId>> below = new LinkedHashMap<>();
        private final Asked ofBelow;
        private final UnitNames names;

        Drawing(Place place, List<Shown> shown, Text t) {
            this.place = place;
            this.t = t;
            printing = new Printing(t);
            unit = place.chosen().unit();
            periods = place.periods().all();
            sexes = place.catalogue().dimensions().get(SEX) instanceof Catalogue.Dimension sex
                    ? sex.categories()
                    : List.of();
            own = ask(subjects(shown), List.of(unit), periods, null);
            bySex = ask(
                    subjects(shown.stream()
                            .filter(one -> one.look() == Dashboard.Look.SIDES && isToldApart(one.subject()))
                            .toList()),
                    List.of(unit),
                    periods,
                    SEX);
            var ranked = subjects(shown.stream()
                    .filter(one -> one.look() == Dashboard.Look.RANKS)
                    .toList());
            var focused = ranked.stream().map(this::last).distinct().toList();
            var all = new LinkedHashSet<UnitId>();
            for (var period : focused) all.addAll(below(period));
            ofBelow =
                    all.isEmpty() ? new Asked(List.of(), new Answers()) : ask(ranked, List.copyOf(all), focused, null);
            names = new UnitNames(all.isEmpty() ? Map.of() : units.named(all, namesDay(focused)));
        }

        private static List<Subject> subjects(List<Shown> shown) {
            return shown.stream().map(Shown::subject).distinct().toList();
        }

        private boolean isToldApart(Subject subject) {
            return subject.dimensions().contains(SEX) && !sexes.isEmpty();
        }

        private Asked ask(List<Subject> subjects, List<UnitId> of, List<ReportingPeriod> in, @Nullable String by) {
            var answers = new Answers();
            if (!subjects.isEmpty() && !in.isEmpty())
                answers.add(figures.answer(
                        new FigureQuestion(DashboardPages.measures(subjects), of, in, place.map(), by),
                        place.catalogue(),
                        place.history()));
            return new Asked(subjects, answers);
        }

        private List<UnitId> below(ReportingPeriod period) {
            return below.computeIfAbsent(
                    FigureAsked.mapDay(period, place.map(), place.today()),
                    day -> new Below(place.history(), place.seen())
                            .of(place.history().number(unit), null, day).stream()
                                    .map(one -> new UnitId(place.history().id(one)))
                                    .toList());
        }

        private LocalDate namesDay(List<ReportingPeriod> focused) {
            return focused.stream()
                    .max(Comparator.comparing(ReportingPeriod::to))
                    .map(period -> LocalDate.ofEpochDay(FigureAsked.mapDay(period, place.map(), place.today())))
                    .orElse(place.today());
        }

        /** The last period with a figure; when there is none the last that is over. */
        private ReportingPeriod last(Subject subject) {
            return periods.reversed().stream()
                    .filter(period -> own.of(subject, "", unit, period).value() instanceof Result.Value)
                    .findFirst()
                    .orElseGet(() -> place.periods().lastEnded(place.today()));
        }

        BoardPage.Card card(Subject subject, Dashboard.Look look, int number) {
            var last = last(subject);
            var figure = own.of(subject, "", unit, last);
            var part = switch (look) {
                case RANKS -> ranks(subject, last, number);
                case SIDES -> isToldApart(subject) ? sides(subject, number) : overTime(subject, look, number);
                case LINES, BARS, TABLE -> overTime(subject, look, number);
            };
            return new BoardPage.Card(
                    String.valueOf(number),
                    subject.code(),
                    subject.name(),
                    place.href(subject),
                    subject.basis(place.map(), t),
                    printing.value(figure.value(), subject.decimals()),
                    Periods.label(last, t),
                    printing.reported(figure),
                    figure.estimated(),
                    part.chart(),
                    part.heading(),
                    part.columns(),
                    part.lines(),
                    part.note());
        }

        private record Part(
                FigurePage.@Nullable Chart chart,
                String heading,
                List<String> columns,
                List<BoardPage.Line> lines,
                @Nullable String note) {}

        private Part overTime(Subject subject, Dashboard.Look look, int number) {
            var lines = new ArrayList<BoardPage.Line>();
            var values = new ArrayList<@Nullable BigDecimal>();
            for (var period : periods) {
                var figure = own.of(subject, "", unit, period);
                values.add(Printing.drawn(figure.value(), subject.decimals()));
                lines.addFirst(line(
                        Periods.label(period, t), List.of(printing.value(figure.value(), subject.decimals())), figure));
            }
            var kind = look == Dashboard.Look.LINES ? ChartSpec.Kind.LINES : ChartSpec.Kind.BARS;
            return new Part(
                    look == Dashboard.Look.TABLE
                            ? null
                            : chart(
                                    subject,
                                    kind,
                                    subject.name(),
                                    labels(),
                                    List.of(ChartSpec.Series.of(t.of("statistics.figure.series.value"), values)),
                                    number),
                    t.of("statistics.figure.column.period"),
                    List.of(t.of("statistics.figure.column.value")),
                    lines,
                    look == Dashboard.Look.SIDES ? t.of("statistics.dashboard.notToldApart") : null);
        }

        private Part sides(Subject subject, int number) {
            var answered = sexes.stream()
                    .filter(sex -> periods.stream()
                            .anyMatch(period ->
                                    bySex.of(subject, sex.pair(), unit, period).value() instanceof Result.Value))
                    .toList();
            var lines = new ArrayList<BoardPage.Line>();
            for (var period : periods) {
                var whole = own.of(subject, "", unit, period);
                var values = new ArrayList<FigurePage.Value>();
                values.add(printing.value(whole.value(), subject.decimals()));
                for (var sex : answered)
                    values.add(printing.value(
                            bySex.of(subject, sex.pair(), unit, period).value(), subject.decimals()));
                lines.addFirst(line(Periods.label(period, t), values, whole));
            }
            var columns = new ArrayList<String>();
            columns.add(t.of("statistics.figure.column.value"));
            answered.forEach(sex -> columns.add(FigureAsked.name(sex, t)));
            return new Part(
                    chart(
                            subject,
                            ChartSpec.Kind.BARS,
                            subject.name(),
                            labels(),
                            answered.stream()
                                    .map(sex -> ChartSpec.Series.of(
                                            FigureAsked.name(sex, t),
                                            periods.stream()
                                                    .map(period -> Printing.drawn(
                                                            bySex.of(subject, sex.pair(), unit, period)
                                                                    .value(),
                                                            subject.decimals()))
                                                    .toList()))
                                    .toList(),
                            number),
                    t.of("statistics.figure.column.period"),
                    columns,
                    lines,
                    null);
        }

        private Part ranks(Subject subject, ReportingPeriod on, int number) {
            var all = below(on);
            Comparator<BigDecimal> values = subject.better() == Subject.Better.LESS
                    ? Comparator.naturalOrder()
                    : Comparator.<BigDecimal>naturalOrder().reversed();
            var shown = all.stream()
                    .sorted(Comparator.comparing(
                                    (UnitId one) -> FigureAsked.exact(
                                            ofBelow.of(subject, "", one, on).value()),
                                    Comparator.nullsLast(values))
                            .thenComparing(UnitId::toString))
                    .limit(MOST_UNITS)
                    .toList();
            var drawn = shown.stream()
                    .filter(one -> ofBelow.of(subject, "", one, on).value() instanceof Result.Value)
                    .toList();
            return new Part(
                    chart(
                            subject,
                            ChartSpec.Kind.RANKS,
                            t.of("statistics.figure.chart.ranks", subject.name(), Periods.label(on, t)),
                            drawn.stream().map(names::label).toList(),
                            List.of(ChartSpec.Series.of(
                                    t.of("statistics.figure.series.value"),
                                    drawn.stream()
                                            .map(one -> Printing.drawn(
                                                    ofBelow.of(subject, "", one, on)
                                                            .value(),
                                                    subject.decimals()))
                                            .toList())),
                            number),
                    t.of("statistics.figure.column.unit"),
                    List.of(t.of("statistics.figure.column.value")),
                    shown.stream()
                            .map(one -> {
                                var figure = ofBelow.of(subject, "", one, on);
                                return line(
                                        names.name(one),
                                        List.of(printing.value(figure.value(), subject.decimals())),
                                        figure);
                            })
                            .toList(),
                    all.isEmpty()
                            ? t.of("statistics.dashboard.noUnits")
                            : all.size() > MOST_UNITS
                                    ? t.of(
                                            "statistics.dashboard.firstUnits",
                                            MOST_UNITS,
                                            printing.numbers().print(all.size()))
                                    : null);
        }

        private BoardPage.Line line(String heading, List<FigurePage.Value> values, Figure figure) {
            return new BoardPage.Line(heading, values, printing.reported(figure), figure.estimated());
        }

        private List<String> labels() {
            return periods.stream().map(PeriodCode::text).toList();
        }

        private FigurePage.@Nullable Chart chart(
                Subject subject,
                ChartSpec.Kind kind,
                String title,
                List<String> labels,
                List<ChartSpec.Series> series,
                int number) {
            return Optional.of(new ChartSpec(
                            kind, title, subject.unit(), subject.decimals(), t.language(), labels, series))
                    .filter(ChartSpec::hasValues)
                    .map(spec -> new FigurePage.Chart("board-" + number, title, spec.json(), labels.size()))
                    .orElse(null);
        }
    }
}
