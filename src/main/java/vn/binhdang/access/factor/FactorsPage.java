package vn.binhdang.access.factor;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param forced nothing else is open before there is a factor
 * @param notice message key of what just happened
 * @param resetOn day on which an administrator took the factors away; shown once
 */
public record FactorsPage(
        boolean forced,
        Factors.Held held,
        List<Passkeys.Held> passkeys,
        boolean passkeysOffered,
        @Nullable String notice,
        @Nullable String resetOn,
        ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    public String day(OffsetDateTime at) {
        return at.atZoneSameInstant(zone).format(DAY);
    }
}
