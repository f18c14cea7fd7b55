package vn.binhdang.access;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import vn.binhdang.access.identity.IdentitySignIn;
import vn.binhdang.access.identity.LinkedIdentities;
import vn.binhdang.access.identity.NoTokensKept;
import vn.binhdang.access.identity.SessionLeftAlone;
import vn.binhdang.kernel.Action;
import vn.binhdang.web.MenuEntry;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Nothing from elsewhere, no script in the page; images may be data addresses because the style sheet draws with them. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; object-src 'none'; manifest-src 'self'";

    @Bean
    static MenuEntry passwordInMenu() {
        return new MenuEntry("access.password.title", "/account/password", 10, null);
    }

    @Bean
    static MenuEntry factorsInMenu() {
        return new MenuEntry("access.factor.title", "/account/factors", 11, Action.USE_OWN_ACCOUNT);
    }

    @Bean
    static MenuEntry sessionsInMenu() {
        return new MenuEntry("access.session.title", "/account/sessions", 12, Action.USE_OWN_ACCOUNT);
    }

    @Bean
    static MenuEntry tokensInMenu() {
        return new MenuEntry("access.token.title", "/account/tokens", 13, Action.READ_STATISTICS);
    }

    @Bean
    static MenuEntry reviewInMenu() {
        return new MenuEntry("access.review.title", "/accounts/review", 61, Action.READ_ACCOUNTS);
    }

    /** Each step of the filters as a measurement of its own is noise, and costs every request. */
    @Bean
    static SecurityObservationSettings stepsUnmeasured() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            SignInGate gate,
            SignOut signOut,
            LinkedIdentities identities,
            IdentitySignIn identitySignIn)
            throws Exception {
        if (!identities.providers().isEmpty())
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .successHandler(identitySignIn)
                    .failureHandler(identitySignIn)
                    .authorizedClientRepository(new NoTokensKept())
                    .withObjectPostProcessor(SessionLeftAlone.INSTANCE));
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                "/language",
                                "/error",
                                "/actuator/health",
                                "/webjars/**",
                                "/app.css",
                                "/app.js",
                                "/passkey.js",
                                "/idle.js",
                                "/icon.svg")
                        .permitAll()
                        .requestMatchers("/sign-in/passkey", "/sign-in/passkey/options")
                        .permitAll()
                        .anyRequest()
                        .access(gate))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .logout(logout ->
                        logout.logoutUrl("/sign-out").addLogoutHandler(signOut).logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                (request, response, e) -> SignInGate.to("/sign-in", request, response),
                                new RequestHeaderRequestMatcher("HX-Request"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), AnyRequestMatcher.INSTANCE)
                        .accessDeniedHandler(gate))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                        .addHeaderWriter(
                                (request, response) -> response.setHeader("Cross-Origin-Opener-Policy", "same-origin")))
                .build();
    }

    /** Argon2id, 19 MiB, two passes; at most two at once, or a flood of sign-ins would take every core from everybody else. */
    @Bean
    PasswordEncoder passwordEncoder() {
        var argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
        var turns = new Semaphore(2, true);
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                turns.acquireUninterruptibly();
                try {
                    return argon2.encode(password);
                } finally {
                    turns.release();
                }
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                turns.acquireUninterruptibly();
                try {
                    return argon2.matches(password, hash);
                } finally {
                    turns.release();
                }
            }
        };
    }

    /** After signing in one comes back to the page one wanted, never to a part of a page that a script had asked for. */
    private static HttpSessionRequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(
                request -> "GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null);
        return cache;
    }

    /** PostgreSQL keeps no NUL in a text; nobody types one. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }
}
