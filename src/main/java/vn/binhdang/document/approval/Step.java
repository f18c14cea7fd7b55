package vn.binhdang.document.approval;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.DocumentState;
import vn.binhdang.kernel.Capacity;

/**
 * One step on the way of a document.
 * @param from null for its first
 * @param by name of who took it
 * @param behalf name of whose role it was, when it was not an own one
 */
public record Step(
        int no,
        @Nullable DocumentState from,
        DocumentState to,
        @Nullable String reason,
        String by,
        OffsetDateTime at,
        Capacity capacity,
        @Nullable String behalf) {}
