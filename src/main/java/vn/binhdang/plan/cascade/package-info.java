/** A plan or a guidance letter is passed down: each addressee gets its task or a draft plan of its own, and the superior
 * sees how far each of them has come. */
@NullMarked
package vn.binhdang.plan.cascade;

import org.jspecify.annotations.NullMarked;
