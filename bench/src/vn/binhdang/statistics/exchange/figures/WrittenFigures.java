package vn.binhdang.statistics.exchange.figures;

import java.io.ByteArrayOutputStream;
import java.util.List;
import vn.binhdang.statistics.rollup.Figure;
import vn.binhdang.statistics.rollup.Measure;

/** Figures as the address for other systems writes them. */
public final class WrittenFigures {
    private WrittenFigures() {}

    public static int json(List<Measure> measures, List<Figure> figures) {
        var out = new ByteArrayOutputStream(1 << 16);
        FiguresWriter.json(measures.stream().map(Measure::code).toList(), measures, figures, out);
        return out.size();
    }
}
