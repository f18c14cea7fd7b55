/** Accounts that nobody uses fall asleep, and what signing in leaves behind is swept. */
@NullMarked
package vn.binhdang.access.sleep;

import org.jspecify.annotations.NullMarked;
