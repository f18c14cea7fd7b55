package vn.binhdang.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Pages are made in the order in which they were asked for, a few at a time. Were all begun at once they would take the
 * processors from each other, and chance would decide who waits several times as long as the others.
 *
 * <p>A turn begins before anything else is done for a request, with who is asking, and only what reads and ends in a page
 * keeps it; it is given back before the page is sent: neither a slow line nor a large file keeps others waiting. Who has
 * waited for {@link #PATIENCE_MILLIS} goes on without, so that a few slow pages do not close the door.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Turns extends OncePerRequestFilter implements WebMvcConfigurer, AsyncHandlerInterceptor {
    private static final String HELD = Turns.class.getName();
    /** What methods that end in a page return. */
    private static final Set<Class<?>> PAGES = Set.of(String.class, ModelAndView.class);

    private static final int PATIENCE_MILLIS = 1_000;

    private final Semaphore turns;

    /** @param atOnce 0: as many as suit the processors; while one waits for the database, another is worked on */
    Turns(@Value("${binhdang.pages-at-once:0}") int atOnce) {
        turns = new Semaphore(atOnce > 0 ? atOnce : Runtime.getRuntime().availableProcessors() * 2, true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (request.getMethod().equals("GET") && turns.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                request.setAttribute(HELD, turns);
            chain.doFilter(request, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException(e);
        } finally {
            giveBack(request);
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Integer.MIN_VALUE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method
                && PAGES.contains(method.getMethod().getReturnType()))) giveBack(request);
        return true;
    }

    /** The page is made and has only to be sent. */
    static void giveBack(HttpServletRequest request) {
        if (!(request.getAttribute(HELD) instanceof Semaphore turns)) return;
        request.removeAttribute(HELD);
        turns.release();
    }
}
