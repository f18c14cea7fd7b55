/** Figures for other systems: measures of units in periods, on any map, as JSON or CSV. */
@NullMarked
package vn.binhdang.statistics.exchange.figures;

import org.jspecify.annotations.NullMarked;
