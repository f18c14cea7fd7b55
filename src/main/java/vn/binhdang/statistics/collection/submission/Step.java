package vn.binhdang.statistics.collection.submission;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a submission.
 * @param reason why; empty where nobody has to say
 * @param dueOn the deadline that held then
 */
record Step(
        UUID id,
        UUID submissionId,
        Kind step,
        OffsetDateTime at,
        UUID byAccount,
        UUID byAgency,
        String reason,
        @Nullable LocalDate dueOn) {
    enum Kind {
        SUBMITTED,
        WITHDRAWN,
        RETURNED,
        ACCEPTED,
        /** Opened to correct what was accepted; of the amendment. */
        AMENDED;

        String messageKey() {
            return "statistics.collection.step." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
