package vn.binhdang.document.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.OutgoingDocument;
import vn.binhdang.document.checking.DocumentChecker;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.Unit;
import vn.binhdang.organisation.Units;
import vn.binhdang.web.Text;

/** What the checker finds in a draft, each finding at the part it is about. */
@Component
class DraftNotes {
    /** Said by the page itself: a draft never has them. */
    private static final Set<String> GIVEN_AT_ISSUE =
            Set.of("document.checking.numberMissing", "document.checking.dayMissing");

    private final Units units;
    private final Clock clock;

    DraftNotes(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    Map<String, List<Note>> of(
            Actor actor, OutgoingDocument document, AdministrativeDocument head, List<BlockRow> rows, Text t) {
        var places = new Places(document.id(), head, rows);
        var notes = new LinkedHashMap<String, List<Note>>();
        for (var finding : new DocumentChecker(abbreviations(actor)).check(places.document())) {
            if (GIVEN_AT_ISSUE.contains(finding.code())) continue;
            notes.computeIfAbsent(places.of(finding), place -> new java.util.ArrayList<>())
                    .add(Note.of(finding, places.mend(finding, t), t));
        }
        return notes;
    }

    /** Those that may stand in symbols of this agency. */
    private Set<String> abbreviations(Actor actor) {
        var today = LocalDate.now(clock);
        var known = new HashSet<String>();
        units.letterhead(actor.agency(), today).ifPresent(l -> known.add(l.symbolAbbreviation()));
        for (Unit unit : units.below(actor.agency(), today))
            if (unit.symbolAbbreviation() != null) known.add(unit.symbolAbbreviation());
        return known;
    }
}
