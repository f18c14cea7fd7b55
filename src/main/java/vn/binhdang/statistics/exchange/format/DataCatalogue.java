package vn.binhdang.statistics.exchange.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import vn.binhdang.statistics.Window;

/**
 * What data there is, for portals that gather such lists: DCAT 3 as the application profile DCAT-AP 3 wants it, in Turtle and in
 * JSON-LD. Both are written from one description and say the same.
 *
 * @param home address of the catalogue; those of data sets and files are below it
 * @param licence under which the data may be used; a portal that does not know it will not list the data
 */
public record DataCatalogue(URI home, URI site, Dataset.Agency publisher, Optional<URI> licence, List<Entry> entries) {

    /**
     * @param issued day of the publication
     * @param days first to last day of what it holds
     * @param place the area that it covers
     */
    public record Entry(
            Dataset dataset, LocalDate issued, List<Label> keywords, Optional<Window> days, Optional<Label> place) {}

    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    /** Words of the address, media type and kind of file in the European list; none there means JSON or XML, whatever is in it. */
    private record File(Format format, String kind) {}

    private static final List<File> FILES = List.of(
            new File(Format.CSV, "CSV"),
            new File(Format.JSON_STAT, "JSON"),
            new File(Format.SDMX_CSV, "CSV"),
            new File(Format.SDMX_JSON, "JSON"),
            new File(Format.SDMX_ML, "XML"));

    private Rdf.Thing tree() {
        Rdf publishing = Rdf.thing(below("#publisher"), "foaf:Agent").words("foaf:name", publisher.name());
        List<Rdf> datasets = new ArrayList<>();
        for (Entry entry : entries) datasets.add(dataset(entry));
        Rdf service = Rdf.thing(below("#api"), "dcat:DataService")
                .words("dct:title", Words.label("catalogue.api"))
                .iri("dcat:endpointURL", site.resolve("/api/"))
                .iri("dcat:endpointDescription", site.resolve("/api/openapi.json"))
                .iri(
                        "dcat:servesDataset",
                        entries.stream().map(e -> thing(e.dataset())).toArray(URI[]::new))
                .iri("dct:license", licence);
        return Rdf.thing(home, "dcat:Catalog")
                .words("dct:title", Words.label("catalogue.title"))
                .words("dct:description", Words.label("catalogue.description"))
                .iri("foaf:homepage", site)
                .iri("dct:language", languages())
                .iri("dct:license", licence)
                .things("dct:publisher", List.of(publishing))
                .iri("dcat:themeTaxonomy", URI.create(AUTHORITY + "data-theme"))
                .things("dcat:service", List.of(service))
                .things("dcat:dataset", datasets)
                .done();
    }

    private static URI[] languages() {
        return new URI[] {URI.create(AUTHORITY + "language/VIE"), URI.create(AUTHORITY + "language/ENG")};
    }

    private URI below(String fragment) {
        return URI.create(home + fragment);
    }

    private URI thing(Dataset dataset) {
        return URI.create(dataset.home() + "#dataset");
    }

    private Rdf dataset(Entry entry) {
        Dataset dataset = entry.dataset();
        Rdf described = Rdf.thing(thing(dataset), "dcat:Dataset")
                .words("dct:title", dataset.title())
                .words("dct:description", dataset.description())
                .text("dct:identifier", dataset.id(), "xsd:string")
                .text("dcat:version", dataset.version(), "xsd:string")
                .text("dct:issued", entry.issued().toString(), "xsd:date")
                .text("dct:modified", dataset.updated().toString(), "xsd:dateTime")
                .words("dcat:keyword", entry.keywords())
                .iri("dcat:theme", URI.create(AUTHORITY + "data-theme/SOCI"))
                .iri("dct:language", languages())
                .iri("dct:publisher", below("#publisher"))
                .iri("dct:accessRights", URI.create(AUTHORITY + "access-right/PUBLIC"))
                .iri("dcat:landingPage", dataset.home());
        entry.days()
                .ifPresent(days -> described.things(
                        "dct:temporal",
                        List.of(Rdf.nameless("dct:PeriodOfTime")
                                .text("dcat:startDate", days.from().toString(), "xsd:date")
                                .text("dcat:endDate", days.to().toString(), "xsd:date"))));
        entry.place()
                .ifPresent(place -> described.things(
                        "dct:spatial", List.of(Rdf.nameless("dct:Location").words("dct:title", place))));
        List<Rdf> files = new ArrayList<>();
        for (File file : FILES) {
            URI address = URI.create(dataset.home() + "?format=" + file.format().word());
            String type = file.format().mediaType();
            files.add(Rdf.thing(address, "dcat:Distribution")
                    .words("dct:title", Label.vietnamese(file.format().word()))
                    .iri("dcat:accessURL", dataset.home())
                    .iri("dcat:downloadURL", address)
                    .iri("dcat:mediaType", URI.create(MEDIA_TYPES + type.replaceFirst(";.*", "")))
                    .iri("dct:format", URI.create(AUTHORITY + "file-type/" + file.kind()))
                    .iri("dcat:accessService", below("#api"))
                    .iri("dct:license", licence));
        }
        return described.things("dcat:distribution", files);
    }

    /** text/turtle. */
    public void turtle(OutputStream stream) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        for (Map.Entry<String, String> prefix : Rdf.PREFIXES.entrySet())
            out.write("@prefix %s: <%s> .\n".formatted(prefix.getKey(), prefix.getValue()));
        List<Rdf.Thing> things = new ArrayList<>(List.of(tree()));
        for (int i = 0; i < things.size(); i++) {
            Rdf.Thing thing = things.get(i);
            out.write("\n" + iri(thing.iri()));
            properties(out, thing, things, "  ");
            out.write(" .\n");
        }
        out.flush();
    }

    /** Things with an address follow by themselves; those without stand where they are needed. */
    private static void properties(Writer out, Rdf.Thing thing, List<Rdf.Thing> later, String indent)
            throws IOException {
        out.write(" a " + thing.type());
        for (Rdf.Property property : thing.properties()) {
            out.write(" ;\n" + indent + property.name() + " ");
            for (int i = 0; i < property.values().size(); i++) {
                if (i > 0) out.write(", ");
                switch (property.values().get(i)) {
                    case Rdf.Iri iri -> out.write(iri(iri.iri()));
                    case Rdf.Text text -> out.write(literal(text));
                    case Rdf.Thing part -> {
                        if (part.iri() != null) {
                            out.write(iri(part.iri()));
                            later.add(part);
                        } else {
                            out.write("[");
                            properties(out, part, later, indent + "  ");
                            out.write(" ]");
                        }
                    }
                }
            }
        }
    }

    private static String iri(@org.jspecify.annotations.Nullable URI iri) {
        return "<" + String.valueOf(iri == null ? "" : iri.toASCIIString()) + ">";
    }

    private static String literal(Rdf.Text text) {
        String escaped = text.text()
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return "\"" + escaped + "\"" + (text.language() != null ? "@" + text.language() : "^^" + text.type());
    }

    /** application/ld+json. */
    public void jsonLd(OutputStream stream) throws IOException {
        JsonOut.document(stream, json -> {
            json.writeObjectPropertyStart("@context");
            Rdf.PREFIXES.forEach(json::writeStringProperty);
            json.writeEndObject();
            object(json, tree());
        });
    }

    private static void object(JsonGenerator json, Rdf.Thing thing) {
        if (thing.iri() != null) json.writeStringProperty("@id", thing.iri().toASCIIString());
        json.writeStringProperty("@type", thing.type());
        for (Rdf.Property property : thing.properties()) {
            json.writeArrayPropertyStart(property.name());
            for (Rdf.Value value : property.values()) {
                json.writeStartObject();
                switch (value) {
                    case Rdf.Iri iri ->
                        json.writeStringProperty("@id", iri.iri().toASCIIString());
                    case Rdf.Thing part -> object(json, part);
                    case Rdf.Text text -> {
                        json.writeStringProperty("@value", text.text());
                        if (text.language() != null) json.writeStringProperty("@language", text.language());
                        else json.writeStringProperty("@type", String.valueOf(text.type()));
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
