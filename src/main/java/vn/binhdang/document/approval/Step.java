package vn.binhdang.document.approval;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
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
        @Nullable String behalf) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Steps that were read together with their document. */
    public static List<Step> read(String steps) {
        return JSON.readValue(steps, new TypeReference<List<Step>>() {});
    }
}
