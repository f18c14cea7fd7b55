package vn.binhdang.execution.oversight;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names a recommendation. */
public record RecommendationId(UUID value) {
    static RecommendationId create() {
        return new RecommendationId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static RecommendationId of(String text) {
        return new RecommendationId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
