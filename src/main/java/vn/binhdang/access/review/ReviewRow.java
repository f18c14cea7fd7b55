package vn.binhdang.access.review;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.Role;

/**
 * One account as it is reviewed.
 * @param decision CONFIRMED or ENDED in this half-year; null while nobody has decided
 * @param decidedBy name of who decided; empty while nobody has
 */
public record ReviewRow(
        UUID id,
        String username,
        String person,
        String unit,
        List<Role> roles,
        @Nullable OffsetDateTime lastSignIn,
        boolean asleep,
        boolean app,
        int passkeys,
        @Nullable String decision,
        @Nullable OffsetDateTime decidedAt,
        String decidedBy) {}
