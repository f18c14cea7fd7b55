package vn.binhdang.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.OutgoingDocument;

/**
 * A plan: its document, where it came from, and how it is printed.
 *
 * @param type as its document names it ("Kế hoạch"); null when it names none
 * @param printAssignments whether the annex of assignments is printed; null while nobody decided
 */
public record Plan(
        PlanId id,
        OutgoingDocument document,
        @Nullable String type,
        @Nullable UUID importId,
        @Nullable PlanId writtenAfter,
        @Nullable Boolean printAssignments) {}
