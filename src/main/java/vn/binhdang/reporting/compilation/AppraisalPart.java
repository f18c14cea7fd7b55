package vn.binhdang.reporting.compilation;

import static vn.binhdang.reporting.compilation.ResultsPart.capital;

import java.util.List;
import vn.binhdang.reporting.compilation.ReportData.TaskFacts;

/**
 * III. ĐÁNH GIÁ CHUNG: what the figures say for and against, and the causes the units named. What the causes amount to
 * is a judgement, so the room for it is left to a person.
 */
final class AppraisalPart {
    private final ReportWords words;
    private final ReportData data;

    AppraisalPart(ReportWords words, ReportData data) {
        this.words = words;
        this.data = data;
    }

    void write(Slots slots) {
        slots.section("3", "III.", words.say("section.appraisal"));
        slots.heading("3.1", "1.", words.say("heading.strengths"));
        slots.paragraph("3.1/text", strengths());
        slots.heading("3.2", "2.", words.say("heading.weaknesses"));
        weaknesses(slots);
        slots.heading("3.3", "3.", words.say("heading.causes"));
        causes(slots);
    }

    private String strengths() {
        var totals = data.totals();
        String day = ReportWords.day(data.asOf());
        if (totals.tasks() == 0) return words.say("noData");
        if (totals.done() == 0) return words.say("strengths.none", day);
        var text = new StringBuilder(words.say(
                "strengths",
                day,
                ReportWords.count(totals.done()),
                ReportWords.count(totals.tasks()),
                ReportWords.share(totals.done(), totals.tasks())));
        if (totals.inTime() > 0) text.append(words.say("strengths.inTime", ReportWords.count(totals.inTime())));
        text.append(".");
        if (totals.evidence() > 0)
            text.append(" ").append(words.say("strengths.evidence", ReportWords.count(totals.evidence())));
        return text.toString();
    }

    private void weaknesses(Slots slots) {
        var wanting = data.tasks().stream().filter(TaskFacts::wanting).toList();
        if (wanting.isEmpty()) {
            slots.paragraph("3.2/text", words.say(data.tasks().isEmpty() ? "noData" : "weaknesses.none"));
            return;
        }
        slots.paragraph("3.2/text", words.say("weaknesses", ReportWords.count(wanting.size())));
        for (var task : wanting)
            slots.dash(
                    "3.2/" + task.id(),
                    capital(words.say("weaknesses.task", words.reference(task), words.units(task), words.state(task))),
                    task.id());
    }

    private void causes(Slots slots) {
        List<TaskFacts> explained = data.tasks().stream()
                .filter(task -> !task.notDoneReason().isBlank())
                .toList();
        if (!explained.isEmpty()) slots.paragraph("3.3/text", words.say("causes"));
        for (var task : explained)
            slots.dash(
                    "3.3/" + task.id(),
                    capital(words.say(
                            "causes.task", words.reference(task), ReportWords.asSentence(task.notDoneReason()))),
                    task.id());
        slots.heading("3.3a", "a)", words.say("heading.objective"));
        slots.room("3.3a/room");
        slots.heading("3.3b", "b)", words.say("heading.subjective"));
        slots.room("3.3b/room");
    }
}
