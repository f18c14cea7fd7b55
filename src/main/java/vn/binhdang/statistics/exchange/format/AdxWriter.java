package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import vn.binhdang.statistics.Window;

/**
 * ADX (IHE QRPH Aggregate Data Exchange), as DHIS2 reads it: a group for each unit and period, in it a value for each element
 * with its categories as attributes. Only cells with a value: ADX has no word for the reasons why one is missing, and a
 * receiver takes what is not there for not reported.
 */
public final class AdxWriter implements CubeWriter {

    /** How periods are named. */
    public enum Periods {
        /** The days that were really reported on: 2023-12-15/P1Y. */
        WINDOWS(days -> days),
        /** The calendar period of the same name, for receivers that know no other, DHIS2 among them: 2024-01-01/P1Y. */
        CALENDAR(days -> PeriodNames.match(days)
                .map(match -> PeriodNames.calendar(match.period()))
                .orElse(days));

        private final Function<Window, Window> naming;

        Periods(Function<Window, Window> naming) {
            this.naming = naming;
        }
    }

    private final Periods periods;

    public AdxWriter(Periods periods) {
        this.periods = periods;
    }

    /** @throws IllegalArgumentException when the cube has no units or does not say what is measured */
    @Override
    public void write(DataCube cube, OutputStream stream) throws IOException {
        List<Dimension> dimensions = cube.dimensions();
        int unit = dimensions.stream().map(Dimension::role).toList().indexOf(Dimension.Role.GEO);
        int element = dimensions.stream().map(Dimension::role).toList().indexOf(Dimension.Role.METRIC);
        if (unit != 0 || element < 0) throw new IllegalArgumentException("ADX needs units, first of all, and elements");
        int time = dimensions.size() - 1;
        XmlOut out = new XmlOut(stream);
        out.open(
                "adx",
                "xmlns",
                AdxReader.NAMESPACE,
                "exported",
                cube.dataset().updated().toString());
        // Cells come unit by unit with time fastest, groups hold one period: a unit's cells wait until it is complete.
        UnitCells waiting = new UnitCells(cube.time().size());
        int[] current = {-1};
        cube.each(cell -> {
            if (cell.measured().isEmpty()) return;
            int of = cube.position(cell.cell(), unit);
            if (of != current[0]) {
                if (current[0] >= 0) groups(out, cube, current[0], element, waiting);
                current[0] = of;
            }
            waiting.at(cube.position(cell.cell(), time)).add(cell);
        });
        if (current[0] >= 0) groups(out, cube, current[0], element, waiting);
        out.end();
    }

    private void groups(XmlOut out, DataCube cube, int unit, int element, UnitCells waiting) throws IOException {
        List<Dimension> dimensions = cube.dimensions();
        for (int period = 0; period < cube.time().size(); period++) {
            List<Observation> cells = waiting.at(period);
            if (cells.isEmpty()) continue;
            Category days = cube.time().categories().get(period);
            out.open(
                    "group",
                    "orgUnit",
                    dimensions.getFirst().categories().get(unit).code(),
                    "period",
                    TimeRange.text(periods.naming.apply(days.days())),
                    "dataSet",
                    cube.dataset().id());
            for (Observation cell : cells) {
                out.open(
                        "dataValue",
                        "dataElement",
                        cube.category(cell.cell(), element).code());
                for (int i = 1; i < dimensions.size() - 1; i++)
                    if (i != element && !cube.category(cell.cell(), i).code().equals(TOTAL))
                        out.attribute(
                                dimensions.get(i).id(),
                                cube.category(cell.cell(), i).code());
                out.attribute("value", cell.number()).close();
            }
            out.close();
            cells.clear();
        }
    }

    /** A category that means "all of them": as in DHIS2 it is left out, the value stands for the element itself. */
    public static final String TOTAL = "_T";

    /** The cells of one unit by period; as many as one unit reports, not as many as there are. */
    private static final class UnitCells {
        private final List<List<Observation>> byPeriod;

        UnitCells(int periods) {
            byPeriod = java.util.stream.Stream.generate(
                            () -> (List<Observation>) new java.util.ArrayList<Observation>())
                    .limit(periods)
                    .toList();
        }

        List<Observation> at(int period) {
            return byPeriod.get(period);
        }
    }
}
