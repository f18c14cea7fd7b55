package vn.binhdang.access.token;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.binhdang.access.session.AccountPrincipal;
import vn.binhdang.kernel.Actor;

/** That a request came with a token that holds. It lives as long as the request. */
public final class TokenSignIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final AccountPrincipal principal;
    private final transient Actor actor;

    TokenSignIn(Actor actor) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.principal = new AccountPrincipal(actor.account().value());
        this.actor = actor;
        setAuthenticated(true);
    }

    /** Of the request that is running. */
    public static Optional<TokenSignIn> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof TokenSignIn program
                ? Optional.of(program)
                : Optional.empty();
    }

    /** The owner with the roles of today, within the scopes. */
    public Actor actor() {
        return actor;
    }

    @Override
    public AccountPrincipal getPrincipal() {
        return principal;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return principal.hashCode();
    }
}
