/**
 * The language of formulas: what a share, a ratio or a rule of a form is computed from. No Spring and no database. A text
 * is read once into an {@link vn.binhdang.statistics.indicator.expression.Expression}, which says which cells it needs and
 * answers a number, or why there is none: a missing part never becomes 0 and a division by zero never infinity.
 */
@NullMarked
package vn.binhdang.statistics.indicator.expression;

import org.jspecify.annotations.NullMarked;
