/**
 * Statistics: figures by sex and other groups, entered once by the unit that knows them and right on the map of any day.
 * The shared types of the module stand here; {@code indicator} says what is measured, {@code collection} gathers it in
 * forms, {@code rollup} adds it up along the units of the period and puts it on other maps, {@code target} compares,
 * {@code disclosure} makes it safe to publish, {@code exchange} speaks to other systems.
 */
@NullMarked
package vn.binhdang.statistics;

import org.jspecify.annotations.NullMarked;
