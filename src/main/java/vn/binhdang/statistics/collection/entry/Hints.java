package vn.binhdang.statistics.collection.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.binhdang.statistics.Cells;
import vn.binhdang.statistics.collection.FigureText;
import vn.binhdang.statistics.collection.Layout;
import vn.binhdang.statistics.collection.Past;
import vn.binhdang.web.Text;

/** Figures that are unusual for the unit itself. They are told, and keep nothing from being handed in. */
final class Hints {
    /** Two people instead of five is no news. */
    private static final int SMALL = 10;

    private static final int FEWEST_PERIODS = 4;
    private static final int DEVIATIONS = 3;

    private Hints() {}

    /** Sentences by slot. @param before the last period first */
    static Map<Integer, String> of(Layout layout, Cells now, List<Past.Answered> before, Text t) {
        var hints = new HashMap<Integer, String>();
        for (var cell : layout.cells()) {
            int slot = cell.slot();
            if (slot >= now.slots() || !now.hasValue(slot)) continue;
            var values = before.stream()
                    .filter(one -> slot < one.cells().slots() && one.cells().hasValue(slot))
                    .toList();
            if (values.isEmpty()) continue;
            long value = now.value(slot);
            long last = values.getFirst().cells().value(slot);
            var period = values.getFirst().period();
            long small =
                    BigDecimal.valueOf(SMALL).movePointRight(cell.decimals()).longValue();
            if (Math.max(Math.abs(value), Math.abs(last)) >= small
                    && (last == 0 || value > 2 * last || 2 * value < last)) {
                hints.put(
                        slot,
                        t.of(
                                last == 0 || value == 0
                                        ? "statistics.entry.hint.jump"
                                        : value > last ? "statistics.entry.hint.more" : "statistics.entry.hint.less",
                                t.of(period.labelKey(), period.ordinal(), String.valueOf(period.year())),
                                FigureText.print(last, cell.decimals(), t),
                                last == 0 || value == 0 ? "" : times(Math.max(value, last), Math.min(value, last), t)));
            } else if (values.size() >= FEWEST_PERIODS) {
                var figures = values.stream()
                        .mapToLong(one -> one.cells().value(slot))
                        .toArray();
                double mean = java.util.Arrays.stream(figures).average().orElse(0);
                double spread = Math.sqrt(java.util.Arrays.stream(figures)
                        .mapToDouble(one -> (one - mean) * (one - mean))
                        .average()
                        .orElse(0));
                if (spread > 0 && Math.abs(value - mean) > DEVIATIONS * spread)
                    hints.put(
                            slot,
                            t.of(
                                    "statistics.entry.hint.far",
                                    values.size(),
                                    FigureText.print(Math.round(mean), cell.decimals(), t)));
            }
        }
        return hints;
    }

    private static String times(long more, long less, Text t) {
        return FigureText.print(
                BigDecimal.valueOf(more)
                        .divide(BigDecimal.valueOf(less), 1, RoundingMode.HALF_UP)
                        .movePointRight(1)
                        .longValue(),
                1,
                t);
    }
}
