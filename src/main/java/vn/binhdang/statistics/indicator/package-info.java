/**
 * What is measured: elements, indicators with their versions and formulas, the catalogue with its pages. {@link
 * vn.binhdang.statistics.indicator.Formula} computes; {@code expression} is the language it is written in.
 */
@NullMarked
package vn.binhdang.statistics.indicator;

import org.jspecify.annotations.NullMarked;
