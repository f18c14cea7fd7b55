package vn.binhdang.statistics.exchange;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Open data is read by everybody: nobody signs in, nobody gets a session, and nothing can be changed there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Publisher.class)
class OpenDataSecurity {
    @Bean
    @Order(3)
    SecurityFilterChain openData(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/data", "/api/data/*", "/api/catalog", "/api/catalog.*", "/api/openapi.json")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                // how long it may be kept is said by whoever answers
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .build();
    }
}
