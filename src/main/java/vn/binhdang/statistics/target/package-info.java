/** What indicators are held against: targets per year, for everybody or for one unit. */
@NullMarked
package vn.binhdang.statistics.target;

import org.jspecify.annotations.NullMarked;
