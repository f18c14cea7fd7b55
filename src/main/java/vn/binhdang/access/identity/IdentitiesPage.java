package vn.binhdang.access.identity;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param notice message key of what was just done */
public record IdentitiesPage(
        List<LinkedIdentities.Row> rows,
        List<LinkedIdentities.Provider> providers,
        @Nullable String notice,
        ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    public String day(OffsetDateTime at) {
        return at.atZoneSameInstant(zone).format(DAY);
    }
}
