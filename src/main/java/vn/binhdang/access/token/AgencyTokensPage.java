package vn.binhdang.access.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that act for the agencies of an administrator.
 * @param next address of what follows; null on the last page
 * @param refused what could not be revoked; null in general
 */
public record AgencyTokensPage(
        List<Line> lines,
        String words,
        boolean all,
        boolean first,
        @Nullable String next,
        boolean mayRevoke,
        boolean revoked,
        @Nullable Refusal refused) {

    public boolean narrowed() {
        return !words.isEmpty() || all;
    }

    /** @param scopes message keys */
    public record Line(
            String id,
            String name,
            String owner,
            String ownerHref,
            String agency,
            List<String> scopes,
            String state,
            String madeOn,
            String lastDay,
            String usedOn,
            String reason) {
        public boolean holds() {
            return state.equals("holds");
        }
    }

    /** @param mistake a message key */
    public record Refusal(String id, String typed, String mistake) {}
}
