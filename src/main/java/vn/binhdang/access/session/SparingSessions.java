package vn.binhdang.access.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a browser's session costs a page: one statement instead of nine. It is read once for each request, outside a
 * transaction, and written when something in it changed, or when the time of its last use is a minute old. A session that
 * was ended is over with the next request all the same, for each request reads it anew.
 */
@Configuration(proxyBeanMethods = false)
class SparingSessions {
    /** The last use is written no more often than that; sessions live for hours. */
    private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);

    private static final ScopedValue<Read> READ = ScopedValue.newInstance();
    private static final ScopedValue<Boolean> READING = ScopedValue.newInstance();

    /** The session that this request has read. */
    private static final class Read {
        @Nullable
        Used session;
    }

    /** Around Spring's own filter, which asks for a session up to three times. */
    @Component
    @Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
    static class OncePerRequest extends org.springframework.web.filter.OncePerRequestFilter {
        private record Failed(Exception e) {}

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var failed = ScopedValue.where(READ, new Read()).call(() -> {
                try {
                    chain.doFilter(request, response);
                    return null;
                } catch (ServletException | IOException e) {
                    return new Failed(e);
                }
            });
            if (failed == null) return;
            if (failed.e() instanceof IOException e) throw e;
            if (failed.e() instanceof ServletException e) throw e;
        }
    }

    /** A single statement needs no transaction around it; whatever writes has one of its own. */
    @Bean(defaultCandidate = false)
    static TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            @NullUnmarked
            public <T> T execute(TransactionCallback<T> action) {
                return READING.isBound() ? action.doInTransaction(new SimpleTransactionStatus()) : own.execute(action);
            }
        };
    }

    @Bean
    static BeanPostProcessor sparingSessionRepository() {
        return new Wrapping();
    }

    private static final class Wrapping implements BeanPostProcessor, Ordered {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof JdbcIndexedSessionRepository sessions ? of(sessions) : bean;
        }

        private static <S extends Session> Repository<S> of(SessionRepository<S> sessions) {
            return new Repository<>(sessions);
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }

    private static final class Repository<S extends Session> implements SessionRepository<Used> {
        private final SessionRepository<S> stored;

        Repository(SessionRepository<S> stored) {
            this.stored = stored;
        }

        @Override
        public Used createSession() {
            return new Used(stored.createSession(), true);
        }

        @Override
        @SuppressWarnings("unchecked") // it came from the repository that takes it back
        public void save(Used session) {
            if (!session.worthWriting()) return;
            stored.save((S) session.inner);
            session.written();
            if (READ.isBound()) READ.get().session = session;
        }

        @Override
        public @Nullable Used findById(String id) {
            if (!READ.isBound()) return read(id);
            var read = READ.get();
            if (read.session == null || !read.session.getId().equals(id)) read.session = read(id);
            return read.session;
        }

        private @Nullable Used read(String id) {
            var found = ScopedValue.where(READING, true).call(() -> stored.findById(id));
            return found == null ? null : new Used(found, false);
        }

        @Override
        public void deleteById(String id) {
            if (READ.isBound()) READ.get().session = null;
            stored.deleteById(id);
        }
    }

    /** A session that knows whether there is anything to write. */
    private static final class Used implements Session {
        private final Session inner;
        private boolean changed;
        private Instant useWritten;

        Used(Session inner, boolean changed) {
            this.inner = inner;
            this.changed = changed;
            this.useWritten = inner.getLastAccessedTime();
        }

        boolean worthWriting() {
            return changed || !inner.getLastAccessedTime().isBefore(useWritten.plus(USE_WRITTEN_EVERY));
        }

        void written() {
            changed = false;
            useWritten = inner.getLastAccessedTime();
        }

        @Override
        public String getId() {
            return inner.getId();
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return inner.changeSessionId();
        }

        @Override
        @NullUnmarked
        public <T> T getAttribute(String name) {
            return inner.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return inner.getAttributeNames();
        }

        @Override
        @NullUnmarked
        public void setAttribute(String name, Object value) {
            changed = true;
            inner.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            changed = true;
            inner.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return inner.getCreationTime();
        }

        @Override
        public void setLastAccessedTime(Instant at) {
            inner.setLastAccessedTime(at);
        }

        @Override
        public Instant getLastAccessedTime() {
            return inner.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            changed = true;
            inner.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return inner.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return inner.isExpired();
        }
    }
}
