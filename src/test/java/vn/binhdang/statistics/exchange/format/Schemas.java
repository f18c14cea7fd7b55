package vn.binhdang.statistics.exchange.format;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Checks documents; see src/test/resources/exchange/README.md for against what, and how the official schemas come in. */
public final class Schemas {

    private static final Map<String, String> OURS = Map.of(
            SdmxMl.COMMON, "sdmx-common.xsd",
            SdmxMl.STRUCTURE, "sdmx-structure.xsd",
            SdmxMl.SPECIFIC, "sdmx-specific.xsd",
            SdmxMl.MESSAGE, "sdmx-message.xsd",
            XMLConstants.XML_NS_URI, "xml.xsd");

    private Schemas() {}

    static InputStream resource(String name) {
        InputStream found = Schemas.class.getResourceAsStream("/exchange/" + name);
        if (found == null) throw new IllegalArgumentException(name);
        return found;
    }

    /** What is wrong, by every set of schemas that there is; empty is what one hopes for. */
    public static List<String> sdmxMl(byte[] document, Optional<byte[]> cubeSchema) {
        List<String> faults = new ArrayList<>(xml(document, cubeSchema, Optional.empty()));
        Optional.ofNullable(System.getProperty("binhdang.sdmx.ml"))
                .ifPresent(folder -> faults.addAll(xml(document, cubeSchema, Optional.of(Path.of(folder)))));
        return faults;
    }

    private static List<String> xml(byte[] document, Optional<byte[]> cubeSchema, Optional<Path> official) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
            factory.setResourceResolver((_, namespace, publicId, systemId, _) -> {
                String ours = namespace == null ? null : OURS.get(namespace);
                try {
                    if (official.isPresent()) {
                        String name = systemId.substring(systemId.lastIndexOf('/') + 1);
                        return new Input(name, Files.readAllBytes(official.get().resolve(name)));
                    }
                    return ours == null ? null : new Input(ours, resource(ours).readAllBytes());
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
            List<Source> sources = new ArrayList<>();
            if (official.isPresent())
                sources.add(new StreamSource(
                        official.get().resolve("SDMXMessage.xsd").toFile()));
            else sources.add(new StreamSource(resource("sdmx-message.xsd"), "sdmx-message.xsd"));
            cubeSchema.ifPresent(bytes -> sources.add(new StreamSource(new ByteArrayInputStream(bytes), "cube.xsd")));
            Schema schema = factory.newSchema(sources.toArray(Source[]::new));
            Collected faults = new Collected();
            Validator validator = schema.newValidator();
            validator.setErrorHandler(faults);
            validator.validate(new StreamSource(new ByteArrayInputStream(document)));
            return faults.messages;
        } catch (SAXException | IOException broken) {
            return List.of(broken.toString());
        }
    }

    public static List<String> json(byte[] document, String schema) {
        List<String> faults = new ArrayList<>(against(
                document,
                resource(schema),
                SpecificationVersion.DRAFT_2020_12,
                // that of OpenAPI calls relative references "uri", which they are not; formats are only notes there
                !schema.startsWith("openapi")));
        String folder = System.getProperty("binhdang.sdmx.json");
        if (folder != null && schema.startsWith("sdmx-"))
            try (InputStream official =
                    Files.newInputStream(Path.of(folder).resolve(schema.replace(".schema.json", "-schema.json")))) {
                faults.addAll(against(document, official, SpecificationVersion.DRAFT_7, true));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        return faults;
    }

    private static List<String> against(
            byte[] document, InputStream schema, SpecificationVersion version, boolean formats) {
        try {
            String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8)
                    // Those of SDMX name no draft, only the newest there was, and one its id as draft 4 did; all else
                    // is draft 7.
                    .replace("http://json-schema.org/schema#", "http://json-schema.org/draft-07/schema#")
                    .replaceFirst("\"id\"(: *\"https://)", "\"\\$id\"$1");
            return SchemaRegistry.withDefaultDialect(version)
                    .getSchema(text, InputFormat.JSON)
                    .validate(
                            new String(document, StandardCharsets.UTF_8),
                            InputFormat.JSON,
                            execution -> execution.executionConfig(c -> c.formatAssertionsEnabled(formats)))
                    .stream()
                    .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                    .toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static final class Collected implements ErrorHandler {
        final List<String> messages = new ArrayList<>();

        @Override
        public void warning(SAXParseException warning) {
            messages.add(warning.getMessage());
        }

        @Override
        public void error(SAXParseException error) {
            messages.add(error.getLineNumber() + ": " + error.getMessage());
        }

        @Override
        public void fatalError(SAXParseException error) {
            messages.add(error.getLineNumber() + ": " + error.getMessage());
        }
    }

    /** What the resolver of a schema wants; everything that it may ask for is in the bytes. */
    private record Input(String name, byte[] bytes) implements LSInput {
        @Override
        public InputStream getByteStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public String getSystemId() {
            return name;
        }

        @Override
        public java.io.Reader getCharacterStream() {
            return null;
        }

        @Override
        public String getStringData() {
            return null;
        }

        @Override
        public String getPublicId() {
            return null;
        }

        @Override
        public String getBaseURI() {
            return null;
        }

        @Override
        public String getEncoding() {
            return null;
        }

        @Override
        public boolean getCertifiedText() {
            return false;
        }

        @Override
        public void setCharacterStream(java.io.Reader reader) {}

        @Override
        public void setByteStream(InputStream stream) {}

        @Override
        public void setStringData(String text) {}

        @Override
        public void setSystemId(String id) {}

        @Override
        public void setPublicId(String id) {}

        @Override
        public void setBaseURI(String uri) {}

        @Override
        public void setEncoding(String encoding) {}

        @Override
        public void setCertifiedText(boolean certified) {}
    }
}
