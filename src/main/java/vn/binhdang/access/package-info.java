/** Accounts, sign-in, roles in an agency; builds the {@code Actor} of each request. */
@NullMarked
package vn.binhdang.access;

import org.jspecify.annotations.NullMarked;
