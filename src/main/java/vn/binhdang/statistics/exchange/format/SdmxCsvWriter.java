package vn.binhdang.statistics.exchange.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** SDMX-CSV 2.0 (of SDMX 3.0): codes only, in the order of the data structure; the action is I, for information. */
public final class SdmxCsvWriter implements CubeWriter {

    @Override
    public void write(DataCube cube, OutputStream stream) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        CsvOut out = new CsvOut(writer);
        List<Dimension> dimensions = cube.dimensions();
        int time = dimensions.size() - 1;
        int metric = cube.metric().map(dimensions::indexOf).orElse(-1);
        Dataset dataset = cube.dataset();
        String structure = "%s:%s(%s)".formatted(dataset.agency().id(), dataset.id(), dataset.version());
        out.plain("STRUCTURE").plain("STRUCTURE_ID").plain("ACTION");
        for (Dimension dimension : dimensions) out.plain(dimension.id());
        out.plain("OBS_VALUE").plain("OBS_STATUS").plain("COMMENT").plain("REPORT_PERIOD");
        if (metric >= 0) out.plain("UNIT_MEASURE").plain("DECIMALS");
        out.line();
        cube.each(cell -> {
            out.plain("dataflow").plain(structure).plain("I");
            for (int i = 0; i < time; i++)
                out.plain(cube.category(cell.cell(), i).sdmx());
            Category period = cube.category(cell.cell(), time);
            out.plain(TimeRange.text(period.days()));
            out.plain(cell.number())
                    .plain(cell.status().code())
                    .text(cell.because().orElse(""));
            out.plain(period.sdmx());
            if (metric >= 0) {
                Measure measure = SdmxStructure.measure(cube.category(cell.cell(), metric));
                out.plain(measure.unit()).plain(String.valueOf(measure.decimals()));
            }
            out.line();
        });
        writer.flush();
    }
}
