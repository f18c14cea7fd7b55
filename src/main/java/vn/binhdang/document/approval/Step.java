package vn.binhdang.document.approval;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentState;
import vn.binhdang.kernel.AccountId;

/** One step on the way of a document; {@code from} is null for its first. */
public record Step(
        int no,
        @Nullable DocumentState from,
        DocumentState to,
        @Nullable String reason,
        AccountId by,
        OffsetDateTime at) {}
