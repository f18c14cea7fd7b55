/**
 * The completeness board: who was expected to hand in a form for a period, who has, who is late, level by level; and the
 * urging of those who have not, from the same page.
 */
@NullMarked
package vn.binhdang.statistics.collection.board;

import org.jspecify.annotations.NullMarked;
