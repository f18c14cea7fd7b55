package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The XML schema of one cube: without it a StructureSpecificData message cannot be checked, since the types of SDMX are
 * abstract and each data structure has to restrict them to its own dimensions and codes.
 */
public final class SdmxMlSchemaWriter implements CubeWriter {

    @Override
    public void write(DataCube cube, OutputStream stream) throws IOException {
        SdmxStructure structure = SdmxStructure.of(cube);
        XmlOut out = new XmlOut(stream);
        out.open(
                "xs:schema",
                "xmlns:xs",
                "http://www.w3.org/2001/XMLSchema",
                "xmlns",
                SdmxMl.dataNamespace(cube.dataset()),
                "xmlns:ss",
                SdmxMl.SPECIFIC,
                "xmlns:com",
                SdmxMl.COMMON,
                "targetNamespace",
                SdmxMl.dataNamespace(cube.dataset()),
                "elementFormDefault",
                "qualified",
                "attributeFormDefault",
                "unqualified");
        out.empty("xs:import", "namespace", SdmxMl.COMMON, "schemaLocation", "SDMXCommon.xsd");
        out.empty("xs:import", "namespace", SdmxMl.SPECIFIC, "schemaLocation", "SDMXDataStructureSpecific.xsd");
        for (var list : structure.codelists()) {
            out.open("xs:simpleType", "name", list.id()).open("xs:restriction", "base", "xs:string");
            Set<String> seen = new HashSet<>();
            for (var code : list.codes()) if (seen.add(code.id())) out.empty("xs:enumeration", "value", code.id());
            out.close().close();
        }
        restriction(out, "DataSetType", List.of("Series"), () -> {});
        restriction(out, "SeriesType", List.of("Obs"), () -> {
            for (Dimension dimension : structure.dimensions())
                if (structure.listOf(dimension).isPresent())
                    attribute(out, dimension.id(), structure.listOf(dimension).get(), true);
            attributes(out, structure, true);
            prohibited(out, Dimension.TIME_PERIOD);
        });
        restriction(out, "ObsType", List.of(), () -> {
            attribute(out, Dimension.TIME_PERIOD, "com:ObservationalTimePeriodType", true);
            attribute(out, "OBS_VALUE", "xs:decimal", false);
            attributes(out, structure, false);
            prohibited(out, "type");
        });
        out.end();
    }

    private interface Body {
        void write() throws IOException;
    }

    private static void restriction(XmlOut out, String type, List<String> elements, Body body) throws IOException {
        out.open("xs:complexType", "name", type).open("xs:complexContent");
        out.open("xs:restriction", "base", "ss:" + type).open("xs:sequence");
        out.empty("xs:element", "ref", "com:Annotations", "minOccurs", "0");
        if (type.equals("DataSetType"))
            out.empty(
                    "xs:element",
                    "name",
                    "DataProvider",
                    "type",
                    "com:DataProviderReferenceType",
                    "form",
                    "unqualified",
                    "minOccurs",
                    "0");
        for (String element : elements) {
            String[] one = {"name", element, "type", element + "Type", "form", "unqualified"};
            // A restriction repeats what is repeated in the type that it restricts: there a choice, here the element.
            if (type.equals("DataSetType")) {
                out.open("xs:choice", "minOccurs", "0", "maxOccurs", "unbounded");
                out.empty("xs:element", one).close();
            } else {
                out.open("xs:element", one).attribute("minOccurs", "0").attribute("maxOccurs", "unbounded");
                out.close();
            }
        }
        out.close();
        body.write();
        if (!type.equals("DataSetType")) prohibited(out, "REPORTING_YEAR_START_DAY");
        out.close().close().close();
    }

    /** @param ofSeries those that do not depend on the period */
    private static void attributes(XmlOut out, SdmxStructure structure, boolean ofSeries) throws IOException {
        for (var attribute : structure.attributes()) {
            boolean series =
                    !attribute.dimensions().isEmpty() && !attribute.dimensions().contains(Dimension.TIME_PERIOD);
            if (series != ofSeries) continue;
            String type = attribute.codelist() != null
                    ? attribute.codelist()
                    : attribute.textType().equals("Integer") ? "xs:integer" : "xs:string";
            attribute(out, attribute.id(), type, false);
        }
    }

    private static void attribute(XmlOut out, String name, String type, boolean required) throws IOException {
        out.empty("xs:attribute", "name", name, "type", type, "use", required ? "required" : "optional");
    }

    private static void prohibited(XmlOut out, String name) throws IOException {
        String type = name.equals(Dimension.TIME_PERIOD)
                ? "com:ObservationalTimePeriodType"
                : name.equals("type") ? "com:IDType" : "xs:gMonthDay";
        out.empty("xs:attribute", "name", name, "type", type, "use", "prohibited");
    }
}
