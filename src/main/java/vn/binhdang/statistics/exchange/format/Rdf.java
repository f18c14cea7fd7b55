package vn.binhdang.statistics.exchange.format;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A description in RDF as a tree: things with properties whose values are texts, addresses or further things. */
final class Rdf {

    static final Map<String, String> PREFIXES = new java.util.TreeMap<>(Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "owl", "http://www.w3.org/2002/07/owl#",
            "xsd", "http://www.w3.org/2001/XMLSchema#"));

    sealed interface Value permits Text, Iri, Thing {}

    /** @param type a prefixed name, or null for words in a language */
    record Text(
            String text, @Nullable String type, @Nullable String language) implements Value {}

    record Iri(URI iri) implements Value {}

    record Property(String name, List<Value> values) {}

    /** @param iri absent for a thing that is only known as the value of a property */
    record Thing(@Nullable URI iri, String type, List<Property> properties) implements Value {}

    private final @Nullable URI iri;
    private final String type;
    private final List<Property> properties = new ArrayList<>();

    private Rdf(@Nullable URI iri, String type) {
        this.iri = iri;
        this.type = type;
    }

    static Rdf thing(URI iri, String type) {
        return new Rdf(iri, type);
    }

    static Rdf nameless(String type) {
        return new Rdf(null, type);
    }

    Rdf words(String name, Label label) {
        return words(name, List.of(label));
    }

    Rdf words(String name, List<Label> labels) {
        List<Value> values = new ArrayList<>();
        for (Label label : labels) {
            values.add(new Text(label.vi(), null, "vi"));
            label.english().ifPresent(en -> values.add(new Text(en, null, "en")));
        }
        return values(name, values);
    }

    Rdf text(String name, String text, String type) {
        return values(name, List.of(new Text(text, type, null)));
    }

    Rdf iri(String name, URI... iris) {
        List<Value> values = new ArrayList<>();
        for (URI one : iris) values.add(new Iri(one));
        return values(name, values);
    }

    Rdf iri(String name, Optional<URI> iri) {
        return iri.isPresent() ? iri(name, iri.get()) : this;
    }

    Rdf things(String name, List<Rdf> things) {
        return values(name, things.stream().map(t -> (Value) t.done()).toList());
    }

    private Rdf values(String name, List<Value> values) {
        if (!values.isEmpty()) properties.add(new Property(name, values));
        return this;
    }

    Thing done() {
        return new Thing(iri, type, List.copyOf(properties));
    }
}
