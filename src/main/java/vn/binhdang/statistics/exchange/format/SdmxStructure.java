package vn.binhdang.statistics.exchange.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What SDMX has to be told about a cube before its cells make sense: concepts, code lists and the attributes with what they
 * depend on. The XML, the JSON and the schema all say the same because they say this.
 */
record SdmxStructure(
        Dataset dataset, List<Dimension> dimensions, List<Codelist> codelists, List<Attribute> attributes) {

    record Code(String id, Label label, @Nullable String parent) {}

    record Codelist(String id, Label label, List<Code> codes) {}

    /**
     * @param codelist absent for free text and numbers
     * @param dimensions on which its value depends; none: it may differ with every observation
     */
    record Attribute(
            String id,
            Label label,
            boolean mandatory,
            @Nullable String codelist,
            String textType,
            List<String> dimensions) {}

    static Label value() {
        return Words.label("concept.value");
    }

    static SdmxStructure of(DataCube cube) {
        Dataset dataset = cube.dataset();
        List<Codelist> lists = new ArrayList<>();
        for (Dimension dimension : cube.dimensions())
            if (dimension.role() != Dimension.Role.TIME)
                lists.add(new Codelist(listId(dataset, dimension.id()), dimension.label(), codes(dimension)));
        Label statusLabel = Words.label("concept.status");
        Label periodLabel = Words.label("concept.period");
        Label unitLabel = Words.label("concept.unit");
        List<Code> statuses = new ArrayList<>();
        for (Status status : Status.values()) statuses.add(new Code(status.code(), status.label(), null));
        lists.add(new Codelist(listId(dataset, "OBS_STATUS"), statusLabel, statuses));
        lists.add(new Codelist(listId(dataset, "REPORT_PERIOD"), periodLabel, codes(cube.time())));
        List<Attribute> attributes = new ArrayList<>();
        attributes.add(
                new Attribute("OBS_STATUS", statusLabel, true, listId(dataset, "OBS_STATUS"), "String", List.of()));
        attributes.add(new Attribute("COMMENT", Words.label("concept.comment"), false, null, "String", List.of()));
        attributes.add(new Attribute(
                "REPORT_PERIOD",
                periodLabel,
                false,
                listId(dataset, "REPORT_PERIOD"),
                "String",
                List.of(Dimension.TIME_PERIOD)));
        cube.metric().ifPresent(metric -> {
            lists.add(new Codelist(
                    listId(dataset, "UNIT_MEASURE"),
                    unitLabel,
                    units(metric).values().stream()
                            .map(m -> new Code(m.unit(), m.label(), null))
                            .toList()));
            attributes.add(new Attribute(
                    "UNIT_MEASURE", unitLabel, true, listId(dataset, "UNIT_MEASURE"), "String", List.of(metric.id())));
            attributes.add(new Attribute(
                    "DECIMALS", Words.label("concept.decimals"), false, null, "Integer", List.of(metric.id())));
        });
        return new SdmxStructure(dataset, cube.dimensions(), lists, attributes);
    }

    /** The unit of a category of the metric dimension. */
    static Measure measure(Category category) {
        Measure measure = category.measure();
        if (measure == null) throw new IllegalStateException("nothing is measured by " + category.code());
        return measure;
    }

    /** By code, in order of appearance. */
    static Map<String, Measure> units(Dimension metric) {
        Map<String, Measure> units = new LinkedHashMap<>();
        for (Category category : metric.categories())
            units.putIfAbsent(measure(category).unit(), measure(category));
        return units;
    }

    private static List<Code> codes(Dimension dimension) {
        Set<String> known = new HashSet<>();
        dimension.categories().forEach(c -> known.add(c.code()));
        return dimension.categories().stream()
                .map(c -> new Code(
                        c.sdmx(),
                        c.label(),
                        c.parent() == null || !known.contains(c.parent()) ? null : SdmxIds.code(c.parent())))
                .toList();
    }

    private static String listId(Dataset dataset, String of) {
        return "CL_" + dataset.id() + "_" + of;
    }

    Optional<String> listOf(Dimension dimension) {
        return dimension.role() == Dimension.Role.TIME
                ? Optional.empty()
                : Optional.of(listId(dataset, dimension.id()));
    }

    String conceptUrn(String concept) {
        return dataset.urn("conceptscheme.Concept", "CS_") + "." + concept;
    }

    String codelistUrn(String id) {
        return "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=%s:%s(%s)"
                .formatted(dataset.agency().id(), id, dataset.version());
    }

    /** Of every component, in order: dimensions, value, attributes. */
    Map<String, Label> concepts() {
        Map<String, Label> concepts = new LinkedHashMap<>();
        for (Dimension dimension : dimensions) concepts.put(dimension.id(), dimension.label());
        concepts.put("OBS_VALUE", value());
        for (Attribute attribute : attributes) concepts.put(attribute.id(), attribute.label());
        return concepts;
    }
}
