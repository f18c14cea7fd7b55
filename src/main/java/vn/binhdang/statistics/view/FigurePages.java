package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.kernel.Action;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.UnitCode;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.organisation.Units;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.statistics.rollup.FigureQuestion;
import vn.binhdang.statistics.rollup.Figures;
import vn.binhdang.statistics.rollup.Sums;
import vn.binhdang.statistics.rollup.UnitsSeen;
import vn.binhdang.web.Text;

/** Makes the page of one indicator or element, and its tables as files. */
@Component
class FigurePages {
    /** Above this the trend and the units are asked for apart. */
    private static final int ASKED_AT_ONCE = 6_000;

    private static final int ROWS = 100;
    private static final int BARS = 40;
    /** Shares of fewer people jump by chance from year to year. */
    private static final int FEW = 50;

    private static final String SEX = "SEX";

    private final Catalogues catalogues;
    private final Sums sums;
    private final Figures figures;
    private final Subjects subjects;
    private final ChosenUnits chosenUnits;
    private final Submitted submitted;
    private final Units units;
    private final Clock clock;

    FigurePages(
            Catalogues catalogues,
            Sums sums,
            Figures figures,
            Subjects subjects,
            ChosenUnits chosenUnits,
            Submitted submitted,
            Units units,
            Clock clock) {
        this.catalogues = catalogues;
        this.sums = sums;
        this.figures = figures;
        this.subjects = subjects;
        this.chosenUnits = chosenUnits;
        this.submitted = submitted;
        this.units = units;
        this.clock = clock;
    }

    /** @throws NotVisible when there is no such indicator or element, or the unit is not the actor's to see */
    FigurePage page(Actor actor, String code, Ask ask, Text t) {
        return new Made(actor, code, ask, t).page();
    }

    /** @param units the ranking; else the trend */
    TableFile file(Actor actor, String code, Ask ask, boolean units, Text t) {
        var made = new Made(actor, code, ask, t);
        return units ? made.ranksFile() : made.trendFile();
    }

    /** One page in the making. */
    private final class Made {
        private final Text t;
        private final Ask ask;
        private final Numbers numbers;
        private final LocalDate day = LocalDate.now(clock);
        private final Catalogue catalogue = catalogues.current();
        private final UnitHistory history = sums.current();
        private final Subject subject;
        private final UnitsSeen seen;
        private final ChosenUnits.Chosen chosen;
        private final @Nullable LocalDate map;
        private final List<Catalogue.Category> categories;
        private final @Nullable String by;
        private final @Nullable UnitKind level;
        private final @Nullable Periods periods;
        private final Answers answers = new Answers();
        private final Below below;
        private @Nullable ReportingPeriod focus;
        private List<UnitId> ranked = List.of();
        private Map<UnitId, Unit> names = Map.of();
        private Map<UnitId, List<Submitted.One>> sources = Map.of();

        Made(Actor actor, String code, Ask ask, Text t) {
            this.t = t;
            this.ask = ask;
            numbers = new Numbers(t);
            subject = subjects.find(code, catalogue, day, t).orElseThrow(() -> new NotVisible("figures of " + code));
            seen = new UnitsSeen(actor, Action.READ_STATISTICS, history, day);
            chosen = chosenUnits.of(ask.unit(), actor, seen, day, t);
            map = TypedDay.readNear(ask.on()).orElse(null);
            by = dimension();
            categories = by == null
                    ? List.of()
                    : Objects.requireNonNull(catalogue.dimensions().get(by)).categories();
            level = level(ask.level());
            below = new Below(history, seen);
            periods = subject.measure() == null || subject.kinds().isEmpty()
                    ? null
                    : Periods.asked(ask.kind(), ask.from(), ask.to(), subject.kinds(), day);
            if (periods != null) answer(periods);
        }

        private @Nullable String dimension() {
            if (ask.by() == null || ask.by().isBlank())
                return subject.dimensions().contains(SEX) ? SEX : null;
            return subject.dimensions().stream()
                    .filter(code -> code.equals(ask.by()))
                    .findFirst()
                    .orElse(null);
        }

        private static @Nullable UnitKind level(@Nullable String word) {
            for (var kind : UnitKind.values()) if (kind.name().equals(word)) return kind;
            return null;
        }

        /** The day on whose map the units of a period are. */
        private int mapDay(ReportingPeriod period) {
            if (map != null) return (int) map.toEpochDay();
            var last = period.to();
            return (int) (last.isAfter(day) ? day : last).toEpochDay();
        }

        private void answer(Periods periods) {
            int own = history.number(chosen.unit());
            var all = new LinkedHashSet<UnitId>();
            all.add(chosen.unit());
            var asked = periods.chosen(ask.period()).orElse(null);
            var days = asked != null ? List.of(asked) : periods.all();
            for (int on : days.stream().mapToInt(this::mapDay).distinct().toArray())
                for (int unit : below.of(own, level, on)) all.add(new UnitId(history.id(unit)));
            var whole = question(List.copyOf(all), periods.all());
            if (Answers.isSmall(whole, categories.size() + 1, ASKED_AT_ONCE)) {
                ask(whole);
                focus = asked != null ? asked : lastWithValue(periods);
            } else {
                ask(question(List.of(chosen.unit()), periods.all()));
                focus = asked != null ? asked : lastWithValue(periods);
            }
            var on = focus;
            ranked = below.of(own, level, mapDay(on)).stream()
                    .map(unit -> new UnitId(history.id(unit)))
                    .toList();
            if (!Answers.isSmall(whole, categories.size() + 1, ASKED_AT_ONCE) && !ranked.isEmpty())
                ask(question(ranked, List.of(on)));
            ranked = ranked.stream().sorted(order(on)).toList();
        }

        private ReportingPeriod lastWithValue(Periods periods) {
            return periods.all().reversed().stream()
                    .filter(period -> own("", period).value() instanceof Result.Value)
                    .findFirst()
                    .orElseGet(() -> periods.lastEnded(day));
        }

        private FigureQuestion question(List<UnitId> of, List<ReportingPeriod> in) {
            return new FigureQuestion(List.of(Objects.requireNonNull(subject.measure())), of, in, map, by);
        }

        private void ask(FigureQuestion question) {
            answers.add(figures.answer(question, catalogue, history));
        }

        private Figure own(String category, ReportingPeriod period) {
            return answers.of(0, category, chosen.unit(), period);
        }

        /** The best first where one way is better, else the most first; those without a figure last. */
        private Comparator<UnitId> order(ReportingPeriod on) {
            Comparator<BigDecimal> values = subject.better() == Subject.Better.LESS
                    ? Comparator.naturalOrder()
                    : Comparator.<BigDecimal>naturalOrder().reversed();
            return Comparator.comparing(
                            (UnitId unit) -> exact(answers.of(0, "", unit, on).value()), Comparator.nullsLast(values))
                    .thenComparing(UnitId::toString);
        }

        private static @Nullable BigDecimal exact(@Nullable Result result) {
            return result instanceof Result.Value value ? value.number().toDecimal() : null;
        }

        FigurePage page() {
            var trend = periods == null ? null : trend(periods);
            var ranks = focus == null || ranked.isEmpty() ? null : ranks(focus);
            return new FigurePage(
                    subject.code(),
                    subject.name(),
                    subject.unit(),
                    t.of(subject.basis().messageKey()),
                    subject.official(),
                    periods != null,
                    address(),
                    filter(),
                    name(chosen.unit()),
                    mapSentence(),
                    focus == null ? null : latest(focus),
                    trend,
                    ranks,
                    focus == null ? null : tiles(focus),
                    subject.about().stream()
                            .map(about -> new FigurePage.Fact(t.of(about.headingKey()), about.text()))
                            .toList(),
                    subject.page(),
                    Ask.address(path() + "/table", parameters()));
        }

        private String path() {
            return "/statistics/figures/" + subject.code();
        }

        private String address() {
            return Ask.address(path(), parameters());
        }

        /** What is chosen and is not what one sees anyway. */
        private Map<String, String> parameters() {
            var parameters = new LinkedHashMap<String, String>();
            parameters.put("unit", chosen.unit().toString());
            if (periods != null && ask.kind() != null)
                parameters.put("kind", periods.kind().name());
            if (periods != null && given(ask.from())) parameters.put("from", String.valueOf(periods.from()));
            if (periods != null && given(ask.to())) parameters.put("to", String.valueOf(periods.to()));
            if (focus != null && given(ask.period())) parameters.put("period", PeriodCode.text(focus));
            if (given(ask.by())) parameters.put("by", by == null ? "none" : by);
            if (map != null) parameters.put("on", map.toString());
            if (level != null) parameters.put("level", level.name());
            return parameters;
        }

        private static boolean given(@Nullable String parameter) {
            return parameter != null && !parameter.isBlank();
        }

        private FigurePage.Filter filter() {
            var kinds = subject.kinds().stream()
                    .map(kind -> new FigurePage.Choice(
                            kind.name(), t.of(kind.messageKey()), periods != null && kind == periods.kind()))
                    .toList();
            var dimensions = new ArrayList<FigurePage.Choice>();
            if (!subject.dimensions().isEmpty()) {
                dimensions.add(new FigurePage.Choice("none", t.of("statistics.figure.by.none"), by == null));
                for (var code : subject.dimensions())
                    if (catalogue.dimensions().get(code) instanceof Catalogue.Dimension dimension)
                        dimensions.add(new FigurePage.Choice(code, name(dimension), code.equals(by)));
            }
            boolean wrongDay = given(ask.on()) && map == null;
            return new FigurePage.Filter(
                    chosen.words() != null ? chosen.words() : fieldWords(),
                    chosen.mistake(),
                    kinds,
                    periods == null ? "" : String.valueOf(periods.from()),
                    periods == null ? "" : String.valueOf(periods.to()),
                    dimensions,
                    levels(),
                    wrongDay ? Objects.requireNonNull(ask.on()).strip() : TypedDay.print(map),
                    wrongDay ? t.of("statistics.figure.on.wrong") : null);
        }

        /** Names repeat (every department has a Văn phòng), so the field holds the id's name only where it is found by it. */
        private String fieldWords() {
            return name(chosen.unit());
        }

        private List<FigurePage.Choice> levels() {
            if (focus == null) return List.of();
            var choices = new ArrayList<FigurePage.Choice>();
            choices.add(new FigurePage.Choice("", t.of("statistics.figure.level.below"), level == null));
            below.kinds(history.number(chosen.unit()), mapDay(focus))
                    .forEach((kind, count) -> choices.add(new FigurePage.Choice(
                            kind.name(),
                            t.of("statistics.figure.level.kind", t.of(kind.messageKey()), numbers.print(count)),
                            kind == level)));
            return choices.size() == 1 ? List.of() : choices;
        }

        private String name(Catalogue.Dimension dimension) {
            return t.language().equals("en") ? dimension.nameEn() : dimension.nameVi();
        }

        private String name(Catalogue.Category category) {
            return t.language().equals("en") ? category.nameEn() : category.nameVi();
        }

        private String name(UnitId unit) {
            if (names.isEmpty()) {
                Set<UnitId> wanted = new LinkedHashSet<>(shown());
                wanted.add(chosen.unit());
                if (focus != null && !provinces().isEmpty()) wanted.addAll(provinces());
                names = units.named(wanted, focus == null ? day : LocalDate.ofEpochDay(mapDay(focus)));
            }
            return names.get(unit) instanceof Unit one ? one.name() : "";
        }

        private String label(UnitId unit) {
            name(unit);
            return names.get(unit) instanceof Unit one ? one.label() : "";
        }

        private String mapSentence() {
            if (map == null) return t.of("statistics.figure.map.own");
            return t.of("statistics.figure.map.on", TypedDay.print(map));
        }

        private FigurePage.Latest latest(ReportingPeriod on) {
            var figure = own("", on);
            return new FigurePage.Latest(
                    value(figure.value()).text(),
                    Periods.label(on, t),
                    subject.goal(on.year(), chosen.unit())
                            .map(goal ->
                                    t.of("statistics.figure.goal", goal.sign().printed() + " " + number(goal.value())))
                            .orElse(null),
                    figure.denominator() == null
                            ? null
                            : t.of("statistics.figure.parts", part(figure.numerator()), part(figure.denominator())),
                    reported(figure),
                    figure.estimated());
        }

        private FigurePage.Value value(Result result) {
            return result instanceof Result.Value known
                    ? new FigurePage.Value(numbers.print(known.rounded(subject.decimals()), subject.decimals()), null)
                    : new FigurePage.Value("–", reason(result));
        }

        private String reason(Result result) {
            return result instanceof vn.binhdang.statistics.indicator.expression.NoValue none
                    ? t.of(none.reason().messageKey())
                    : "";
        }

        private String number(BigDecimal number) {
            return numbers.print(number, Math.max(0, number.stripTrailingZeros().scale()));
        }

        private String part(@Nullable Result result) {
            return result instanceof Result.Value known
                    ? number(known.number().toDecimal().setScale(2, java.math.RoundingMode.HALF_UP))
                    : "–";
        }

        private String reported(Figure figure) {
            return t.of(
                    "statistics.figure.reported", numbers.print(figure.reported()), numbers.print(figure.expected()));
        }

        private FigurePage.Trend trend(Periods periods) {
            boolean goals = periods.all().stream()
                    .anyMatch(
                            period -> subject.goal(period.year(), chosen.unit()).isPresent());
            var links = sources();
            var rows = new ArrayList<FigurePage.TrendRow>();
            for (var period : periods.all().reversed()) {
                var figure = own("", period);
                rows.add(new FigurePage.TrendRow(
                        Periods.label(period, t),
                        ranked.isEmpty()
                                ? null
                                : Ask.address(path(), Ask.with(parameters(), "period", PeriodCode.text(period)))
                                        + "#units",
                        period.equals(focus),
                        value(figure.value()),
                        categories.stream()
                                .map(category ->
                                        value(own(category.pair(), period).value()))
                                .toList(),
                        part(figure.numerator()),
                        part(figure.denominator()),
                        subject.goal(period.year(), chosen.unit())
                                .map(goal -> goal.sign().printed() + " " + number(goal.value()))
                                .orElse(""),
                        reported(figure),
                        figure.estimated(),
                        links(links.get(chosen.unit()), period)));
            }
            return new FigurePage.Trend(
                    trendChart(periods, goals),
                    sidesChart(periods),
                    categories.stream().map(this::name).toList(),
                    subject.isShare(),
                    goals,
                    links.containsKey(chosen.unit()),
                    rows);
        }

        private List<FigurePage.Link> links(@Nullable List<Submitted.One> from, ReportingPeriod period) {
            if (from == null) return List.of();
            return from.stream()
                    .filter(one -> PeriodCode.within(period, vn.binhdang.statistics.PeriodKind.of(one.period()))
                            .contains(one.period()))
                    .map(one -> new FigurePage.Link(
                            "/statistics/submissions/" + one.id(),
                            one.period().equals(period)
                                    ? one.form()
                                    : one.form() + " · " + Periods.label(one.period(), t)))
                    .toList();
        }

        private @Nullable BigDecimal drawn(Result result) {
            return result instanceof Result.Value known ? known.rounded(subject.decimals()) : null;
        }

        private FigurePage.@Nullable Chart trendChart(Periods periods, boolean goals) {
            var series = new ArrayList<ChartSpec.Series>();
            series.add(ChartSpec.Series.of(
                    t.of("statistics.figure.series.value"),
                    periods.all().stream()
                            .map(period -> drawn(own("", period).value()))
                            .toList()));
            if (goals)
                series.add(ChartSpec.Series.goal(
                        t.of("statistics.figure.series.goal"),
                        periods.all().stream()
                                .map(period -> subject.goal(period.year(), chosen.unit())
                                        .map(Subject.Goal::value)
                                        .orElse(null))
                                .toList()));
            return chart(
                    "trend",
                    ChartSpec.Kind.LINES,
                    t.of("statistics.figure.chart.trend", subject.name(), name(chosen.unit())),
                    periods.all().stream().map(this::shortLabel).toList(),
                    series);
        }

        private FigurePage.@Nullable Chart sidesChart(Periods periods) {
            if (categories.isEmpty()) return null;
            var series = categories.stream()
                    .map(category -> ChartSpec.Series.of(
                            name(category),
                            periods.all().stream()
                                    .map(period ->
                                            drawn(own(category.pair(), period).value()))
                                    .toList()))
                    // what nobody answered in any period would only widen the legend
                    .filter(one -> one.values().stream().anyMatch(Objects::nonNull))
                    .toList();
            var dimension = Objects.requireNonNull(catalogue.dimensions().get(Objects.requireNonNull(by)));
            return chart(
                    "sides",
                    ChartSpec.Kind.BARS,
                    t.of(
                            "statistics.figure.chart.sides",
                            subject.name(),
                            name(dimension).toLowerCase(t.locale())),
                    periods.all().stream().map(this::shortLabel).toList(),
                    series);
        }

        private String shortLabel(ReportingPeriod period) {
            return PeriodCode.text(period);
        }

        private FigurePage.@Nullable Chart chart(
                String id, ChartSpec.Kind kind, String title, List<String> labels, List<ChartSpec.Series> series) {
            var spec = new ChartSpec(kind, title, subject.unit(), subject.decimals(), t.language(), labels, series);
            return spec.hasValues() ? new FigurePage.Chart(id, title, spec.json(), labels.size()) : null;
        }

        private int start() {
            return ask.start() <= 0 || ask.start() >= ranked.size() ? 0 : ask.start();
        }

        private List<UnitId> shown() {
            return ranked.subList(start(), Math.min(ranked.size(), start() + ROWS));
        }

        private Map<UnitId, List<Submitted.One>> sources() {
            if (sources.isEmpty() && periods != null) {
                var wanted = new ArrayList<>(shown());
                wanted.add(chosen.unit());
                sources = submitted.of(
                        subject.forms(),
                        catalogue,
                        ranked.isEmpty() ? periods.all() : List.of(Objects.requireNonNull(focus)),
                        wanted);
            }
            return sources;
        }

        private FigurePage.Ranks ranks(ReportingPeriod on) {
            var shown = shown();
            var rows = shown.stream().map(unit -> rank(unit, on)).toList();
            boolean intervals = rows.stream().anyMatch(row -> !row.interval().isEmpty());
            int start = start();
            return new FigurePage.Ranks(
                    t.of("statistics.figure.units.heading", Periods.label(on, t)),
                    ranksChart(on, intervals),
                    explained(on, intervals),
                    categories.stream().map(this::name).toList(),
                    subject.isShare(),
                    intervals,
                    rows,
                    ranked.size(),
                    start == 0 ? null : at(Math.max(0, start - ROWS)),
                    start + ROWS < ranked.size() ? at(start + ROWS) : null);
        }

        private String at(int start) {
            return Ask.address(path(), Ask.with(parameters(), "start", start == 0 ? "" : String.valueOf(start)))
                    + "#units";
        }

        /** What the order does and does not say. */
        private List<String> explained(ReportingPeriod on, boolean intervals) {
            var said = new ArrayList<String>();
            said.add(t.of("statistics.figure.order." + subject.better()));
            if (intervals) {
                said.add(t.of("statistics.figure.intervals"));
                long few = ranked.stream()
                        .map(unit -> answers.of(0, "", unit, on).denominator())
                        .filter(under -> under instanceof Result.Value known
                                && known.number().toDecimal().compareTo(BigDecimal.valueOf(FEW)) < 0)
                        .count();
                if (few > 0) said.add(t.of("statistics.figure.few", numbers.print(few), FEW));
            } else if (subject.basis() == Subject.Basis.SHARE_OF_BODIES) {
                said.add(t.of("statistics.figure.noIntervals.bodies"));
            }
            return said;
        }

        private FigurePage.RankRow rank(UnitId unit, ReportingPeriod on) {
            var figure = answers.of(0, "", unit, on);
            return new FigurePage.RankRow(
                    rankOf(unit, on),
                    name(unit),
                    Ask.address(path(), Ask.with(parameters(), "unit", unit.toString(), "level", "", "period", "")),
                    value(figure.value()),
                    categories.stream()
                            .map(category -> value(
                                    answers.of(0, category.pair(), unit, on).value()))
                            .toList(),
                    interval(figure)
                            .map(one -> number(percent(one.low())) + "–" + number(percent(one.high())))
                            .orElse(""),
                    part(figure.numerator()),
                    part(figure.denominator()),
                    reported(figure),
                    figure.estimated(),
                    links(sources().get(unit), on));
        }

        /** "3"; those with the same value share the better place. */
        private String rankOf(UnitId unit, ReportingPeriod on) {
            var value = exact(answers.of(0, "", unit, on).value());
            if (value == null) return "";
            int better = 0;
            for (var other : ranked) {
                var theirs = exact(answers.of(0, "", other, on).value());
                if (theirs == null || theirs.compareTo(value) == 0) break;
                better++;
            }
            return numbers.print(better + 1L);
        }

        private BigDecimal percent(double share) {
            return BigDecimal.valueOf(share * 100)
                    .setScale(Math.min(1, subject.decimals()), java.math.RoundingMode.HALF_UP);
        }

        /** Only of a share of people, counted whole: a part of an estimate is no person. */
        private Optional<Wilson> interval(Figure figure) {
            if (subject.basis() != Subject.Basis.SHARE_OF_PEOPLE || figure.estimated()) return Optional.empty();
            if (!(figure.numerator() instanceof Result.Value over)
                    || !(figure.denominator() instanceof Result.Value under)) return Optional.empty();
            var some = over.number().toDecimal();
            var all = under.number().toDecimal();
            if (some.signum() < 0 || all.signum() <= 0 || some.compareTo(all) > 0) return Optional.empty();
            return Optional.of(Wilson.of(some.longValue(), all.longValue()));
        }

        private FigurePage.@Nullable Chart ranksChart(ReportingPeriod on, boolean intervals) {
            var drawn = shown().stream()
                    .filter(unit -> answers.of(0, "", unit, on).value() instanceof Result.Value)
                    .limit(BARS)
                    .toList();
            var values = drawn.stream()
                    .map(unit -> drawn(answers.of(0, "", unit, on).value()))
                    .toList();
            List<@Nullable BigDecimal> low = new ArrayList<>();
            List<@Nullable BigDecimal> high = new ArrayList<>();
            for (var unit : drawn) {
                var interval = interval(answers.of(0, "", unit, on));
                low.add(interval.map(one -> percent(one.low())).orElse(null));
                high.add(interval.map(one -> percent(one.high())).orElse(null));
            }
            return chart(
                    "ranks",
                    ChartSpec.Kind.RANKS,
                    t.of("statistics.figure.chart.ranks", subject.name(), Periods.label(on, t)),
                    drawn.stream().map(this::label).toList(),
                    List.of(new ChartSpec.Series(
                            t.of("statistics.figure.series.value"),
                            false,
                            values,
                            intervals ? low : null,
                            intervals ? high : null)));
        }

        /** Those of the units below that are provinces. */
        private List<UnitId> provinces() {
            if (focus == null) return List.of();
            int on = mapDay(focus);
            return ranked.stream()
                    .filter(unit -> switch (history.kind(history.number(unit), on)) {
                        case PROVINCE, CENTRALLY_RUN_CITY -> true;
                        default -> false;
                    })
                    .toList();
        }

        private FigurePage.@Nullable Tiles tiles(ReportingPeriod on) {
            var provinces = provinces();
            if (provinces.size() < 2) return null;
            var onDay = LocalDate.ofEpochDay(mapDay(on));
            var codes = units.codes(provinces, onDay);
            var values = new LinkedHashMap<String, TileMap.Value>();
            var missing = new ArrayList<String>();
            for (var unit : provinces) {
                var code = codes.getOrDefault(unit, List.of()).stream()
                        .filter(one -> one.scheme() == CodeScheme.ADMINISTRATIVE)
                        .map(UnitCode::code)
                        .findFirst()
                        .orElse(null);
                var figure = answers.of(0, "", unit, on);
                if (code == null) missing.add(label(unit));
                else
                    values.put(
                            code,
                            new TileMap.Value(
                                    label(unit),
                                    drawn(figure.value()),
                                    value(figure.value()).text(),
                                    Ask.address(
                                            path(),
                                            Ask.with(
                                                    parameters(),
                                                    "unit",
                                                    unit.toString(),
                                                    "level",
                                                    "",
                                                    "period",
                                                    ""))));
            }
            return new TileMap(TileLayout.on(onDay), values, subject.decimals(), numbers)
                    .drawn(
                            t.of("statistics.figure.chart.tiles", subject.name(), Periods.label(on, t)),
                            t.of("statistics.figure.tiles.none"),
                            missing);
        }

        TableFile trendFile() {
            var headings = new ArrayList<String>();
            headings.add(t.of("statistics.figure.column.period"));
            headings.add(
                    subject.unit().isEmpty()
                            ? t.of("statistics.figure.column.value")
                            : t.of("statistics.figure.column.value") + " (" + subject.unit() + ")");
            categories.forEach(category -> headings.add(name(category)));
            if (subject.isShare()) {
                headings.add(t.of("statistics.figure.column.numerator"));
                headings.add(t.of("statistics.figure.column.denominator"));
            }
            headings.add(t.of("statistics.figure.column.goal"));
            tail(headings);
            var rows = new ArrayList<List<@Nullable Object>>();
            if (periods != null)
                for (var period : periods.all()) {
                    var figure = own("", period);
                    var row = new ArrayList<@Nullable Object>();
                    row.add(Periods.label(period, t));
                    row.add(drawn(figure.value()));
                    categories.forEach(category ->
                            row.add(drawn(own(category.pair(), period).value())));
                    if (subject.isShare()) {
                        row.add(exact(figure.numerator()));
                        row.add(exact(figure.denominator()));
                    }
                    row.add(subject.goal(period.year(), chosen.unit())
                            .map(Subject.Goal::value)
                            .orElse(null));
                    tail(row, figure);
                    rows.add(row);
                }
            return new TableFile(title(), notes(null), headings, rows);
        }

        TableFile ranksFile() {
            var headings = new ArrayList<String>();
            headings.add(t.of("statistics.figure.column.rank"));
            headings.add(t.of("statistics.figure.column.unit"));
            headings.add(t.of("statistics.figure.column.value"));
            categories.forEach(category -> headings.add(name(category)));
            if (subject.isShare()) {
                headings.add(t.of("statistics.figure.column.numerator"));
                headings.add(t.of("statistics.figure.column.denominator"));
                headings.add(t.of("statistics.figure.column.low"));
                headings.add(t.of("statistics.figure.column.high"));
            }
            tail(headings);
            var rows = new ArrayList<List<@Nullable Object>>();
            var on = focus;
            if (on != null) {
                names = units.named(
                        java.util.stream.Stream.concat(ranked.stream(), java.util.stream.Stream.of(chosen.unit()))
                                .toList(),
                        LocalDate.ofEpochDay(mapDay(on)));
                for (var unit : ranked) {
                    var figure = answers.of(0, "", unit, on);
                    var row = new ArrayList<@Nullable Object>();
                    row.add(rankOf(unit, on));
                    row.add(name(unit));
                    row.add(drawn(figure.value()));
                    categories.forEach(category -> row.add(
                            drawn(answers.of(0, category.pair(), unit, on).value())));
                    if (subject.isShare()) {
                        row.add(exact(figure.numerator()));
                        row.add(exact(figure.denominator()));
                        var interval = interval(figure);
                        row.add(interval.map(one -> percent(one.low())).orElse(null));
                        row.add(interval.map(one -> percent(one.high())).orElse(null));
                    }
                    tail(row, figure);
                    rows.add(row);
                }
            }
            return new TableFile(title(), notes(on), headings, rows);
        }

        private void tail(List<String> headings) {
            headings.add(t.of("statistics.figure.column.given"));
            headings.add(t.of("statistics.figure.column.expected"));
            headings.add(t.of("statistics.figure.column.remark"));
        }

        private void tail(List<@Nullable Object> row, Figure figure) {
            row.add(figure.reported());
            row.add(figure.expected());
            row.add(
                    figure.value() instanceof Result.Value
                            ? figure.estimated() ? t.of("statistics.figure.estimated") : ""
                            : reason(figure.value()));
        }

        private String title() {
            return subject.code() + " · " + subject.name();
        }

        private List<String> notes(@Nullable ReportingPeriod on) {
            var notes = new ArrayList<String>();
            notes.add(t.of("statistics.figure.file.unit", name(chosen.unit())));
            if (on != null) notes.add(t.of("statistics.figure.file.period", Periods.label(on, t)));
            notes.add(t.of(subject.basis().messageKey()));
            notes.add(mapSentence());
            notes.add(t.of("statistics.figure.file.day", TypedDay.print(day)));
            return notes;
        }
    }
}
