package vn.binhdang.organisation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/**
 * A unit that carries on from another, or of which another carries on.
 * @param share the part of the earlier one that went into the later, 1 for all of it; null where only a function did
 * @param function what went there of a unit that was dissolved
 */
public record Successor(
        UnitId unit, @Nullable BigDecimal share, @Nullable String function) {}
