/**
 * Seeing figures: the page of an indicator with its trend, the units below it and the map of provinces, dashboards,
 * comparisons, the pivot table and the scorecard of targets. Every chart is the table beneath it, drawn.
 */
@NullMarked
package vn.binhdang.statistics.view;

import org.jspecify.annotations.NullMarked;
