package vn.binhdang.kernel;

import java.util.UUID;

/** Names a unit of the organisation; without meaning of its own. */
public record UnitId(UUID value) {
    public static UnitId create() {
        return new UnitId(Uuid7.create());
    }

    public static UnitId of(String text) {
        return new UnitId(Uuid7.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
