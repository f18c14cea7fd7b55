/**
 * Adding up: sums of the accepted submissions along the tree of the period, kept in the accepting transaction, and the same
 * figures on the map of any other day.
 */
@NullMarked
package vn.binhdang.statistics.rollup;

import org.jspecify.annotations.NullMarked;
