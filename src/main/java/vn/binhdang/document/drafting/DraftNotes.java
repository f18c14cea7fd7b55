package vn.binhdang.document.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.checking.DocumentChecker;
import vn.binhdang.web.Text;

/** What the checker finds in a draft, each finding at the part it is about. */
final class DraftNotes {
    /** Nothing the writer of a draft can do: number and day are given at issue, printing closes the text with "./.". */
    private static final Set<String> DONE_LATER = Set.of(
            "document.checking.numberMissing", "document.checking.dayMissing", "document.checking.endMarkMissing");

    private DraftNotes() {}

    /** @param abbreviations how the agency and its units stand in symbols */
    static Map<String, List<Note>> of(
            OutgoingDocument document,
            AdministrativeDocument head,
            List<BlockRow> rows,
            Set<String> abbreviations,
            Text t) {
        var places = new Places(document.id(), head, rows);
        var notes = new LinkedHashMap<String, List<Note>>();
        for (var finding : new DocumentChecker(abbreviations).check(places.document())) {
            if (DONE_LATER.contains(finding.code())) continue;
            notes.computeIfAbsent(places.of(finding), place -> new ArrayList<>())
                    .add(Note.of(finding, places.mend(finding, t), t));
        }
        return notes;
    }
}
