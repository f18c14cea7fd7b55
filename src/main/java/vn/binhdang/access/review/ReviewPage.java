package vn.binhdang.access.review;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.web.Text;

/**
 * @param next user name the next page begins after; null on the last
 * @param mayDecide false for who only reads
 */
public record ReviewPage(
        ReviewPeriod period,
        int all,
        int decided,
        List<ReviewRow> rows,
        String search,
        boolean undecided,
        @Nullable String next,
        boolean mayDecide,
        ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    public String day(@Nullable OffsetDateTime at) {
        return at == null ? "–" : at.atZoneSameInstant(zone).format(DAY);
    }

    public String roles(ReviewRow row, Text t) {
        return String.join(
                ", ",
                row.roles().stream()
                        .map(role -> t.of("kernel.role." + role.word()))
                        .toList());
    }

    public String factors(ReviewRow row, Text t) {
        if (!row.app() && row.passkeys() == 0) return t.of("access.review.noFactor");
        return (row.app() ? t.of("access.review.app") : "")
                + (row.app() && row.passkeys() > 0 ? ", " : "")
                + (row.passkeys() > 0 ? t.of("access.review.passkeys", row.passkeys()) : "");
    }
}
