package vn.binhdang.access.delegation;

import java.util.List;

/**
 * What was handed to whom.
 * @param done message key of what was just done; empty otherwise
 * @param kinds that the reader may hand on; empty for one who holds only what was received
 */
public record RoleDelegationsPage(List<Line> given, List<Line> received, List<String> kinds, String done) {
    /**
     * @param what message key of the role; of "all roles" for a substitute
     * @param state "holds", "ahead" or "over"
     * @param end address of the form that ends it; empty when it cannot be ended
     */
    public record Line(
            String kindKey,
            String from,
            String to,
            String what,
            String scope,
            String reference,
            String firstDay,
            String lastDay,
            String state,
            String end) {}
}
