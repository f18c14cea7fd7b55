package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SDMX-ML 3.0, structure: code lists, concepts, the data structure and the data flow of one cube. */
public final class SdmxMlStructureWriter implements CubeWriter {

    @Override
    public void write(DataCube cube, OutputStream stream) throws IOException {
        SdmxStructure structure = SdmxStructure.of(cube);
        Dataset dataset = cube.dataset();
        XmlOut out = new XmlOut(stream);
        out.open(
                "mes:Structure",
                "xmlns:mes",
                SdmxMl.MESSAGE,
                "xmlns:str",
                SdmxMl.STRUCTURE,
                "xmlns:com",
                SdmxMl.COMMON);
        SdmxMl.head(out, dataset, "structure");
        out.words("mes:Source", dataset.source()).close();
        out.open("mes:Structures");
        out.open("str:Codelists");
        for (var list : structure.codelists()) {
            maintained(out, "str:Codelist", structure.codelistUrn(list.id()), dataset, list.id());
            out.words("com:Name", list.label());
            for (var code : list.codes()) {
                out.open("str:Code", "urn", codeUrn(structure, list.id(), code.id()), "id", code.id());
                nameAndParent(out, code.label(), code.parent());
                out.close();
            }
            out.close();
        }
        out.close();
        concepts(out, structure);
        out.open("str:Dataflows");
        maintained(out, "str:Dataflow", dataset.dataflowUrn(), dataset, dataset.id());
        out.words("com:Name", dataset.title()).words("com:Description", dataset.description());
        out.leaf("str:Structure", dataset.structureUrn()).close().close();
        out.open("str:DataStructures");
        maintained(out, "str:DataStructure", dataset.structureUrn(), dataset, "DSD_" + dataset.id());
        out.words("com:Name", dataset.title());
        out.open("str:DataStructureComponents");
        dimensions(out, structure);
        attributes(out, structure);
        out.open("str:MeasureList", "id", "MeasureDescriptor");
        out.open("str:Measure", "id", "OBS_VALUE", "usage", "optional");
        out.leaf("str:ConceptIdentity", structure.conceptUrn("OBS_VALUE"));
        representation(out, structure, null, "Decimal");
        out.end();
    }

    private static void maintained(XmlOut out, String element, String urn, Dataset dataset, String id)
            throws IOException {
        out.open(
                element,
                "urn",
                urn,
                "isExternalReference",
                "false",
                "agencyID",
                dataset.agency().id(),
                "id",
                id,
                "version",
                dataset.version());
    }

    /**
     * The schema of 3.0 takes names of XML only for a parent, though any code can be one and SDMX-JSON says so; it is a known
     * mistake (sdmx-twg/sdmx-ml, issue 30). Who checks would refuse the whole message for _T: such a parent is a note instead.
     */
    private static void nameAndParent(XmlOut out, Label label, @Nullable String parent) throws IOException {
        if (parent == null) out.words("com:Name", label);
        else if (parent.matches("[A-Za-z][A-Za-z0-9_-]*"))
            out.words("com:Name", label).leaf("str:Parent", parent);
        else {
            out.open("com:Annotations").open("com:Annotation");
            out.leaf("com:AnnotationType", "PARENT").leaf("com:AnnotationValue", parent);
            out.close().close();
            out.words("com:Name", label);
        }
    }

    private static String codeUrn(SdmxStructure structure, String list, String code) {
        return structure.codelistUrn(list).replace("codelist.Codelist=", "codelist.Code=") + "." + code;
    }

    private static void concepts(XmlOut out, SdmxStructure structure) throws IOException {
        Dataset dataset = structure.dataset();
        out.open("str:ConceptSchemes");
        maintained(
                out,
                "str:ConceptScheme",
                dataset.urn("conceptscheme.ConceptScheme", "CS_"),
                dataset,
                "CS_" + dataset.id());
        out.words("com:Name", dataset.title());
        for (Map.Entry<String, Label> concept : structure.concepts().entrySet()) {
            out.open("str:Concept", "urn", structure.conceptUrn(concept.getKey()), "id", concept.getKey());
            out.words("com:Name", concept.getValue()).close();
        }
        out.close().close();
    }

    private static void dimensions(XmlOut out, SdmxStructure structure) throws IOException {
        out.open("str:DimensionList", "id", "DimensionDescriptor");
        int position = 0;
        for (Dimension dimension : structure.dimensions()) {
            position++;
            boolean time = dimension.role() == Dimension.Role.TIME;
            if (time) out.open("str:TimeDimension", "id", dimension.id());
            else out.open("str:Dimension", "id", dimension.id(), "position", String.valueOf(position));
            out.leaf("str:ConceptIdentity", structure.conceptUrn(dimension.id()));
            representation(out, structure, structure.listOf(dimension).orElse(null), "ObservationalTimePeriod");
            out.close();
        }
        out.close();
    }

    private static void attributes(XmlOut out, SdmxStructure structure) throws IOException {
        out.open("str:AttributeList", "id", "AttributeDescriptor");
        for (var attribute : structure.attributes()) {
            out.open("str:Attribute", "id", attribute.id(), "usage", attribute.mandatory() ? "mandatory" : "optional");
            out.leaf("str:ConceptIdentity", structure.conceptUrn(attribute.id()));
            representation(out, structure, attribute.codelist(), attribute.textType());
            out.open("str:AttributeRelationship");
            if (attribute.dimensions().isEmpty()) out.empty("str:Observation");
            for (String dimension : attribute.dimensions()) out.leaf("str:Dimension", dimension);
            out.close().close();
        }
        out.close();
    }

    private static void representation(XmlOut out, SdmxStructure structure, @Nullable String list, String textType)
            throws IOException {
        out.open("str:LocalRepresentation");
        if (list != null) out.leaf("str:Enumeration", structure.codelistUrn(list));
        else if (textType.equals("String"))
            // What the schema assumes otherwise could not be an attribute in the data.
            out.empty("str:TextFormat", "textType", textType, "isMultiLingual", "false");
        else out.empty("str:TextFormat", "textType", textType);
        out.close();
    }
}
