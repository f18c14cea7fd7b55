package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** SDMX-JSON 2.0 (of SDMX 3.0), data: series with the periods as observations; places instead of codes. */
public final class SdmxJsonWriter implements CubeWriter {

    // The days of a report begin and end in Vietnam.
    private static final String ZONE = "+07:00";

    private final String language;

    public SdmxJsonWriter(String language) {
        this.language = language;
    }

    @Override
    public void write(DataCube cube, OutputStream stream) throws IOException {
        Dataset dataset = cube.dataset();
        JsonOut.document(stream, json -> {
            JsonOut.meta(json, dataset, "data", language);
            json.writeObjectPropertyStart("data");
            json.writeArrayPropertyStart("dataSets");
            json.writeStartObject();
            json.writeNumberProperty("structure", 0);
            json.writeStringProperty("action", "Information");
            links(json, dataset);
            dimensionAttributes(json, cube);
            series(json, cube);
            json.writeEndObject();
            json.writeEndArray();
            structure(json, cube);
            json.writeEndObject();
        });
    }

    private static void links(JsonGenerator json, Dataset dataset) {
        json.writeArrayPropertyStart("links");
        json.writeStartObject();
        json.writeStringProperty("href", dataset.home().toString());
        json.writeStringProperty("urn", dataset.dataflowUrn());
        json.writeStringProperty("rel", "dataflow");
        json.writeEndObject();
        json.writeEndArray();
    }

    /** What depends on one dimension only stands once for each of its categories, not at every observation. */
    private static void dimensionAttributes(JsonGenerator json, DataCube cube) {
        List<Dimension> dimensions = cube.dimensions();
        json.writeObjectPropertyStart("dimensionGroupAttributes");
        for (int period = 0; period < cube.time().size(); period++) {
            json.writeArrayPropertyStart(partialKey(dimensions.size(), dimensions.size() - 1, period));
            json.writeNumber(period);
            json.writeEndArray();
        }
        if (cube.metric().isPresent()) {
            Dimension metric = cube.metric().get();
            List<String> units = List.copyOf(SdmxStructure.units(metric).keySet());
            for (int i = 0; i < metric.size(); i++) {
                Measure measure = SdmxStructure.measure(metric.categories().get(i));
                json.writeArrayPropertyStart(partialKey(dimensions.size(), dimensions.indexOf(metric), i));
                json.writeNull();
                json.writeNumber(units.indexOf(measure.unit()));
                json.writeNumber(measure.decimals());
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    private static String partialKey(int count, int dimension, int position) {
        return ":".repeat(dimension) + position + ":".repeat(count - 1 - dimension);
    }

    private static void series(JsonGenerator json, DataCube cube) throws IOException {
        int time = cube.dimensions().size() - 1;
        json.writeObjectPropertyStart("series");
        long[] series = {-1};
        cube.each(cell -> {
            long key = cell.cell() / cube.time().size();
            if (key != series[0]) {
                if (series[0] >= 0) json.writeEndObject().writeEndObject();
                series[0] = key;
                StringBuilder name = new StringBuilder();
                for (int i = 0; i < time; i++) name.append(i == 0 ? "" : ":").append(cube.position(cell.cell(), i));
                json.writeObjectPropertyStart(time == 0 ? "0" : name.toString());
                json.writeObjectPropertyStart("observations");
            }
            json.writeArrayPropertyStart(String.valueOf(cube.position(cell.cell(), time)));
            if (cell.measured().isPresent()) json.writeNumber(cell.measured().get());
            else json.writeNull();
            json.writeNumber(cell.status().ordinal());
            if (cell.because().isPresent()) json.writeString(cell.because().get());
            json.writeEndArray();
        });
        if (series[0] >= 0) json.writeEndObject().writeEndObject();
        json.writeEndObject();
    }

    private void structure(JsonGenerator json, DataCube cube) {
        SdmxStructure structure = SdmxStructure.of(cube);
        Dataset dataset = cube.dataset();
        json.writeArrayPropertyStart("structures");
        json.writeStartObject();
        JsonOut.names(json, "name", dataset.title(), language);
        JsonOut.names(json, "description", dataset.description(), language);
        links(json, dataset);
        json.writeArrayPropertyStart("dataSets");
        json.writeNumber(0);
        json.writeEndArray();
        json.writeObjectPropertyStart("dimensions");
        json.writeArrayPropertyStart("series");
        int position = 0;
        for (Dimension dimension : cube.dimensions()) {
            if (dimension.role() == Dimension.Role.TIME) continue;
            dimension(json, structure, dimension, position++);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("observation");
        time(json, cube.time(), position);
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectPropertyStart("measures");
        json.writeArrayPropertyStart("observation");
        json.writeStartObject();
        json.writeStringProperty("id", "OBS_VALUE");
        JsonOut.names(json, "name", SdmxStructure.value(), language);
        json.writeBooleanProperty("isMandatory", false);
        json.writeObjectPropertyStart("format");
        json.writeStringProperty("dataType", "Decimal");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        attributes(json, structure);
        json.writeEndObject();
        json.writeEndArray();
    }

    private void dimension(JsonGenerator json, SdmxStructure structure, Dimension dimension, int position) {
        json.writeStartObject();
        json.writeStringProperty("id", dimension.id());
        JsonOut.names(json, "name", dimension.label(), language);
        json.writeNumberProperty("keyPosition", position);
        if (dimension.role() == Dimension.Role.GEO) {
            json.writeArrayPropertyStart("roles");
            json.writeString("GEO");
            json.writeEndArray();
        }
        json.writeArrayPropertyStart("values");
        String id = structure.listOf(dimension).orElseThrow();
        for (var list : structure.codelists()) if (list.id().equals(id)) codes(json, list.codes());
        json.writeEndArray();
        json.writeEndObject();
    }

    private void codes(JsonGenerator json, List<SdmxStructure.Code> codes) {
        int order = 0;
        for (var code : codes) {
            json.writeStartObject();
            json.writeStringProperty("id", code.id());
            JsonOut.names(json, "name", code.label(), language);
            if (code.parent() != null) json.writeStringProperty("parent", code.parent());
            json.writeNumberProperty("order", order++);
            json.writeEndObject();
        }
    }

    /** A time range has a slash and so cannot be an id: it is a value, with its first and last second. */
    private void time(JsonGenerator json, Dimension time, int position) {
        json.writeStartObject();
        json.writeStringProperty("id", time.id());
        JsonOut.names(json, "name", time.label(), language);
        json.writeNumberProperty("keyPosition", position);
        json.writeArrayPropertyStart("roles");
        json.writeString(time.id());
        json.writeEndArray();
        json.writeObjectPropertyStart("format");
        json.writeStringProperty("dataType", "TimeRange");
        json.writeEndObject();
        json.writeArrayPropertyStart("values");
        for (Category category : time.categories()) {
            json.writeStartObject();
            json.writeStringProperty("value", TimeRange.text(category.days()));
            JsonOut.names(json, "name", category.label(), language);
            json.writeStringProperty("start", category.days().from() + "T00:00:00" + ZONE);
            json.writeStringProperty("end", category.days().to() + "T23:59:59" + ZONE);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void attributes(JsonGenerator json, SdmxStructure structure) {
        json.writeObjectPropertyStart("attributes");
        json.writeArrayPropertyStart("dimensionGroup");
        for (var attribute : structure.attributes())
            if (!attribute.dimensions().isEmpty()) attribute(json, structure, attribute);
        json.writeEndArray();
        json.writeArrayPropertyStart("observation");
        for (var attribute : structure.attributes())
            if (attribute.dimensions().isEmpty()) attribute(json, structure, attribute);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Without a code list there are no values to point at: text and numbers stand where they are meant. */
    private void attribute(JsonGenerator json, SdmxStructure structure, SdmxStructure.Attribute attribute) {
        json.writeStartObject();
        json.writeStringProperty("id", attribute.id());
        JsonOut.names(json, "name", attribute.label(), language);
        json.writeBooleanProperty("isMandatory", attribute.mandatory());
        json.writeObjectPropertyStart("relationship");
        if (attribute.dimensions().isEmpty())
            json.writeObjectPropertyStart("observation").writeEndObject();
        else {
            json.writeArrayPropertyStart("dimensions");
            attribute.dimensions().forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndObject();
        if (attribute.codelist() != null) {
            json.writeArrayPropertyStart("values");
            for (var list : structure.codelists())
                if (list.id().equals(attribute.codelist())) codes(json, list.codes());
            json.writeEndArray();
        } else {
            json.writeObjectPropertyStart("format");
            json.writeStringProperty("dataType", attribute.textType());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
