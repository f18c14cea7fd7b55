package vn.binhdang.access.limit;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import vn.binhdang.access.Keys;

/**
 * Browsers in which somebody has signed in before. They carry a signed mark and nothing about the person; while a name is
 * under attack from elsewhere its owner still gets in with one of them. The mark opens nothing by itself.
 */
@Component
public class KnownDevices {
    static final String COOKIE = "binhdang-device";
    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Keys keys;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(JdbcClient jdbc, Clock clock, Keys keys) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keys = keys;
    }

    public Origin origin(HttpServletRequest request) {
        return Origin.of(request, device(request));
    }

    /** Whether that account was signed in to from that browser before. */
    boolean knows(Origin origin, UUID account) {
        return origin.device() != null
                && jdbc.sql("""
                    select exists (select 1 from known_device
                                   where device = :device and account_id = :account and last_used_at > :oldest)
                    """)
                        .param("device", origin.device())
                        .param("account", account)
                        .param("oldest", now().minus(KEPT))
                        .query(Boolean.class)
                        .single();
    }

    /**
     * After the last step of a sign-in; gives the browser its mark when it has none.
     * @return whether it is new to an account that others know already
     */
    public boolean remember(HttpServletRequest request, HttpServletResponse response, UUID account) {
        String device = device(request);
        if (device == null) device = newDevice(request, response);
        record Known(boolean thisOne, boolean others) {}
        var known = jdbc.sql("""
            select coalesce(bool_or(device = :device), false) as this_one, count(*) > 0 as others
            from   known_device where account_id = :account
            """)
                .param("device", device)
                .param("account", account)
                .query(Known.class)
                .single();
        jdbc.sql("""
            insert into known_device (device, account_id, first_used_at, last_used_at)
            values (:device, :account, :now, :now)
            on conflict (device, account_id) do update set last_used_at = excluded.last_used_at
            """)
                .param("device", device)
                .param("account", account)
                .param("now", now())
                .update();
        return known.others() && !known.thisOne();
    }

    /** Somebody else may have used them. */
    public void forget(UUID account) {
        jdbc.sql("delete from known_device where account_id = :account")
                .param("account", account)
                .update();
    }

    private String newDevice(HttpServletRequest request, HttpServletResponse response) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        String device = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, device + "." + signature(device))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(KEPT)
                        .build()
                        .toString());
        return device;
    }

    private @Nullable String device(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) return null;
        int dot = cookie.getValue().indexOf('.');
        if (dot < 1) return null;
        String device = cookie.getValue().substring(0, dot);
        boolean ours = MessageDigest.isEqual(
                signature(device).getBytes(StandardCharsets.US_ASCII),
                cookie.getValue().substring(dot + 1).getBytes(StandardCharsets.UTF_8));
        return ours ? device : null;
    }

    private String signature(String device) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.sign("device", device));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
