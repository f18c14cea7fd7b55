/** What makes a password too easy to guess. */
@NullMarked
package vn.binhdang.access.password;

import org.jspecify.annotations.NullMarked;
