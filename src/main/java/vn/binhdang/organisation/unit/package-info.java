/** Pages of units on a day: the list, one unit with its history, what a code meant, codes and spellings to edit. */
@NullMarked
package vn.binhdang.organisation.unit;

import org.jspecify.annotations.NullMarked;
