package vn.binhdang.access.session;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param current the sign-in this page is shown to
 * @param ended how many were just ended; null when the page is simply opened
 */
public record SessionsPage(
        List<SignIns.Row> rows,
        UUID current,
        ZoneId zone,
        @Nullable Integer ended) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    public String minute(OffsetDateTime at) {
        return at.atZoneSameInstant(zone).format(MINUTE);
    }
}
