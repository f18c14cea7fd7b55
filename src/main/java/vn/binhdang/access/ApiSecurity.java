package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import vn.binhdang.access.limit.Guessing;
import vn.binhdang.access.token.TokenFilter;
import vn.binhdang.access.token.Tokens;
import vn.binhdang.web.Problem;

/**
 * The addresses for programs. With a token there is neither a session nor a cookie, so nothing that another page could make
 * a browser send; without one the browser of somebody who is signed in may ask too, under the rules of every page. Nobody
 * is led to the sign-in: a program would take its page for an answer.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String ADDRESSES = "/api/**";

    @Bean
    @Order(10)
    SecurityFilterChain apiWithToken(HttpSecurity http, Tokens tokens, Guessing guessing, ApiRefusals refusals)
            throws Exception {
        return http.securityMatchers(matchers -> matchers.requestMatchers(
                        request -> Problem.isAnswerTo(request) && TokenFilter.isMeant(request)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterBefore(new TokenFilter(tokens, guessing), CsrfFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    @Bean
    @Order(11)
    SecurityFilterChain apiOfBrowsers(HttpSecurity http, SignInGate gate, ApiRefusals refusals) throws Exception {
        return http.securityMatcher(ADDRESSES)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(gate))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.csrfTokenRepository(new OfASession()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** Who has no session gets none for a token of forms that was missing. */
    private static final class OfASession implements CsrfTokenRepository {
        private final HttpSessionCsrfTokenRepository stored = new HttpSessionCsrfTokenRepository();

        @Override
        public CsrfToken generateToken(HttpServletRequest request) {
            return stored.generateToken(request);
        }

        @Override
        public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
            if (request.getSession(false) != null) stored.saveToken(token, request, response);
        }

        @Override
        public @Nullable CsrfToken loadToken(HttpServletRequest request) {
            return stored.loadToken(request);
        }
    }
}
