/** What falls on which day: the calendar, the timeline of a plan, the sheet of a year, and the feed for other calendars. */
@NullMarked
package vn.binhdang.execution.calendar;

import org.jspecify.annotations.NullMarked;
