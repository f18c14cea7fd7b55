package vn.binhdang.plan.target;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.binhdang.document.Block;

/**
 * The purposes and requirements of a plan: what stands in its section "Mục đích, yêu cầu", paragraph by paragraph. A plan
 * without such a section has none; nothing is guessed from other sections.
 */
final class Purposes {
    private static final String SECTION = "muc dich";

    private Purposes() {}

    /** @param ids of the blocks, in the order of {@code body} */
    static List<Place> of(List<Block> body, List<UUID> ids) {
        var found = new ArrayList<Place>();
        boolean inside = false;
        String section = "";
        String heading = "";
        for (int i = 0; i < body.size(); i++) {
            var block = body.get(i);
            switch (block.kind()) {
                case DIVISION, SECTION -> {
                    inside = Suggestions.folded(block.text()).contains(SECTION);
                    section = number(block);
                    heading = "";
                }
                case HEADING -> heading = number(block);
                case ITEM, PARAGRAPH -> {
                    if (inside && !block.text().isBlank())
                        found.add(new Place(ids.get(i), true, label(section, heading, number(block)), block.text()));
                }
                case TABLE -> {}
            }
        }
        return found;
    }

    private static String label(String section, String heading, String number) {
        String place = section + heading;
        return (number.equals("-") || number.equals("+") ? place : place.endsWith(")") ? place : place + number)
                .replaceAll("\\.$", "");
    }

    private static String number(Block block) {
        return block.number() == null ? "" : block.number().strip();
    }
}
