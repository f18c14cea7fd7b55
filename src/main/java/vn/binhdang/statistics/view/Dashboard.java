package vn.binhdang.statistics.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.binhdang.kernel.AccountId;
import vn.binhdang.kernel.UnitId;

/**
 * A dashboard that somebody made for the figures of a unit.
 *
 * @param charts in their order, 1 to 12
 * @param version grows with every change
 */
record Dashboard(
        DashboardId id,
        UnitId unit,
        String name,
        List<Chart> charts,
        int version,
        Instant changedAt,
        AccountId changedBy) {
    static final int MOST_CHARTS = 12;
    static final int LONGEST_NAME = 120;

    /** How a figure is drawn; the same numbers stand in the table beneath. */
    enum Look {
        /** Over the periods, as a line. */
        LINES,
        /** Over the periods, as bars. */
        BARS,
        /** Over the periods, women and men side by side. */
        SIDES,
        /** The units below in the last period with figures. */
        RANKS,
        /** The table alone. */
        TABLE;

        String messageKey() {
            return "statistics.dashboard.look." + name();
        }

        static Optional<Look> named(String word) {
            for (var look : values()) if (look.name().equals(word.toUpperCase(Locale.ROOT))) return Optional.of(look);
            return Optional.empty();
        }
    }

    /** @param code of an indicator or element, which may be gone meanwhile */
    record Chart(String code, Look look) {}

    /** "STAFF LINES, LEADERS SIDES": for the record of deeds. */
    static String words(List<Chart> charts) {
        return charts.stream().map(chart -> chart.code() + " " + chart.look()).collect(Collectors.joining(", "));
    }
}
