package vn.binhdang.web;

import java.util.List;
import java.util.Set;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Action;

/**
 * Who looks at the page, as its head shows them.
 * @param otherAgencies for which they could act instead; for nearly everybody none
 * @param unread notices when the request began, counted up to {@link #MANY}
 */
public record Visitor(
        AccountId account,
        String name,
        String office,
        String agency,
        Set<Action> may,
        List<Agency> otherAgencies,
        int unread) {
    /** The head of a page need not know more. */
    public static final int MANY = 100;

    /** An agency as the switch in the menu offers it. */
    public record Agency(String id, String name) {}
}
