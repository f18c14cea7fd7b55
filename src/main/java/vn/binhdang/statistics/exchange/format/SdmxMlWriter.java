package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * SDMX-ML 3.0, data (StructureSpecificData; the generic form ended with version 2.1): a series for each key without its time,
 * the periods as its observations.
 */
public final class SdmxMlWriter implements CubeWriter {

    @Override
    public void write(DataCube cube, OutputStream stream) throws IOException {
        Dataset dataset = cube.dataset();
        List<Dimension> dimensions = cube.dimensions();
        int time = dimensions.size() - 1;
        int metric = cube.metric().map(dimensions::indexOf).orElse(-1);
        XmlOut out = new XmlOut(stream);
        out.open(
                "mes:StructureSpecificData",
                "xmlns:mes",
                SdmxMl.MESSAGE,
                "xmlns:com",
                SdmxMl.COMMON,
                "xmlns:ss",
                SdmxMl.SPECIFIC,
                "xmlns:data",
                SdmxMl.dataNamespace(dataset),
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        SdmxMl.head(out, dataset, "data");
        out.open(
                "mes:Structure",
                "structureID",
                dataset.id(),
                "namespace",
                SdmxMl.dataNamespace(dataset),
                "dimensionAtObservation",
                Dimension.TIME_PERIOD);
        out.leaf("com:StructureUsage", dataset.dataflowUrn()).close();
        out.leaf("mes:DataSetAction", "Information");
        out.words("mes:Source", dataset.source());
        out.close();
        out.open(
                "mes:DataSet",
                "xsi:type",
                "data:DataSetType",
                "ss:structureRef",
                dataset.id(),
                "ss:dataScope",
                "DataStructure",
                "ss:action",
                "Information");
        long[] series = {-1};
        cube.each(cell -> {
            long key = cell.cell() / cube.time().size();
            if (key != series[0]) {
                if (series[0] >= 0) out.close();
                series[0] = key;
                out.open("Series");
                for (int i = 0; i < time; i++)
                    out.attribute(
                            dimensions.get(i).id(),
                            cube.category(cell.cell(), i).sdmx());
                if (metric >= 0) {
                    Measure measure = SdmxStructure.measure(cube.category(cell.cell(), metric));
                    out.attribute("UNIT_MEASURE", measure.unit());
                    out.attribute("DECIMALS", String.valueOf(measure.decimals()));
                }
            }
            Category period = cube.category(cell.cell(), time);
            out.open("Obs", Dimension.TIME_PERIOD, TimeRange.text(period.days()));
            if (cell.measured().isPresent()) out.attribute("OBS_VALUE", cell.number());
            out.attribute("OBS_STATUS", cell.status().code());
            if (cell.because().isPresent())
                out.attribute("COMMENT", cell.because().get());
            out.attribute("REPORT_PERIOD", period.sdmx());
            out.close();
        });
        out.end();
    }
}
