package vn.binhdang.document.approval;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentState;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.Capacity;

/**
 * One step on the way of a document.
 * @param from null for its first
 * @param behalf whose role it was, when it was not an own one
 */
public record Step(
        int no,
        @Nullable DocumentState from,
        DocumentState to,
        @Nullable String reason,
        AccountId by,
        OffsetDateTime at,
        Capacity capacity,
        @Nullable AccountId behalf) {}
