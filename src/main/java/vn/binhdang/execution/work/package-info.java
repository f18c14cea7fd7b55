/** Tasks of all running plans of an agency: what is late, and the page of a unit. */
@NullMarked
package vn.binhdang.execution.work;

import org.jspecify.annotations.NullMarked;
