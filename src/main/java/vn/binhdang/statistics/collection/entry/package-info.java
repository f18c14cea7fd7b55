/** Entering figures into the cells of a form, in the browser, with and without a script, with and without a line. */
@NullMarked
package vn.binhdang.statistics.collection.entry;

import org.jspecify.annotations.NullMarked;
