package vn.binhdang.plan.drafting;

import java.util.List;
import vn.binhdang.document.Block;

/** What of a plan is printed. */
final class PlanContents {
    private PlanContents() {}

    /** Paragraphs nobody has written yet are not printed. */
    static List<Block> written(List<Block> body) {
        return body.stream()
                .filter(block -> block.kind() == Block.Kind.TABLE
                        ? !block.rows().isEmpty()
                        : !block.text().isBlank())
                .toList();
    }
}
