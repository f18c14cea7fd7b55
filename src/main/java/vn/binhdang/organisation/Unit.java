package vn.binhdang.organisation;

import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/** A unit as it was called on one day. */
public record Unit(
        UnitId id,
        UnitKind kind,
        String name,
        @Nullable String shortName,
        @Nullable String symbolAbbreviation) {

    /** What fits in a list: the short name where there is one. */
    public String label() {
        return shortName == null ? name : shortName;
    }
}
