package vn.binhdang.plan.target;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One link of a place to a target, with the day it was made and, when somebody took it back, ended.
 * @param afterIssue made when the plan had been issued; the issued text does not know of it
 */
record TargetLink(
        UUID place,
        String target,
        boolean afterIssue,
        OffsetDateTime linkedAt,
        @Nullable OffsetDateTime endedAt) {
    boolean holds() {
        return endedAt == null;
    }
}
