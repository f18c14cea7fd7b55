package vn.binhdang.document.drafting;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import vn.binhdang.document.Block;
import vn.binhdang.document.WrittenDocument;

/**
 * A paragraph of a draft where it stands.
 * @param part 0 for the body, 1 … for the annexes
 * @param position from 0 within its part
 * @param version counts the changes of its words; moving it is none
 */
record BlockRow(UUID id, int part, int position, Block block, int version) {
    /** Those of a document in reading order. */
    static List<BlockRow> of(WrittenDocument written) {
        var next = new HashMap<Integer, Integer>();
        return written.blocks().stream()
                .map(one -> new BlockRow(
                        one.id(), one.part(), next.merge(one.part(), 1, Integer::sum) - 1, one.block(), one.version()))
                .toList();
    }

    BlockRow with(Block changed) {
        return new BlockRow(id, part, position, changed, version + 1);
    }

    BlockRow at(int newPosition) {
        return new BlockRow(id, part, newPosition, block, version);
    }
}
