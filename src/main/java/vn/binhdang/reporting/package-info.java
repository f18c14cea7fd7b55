/**
 * Reports: what became of a plan in a period, compiled from its tasks into a draft Báo cáo that is then edited, approved
 * and issued like any other document.
 */
@NullMarked
package vn.binhdang.reporting;

import org.jspecify.annotations.NullMarked;
