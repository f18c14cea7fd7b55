package vn.binhdang.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What the layout prints around every page.
 * @param path of this page, to mark its place in the navigation and to come back to it
 * @param address the same with its query, to come back to after a change of language: a page of another day stays on it
 * @param csrf null for a visitor who is not signed in and on a page without a form
 * @param idleSeconds without a deed after which a sensitive screen covers itself; 0 on every other
 * @param assets address of each own style sheet and script with a mark that changes with its content
 */
public record Shell(
        Text t,
        String path,
        String address,
        @Nullable Visitor visitor,
        List<NavigationEntry> navigation,
        List<MenuEntry> menu,
        @Nullable CsrfToken csrf,
        int idleSeconds,
        Assets assets) {

    /** The token for forms and for htmx; reading it makes a session, so only pages with a form ask. */
    public String csrfToken() {
        return csrf == null ? "" : csrf.getToken();
    }

    public int unread() {
        return visitor == null ? 0 : visitor.unread();
    }

    public boolean isAt(NavigationEntry entry) {
        return path.equals(entry.href()) || path.startsWith(entry.href() + "/");
    }
}
