package vn.binhdang.access.review;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.access.factor.Factors;
import vn.binhdang.access.identity.LinkedIdentities;
import vn.binhdang.access.session.SignIns;

/** @param notice message key of what was just done */
public record AccountSignInPage(
        UUID id,
        String username,
        String person,
        boolean asleep,
        @Nullable OffsetDateTime lastSignIn,
        Factors.Held held,
        List<SignIns.Row> signIns,
        List<LinkedIdentities.Row> identities,
        List<LinkedIdentities.Provider> providers,
        boolean mayChange,
        @Nullable String notice,
        ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    public String minute(@Nullable OffsetDateTime at) {
        return at == null ? "–" : at.atZoneSameInstant(zone).format(MINUTE);
    }
}
