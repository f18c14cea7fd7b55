/**
 * Thanh tra, kiểm tra, giám sát: the programme of a year, missions with decision and team, visits with answers and findings,
 * the conclusion, and recommendations until they are done. Who sees what is said in one place, {@link
 * vn.binhdang.execution.OversightCover}.
 */
@NullMarked
package vn.binhdang.execution.oversight;

import org.jspecify.annotations.NullMarked;
