/** Which targets of the national strategy and its programmes the purposes and tasks of a plan serve, and which none does. */
@NullMarked
package vn.binhdang.plan.target;

import org.jspecify.annotations.NullMarked;
