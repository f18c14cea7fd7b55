/** Evidence behind the figures that units hand in: kept as that of tasks is, shown with the submission it belongs to. */
@NullMarked
package vn.binhdang.execution.figures;

import org.jspecify.annotations.NullMarked;
