package vn.binhdang.document.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.drafting.Outcome.Rearranged;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Refused;

/** Puts paragraphs back as they were, unless what stands in their place was written on meanwhile. */
@Component
class BodyUndo {
    /** @param after what took their place, with the version it had then */
    record Taken(List<BlockRow> before, List<BlockRow> after) {}

    private final JsonMapper json = JsonMapper.builder().build();
    private final BlockRows rows;
    private final UndoLog log;

    BodyUndo(BlockRows rows, UndoLog log) {
        this.rows = rows;
        this.log = log;
    }

    UUID keep(Actor actor, DocumentId document, List<BlockRow> before, List<BlockRow> after) {
        return log.keep(actor, document, json.writeValueAsString(new Taken(before, after)));
    }

    Outcome<BlockRow> restore(DocumentId document, UUID undo) {
        var taken = json.readValue(log.take(document, undo), Taken.class);
        int position = taken.before().getFirst().position();
        for (var row : taken.after()) {
            var now = rows.find(document, row.id());
            if (now.isEmpty() || now.get().version() != row.version())
                throw new Refused("document.drafting.undo.changed");
            if (row.equals(taken.after().getFirst())) position = now.get().position();
        }
        // One after another, each looked up anew: taking one out moves those behind it.
        for (var row : taken.after())
            rows.remove(document, rows.find(document, row.id()).orElseThrow());
        int part = taken.before().getFirst().part();
        position = Math.min(position, rows.count(document, part));
        var restored = new ArrayList<BlockRow>();
        for (var row : taken.before()) {
            // A version never seen before: a page that still shows the old one learns that something happened.
            var back = row.at(position++).with(row.block());
            rows.insert(document, back);
            restored.add(back);
        }
        return new Rearranged<>(
                restored, taken.after().stream().map(BlockRow::id).toList(), null);
    }
}
