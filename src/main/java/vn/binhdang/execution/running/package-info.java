/** The page of a plan at work: figures, list, board, print. */
@NullMarked
package vn.binhdang.execution.running;

import org.jspecify.annotations.NullMarked;
