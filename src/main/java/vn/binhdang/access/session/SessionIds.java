package vn.binhdang.access.session;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Ids of browsers' sessions: 216 random bits, as many letters as the column has (it pads shorter ones with blanks). */
@Configuration(proxyBeanMethods = false)
class SessionIds {
    private static final int BYTES = 27;

    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> longSessionIds() {
        var random = new SecureRandom();
        return sessions -> sessions.setSessionIdGenerator(() -> {
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
    }

    /** Two tabs that open at once store the same thing in their session; the later one wins instead of failing. */
    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> twoTabsAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
