package vn.binhdang.statistics.exchange.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.binhdang.statistics.Window;

/** One line for each cell, codes and words side by side: for people, spreadsheet programs and small scripts. */
public final class CsvWriter implements CubeWriter {

    private final String language;
    private final boolean marked;

    /** @param marked begins with a byte order mark, without which Excel reads Vietnamese letters as something else */
    public CsvWriter(String language, boolean marked) {
        this.language = language;
        this.marked = marked;
    }

    @Override
    public void write(DataCube cube, OutputStream stream) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        if (marked) writer.write('\uFEFF');
        CsvOut out = new CsvOut(writer);
        List<Dimension> dimensions = cube.dimensions();
        int metric = cube.metric().map(dimensions::indexOf).orElse(-1);
        for (Dimension dimension : dimensions) out.plain(dimension.id()).plain(dimension.id() + "_LABEL");
        out.plain("PERIOD_FROM").plain("PERIOD_TO").plain("OBS_VALUE").plain("OBS_STATUS");
        if (metric >= 0) out.plain("UNIT_MEASURE").plain("UNIT_MEASURE_LABEL").plain("DECIMALS");
        out.plain("COMMENT").line();
        cube.each(cell -> {
            for (int i = 0; i < dimensions.size(); i++) {
                Category category = cube.category(cell.cell(), i);
                out.text(category.code()).text(category.label().in(language));
            }
            Window days = cube.category(cell.cell(), dimensions.size() - 1).days();
            out.plain(days.from().toString()).plain(days.to().toString());
            out.plain(cell.number()).plain(cell.status().code());
            if (metric >= 0) {
                Measure measure = SdmxStructure.measure(cube.category(cell.cell(), metric));
                out.text(measure.unit()).text(measure.label().in(language)).plain(String.valueOf(measure.decimals()));
            }
            out.text(cell.because().orElse("")).line();
        });
        writer.flush();
    }
}
