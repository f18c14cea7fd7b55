package vn.binhdang.organisation;

import java.time.LocalDate;

/**
 * Something happened to units, or was taken back; told after the commit.
 * @param on the first day on which it holds, which may be long past or still to come
 */
public record UnitsChanged(UnitEventId event, LocalDate on) {}
