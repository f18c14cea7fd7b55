package vn.binhdang.access.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import vn.binhdang.access.AccountNotices;
import vn.binhdang.access.limit.KnownDevices;
import vn.binhdang.kernel.Actor;

/**
 * The steps of a sign-in as they change the browser's session. Each gives the session a new id and the forms a new
 * token, so that what was known of it before the step opens nothing after it.
 */
@Component
public class SignInSteps {
    private final SignIns signIns;
    private final KnownDevices devices;
    private final AccountNotices notices;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfAuthenticationStrategy formTokens =
            new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository());

    SignInSteps(SignIns signIns, KnownDevices devices, AccountNotices notices, JdbcClient jdbc, Clock clock) {
        this.signIns = signIns;
        this.devices = devices;
        this.notices = notices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param withFactor what vouched was two factors in one: a passkey that asked for a finger or a PIN */
    public SignInToken begin(
            HttpServletRequest request,
            HttpServletResponse response,
            UUID account,
            SignInMethod method,
            boolean withFactor) {
        var now = clock.instant();
        var id = signIns.begin(account, method, Browsers.words(request), Browsers.network(request.getRemoteAddr()));
        var token = SignInToken.of(account, id, now, withFactor ? now : null);
        keep(token, request, response);
        return token;
    }

    public void factorProved(SignInToken token, HttpServletRequest request, HttpServletResponse response) {
        signIns.confirmed(token.signIn());
        keep(token.withFactor(clock.instant()), request, response);
    }

    public void factorGone(SignInToken token, HttpServletRequest request, HttpServletResponse response) {
        keep(token.withFactor(null), request, response);
    }

    /** Who sits there said so again, with the password. */
    public void confirmed(SignInToken token, HttpServletRequest request, HttpServletResponse response) {
        signIns.confirmed(token.signIn());
        keep(token.confirmed(clock.instant()), request, response);
    }

    /** Everything that was asked for has been proved: the browser is known from now on, and the account is in use. */
    public void completed(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        var account = actor.account().value();
        if (devices.remember(request, response, account)) notices.newBrowser(account);
        jdbc.sql("update account set last_sign_in_at = :now where id = :id")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", account)
                .update();
    }

    /** The page that was wanted before the sign-in, or the start page. */
    public static String wanted(HttpServletRequest request, HttpServletResponse response) {
        var saved = new HttpSessionRequestCache().getRequest(request, response);
        if (saved == null) return "/";
        new HttpSessionRequestCache().removeRequest(request, response);
        return saved.getRedirectUrl();
    }

    /** Not longer ago than that; the clock's own time. */
    public boolean within(Duration time, Instant proved) {
        return !proved.plus(time).isBefore(clock.instant());
    }

    private void keep(SignInToken token, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) request.changeSessionId();
        formTokens.onAuthentication(token, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(token);
        contexts.saveContext(context, request, response);
    }
}
