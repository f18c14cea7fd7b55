package vn.binhdang.organisation.person.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.audit.AuditTrail;
import vn.binhdang.kernel.Actor;
import vn.binhdang.organisation.importing.SheetImporter;
import vn.binhdang.organisation.person.ChangeJournal;
import vn.binhdang.organisation.person.ChangeKind;
import vn.binhdang.organisation.person.FactKind;
import vn.binhdang.organisation.person.PersonChanges;
import vn.binhdang.organisation.person.PersonRecord;
import vn.binhdang.organisation.person.PersonRecords;
import vn.binhdang.organisation.person.PersonRecords.Saved;

/** What a staff list would do: people who are new, and people who change from a day on. */
final class PeopleSheetPlan implements SheetImporter.Plan {
    private static final int AT_ONCE = 1_000;

    private final Actor actor;
    private final List<Judged> people;
    private final PersonRecords records;
    private final ChangeJournal journal;
    private final AuditTrail audit;

    PeopleSheetPlan(Actor actor, List<Judged> people, PersonRecords records, ChangeJournal journal, AuditTrail audit) {
        this.actor = actor;
        this.people = people;
        this.records = records;
        this.journal = journal;
        this.audit = audit;
    }

    /** A row with the record before and after it. */
    record Judged(PeopleRow row, @Nullable PersonRecord before, PersonRecord after) {
        /** @throws vn.binhdang.kernel.Refused when the rules forbid the change */
        static Judged of(PeopleRow row, @Nullable PersonRecord known) {
            if (known == null)
                return new Judged(
                        row,
                        null,
                        PersonChanges.newcomer(
                                row.identity(null),
                                row.facts().entrySet().stream()
                                        .filter(fact -> !fact.getValue().isEmpty())
                                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                                row.post(null),
                                row.from()));
            var after = known.identified(row.identity(known));
            var current = known.mainOfficeOn(row.from()).orElse(null);
            var post = row.post(current);
            if (current == null || !current.post().equals(post)) after = after.move(post, row.from());
            for (var fact : row.facts().entrySet()) {
                String value = fact.getValue().isEmpty() ? null : fact.getValue();
                if (!Objects.equals(after.factOn(fact.getKey(), row.from()).orElse(null), value))
                    after = after.change(fact.getKey(), value, row.from());
            }
            return new Judged(row, known, after.equals(known) ? known : after.as(known.revision() + 1));
        }

        SheetImporter.Verdict verdict() {
            if (before == null) return SheetImporter.Verdict.CREATE;
            return after.equals(before) ? SheetImporter.Verdict.UNCHANGED : SheetImporter.Verdict.CHANGE;
        }

        Map<String, String> changes() {
            var changes = new LinkedHashMap<String, String>();
            if (before == null) return changes;
            var was = before.identity();
            var is = after.identity();
            differ(changes, "fullName", was.fullName(), is.fullName());
            differ(changes, "birthYear", was.birthYear(), is.birthYear());
            differ(changes, "staffCode", was.staffCode(), is.staffCode());
            var officeBefore = before.mainOfficeOn(row.from()).orElse(null);
            var officeAfter = after.mainOfficeOn(row.from()).orElse(null);
            if (officeAfter != null && !officeAfter.equals(officeBefore)) {
                if (officeBefore == null
                        || !officeBefore.post().unit().equals(officeAfter.post().unit()))
                    changes.put("unit", "→ " + row.unitName());
                differ(
                        changes,
                        "title",
                        officeBefore == null ? null : officeBefore.post().title(),
                        officeAfter.post().title());
            }
            for (var kind : FactKind.values())
                if (!before.factOn(kind, row.from()).equals(after.factOn(kind, row.from())))
                    changes.put(kind.word(), "≠");
            if (was.sex() != is.sex()) changes.put("sex", "≠");
            return changes;
        }

        private static void differ(
                Map<String, String> changes, String column, @Nullable Object before, @Nullable Object after) {
            if (!Objects.equals(before, after))
                changes.put(column, Objects.toString(before, "–") + " → " + Objects.toString(after, "–"));
        }
    }

    @Override
    public SheetImporter.Counts counts() {
        int creates = 0;
        int changes = 0;
        for (var person : people)
            switch (person.verdict()) {
                case CREATE -> creates++;
                case CHANGE -> changes++;
                case UNCHANGED -> {}
            }
        return new SheetImporter.Counts(creates, changes, people.size() - creates - changes);
    }

    @Override
    public SheetImporter.Preview preview(int most) {
        return new SheetImporter.Preview(people.stream()
                .sorted(Comparator.comparing(Judged::verdict))
                .limit(most)
                .map(person -> new SheetImporter.Line(
                        person.row().number(),
                        person.verdict(),
                        person.row().fullName(),
                        person.row().unitName(),
                        person.changes()))
                .toList());
    }

    @Override
    public void write(SheetImporter.Progress progress) {
        var changed = people.stream()
                .filter(person -> person.verdict() != SheetImporter.Verdict.UNCHANGED)
                .toList();
        for (int at = 0; at < changed.size(); at += AT_ONCE) {
            var part = changed.subList(at, Math.min(at + AT_ONCE, changed.size()));
            var saved = new ArrayList<Saved>();
            for (var person : part) saved.add(new Saved(person.before(), person.after()));
            records.save(saved);
            journal.write(actor, ChangeKind.IMPORT, null, saved);
            for (var person : part)
                audit.record(
                        actor,
                        "organisation.person.import",
                        person.after().id().value(),
                        Map.of(
                                "unit", person.row().unit().toString(),
                                "from", person.row().from().toString()));
            progress.at(at + part.size(), changed.size());
        }
    }
}
