package vn.binhdang.document.drafting;

import java.util.UUID;
import vn.binhdang.document.Block;

/**
 * A paragraph of a draft where it stands.
 * @param part 0 for the body, 1 … for the annexes
 * @param position from 0 within its part
 * @param version counts the changes of its words; moving it is none
 */
record BlockRow(UUID id, int part, int position, Block block, int version) {
    BlockRow with(Block changed) {
        return new BlockRow(id, part, position, changed, version + 1);
    }

    BlockRow at(int newPosition) {
        return new BlockRow(id, part, newPosition, block, version);
    }
}
