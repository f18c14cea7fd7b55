/** What slows an attacker who guesses, without locking out the person who is attacked. */
@NullMarked
package vn.binhdang.access.limit;

import org.jspecify.annotations.NullMarked;
