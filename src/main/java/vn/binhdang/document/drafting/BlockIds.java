package vn.binhdang.document.drafting;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.kernel.Actor;
import vn.binhdang.kernel.Uuid7;

/** The paragraphs of a body by their ids, for modules that keep something about single paragraphs or add one. */
@Component
public class BlockIds {
    private final BlockRows rows;
    private final Drafts drafts;

    BlockIds(BlockRows rows, Drafts drafts) {
        this.rows = rows;
        this.drafts = drafts;
    }

    /** In the order of the body. The caller has found the document for the actor before. */
    public List<UUID> ofBody(DocumentId document) {
        return rows.of(document).stream()
                .filter(row -> row.part() == 0)
                .map(BlockRow::id)
                .toList();
    }

    /** A paragraph before the last one, where the closing formula stands, or at the end when the body is empty. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID addBeforeLast(Actor actor, DocumentId document, Block block) {
        drafts.open(actor, document);
        int position = Math.max(0, rows.count(document, 0) - 1);
        var added = new BlockRow(Uuid7.create(), 0, position, block, 1);
        rows.insert(document, added);
        drafts.changed(actor, document, "document.block.add", java.util.Map.of("number", "", "position", position + 1));
        return added.id();
    }
}
