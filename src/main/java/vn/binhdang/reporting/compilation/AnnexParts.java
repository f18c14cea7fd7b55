package vn.binhdang.reporting.compilation;

import static vn.binhdang.reporting.compilation.ResultsPart.capital;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.binhdang.reporting.compilation.ReportData.TaskFacts;

/** Phụ lục I: every task with its result. Phụ lục II: documents issued in the period; an empty form is sent as well. */
final class AnnexParts {
    private final ReportWords words;
    private final ReportData data;

    AnnexParts(ReportWords words, ReportData data) {
        this.words = words;
        this.data = data;
    }

    void write(Slots slots) {
        slots.nextAnnex();
        if (data.tasks().isEmpty()) slots.paragraph("annex1/text", words.say("noData"));
        else slots.table("annex1/table", tasks());
        slots.nextAnnex();
        if (data.documents().isEmpty()) slots.paragraph("annex2/text", words.say("noData"));
        else slots.table("annex2/table", documents());
    }

    private List<List<String>> tasks() {
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.of("no", "task", "lead", "coordinating", "due", "result", "evidence")
                .map(column -> words.say("annex1." + column))
                .toList());
        for (int i = 0; i < data.tasks().size(); i++)
            rows.add(row(i + 1, data.tasks().get(i)));
        return rows;
    }

    private List<String> row(int no, TaskFacts task) {
        String number = task.number() == null ? "" : task.number() + ". ";
        var dueOn = task.dueOn();
        return List.of(
                String.valueOf(no),
                number + ReportWords.asSentence(task.text()),
                task.lead(),
                String.join("; ", task.coordinating()),
                dueOn == null ? "" : ReportWords.day(dueOn),
                capital(words.state(task)),
                String.valueOf(task.evidence().size()));
    }

    private List<List<String>> documents() {
        var rows = new ArrayList<List<String>>();
        rows.add(Stream.of("no", "number", "day", "subject")
                .map(column -> words.say("annex2." + column))
                .toList());
        for (int i = 0; i < data.documents().size(); i++) {
            var document = data.documents().get(i);
            rows.add(List.of(
                    String.valueOf(i + 1),
                    document.numberAndSymbol(),
                    ReportWords.day(document.issuedOn()),
                    (document.type() + " " + words.about(ReportWords.asPhrase(document.subject()))).strip()));
        }
        return rows;
    }
}
