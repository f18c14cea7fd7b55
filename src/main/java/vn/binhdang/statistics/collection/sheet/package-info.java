/**
 * Forms as Excel workbooks: written to be filled in, and read back with every mistake at its cell. What is wrong is shown
 * before anything is stored.
 */
@NullMarked
package vn.binhdang.statistics.collection.sheet;

import org.jspecify.annotations.NullMarked;
