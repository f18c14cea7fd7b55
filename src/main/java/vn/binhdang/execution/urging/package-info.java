/**
 * Urging (đôn đốc): an act of its own with a record: who urged whom, for which tasks or reports, when, by which way, answered
 * when and how. Proposed by rule, sent by a person or by itself, and never to the same person twice a day for the same thing.
 */
@NullMarked
package vn.binhdang.execution.urging;

import org.jspecify.annotations.NullMarked;
