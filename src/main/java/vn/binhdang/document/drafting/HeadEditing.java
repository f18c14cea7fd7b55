package vn.binhdang.document.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.drafting.Outcome.Conflict;
import vn.binhdang.document.drafting.Outcome.Saved;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;

/** The fields and the legal bases of a draft's head. A field's version is the {@link Mark} of its words. */
@Component
class HeadEditing {
    private record Deleted(LegalBasis basis, int index) {}

    private final Drafts drafts;
    private final HeadRows rows;
    private final UndoLog undo;
    private final JsonMapper json = JsonMapper.builder().build();

    HeadEditing(Drafts drafts, HeadRows rows, UndoLog undo) {
        this.drafts = drafts;
        this.rows = rows;
        this.undo = undo;
    }

    @Transactional
    Outcome<String> set(Actor actor, DocumentId id, HeadField field, String typed, String version) {
        drafts.open(actor, id);
        var head = rows.of(id);
        String stored = head.text(field);
        head.set(field, typed);
        String mine = head.text(field);
        if (mine.equals(stored)) return new Saved<>(Mark.of(stored));
        if (!version.equals(Mark.of(stored)))
            return new Conflict<>(List.of(Difference.of("value", field.labelKey(), mine, stored)), Mark.of(stored));
        rows.store(id, head);
        drafts.changed(actor, id, "document.head.edit", Map.of("field", field.property()));
        return new Saved<>(Mark.of(mine));
    }

    /** One entry of a list field, as a mend asks for it. */
    @Transactional
    Outcome<String> setEntry(Actor actor, DocumentId id, HeadField field, int index, String typed, String version) {
        var lines = new ArrayList<>(rows.of(id).text(field).lines().toList());
        if (index < 0 || index > lines.size()) throw new Refused("document.drafting.entry.gone");
        if (index == lines.size()) lines.add(Typed.line(typed));
        else lines.set(index, Typed.line(typed));
        return set(actor, id, field, String.join("\n", lines), version);
    }

    @Transactional
    Outcome<String> setBasis(Actor actor, DocumentId id, int index, String typed, String version) {
        drafts.open(actor, id);
        var head = rows.of(id);
        var bases = new ArrayList<>(head.bases());
        String mine = BasisWords.clean(typed);
        if (index < 0 || index >= bases.size()) throw new Refused("document.drafting.entry.gone");
        var stored = bases.get(index);
        if (mine.equals(stored.text())) return new Saved<>(DraftHead.basisMark(stored));
        if (!version.equals(DraftHead.basisMark(stored)))
            return new Conflict<>(
                    List.of(Difference.of("text", "document.drafting.basis", mine, stored.text())),
                    DraftHead.basisMark(stored));
        bases.set(index, BasisWords.reword(stored, mine));
        store(actor, id, head, bases, "edit");
        return new Saved<>(Mark.of(mine));
    }

    /** Where the list can be added to, an empty basis is: its words are typed afterwards. */
    @Transactional
    void addBasis(Actor actor, DocumentId id) {
        changeBases(actor, id, "add", bases -> {
            bases.add(new LegalBasis("", null, null, null, null, null));
            return bases;
        });
    }

    /** @param version of the basis that was meant: positions change under people's hands */
    @Transactional
    void moveBasis(Actor actor, DocumentId id, int index, int by, String version) {
        changeBases(actor, id, "move", bases -> {
            var basis = meant(bases, index, version);
            int to = Math.clamp(index + by, 0, bases.size() - 1);
            bases.remove(index);
            bases.add(to, basis);
            return bases;
        });
    }

    /** @return the number under which {@link #restoreBasis} brings it back */
    @Transactional
    UUID deleteBasis(Actor actor, DocumentId id, int index, String version) {
        drafts.open(actor, id);
        var deleted = meant(rows.of(id).bases(), index, version);
        changeBases(actor, id, "delete", bases -> {
            bases.remove(index);
            return bases;
        });
        return undo.keep(actor, id, json.writeValueAsString(new Deleted(deleted, index)));
    }

    @Transactional
    void restoreBasis(Actor actor, DocumentId id, UUID undoId) {
        drafts.open(actor, id);
        var deleted = json.readValue(undo.take(id, undoId), Deleted.class);
        changeBases(actor, id, "restore", bases -> {
            bases.add(Math.min(deleted.index(), bases.size()), deleted.basis());
            return bases;
        });
    }

    private void changeBases(Actor actor, DocumentId id, String verb, UnaryOperator<List<LegalBasis>> change) {
        drafts.open(actor, id);
        var head = rows.of(id);
        store(actor, id, head, change.apply(new ArrayList<>(head.bases())), verb);
    }

    private void store(Actor actor, DocumentId id, DraftHead head, List<LegalBasis> bases, String verb) {
        head.setBases(bases);
        rows.store(id, head);
        drafts.changed(actor, id, "document.basis." + verb, Map.of("bases", bases.size()));
    }

    private static LegalBasis meant(List<LegalBasis> bases, int index, String version) {
        if (index < 0
                || index >= bases.size()
                || !DraftHead.basisMark(bases.get(index)).equals(version))
            throw new Refused("document.drafting.entry.gone");
        return bases.get(index);
    }
}
