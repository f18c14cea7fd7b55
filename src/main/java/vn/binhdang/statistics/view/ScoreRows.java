package vn.binhdang.statistics.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.binhdang.web.Text;

/** The rows of the scorecard, on the page and in its file. */
final class ScoreRows {
    private final Place place;
    private final Printing printing;
    private final Text t;

    ScoreRows(Place place, Text t) {
        this.place = place;
        this.printing = new Printing(t);
        this.t = t;
    }

    ScorePage.Row row(Judged one) {
        var subject = one.subject();
        var goal = one.goal();
        var shown = one.shown();
        return new ScorePage.Row(
                subject.name(),
                subject.lackKey() == null ? place.href(subject) : Objects.requireNonNullElse(subject.page(), ""),
                subject.basis(place.map(), t),
                printing.goal(goal),
                goal.wordsLanguage(),
                t.of("statistics.figure.goalOf", String.valueOf(goal.year())),
                goal.official(),
                shown == null ? new FigurePage.Value("–", null) : printing.value(shown.value(), subject.decimals()),
                one.last() == null || shown == null ? "" : Periods.label(shown.period(), t),
                shown == null ? "" : printing.reported(shown),
                t.of(one.standing().verdict().messageKey()),
                look(one.standing().verdict()),
                why(one));
    }

    List<String> headings() {
        return List.of(
                t.of("statistics.indicator.code"),
                t.of("statistics.figure.field.INDICATOR"),
                t.of("statistics.target.year"),
                t.of("statistics.figure.column.goal"),
                t.of("statistics.indicator.state"),
                t.of("statistics.figure.series.value"),
                t.of("statistics.figure.column.period"),
                t.of("statistics.figure.column.state"),
                t.of("statistics.figure.column.remark"),
                t.of("statistics.figure.column.given"),
                t.of("statistics.figure.column.expected"));
    }

    List<@Nullable Object> cells(Judged one) {
        var last = one.last();
        var shown = one.shown();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(one.subject().code());
        cells.add(one.subject().name());
        cells.add(String.valueOf(one.goal().year()));
        cells.add(printing.goal(one.goal()));
        cells.add(
                t.of(one.goal().official() ? "statistics.indicator.mark.OFFICIAL" : "statistics.indicator.mark.DRAFT"));
        cells.add(
                last == null ? null : Printing.drawn(last.value(), one.subject().decimals()));
        cells.add(last == null ? null : Periods.label(last.period(), t));
        cells.add(t.of(one.standing().verdict().messageKey()));
        cells.add(why(one));
        cells.add(shown == null ? null : shown.reported());
        cells.add(shown == null ? null : shown.expected());
        return cells;
    }

    private static String look(Standing.Verdict verdict) {
        return switch (verdict) {
            case MET -> "done";
            case ON_THE_WAY -> "submitted";
            case BEHIND, MISSED -> "late";
            case NO_BASELINE, NOT_A_NUMBER, NO_DATA -> "draft";
        };
    }

    private String why(Judged one) {
        var goal = one.goal();
        var subject = one.subject();
        var points = one.points();
        var numbers = printing.numbers();
        return switch (one.standing().verdict()) {
            case MET ->
                (points.getLast().year() < goal.year()
                                ? t.of("statistics.figure.why.metEarly", String.valueOf(goal.year()))
                                : t.of("statistics.figure.why.met"))
                        + (goal.sign() == Goal.Sign.ABOUT ? " " + t.of("statistics.figure.why.about") : "");
            case MISSED -> t.of("statistics.figure.why.missed", String.valueOf(goal.year()));
            case NO_BASELINE -> t.of("statistics.figure.why.noBaseline");
            case NOT_A_NUMBER -> t.of("statistics.figure.why.notANumber", goal.words());
            case NO_DATA -> t.of("statistics.figure.why.noData", reason(one));
            case ON_THE_WAY, BEHIND ->
                t.of(
                        "statistics.figure.why.line",
                        String.valueOf(points.getFirst().year()),
                        numbers.print(points.getFirst().value(), subject.decimals()),
                        String.valueOf(goal.year()),
                        numbers.plain(goal.edge(points.getFirst().value())),
                        String.valueOf(points.getLast().year()),
                        numbers.print(Objects.requireNonNull(one.standing().expected()), subject.decimals()));
        };
    }

    private String reason(Judged one) {
        var subject = one.subject();
        if (subject.lackKey() instanceof String key) return t.of(key);
        var shown = one.shown();
        if (shown == null) return t.of("statistics.figure.why.notYearly");
        return Objects.requireNonNullElse(
                printing.value(shown.value(), subject.decimals()).reason(), "");
    }
}
