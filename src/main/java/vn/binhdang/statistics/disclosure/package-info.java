/**
 * Makes tables of counts safe to publish: which cells are withheld, which others must be withheld with them so that
 * nobody works them out again ({@link Suppression}), or all rounded so that the sums still agree ({@link Rounding}).
 * Pure Java: no Spring, no database.
 *
 * <pre>
 * TableBuilder    tables over dimensions with sub-totals; cells of the same key are one cell, whatever table shows them
 * Rules           from an element and a count to what a cell needs ({@link Need})
 * Tables          cells and every linear relation between them: totals, other tables, other maps, other periods
 * Spread, ExactSearch   what to withhold: first a good answer, then the best one, both by linear and integer programmes
 * Attack          what somebody can work out who knows all that is shown; finds another table that looks the same
 * SafeTables, Proof     what is shown, and for each withheld cell two other tables that nobody can rule out
 * ProofCheck      reads tables, result and proof anew, in whole numbers, with nothing of the above
 * </pre>
 *
 * That a cell is safe is never believed from a solver's word. For each withheld cell the proof holds two tables of whole
 * numbers which agree with everything shown and in which the cell is as low and as high as its need says; to check them
 * is to add and compare.
 */
@NullMarked
package vn.binhdang.statistics.disclosure;

import org.jspecify.annotations.NullMarked;
