package vn.binhdang.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import vn.binhdang.web.Problem;

/** What a program hears that brings no token, and a browser whose sign-in does not reach that far. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final CurrentAccount current;

    ApiRefusals(CurrentAccount current) {
        this.current = current;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"api\"");
        say(HttpStatus.UNAUTHORIZED, "access.token.problem.none", request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (current.nextStep(request) == NextStep.SIGN_IN) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"api\"");
            say(HttpStatus.UNAUTHORIZED, "access.token.problem.none", request, response);
        } else {
            boolean form = denied instanceof CsrfException;
            say(HttpStatus.FORBIDDEN, "access.token.problem." + (form ? "form" : "halfWay"), request, response);
        }
    }

    private static void say(HttpStatus status, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem.of(status.value(), "access.token.problem.title", key, Problem.text(request))
                .write(request, response);
    }
}
