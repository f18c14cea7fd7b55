package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What charts.js draws; the numbers of the table beneath it.
 *
 * @param kind LINES over periods, BARS side by side, RANKS across, one bar or point with its interval for each unit
 * @param unit of the values: "%"
 * @param labels along the axis
 */
record ChartSpec(
        Kind kind, String title, String unit, int decimals, String language, List<String> labels, List<Series> series) {
    enum Kind {
        LINES,
        BARS,
        RANKS
    }

    /**
     * @param goal a line of targets and not of figures
     * @param low lower ends of the intervals; null when there are none
     */
    record Series(
            String name,
            boolean goal,
            List<@Nullable BigDecimal> values,
            @Nullable List<@Nullable BigDecimal> low,
            @Nullable List<@Nullable BigDecimal> high) {
        static Series of(String name, List<@Nullable BigDecimal> values) {
            return new Series(name, false, values, null, null);
        }

        static Series goal(String name, List<@Nullable BigDecimal> values) {
            return new Series(name, true, values, null, null);
        }
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /** Whether there is anything to draw. */
    boolean hasValues() {
        return series.stream()
                .anyMatch(one -> !one.goal() && one.values().stream().anyMatch(value -> value != null));
    }
}
