package vn.binhdang.access.session;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** What a session remembers of who signed in: the account's id and nothing else, so that a change of role or name takes
 * effect with the next request. */
public record AccountPrincipal(UUID accountId) implements AuthenticatedPrincipal, Serializable {
    @Override
    public String getName() {
        return accountId.toString();
    }
}
