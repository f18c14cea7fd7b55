/**
 * Sáng kiến, mô hình: an idea, its approval, the pilot with measures before and after, what came of it, and copies for other
 * units; table PL8 of the report comes out.
 */
@NullMarked
package vn.binhdang.execution.initiative;

import org.jspecify.annotations.NullMarked;
