package vn.binhdang.statistics;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names an indicator; without meaning of its own. */
public record IndicatorId(UUID value) {
    public static IndicatorId create() {
        return new IndicatorId(Uuid7.create());
    }

    public static IndicatorId of(String text) {
        return new IndicatorId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
