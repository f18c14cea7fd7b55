/** One task of a running plan: where it stands, reports of units, evidence, history. */
@NullMarked
package vn.binhdang.execution.task;

import org.jspecify.annotations.NullMarked;
