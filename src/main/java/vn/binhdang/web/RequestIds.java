package vn.binhdang.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.binhdang.kernel.Uuid7;

/** Gives every request an id that stands in log lines, in audit rows and on the apology of an error page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIds extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = Uuid7.create().toString();
        MDC.put("request", id);
        request.setAttribute(ErrorPage.REQUEST_ID, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("request");
        }
    }
}
