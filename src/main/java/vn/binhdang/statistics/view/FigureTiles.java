package vn.binhdang.statistics.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.binhdang.calendar.ReportingPeriod;
import vn.binhdang.kernel.UnitId;
import vn.binhdang.organisation.CodeScheme;
import vn.binhdang.organisation.UnitCode;
import vn.binhdang.web.Text;

/** The provinces below on the map of tiles, each a way to its own page. */
record FigureTiles(FigureAsked asked, UnitNames names, Text t) {
    FigurePage.Tiles tiles(ReportingPeriod on, List<UnitId> provinces, Map<UnitId, List<UnitCode>> codes) {
        var printing = new Printing(t);
        int decimals = asked.subject().decimals();
        var values = new LinkedHashMap<String, TileMap.Value>();
        var missing = new ArrayList<String>();
        for (var unit : provinces) {
            var code = codes.getOrDefault(unit, List.of()).stream()
                    .filter(one -> one.scheme() == CodeScheme.ADMINISTRATIVE)
                    .map(UnitCode::code)
                    .findFirst()
                    .orElse(null);
            var value = asked.of("", unit, on).value();
            if (code == null) missing.add(names.label(unit));
            else
                values.put(
                        code,
                        new TileMap.Value(
                                names.label(unit),
                                asked.drawn(value),
                                printing.value(value, decimals).text(),
                                asked.addressOf(unit)));
        }
        return new TileMap(TileLayout.on(asked.namesDay()), values, decimals, printing.numbers())
                .drawn(
                        t.of("statistics.figure.chart.tiles", asked.subject().name(), Periods.label(on, t)),
                        t.of("statistics.figure.tiles.none"),
                        missing);
    }
}
