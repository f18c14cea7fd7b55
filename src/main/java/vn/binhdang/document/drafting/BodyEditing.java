package vn.binhdang.document.drafting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.drafting.Outcome.Conflict;
import vn.binhdang.document.drafting.Outcome.Rearranged;
import vn.binhdang.document.drafting.Outcome.Saved;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.NotVisible;
import vn.binhdang.kernel.Refused;
import vn.binhdang.kernel.Uuid7;

/**
 * The paragraphs of a draft: their words, their order. Whatever is done to a paragraph first stores the words that were
 * typed into it, so that no button loses them.
 */
@Component
class BodyEditing {
    private final Drafts drafts;
    private final BlockRows rows;
    private final BodyUndo undo;
    private final HeadRows heads;

    BodyEditing(Drafts drafts, BlockRows rows, BodyUndo undo, HeadRows heads) {
        this.drafts = drafts;
        this.rows = rows;
        this.undo = undo;
        this.heads = heads;
    }

    @Transactional
    Outcome<BlockRow> save(Actor actor, DocumentId id, UUID block, BlockForm form) {
        return changing(actor, id, block, form, row -> new Saved<>(row));
    }

    /** One field of a paragraph, as a mend asks for it. @param field "text" or "number" */
    @Transactional
    Outcome<BlockRow> mend(Actor actor, DocumentId id, UUID block, String field, String typed, int version) {
        drafts.open(actor, id);
        var stored = rows.find(id, block)
                .orElseThrow(() -> new Refused("document.drafting.block.gone"))
                .block();
        String value = Typed.text(typed);
        var form = field.equals("number")
                ? new BlockForm(version, stored.kind(), value, stored.text(), List.of(), 0, null)
                : new BlockForm(version, stored.kind(), stored.number(), value, List.of(), 0, null);
        return changing(actor, id, block, form, row -> new Rearranged<>(List.of(row), List.of(), null));
    }

    /** An empty paragraph beside this one, numbered on where this one is one of a series. */
    @Transactional
    Outcome<BlockRow> add(Actor actor, DocumentId id, UUID block, BlockForm form, boolean after) {
        return changing(actor, id, block, form, row -> {
            boolean series = after && row.block().kind() == Block.Kind.ITEM;
            var empty = series
                    ? new Block(Block.Kind.ITEM, Numbers.after(row.block().number()), "", List.of(), null)
                    : Block.paragraph("");
            var added = new BlockRow(Uuid7.create(), row.part(), row.position() + (after ? 1 : 0), empty, 1);
            rows.insert(id, added);
            record(actor, id, "document.block.add", added);
            return new Rearranged<>(after ? List.of(row, added) : List.of(added, row), List.of(), null);
        });
    }

    /** The first paragraph of a part that has none. */
    @Transactional
    UUID begin(Actor actor, DocumentId id, int part) {
        drafts.open(actor, id);
        if (part < 0 || part > heads.of(id).document().annexes().size()) throw new NotVisible("part " + part);
        var added = new BlockRow(Uuid7.create(), part, rows.count(id, part), Block.paragraph(""), 1);
        rows.insert(id, added);
        record(actor, id, "document.block.add", added);
        return added.id();
    }

    @Transactional
    Outcome<BlockRow> delete(Actor actor, DocumentId id, UUID block, BlockForm form) {
        return changing(actor, id, block, form, row -> {
            rows.remove(id, row);
            record(actor, id, "document.block.delete", row);
            return new Rearranged<>(List.of(), List.of(), undo.keep(actor, id, List.of(row), List.of()));
        });
    }

    /** Up or down by one; at the end of its part it stays. */
    @Transactional
    Outcome<BlockRow> move(Actor actor, DocumentId id, UUID block, BlockForm form, int by) {
        return changing(actor, id, block, form, row -> {
            var neighbour = rows.at(id, row.part(), row.position() + by);
            if (neighbour.isEmpty()) return new Rearranged<>(List.of(row), List.of(), null);
            var other = neighbour.get();
            rows.place(id, row.id(), other.position());
            rows.place(id, other.id(), row.position());
            record(actor, id, "document.block.move", row);
            return new Rearranged<>(by < 0 ? List.of(row, other) : List.of(other, row), List.of(other.id()), null);
        });
    }

    /** At the cursor, else at the line breaks that were typed for it. */
    @Transactional
    Outcome<BlockRow> split(Actor actor, DocumentId id, UUID block, BlockForm form) {
        return changing(actor, id, block, form, row -> {
            var parts = TextParts.split(row.block().text(), form.at());
            if (parts.size() < 2) throw new Refused("document.drafting.split.nowhere");
            var pieces = new java.util.ArrayList<BlockRow>();
            pieces.add(row.with(withText(row.block(), parts.getFirst())));
            rows.update(id, pieces.getFirst());
            for (int i = 1; i < parts.size(); i++) {
                var piece = new Block(
                        Block.Kind.PARAGRAPH,
                        null,
                        parts.get(i),
                        List.of(),
                        row.block().lines());
                pieces.add(new BlockRow(Uuid7.create(), row.part(), row.position() + i, piece, 1));
                rows.insert(id, pieces.getLast());
            }
            record(actor, id, "document.block.split", row);
            return new Rearranged<>(pieces, List.of(), undo.keep(actor, id, List.of(row), pieces));
        });
    }

    @Transactional
    Outcome<BlockRow> join(Actor actor, DocumentId id, UUID block, BlockForm form) {
        return changing(actor, id, block, form, row -> {
            var next = rows.at(id, row.part(), row.position() + 1)
                    .orElseThrow(() -> new Refused("document.drafting.join.last"));
            if (row.block().kind() == Block.Kind.TABLE || next.block().kind() == Block.Kind.TABLE)
                throw new Refused("document.drafting.join.table");
            var joined = row.with(new Block(
                    row.block().kind(),
                    row.block().number(),
                    TextParts.join(row.block().text(), next.block().text()),
                    List.of(),
                    TextParts.both(row.block().lines(), next.block().lines())));
            rows.update(id, joined);
            rows.remove(id, next);
            record(actor, id, "document.block.join", row);
            return new Rearranged<>(
                    List.of(joined), List.of(next.id()), undo.keep(actor, id, List.of(row, next), List.of(joined)));
        });
    }

    /** One more row at the end of a table, or its empty rows taken out. */
    @Transactional
    Outcome<BlockRow> resize(Actor actor, DocumentId id, UUID block, BlockForm form, boolean grow) {
        return changing(actor, id, block, form, row -> {
            var table = row.block();
            int columns = table.rows().isEmpty() ? 1 : table.rows().getFirst().size();
            var cells = new java.util.ArrayList<>(table.rows());
            if (grow) cells.add(java.util.Collections.nCopies(columns, ""));
            else cells.removeIf(cellsOfRow -> cellsOfRow.stream().allMatch(String::isEmpty));
            var changed = row.with(new Block(Block.Kind.TABLE, null, "", cells, table.lines()));
            rows.update(id, changed);
            record(actor, id, "document.block.edit", changed);
            return new Rearranged<>(List.of(changed), List.of(), null);
        });
    }

    @Transactional
    Outcome<BlockRow> undo(Actor actor, DocumentId id, UUID undoId) {
        drafts.open(actor, id);
        var restored = undo.restore(id, undoId);
        drafts.changed(actor, id, "document.block.undo", Map.of("undo", undoId.toString()));
        return restored;
    }

    private interface Deed {
        Outcome<BlockRow> on(BlockRow row);
    }

    private Outcome<BlockRow> changing(Actor actor, DocumentId id, UUID block, BlockForm form, Deed deed) {
        drafts.open(actor, id);
        var stored = rows.find(id, block).orElseThrow(() -> new Refused("document.drafting.block.gone"));
        var differences = form.against(stored.block());
        if (differences.isEmpty()) return deed.on(stored);
        if (form.version() != stored.version()) return new Conflict<>(differences, String.valueOf(stored.version()));
        var changed = stored.with(form.over(stored.block()));
        rows.update(id, changed);
        record(actor, id, "document.block.edit", changed);
        return deed.on(changed);
    }

    private void record(Actor actor, DocumentId id, String action, BlockRow row) {
        String number = row.block().number();
        drafts.changed(
                actor,
                id,
                action,
                Map.of(
                        "block",
                        row.id().toString(),
                        "number",
                        number == null ? "" : number,
                        "position",
                        row.position() + 1,
                        "version",
                        row.version()));
    }

    private static Block withText(Block block, String text) {
        return new Block(block.kind(), block.number(), text, block.rows(), block.lines());
    }
}
