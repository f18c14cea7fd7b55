package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/**
 * JSON-stat 2.0, a data set in one language. Values and statuses stand apart there, so the cells are read twice, and a third
 * time when some have reasons; nothing is held in memory.
 */
public final class JsonStatWriter implements CubeWriter {

    /** Above this many places, most of which may be empty, they are written by number instead of one after the other. */
    static final long DENSE = 1_000_000;

    private final String language;

    public JsonStatWriter(String language) {
        this.language = language;
    }

    @Override
    public void write(DataCube cube, OutputStream stream) throws IOException {
        JsonOut.document(stream, json -> {
            Dataset dataset = cube.dataset();
            json.writeStringProperty("version", "2.0");
            json.writeStringProperty("class", "dataset");
            json.writeStringProperty("href", dataset.home().toString());
            json.writeStringProperty("label", dataset.title().in(language));
            json.writeStringProperty("source", dataset.source().in(language));
            json.writeStringProperty("updated", dataset.updated().toString());
            json.writeArrayPropertyStart("note");
            json.writeString(dataset.description().in(language));
            json.writeEndArray();
            json.writeArrayPropertyStart("id");
            for (Dimension dimension : cube.dimensions()) json.writeString(dimension.id());
            json.writeEndArray();
            json.writeArrayPropertyStart("size");
            for (Dimension dimension : cube.dimensions()) json.writeNumber(dimension.size());
            json.writeEndArray();
            roles(json, cube);
            json.writeObjectPropertyStart("dimension");
            for (Dimension dimension : cube.dimensions()) dimension(json, dimension);
            json.writeEndObject();
            cells(json, cube);
        });
    }

    private static void roles(JsonGenerator json, DataCube cube) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        for (Dimension dimension : cube.dimensions()) {
            String role = switch (dimension.role()) {
                case TIME -> "time";
                case GEO -> "geo";
                case METRIC -> "metric";
                case CLASSIFICATION -> "";
            };
            if (!role.isEmpty())
                roles.computeIfAbsent(role, _ -> new ArrayList<>()).add(dimension.id());
        }
        json.writeObjectPropertyStart("role");
        roles.forEach((role, ids) -> {
            json.writeArrayPropertyStart(role);
            ids.forEach(json::writeString);
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    private void dimension(JsonGenerator json, Dimension dimension) {
        json.writeObjectPropertyStart(dimension.id());
        json.writeStringProperty("label", dimension.label().in(language));
        json.writeObjectPropertyStart("category");
        json.writeArrayPropertyStart("index");
        for (Category category : dimension.categories()) json.writeString(category.code());
        json.writeEndArray();
        json.writeObjectPropertyStart("label");
        for (Category category : dimension.categories())
            json.writeStringProperty(category.code(), category.label().in(language));
        json.writeEndObject();
        children(json, dimension);
        if (dimension.role() == Dimension.Role.METRIC) {
            json.writeObjectPropertyStart("unit");
            for (Category category : dimension.categories()) {
                Measure measure = SdmxStructure.measure(category);
                json.writeObjectPropertyStart(category.code());
                json.writeStringProperty("label", measure.label().in(language));
                json.writeNumberProperty("decimals", measure.decimals());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        if (dimension.role() == Dimension.Role.TIME) {
            // 2024 here is not the calendar year: whoever only looks at the code is told so beside it.
            json.writeObjectPropertyStart("note");
            for (Category category : dimension.categories()) {
                json.writeArrayPropertyStart(category.code());
                json.writeString(TimeRange.text(category.days()));
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void children(JsonGenerator json, Dimension dimension) {
        Set<String> known = new HashSet<>();
        dimension.categories().forEach(c -> known.add(c.code()));
        Map<String, List<String>> children = new LinkedHashMap<>();
        for (Category category : dimension.categories())
            if (category.parent() != null && known.contains(category.parent()))
                children.computeIfAbsent(category.parent(), _ -> new ArrayList<>())
                        .add(category.code());
        if (children.isEmpty()) return;
        json.writeObjectPropertyStart("child");
        children.forEach((parent, codes) -> {
            json.writeArrayPropertyStart(parent);
            codes.forEach(json::writeString);
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    private void cells(JsonGenerator json, DataCube cube) throws IOException {
        boolean dense = cube.size() <= DENSE;
        boolean[] seen = new boolean[2];
        if (dense) json.writeArrayPropertyStart("value");
        else json.writeObjectPropertyStart("value");
        long[] next = {0};
        cube.each(cell -> {
            seen[0] |= cell.status() != Status.NORMAL;
            seen[1] |= cell.because().isPresent();
            if (dense) while (next[0]++ < cell.cell()) json.writeNull();
            else if (cell.measured().isPresent()) json.writeName(String.valueOf(cell.cell()));
            if (cell.measured().isPresent()) json.writeNumber(cell.measured().get());
            else if (dense) json.writeNull();
        });
        if (dense) while (next[0]++ < cube.size()) json.writeNull();
        if (dense) json.writeEndArray();
        else json.writeEndObject();
        if (seen[0]) {
            json.writeObjectPropertyStart("status");
            cube.each(cell -> {
                if (cell.status() != Status.NORMAL)
                    json.writeStringProperty(
                            String.valueOf(cell.cell()), cell.status().code());
            });
            json.writeEndObject();
        }
        extension(json, cube, seen);
    }

    private void extension(JsonGenerator json, DataCube cube, boolean[] seen) throws IOException {
        json.writeObjectPropertyStart("extension");
        if (cube.dataset().map() != null)
            json.writeStringProperty("map", cube.dataset().map().toString());
        json.writeObjectPropertyStart("period");
        for (Category category : cube.time().categories()) {
            json.writeObjectPropertyStart(category.code());
            json.writeStringProperty("from", category.days().from().toString());
            json.writeStringProperty("to", category.days().to().toString());
            json.writeEndObject();
        }
        json.writeEndObject();
        if (seen[0]) {
            json.writeObjectPropertyStart("status");
            json.writeObjectPropertyStart("label");
            for (Status status : Status.values())
                json.writeStringProperty(status.code(), status.label().in(language));
            json.writeEndObject();
            json.writeEndObject();
        }
        if (seen[1]) {
            json.writeObjectPropertyStart("reason");
            cube.each(cell -> {
                if (cell.because().isPresent())
                    json.writeStringProperty(
                            String.valueOf(cell.cell()), cell.because().get());
            });
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
