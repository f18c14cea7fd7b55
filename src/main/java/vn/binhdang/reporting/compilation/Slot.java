package vn.binhdang.reporting.compilation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Block;

/**
 * A paragraph of a compiled report.
 *
 * @param key its name, the same in every compilation of one report: "2.3" for a heading, "task/…/state"
 * @param part 0 for the body, 1 … for the annexes
 * @param task whose result it tells
 * @param document the issued document it names
 */
public record Slot(
        String key,
        int part,
        Block block,
        @Nullable UUID task,
        @Nullable UUID document) {}
