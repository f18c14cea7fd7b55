package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** SDMX-JSON 2.0 (of SDMX 3.0), structure: the same as {@link SdmxMlStructureWriter} in JSON. */
public final class SdmxJsonStructureWriter implements CubeWriter {

    private final String language;

    public SdmxJsonStructureWriter(String language) {
        this.language = language;
    }

    @Override
    public void write(DataCube cube, OutputStream stream) throws IOException {
        SdmxStructure structure = SdmxStructure.of(cube);
        Dataset dataset = cube.dataset();
        JsonOut.document(stream, json -> {
            JsonOut.meta(json, dataset, "structure", language);
            json.writeObjectPropertyStart("data");
            json.writeArrayPropertyStart("codelists");
            for (var list : structure.codelists()) {
                maintained(json, structure.codelistUrn(list.id()), dataset, list.id(), list.label());
                json.writeArrayPropertyStart("codes");
                for (var code : list.codes()) {
                    json.writeStartObject();
                    json.writeStringProperty("id", code.id());
                    JsonOut.names(json, "name", code.label(), language);
                    if (code.parent() != null) json.writeStringProperty("parent", code.parent());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            concepts(json, structure);
            json.writeArrayPropertyStart("dataflows");
            maintained(json, dataset.dataflowUrn(), dataset, dataset.id(), dataset.title());
            JsonOut.names(json, "description", dataset.description(), language);
            json.writeStringProperty("structure", dataset.structureUrn());
            json.writeEndObject();
            json.writeEndArray();
            json.writeArrayPropertyStart("dataStructures");
            maintained(json, dataset.structureUrn(), dataset, "DSD_" + dataset.id(), dataset.title());
            json.writeObjectPropertyStart("dataStructureComponents");
            dimensions(json, structure);
            attributes(json, structure);
            json.writeObjectPropertyStart("measureList");
            json.writeStringProperty("id", "MeasureDescriptor");
            json.writeArrayPropertyStart("measures");
            component(json, structure, "OBS_VALUE", null, "Decimal");
            json.writeStringProperty("usage", "optional");
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** Opens the object and leaves it open. */
    private void maintained(JsonGenerator json, String urn, Dataset dataset, String id, Label name) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeStringProperty("agencyID", dataset.agency().id());
        json.writeStringProperty("version", dataset.version());
        json.writeBooleanProperty("isExternalReference", false);
        JsonOut.names(json, "name", name, language);
        json.writeArrayPropertyStart("links");
        json.writeStartObject();
        json.writeStringProperty("urn", urn);
        json.writeStringProperty("rel", "self");
        json.writeEndObject();
        json.writeEndArray();
    }

    private void concepts(JsonGenerator json, SdmxStructure structure) {
        Dataset dataset = structure.dataset();
        json.writeArrayPropertyStart("conceptSchemes");
        maintained(
                json,
                dataset.urn("conceptscheme.ConceptScheme", "CS_"),
                dataset,
                "CS_" + dataset.id(),
                dataset.title());
        json.writeArrayPropertyStart("concepts");
        for (Map.Entry<String, Label> concept : structure.concepts().entrySet()) {
            json.writeStartObject();
            json.writeStringProperty("id", concept.getKey());
            JsonOut.names(json, "name", concept.getValue(), language);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void dimensions(JsonGenerator json, SdmxStructure structure) {
        json.writeObjectPropertyStart("dimensionList");
        json.writeStringProperty("id", "DimensionDescriptor");
        json.writeArrayPropertyStart("dimensions");
        int position = 0;
        for (Dimension dimension : structure.dimensions()) {
            if (structure.listOf(dimension).isEmpty()) continue;
            component(
                    json, structure, dimension.id(), structure.listOf(dimension).get(), "String");
            json.writeNumberProperty("position", position++);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("timeDimension");
        component(json, structure, Dimension.TIME_PERIOD, null, "ObservationalTimePeriod");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void attributes(JsonGenerator json, SdmxStructure structure) {
        json.writeObjectPropertyStart("attributeList");
        json.writeStringProperty("id", "AttributeDescriptor");
        json.writeArrayPropertyStart("attributes");
        for (var attribute : structure.attributes()) {
            component(json, structure, attribute.id(), attribute.codelist(), attribute.textType());
            json.writeStringProperty("usage", attribute.mandatory() ? "mandatory" : "optional");
            json.writeObjectPropertyStart("attributeRelationship");
            if (attribute.dimensions().isEmpty())
                json.writeObjectPropertyStart("observation").writeEndObject();
            else {
                json.writeArrayPropertyStart("dimensions");
                attribute.dimensions().forEach(json::writeString);
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Opens the object and leaves it open. */
    private static void component(
            JsonGenerator json, SdmxStructure structure, String id, @Nullable String list, String textType) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeStringProperty("conceptIdentity", structure.conceptUrn(id));
        json.writeObjectPropertyStart("localRepresentation");
        if (list != null) json.writeStringProperty("enumeration", structure.codelistUrn(list));
        else {
            json.writeObjectPropertyStart("format");
            json.writeStringProperty("dataType", textType);
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
