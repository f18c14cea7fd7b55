package vn.binhdang.reporting.compilation;

import java.util.List;

/** The text of a report, part by part in the order of the outline for reports on gender equality. */
public final class ReportCompiler {
    private final ReportWords words = new ReportWords();

    public List<Slot> compile(ReportData data) {
        var slots = new Slots();
        opening(data, slots);
        new LeadershipPart(words, data).write(slots);
        new ResultsPart(words, data).write(slots);
        new AppraisalPart(words, data).write(slots);
        new OutlookPart(words, data).write(slots);
        slots.paragraph(
                "closing", words.say("closing", data.label(), data.agency().name()));
        new AnnexParts(words, data).write(slots);
        return slots.all();
    }

    private void opening(ReportData data, Slots slots) {
        slots.paragraph(
                "opening",
                words.say(
                        "opening",
                        data.agency().name(),
                        data.label(),
                        ReportWords.day(data.from()),
                        ReportWords.day(data.asOf())));
    }
}
