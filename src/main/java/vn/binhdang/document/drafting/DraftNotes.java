package vn.binhdang.document.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.checking.DocumentChecker;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** What the checker finds in a draft, each finding at the part it is about. */
@Component
class DraftNotes {
    /** Nothing the writer of a draft can do: number and day are given at issue, printing closes the text with "./.". */
    private static final Set<String> DONE_LATER = Set.of(
            "document.checking.numberMissing", "document.checking.dayMissing", "document.checking.endMarkMissing");

    private final Units units;
    private final Clock clock;

    DraftNotes(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    private DocumentChecker checker(Actor actor) {
        return new DocumentChecker(units.abbreviations(actor.agency(), LocalDate.now(clock)));
    }

    Map<String, List<Note>> of(
            Actor actor, OutgoingDocument document, AdministrativeDocument head, List<BlockRow> rows, Text t) {
        var places = new Places(document.id(), head, rows);
        var notes = new LinkedHashMap<String, List<Note>>();
        for (var finding : checker(actor).check(places.document())) {
            if (DONE_LATER.contains(finding.code())) continue;
            notes.computeIfAbsent(places.of(finding), place -> new java.util.ArrayList<>())
                    .add(Note.of(finding, places.mend(finding, t), t));
        }
        return notes;
    }
}
