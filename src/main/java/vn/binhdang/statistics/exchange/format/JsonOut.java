package vn.binhdang.statistics.exchange.format;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON as it streams by, with what the JSON formats have in common. */
final class JsonOut {

    // Closing what is open would make a whole document of one that broke off in the middle: who reads it must notice.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private JsonOut() {}

    static void document(OutputStream stream, Body body) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(stream)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
            json.flush();
        } catch (JacksonException broken) {
            throw new IOException("the receiver has gone", broken);
        }
    }

    /** In SDMX-JSON: the best match for the reader, and all of them. */
    static void names(JsonGenerator json, String property, Label label, String language) {
        json.writeStringProperty(property, label.in(language));
        json.writeObjectPropertyStart(property + "s");
        json.writeStringProperty("vi", label.vi());
        label.english().ifPresent(en -> json.writeStringProperty("en", en));
        json.writeEndObject();
    }

    /** The "meta" of SDMX-JSON messages. */
    static void meta(JsonGenerator json, Dataset dataset, String message, String language) {
        json.writeObjectPropertyStart("meta");
        json.writeStringProperty("schema", "https://json.sdmx.org/2.0.0/sdmx-json-" + message + "-schema.json");
        json.writeStringProperty("id", SdmxMl.messageId(dataset, message));
        json.writeBooleanProperty("test", false);
        json.writeStringProperty("prepared", dataset.updated().toString());
        json.writeArrayPropertyStart("contentLanguages");
        json.writeString(language);
        json.writeString(language.equals("vi") ? "en" : "vi");
        json.writeEndArray();
        names(json, "name", dataset.title(), language);
        json.writeObjectPropertyStart("sender");
        json.writeStringProperty("id", dataset.agency().id());
        names(json, "name", dataset.agency().name(), language);
        json.writeEndObject();
        json.writeEndObject();
    }
}
