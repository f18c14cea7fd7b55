/**
 * What becomes of the answer of a unit after it was entered: sent up, taken back, sent back with reasons, accepted, amended
 * after that; each step a dated row.
 */
@NullMarked
package vn.binhdang.statistics.collection.submission;

import org.jspecify.annotations.NullMarked;
