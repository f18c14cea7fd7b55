/** The list of result reports and the page of one, where each figure leads back to its tasks. */
@NullMarked
package vn.binhdang.reporting.overview;

import org.jspecify.annotations.NullMarked;
