/** With what programs act in the name of an account: tokens for the addresses below {@code /api/}. */
@NullMarked
package vn.binhdang.access.token;

import org.jspecify.annotations.NullMarked;
