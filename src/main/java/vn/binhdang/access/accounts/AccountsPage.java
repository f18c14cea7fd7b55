package vn.binhdang.access.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of accounts.
 * @param state "", "open" or "closed"
 * @param next address of the next page; null on the last
 */
public record AccountsPage(
        List<Row> rows,
        String words,
        String state,
        boolean first,
        @Nullable String next,
        boolean mayChange) {
    public boolean narrowed() {
        return !words.isBlank() || !state.isEmpty();
    }

    /** @param roles message keys */
    public record Row(String href, String name, String username, List<String> roles, boolean closed) {}
}
