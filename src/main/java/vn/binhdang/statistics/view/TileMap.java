package vn.binhdang.statistics.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Figures of provinces on equal tiles, each with its value in words: the five shades only help to find the extremes. */
final class TileMap {
    /** @param value null when there is none */
    record Value(
            String name,
            @Nullable BigDecimal value,
            String printed,
            @Nullable String href) {}

    private static final String[] FILLS = {"#f6f0fa", "#dfcdee", "#c4a2de", "#8e55bd", "#5b2390"};
    private static final String DARK = "#182433";
    private static final String WHITE = "#ffffff";
    private static final int FIRST_WITH_WHITE = 3;
    private static final int SIDE = 52;
    private static final int STEP = 56;
    private static final int LEGEND = 190;
    private static final int LEGEND_LINE = 24;

    private final TileLayout layout;
    private final Map<String, Value> values;
    private final int decimals;
    private final Numbers numbers;

    /** @param values by code of the province */
    TileMap(TileLayout layout, Map<String, Value> values, int decimals, Numbers numbers) {
        this.layout = layout;
        this.values = values;
        this.decimals = decimals;
        this.numbers = numbers;
    }

    /** @param missing provinces that no code was found for, told beside the map; those without a place come to them */
    FigurePage.Tiles drawn(String title, String noValue, List<String> missing) {
        var known = values.values().stream()
                .map(Value::value)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        var low = known.isEmpty() ? BigDecimal.ZERO : known.getFirst();
        var high = known.isEmpty() ? BigDecimal.ZERO : known.getLast();
        var tiles = new ArrayList<FigurePage.Tile>();
        var without = new ArrayList<>(missing);
        values.forEach((code, value) -> {
            var place = layout.place(code);
            if (place == null) {
                without.add(value.name());
                return;
            }
            int shade = value.value() == null ? -1 : shade(value.value(), low, high);
            tiles.add(new FigurePage.Tile(
                    place.column() * STEP,
                    place.row() * STEP,
                    SIDE,
                    place.mark(),
                    value.value() == null ? "–" : value.printed(),
                    shade < 0 ? WHITE : FILLS[shade],
                    shade >= FIRST_WITH_WHITE ? WHITE : DARK,
                    value.name() + ": " + (value.value() == null ? noValue : value.printed()),
                    value.href()));
        });
        return new FigurePage.Tiles(
                title,
                layout.columns() * STEP + LEGEND,
                layout.rows() * STEP,
                tiles,
                steps(low, high, noValue, known.isEmpty()),
                without);
    }

    private List<FigurePage.Step> steps(BigDecimal low, BigDecimal high, String noValue, boolean none) {
        var steps = new ArrayList<FigurePage.Step>();
        int x = layout.columns() * STEP + 16;
        for (int i = 0; i < FILLS.length && !none; i++) {
            var from = bound(low, high, i);
            var to = bound(low, high, i + 1);
            steps.add(new FigurePage.Step(
                    x,
                    i * LEGEND_LINE,
                    16,
                    FILLS[i],
                    numbers.print(from, decimals) + " – " + numbers.print(to, decimals)));
        }
        steps.add(new FigurePage.Step(x, steps.size() * LEGEND_LINE, 16, WHITE, noValue));
        return steps;
    }

    private static BigDecimal bound(BigDecimal low, BigDecimal high, int step) {
        return low.add(high.subtract(low)
                .multiply(BigDecimal.valueOf(step))
                .divide(BigDecimal.valueOf(FILLS.length), 6, java.math.RoundingMode.HALF_UP));
    }

    /** 0 to 4, equal steps from the lowest to the highest. */
    static int shade(BigDecimal value, BigDecimal low, BigDecimal high) {
        if (high.compareTo(low) <= 0) return 0;
        double part = value.subtract(low).doubleValue() / high.subtract(low).doubleValue();
        return Math.clamp((int) (part * FILLS.length), 0, FILLS.length - 1);
    }
}
