package vn.binhdang.execution.initiative;

import java.util.UUID;
import vn.binhdang.kernel.Uuid7;

/** Names what is measured of a pilot. */
public record MeasureId(UUID value) {
    static MeasureId create() {
        return new MeasureId(Uuid7.create());
    }

    /** Spring reads it from an address. */
    public static MeasureId of(String text) {
        return new MeasureId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
