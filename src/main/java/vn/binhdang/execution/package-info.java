/** Issued plans at work: what units report of their tasks, evidence, what is late, and what became of it in a period. */
@NullMarked
package vn.binhdang.execution;

import org.jspecify.annotations.NullMarked;
