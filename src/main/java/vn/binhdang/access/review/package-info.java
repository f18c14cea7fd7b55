/** The half-yearly look at every account, and what an administrator sees and does about one account's signing in. */
@NullMarked
package vn.binhdang.access.review;

import org.jspecify.annotations.NullMarked;
