/** What every module may use: who acts, typed ids, and the ways of saying no. No tables, no beans; the list is closed. */
@NullMarked
package vn.binhdang.kernel;

import org.jspecify.annotations.NullMarked;
