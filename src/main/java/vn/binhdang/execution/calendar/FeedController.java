package vn.binhdang.execution.calendar;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import vn.binhdang.access.Accounts;
import vn.binhdang.kernel.Sha256;
import vn.binhdang.web.Text;

/**
 * Gives a calendar to whatever program knows its secret address, without a session. An address that never was, one that was
 * revoked and one whose owner's account is closed or asleep are one and the same 404. Nothing here throws: an exception
 * might carry the address into a log.
 */
@Controller
class FeedController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final String ENDING = ".ics";

    private final CalendarFeeds feeds;
    private final FeedContents contents;
    private final Accounts accounts;

    FeedController(CalendarFeeds feeds, FeedContents contents, Accounts accounts) {
        this.feeds = feeds;
        this.contents = contents;
        this.accounts = accounts;
    }

    @GetMapping("/calendar-feeds/{secret}")
    @Nullable
    ResponseEntity<byte[]> feed(@PathVariable String secret, WebRequest request) {
        if (!secret.endsWith(ENDING)) return absent();
        var asked = feeds.ask(secret.substring(0, secret.length() - ENDING.length()))
                .orElse(null);
        if (asked == null) return absent();
        var actor = accounts.actor(asked.account(), asked.agency()).orElse(null);
        if (actor == null) return absent();
        if (asked.tooOften())
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(CalendarFeeds.SECONDS))
                    .build();
        byte[] calendar = contents.of(
                        actor, asked.whose(), asked.id(), Text.in(Locale.forLanguageTag(asked.language())))
                .getBytes(StandardCharsets.UTF_8);
        String mark = "\"" + sum(calendar) + "\"";
        if (request.checkNotModified(mark)) return null;
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .eTag(mark)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Robots-Tag", "noindex")
                .body(calendar);
    }

    private static ResponseEntity<byte[]> absent() {
        return ResponseEntity.notFound().build();
    }

    private static String sum(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes), 0, 16);
    }
}
