package vn.binhdang.access.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * What happens when a provider has vouched for somebody: the linked account is signed in to, or, when its owner had asked
 * to link, the identity is linked. What Spring made of the visit is thrown away; the session knows our sign-ins only.
 */
@Component
public class IdentitySignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final String WISH = IdentitySignIn.class.getName() + ".wish";

    /** How long the visit to the provider may take. Later whoever comes back at this computer may be somebody else. */
    private static final Duration VISIT = Duration.ofMinutes(10);

    /** In the session of who asked to link. */
    private record Wish(UUID account, Instant at) implements Serializable {}

    private static final Logger LOG = LoggerFactory.getLogger(IdentitySignIn.class);

    /** Words of RFC 8176 that mean more than a password. */
    private static final Set<String> STRONG =
            Set.of("mfa", "otp", "hwk", "swk", "sc", "fpt", "face", "iris", "retina", "vbm");

    /** What the account module does once it is clear whose identity came. */
    public interface Door {
        /** @return the page to go on with */
        String signIn(UUID account, boolean withFactor, HttpServletRequest request, HttpServletResponse response);

        /** @return the page to go on with */
        String link(
                UUID account,
                LinkedIdentities.Provider provider,
                String issuer,
                String subject,
                HttpServletRequest request);
    }

    private final LinkedIdentities identities;
    private final Door door;
    private final String trust;
    private final List<String> strongContexts;
    private final Clock clock;

    IdentitySignIn(
            LinkedIdentities identities,
            Door door,
            @Value("${binhdang.access.identity-second-factor:claims}") String trust,
            @Value("${binhdang.access.identity-strong-acr:}") List<String> strongContexts,
            Clock clock) {
        if (!Set.of("claims", "always", "never").contains(trust))
            throw new IllegalStateException("binhdang.access.identity-second-factor is none of claims, always, never");
        this.identities = identities;
        this.door = door;
        this.trust = trust;
        this.strongContexts = strongContexts;
        this.clock = clock;
    }

    /** Remembers until the next answer of a provider that the owner of an account wants to link an identity. */
    static void wish(HttpServletRequest request, UUID account, Instant now) {
        request.getSession().setAttribute(WISH, new Wish(account, now));
    }

    /** The account whose owner wants to link; each wish is good for one answer. */
    private Optional<UUID> wished(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) return Optional.empty();
        var wish = session.getAttribute(WISH);
        session.removeAttribute(WISH);
        return wish instanceof Wish(UUID account, Instant at) && clock.instant().isBefore(at.plus(VISIT))
                ? Optional.of(account)
                : Optional.empty();
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SecurityContextHolder.clearContext();
        if (!(authentication instanceof OAuth2AuthenticationToken token)
                || !(token.getPrincipal() instanceof OidcUser user)) {
            response.sendRedirect("/sign-in?unverified");
            return;
        }
        String issuer = String.valueOf(user.getIssuer());
        String subject = Objects.requireNonNull(user.getSubject());
        var asked = wished(request);
        if (asked.isPresent()) {
            var provider = identities.providers().stream()
                    .filter(p -> p.id().equals(token.getAuthorizedClientRegistrationId()))
                    .findFirst()
                    .orElseThrow();
            response.sendRedirect(door.link(asked.get(), provider, issuer, subject, request));
            return;
        }
        var account = identities.account(issuer, subject);
        response.sendRedirect(
                account.isEmpty()
                        ? "/sign-in?unknown"
                        : door.signIn(account.get(), hadSecondFactor(user), request, response));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        wished(request);
        // The class only: what the provider wrote into the message may be about the person.
        LOG.warn("a provider's answer was refused: {}", failure.getClass().getSimpleName());
        response.sendRedirect("/sign-in?unverified");
    }

    private boolean hadSecondFactor(OidcUser user) {
        return switch (trust) {
            case "always" -> true;
            case "never" -> false;
            default ->
                isStrong(user.getAuthenticationMethods())
                        || user.getAuthenticationContextClass() != null
                                && strongContexts.contains(user.getAuthenticationContextClass());
        };
    }

    private static boolean isStrong(@Nullable Collection<String> methods) {
        return methods != null && methods.stream().anyMatch(STRONG::contains);
    }
}
