/** What every module may use: who acts, typed ids, the ways of saying no, tables of data. No tables of the database, no beans; the list is closed. */
@NullMarked
package vn.binhdang.kernel;

import org.jspecify.annotations.NullMarked;
