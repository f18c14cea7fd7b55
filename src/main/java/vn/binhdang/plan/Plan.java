package vn.binhdang.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.OutgoingDocument;

/** A plan: its document, and where it came from. */
public record Plan(
        PlanId id,
        OutgoingDocument document,
        @Nullable UUID importId,
        @Nullable PlanId writtenAfter) {}
