package vn.binhdang.organisation;

import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/**
 * A unit on a day, with the unit above it.
 * @param place name of the unit above; empty for one that stands at the top
 * @param ownLetterhead it writes documents of its own
 */
public record UnitInPlace(
        UnitId id, UnitKind kind, String name, @Nullable UnitId parent, String place, boolean ownLetterhead) {}
