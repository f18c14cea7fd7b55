/** The one clock, working days, reporting periods, and dates that are known only in part. */
@NullMarked
package vn.binhdang.calendar;

import org.jspecify.annotations.NullMarked;
