package vn.binhdang.operations.metrics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import vn.binhdang.database.DataFolder;

/**
 * Whoever may ask the machine-readable addresses. Health is public, and says no more than up or down. Measurements need a
 * token: they tell when an office works and how much. A token and not a port of its own, because one port is all that
 * many an office's server lets through, and because a port open to the machine is open to everybody who is on it.
 */
@Configuration(proxyBeanMethods = false)
class MetricsSecurity {
    static final String TOKEN_FILE = "metrics-token";

    @Bean
    @Order(1)
    SecurityFilterChain actuator(HttpSecurity http, DataFolder data) throws Exception {
        byte[] expected = ("Bearer " + data.secret(TOKEN_FILE)).getBytes(StandardCharsets.UTF_8);
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access((_, context) -> new AuthorizationDecision(hasToken(context, expected)))
                        .anyRequest()
                        .denyAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint((_, response, _) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                    response.setStatus(HttpStatus.UNAUTHORIZED.value());
                }))
                .build();
    }

    private static boolean hasToken(RequestAuthorizationContext context, byte[] expected) {
        String given = context.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
        // In a time that does not tell how much of it was right.
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
    }
}
