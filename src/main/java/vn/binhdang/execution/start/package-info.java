/** The page after sign-in: where am I, what needs me, what can I do. */
@NullMarked
package vn.binhdang.execution.start;

import org.jspecify.annotations.NullMarked;
