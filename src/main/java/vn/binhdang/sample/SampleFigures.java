package vn.binhdang.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.calendar.Today;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.DataTable;
import vn.binhdang.organisation.UnitKind;
import vn.binhdang.statistics.Catalogues;
import vn.binhdang.statistics.CellEntry;
import vn.binhdang.statistics.FormsAsked;
import vn.binhdang.statistics.PeriodCode;
import vn.binhdang.statistics.SubmissionHistory;
import vn.binhdang.statistics.Submissions;
import vn.binhdang.statistics.Submissions.CellChange;

/** Invented figures of some years, so that a newcomer finds tables and lines with something in them. */
@Component
class SampleFigures {
    private static final LocalDate SINCE = LocalDate.of(2020, 12, 15);
    private static final int DAYS = 6;
    private static final int HOUR = 9;

    private final FormsAsked forms;
    private final Catalogues catalogues;
    private final Submissions submissions;
    private final SubmissionHistory history;

    SampleFigures(FormsAsked forms, Catalogues catalogues, Submissions submissions, SubmissionHistory history) {
        this.forms = forms;
        this.catalogues = catalogues;
        this.submissions = submissions;
        this.history = history;
    }

    private record Figure(String form, ReportingPeriod period, String element, String combination, long value) {}

    private record Answer(String form, ReportingPeriod period) {}

    /** Entered and handed in by the clerk, accepted by the statistician. */
    void bringIn(Actor clerk, Actor statistician) {
        var figures = DataTable.read(
                "sample/figures.csv",
                List.of("form", "period", "element", "combination", "value"),
                row -> new Figure(
                        row.text("form"),
                        PeriodCode.parse(row.text("period")).orElseThrow(),
                        row.text("element"),
                        row.optionalText("combination") instanceof String combination ? combination : "",
                        row.number("value")));
        var answers = new LinkedHashMap<Answer, List<Figure>>();
        for (var figure : figures)
            answers.computeIfAbsent(new Answer(figure.form(), figure.period()), _ -> new ArrayList<>())
                    .add(figure);
        for (String code : figures.stream().map(Figure::form).distinct().toList())
            forms.ask(clerk, code, UnitKind.DEPARTMENT, SINCE, DAYS);
        answers.forEach((answer, given) -> answer(clerk, statistician, answer, given));
    }

    private void answer(Actor clerk, Actor statistician, Answer answer, List<Figure> given) {
        var shape = catalogues.current().form(answer.form()).orElseThrow().shape();
        var draft = submissions.draft(clerk, shape.id(), answer.period(), clerk.agency());
        var changes = given.stream()
                .map(figure -> new CellChange(
                        shape.slot(figure.element(), figure.combination()).orElseThrow(),
                        null,
                        CellEntry.of(figure.value())))
                .toList();
        var filled = submissions.fill(clerk, draft.id(), changes).now();
        submissions.submit(clerk, filled.id(), filled.edition());
        submissions.accept(statistician, filled.id(), filled.edition() + 1);
        // As if it had been then: within the days that the form gives.
        history.acceptedAtOnce(
                clerk,
                statistician,
                shape,
                answer.period(),
                List.of(new SubmissionHistory.Taken(filled.id(), false)),
                shape.window(answer.period())
                        .to()
                        .plusDays(DAYS - 1)
                        .atTime(HOUR, 0)
                        .atZone(Today.ZONE)
                        .toInstant());
    }
}
