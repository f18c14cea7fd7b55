/** Plans: brought in or written, approved, issued; their tasks with lead and coordinating units. */
@NullMarked
package vn.binhdang.plan;

import org.jspecify.annotations.NullMarked;
