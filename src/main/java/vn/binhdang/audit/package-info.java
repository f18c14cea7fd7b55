/** Who did what to which record: called directly, in the transaction of the deed, chained by hashes. */
@NullMarked
package vn.binhdang.audit;

import org.jspecify.annotations.NullMarked;
