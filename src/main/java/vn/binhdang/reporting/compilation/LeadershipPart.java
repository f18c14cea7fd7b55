package vn.binhdang.reporting.compilation;

import vn.binhdang.document.IssuedDocuments.IssuedDocument;
import vn.binhdang.reporting.compilation.ReportData.TaskFacts;

/** I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO: documents issued, tasks given out; the staff of this work is left to the clerk. */
final class LeadershipPart {
    private final ReportWords words;
    private final ReportData data;

    LeadershipPart(ReportWords words, ReportData data) {
        this.words = words;
        this.data = data;
    }

    void write(Slots slots) {
        slots.section("1", "I.", words.say("section.leadership"));
        slots.heading("1.1", "1.", words.say("heading.documents"));
        documents(slots);
        slots.heading("1.2", "2.", words.say("heading.assignment"));
        slots.paragraph("1.2/text", assignment());
        slots.heading("1.3", "3.", words.say("heading.staff"));
        slots.room("1.3/room");
    }

    private void documents(Slots slots) {
        var documents = data.documents();
        if (documents.isEmpty()) {
            slots.paragraph("1.1/text", words.say("documents.none"));
            return;
        }
        slots.paragraph("1.1/text", words.say("documents", data.agency().name(), ReportWords.count(documents.size())));
        for (var document : documents) {
            boolean last = document.equals(documents.getLast());
            slots.item("document/" + document.id(), "-", line(document) + (last ? "." : ";"), null, document.id());
        }
    }

    private String line(IssuedDocument document) {
        String cited = words.cited(document.type(), document.numberAndSymbol(), document.issuedOn());
        return (cited + " " + words.about(ReportWords.asPhrase(document.subject()))).strip();
    }

    private String assignment() {
        int tasks = data.tasks().size();
        if (tasks == 0) return words.say("noData");
        long led = data.tasks().stream().filter(task -> !task.lead().isBlank()).count();
        long leaders = data.tasks().stream()
                .map(TaskFacts::lead)
                .filter(lead -> !lead.isBlank())
                .distinct()
                .count();
        String given = words.say("assignment", data.plan().title(), ReportWords.count(tasks));
        if (led == 0) return given + words.say("assignment.noLead");
        String among = words.say("assignment.leads", ReportWords.count((int) leaders));
        return given
                + (led == tasks
                        ? among + "."
                        : among + words.say("assignment.some", ReportWords.count(tasks - (int) led)));
    }
}
