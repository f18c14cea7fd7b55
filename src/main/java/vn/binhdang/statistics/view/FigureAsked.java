package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.UnitHistory;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.Catalogue;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.indicator.expression.Result;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.web.Text;

/**
 * What was asked about one indicator or element, with its answers: a unit over time, and the units below it in one period.
 *
 * @param by code of the dimension whose categories stand beside the whole
 * @param level kind of the units below; null for those directly below
 * @param periods null when nothing can be computed
 * @param focus the period in which the units below are compared
 * @param ranked they in their order
 */
record FigureAsked(
        Ask ask,
        Subject subject,
        Catalogue catalogue,
        UnitHistory history,
        Below below,
        ChosenUnits.Chosen chosen,
        @Nullable LocalDate map,
        LocalDate today,
        @Nullable String by,
        List<Catalogue.Category> categories,
        @Nullable UnitKind level,
        @Nullable Periods periods,
        @Nullable ReportingPeriod focus,
        List<UnitId> ranked,
        Answers answers) {
    private static final int ROWS = 100;

    /** The day on whose map the units of a period are. */
    static int mapDay(ReportingPeriod period, @Nullable LocalDate map, LocalDate today) {
        if (map != null) return (int) map.toEpochDay();
        var last = period.to();
        return (int) (last.isAfter(today) ? today : last).toEpochDay();
    }

    int mapDay(ReportingPeriod period) {
        return mapDay(period, map, today);
    }

    /** The day on which the units of the page bear their names. */
    LocalDate namesDay() {
        return focus == null ? today : LocalDate.ofEpochDay(mapDay(focus));
    }

    Figure own(String category, ReportingPeriod period) {
        return of(category, chosen.unit(), period);
    }

    Figure of(String category, UnitId unit, ReportingPeriod period) {
        return answers.of(0, category, unit, period);
    }

    static @Nullable BigDecimal exact(@Nullable Result result) {
        return result instanceof Result.Value value ? value.number().toDecimal() : null;
    }

    @Nullable
    BigDecimal drawn(Result result) {
        return Printing.drawn(result, subject.decimals());
    }

    String path() {
        return "/statistics/figures/" + subject.code();
    }

    /** What is chosen and is not what one sees anyway. */
    Map<String, String> parameters() {
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

    static boolean given(@Nullable String parameter) {
        return parameter != null && !parameter.isBlank();
    }

    /** The same page with other parameters. */
    String address(String... pairs) {
        return Ask.address(path(), Ask.with(parameters(), pairs));
    }

    /** The page of another unit: its own level and period are looked for anew. */
    String addressOf(UnitId unit) {
        return address("unit", unit.toString(), "level", "", "period", "");
    }

    private int start() {
        return ask.start() <= 0 || ask.start() >= ranked.size() ? 0 : ask.start();
    }

    /** The units below that stand on this page. */
    List<UnitId> shown() {
        return ranked.subList(start(), Math.min(ranked.size(), start() + ROWS));
    }

    /** Address of the page before this one; null on the first. */
    @Nullable
    String earlier() {
        return start() == 0 ? null : startingAt(Math.max(0, start() - ROWS));
    }

    /** Address of the following page; null on the last. */
    @Nullable
    String more() {
        return start() + ROWS < ranked.size() ? startingAt(start() + ROWS) : null;
    }

    private String startingAt(int start) {
        return address("start", start == 0 ? "" : String.valueOf(start)) + "#units";
    }

    /** Those of the units below that are provinces. */
    List<UnitId> provinces() {
        if (focus == null) return List.of();
        int on = mapDay(focus);
        return ranked.stream()
                .filter(unit -> switch (history.kind(history.number(unit), on)) {
                    case PROVINCE, CENTRALLY_RUN_CITY -> true;
                    default -> false;
                })
                .toList();
    }

    String mapSentence(Text t) {
        return (periods == null ? "" : periods.cutSentence(t)) + Place.mapSentence(map, subject.addsBodies(), t);
    }

    static String name(Catalogue.Category category, Text t) {
        return t.language().equals("en") ? category.nameEn() : category.nameVi();
    }

    static String name(Catalogue.Dimension dimension, Text t) {
        return t.language().equals("en") ? dimension.nameEn() : dimension.nameVi();
    }

    FigurePage.@Nullable Chart chart(
            String id, ChartSpec.Kind kind, String title, List<String> labels, List<ChartSpec.Series> series, Text t) {
        var spec = new ChartSpec(kind, title, subject.unit(), subject.decimals(), t.language(), labels, series);
        return spec.hasValues() ? new FigurePage.Chart(id, title, spec.json(), labels.size()) : null;
    }
}
