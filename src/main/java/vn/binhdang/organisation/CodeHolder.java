package vn.binhdang.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.UnitId;

/**
 * Whom a code named from a day on.
 * @param to first day on which it no longer did; null while it does
 */
public record CodeHolder(
        UnitId unit, String name, LocalDate from, @Nullable LocalDate to) {}
