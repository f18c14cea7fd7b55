package vn.binhdang.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Pages are made in the order in which they were asked for, a few at a time. Were all begun at once they would take the
 * processors from each other, and chance would decide who waits several times as long as the others.
 *
 * <p>Only what reads and ends in a page takes a turn, and gives it back before it is sent: neither a slow line nor a large
 * file keeps others waiting. Who has waited for {@link #PATIENCE_MILLIS} goes on without, so that a few slow pages do not
 * close the door.
 */
@Component
class Turns implements WebMvcConfigurer, AsyncHandlerInterceptor {
    private static final String HELD = Turns.class.getName();
    private static final int PATIENCE_MILLIS = 1_000;

    private final Semaphore turns;

    /** @param atOnce 0: as many as suit the processors; while one waits for the database, another is worked on */
    Turns(@Value("${binhdang.pages-at-once:0}") int atOnce) {
        turns = new Semaphore(atOnce > 0 ? atOnce : Runtime.getRuntime().availableProcessors() * 2, true);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Integer.MIN_VALUE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (request.getMethod().equals("GET")
                && handler instanceof HandlerMethod method
                && method.getMethod().getReturnType() == String.class
                && request.getAttribute(HELD) == null
                && turns.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) request.setAttribute(HELD, turns);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        giveBack(request);
    }

    /** The page is made and has only to be sent. */
    static void giveBack(HttpServletRequest request) {
        if (!(request.getAttribute(HELD) instanceof Semaphore turns)) return;
        request.removeAttribute(HELD);
        turns.release();
    }
}
