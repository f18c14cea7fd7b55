package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Lets a request through only when every step of its sign-in is done, and leads to the step that is missing. It stands
 * before everything that is not public, whether a page of ours or a library's.
 */
@Component
class SignInGate implements AuthorizationManager<RequestAuthorizationContext>, AccessDeniedHandler {
    private final CurrentAccount current;

    SignInGate(CurrentAccount current) {
        this.current = current;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        return new AuthorizationDecision(current.nextStep(request).opens(request.getRequestURI()));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            oldForm(request, response);
            return;
        }
        var step = current.nextStep(request);
        if (step == NextStep.SIGN_IN) {
            var session = request.getSession(false);
            if (session != null) session.invalidate();
            to("/sign-in?expired", request, response);
        } else if (step == NextStep.CONFIRM) {
            to(again(request, false), request, response);
        } else {
            to(step.address(), request, response);
        }
    }

    /** Where somebody says again who sits there, and then comes back to this page. */
    static String again(HttpServletRequest request, boolean factor) {
        return "/sign-in/again?" + (factor ? "need=factor&" : "") + "back="
                + URLEncoder.encode(pageOf(request), StandardCharsets.UTF_8);
    }

    private static String pageOf(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod()) || request.getHeader("HX-Request") != null) {
            String from = request.getHeader(HttpHeaders.REFERER);
            return from == null ? "/" : path(from);
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String path(String address) {
        try {
            var uri = URI.create(address);
            return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    /** A page whose session ended asks htmx for a part: the whole page goes elsewhere, not the part. */
    static void to(String address, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(address);
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", address);
        }
    }

    private static void oldForm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String back = request.getHeader(HttpHeaders.REFERER);
        if (request.getHeader("HX-Request") != null || back == null)
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        else response.sendRedirect("/sign-in?expired");
    }
}
