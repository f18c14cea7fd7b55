/**
 * Other systems: open data and its catalogue for everybody, the answers of forms for those who may read them, in the formats
 * of {@code format}; figures and values for programs.
 */
@NullMarked
package vn.binhdang.statistics.exchange;

import org.jspecify.annotations.NullMarked;
