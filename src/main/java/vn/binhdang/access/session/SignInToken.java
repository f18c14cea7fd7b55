package vn.binhdang.access.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What the session says of a sign-in: whose it is, which row of {@code sign_in} it belongs to, and when its holder last
 * proved what. Whether that is enough for a page is decided at each request, never here: roles, factors and networks
 * change while a session lives.
 */
public final class SignInToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final AccountPrincipal principal;
    private final UUID signIn;
    private final Instant confirmedAt;
    private final @Nullable Instant factorAt;

    private SignInToken(UUID account, UUID signIn, Instant confirmedAt, @Nullable Instant factorAt) {
        super(List.of(new SimpleGrantedAuthority("ROLE_SIGNED_IN")));
        this.principal = new AccountPrincipal(account);
        this.signIn = signIn;
        this.confirmedAt = confirmedAt;
        this.factorAt = factorAt;
        setAuthenticated(true);
    }

    /**
     * @param confirmedAt when the password, a passkey or the identity provider last vouched for the holder
     * @param factorAt when a second factor was last proved; null before
     */
    public static SignInToken of(UUID account, UUID signIn, Instant confirmedAt, @Nullable Instant factorAt) {
        return new SignInToken(account, signIn, confirmedAt, factorAt);
    }

    /** Of the request that is running. */
    public static Optional<SignInToken> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignInToken token
                ? Optional.of(token)
                : Optional.empty();
    }

    public UUID account() {
        return principal.accountId();
    }

    /** Its row in {@code sign_in}. */
    public UUID signIn() {
        return signIn;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public @Nullable Instant factorAt() {
        return factorAt;
    }

    SignInToken confirmed(Instant now) {
        return new SignInToken(account(), signIn, now, factorAt);
    }

    SignInToken withFactor(@Nullable Instant now) {
        return new SignInToken(account(), signIn, confirmedAt, now);
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
        return other instanceof SignInToken token && signIn.equals(token.signIn) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return signIn.hashCode();
    }
}
