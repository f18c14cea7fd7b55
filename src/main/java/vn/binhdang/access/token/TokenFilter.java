package vn.binhdang.access.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.binhdang.access.limit.Guessing;
import vn.binhdang.web.Problem;

/** Lets requests with a token that holds through, and answers all others itself. */
public final class TokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    /** A place in the bucket comes back after so long; {@code data/try-limits.csv} has it too. */
    private static final String PATIENCE_SECONDS = "20";

    private final Tokens tokens;
    private final Guessing guessing;

    public TokenFilter(Tokens tokens, Guessing guessing) {
        this.tokens = tokens;
        this.guessing = guessing;
    }

    /** Whether the request brings a token, right or wrong. */
    public static boolean isMeant(HttpServletRequest request) {
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null && sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var actor = tokens.actor(request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip());
        if (actor.isEmpty()) {
            refuse(request, response);
            return;
        }
        var context = new SecurityContextImpl(new TokenSignIn(actor.get()));
        SecurityContextHolder.setContext(context);
        // An answer that is written by another thread comes back to the filters at its end.
        new RequestAttributeSecurityContextRepository().saveContext(context, request, response);
        chain.doFilter(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var t = Problem.text(request);
        if (guessing.admitsWrongToken(request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"api\", error=\"invalid_token\"");
            Problem.of(HttpStatus.UNAUTHORIZED.value(), "access.token.problem.title", "access.token.problem.wrong", t)
                    .write(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, PATIENCE_SECONDS);
            Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS.value(),
                            "access.token.problem.title",
                            "access.token.problem.tooOften",
                            t)
                    .write(request, response);
        }
    }
}
