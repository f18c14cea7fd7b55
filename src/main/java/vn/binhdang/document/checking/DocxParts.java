package vn.binhdang.document.checking;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The few XML parts of a DOCX that say how it looks. Nothing outside the file is fetched, and no part may be huge. */
record DocxParts(Map<String, byte[]> parts) {
    /** What is called for each element; the reader stands on its start or its end. */
    interface Visitor {
        void start(String name, XMLStreamReader element) throws XMLStreamException;

        default void end(String name) {}

        default void text(String text) {}
    }

    private static final Pattern WANTED = Pattern.compile(
            "word/(document\\.xml|styles\\.xml|theme/theme1\\.xml|(header|footer)\\d{0,3}\\.xml|_rels/document\\.xml\\.rels)");
    private static final int LARGEST = 64 << 20;
    private static final XMLInputFactory XML = xml();

    static DocxParts of(byte[] file) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        int left = LARGEST;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!WANTED.matcher(entry.getName()).matches()) continue;
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) throw new IOException("too large inside");
                parts.put(entry.getName(), bytes);
            }
        }
        if (!parts.containsKey("word/document.xml")) throw new IOException("not a DOCX");
        return new DocxParts(parts);
    }

    /** Walks a part from its first element to its last; a part that is not there is not walked. */
    void walk(String name, Visitor visitor) throws IOException {
        byte[] bytes = parts.get(name);
        if (bytes == null) return;
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> visitor.start(reader.getLocalName(), reader);
                    case XMLStreamConstants.END_ELEMENT -> visitor.end(reader.getLocalName());
                    case XMLStreamConstants.CHARACTERS -> visitor.text(reader.getText());
                    default -> {
                        // comments and processing instructions say nothing about the layout
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("%s is not well-formed".formatted(name), e);
        }
    }

    /** An attribute by its local name: Word writes w:val, the strict variant another namespace. */
    static @Nullable String attribute(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++)
            if (element.getAttributeLocalName(i).equals(name)) return element.getAttributeValue(i);
        return null;
    }

    /** A whole or decimal number; null when absent or something else. */
    static @Nullable Double number(XMLStreamReader element, String name) {
        String value = attribute(element, name);
        try {
            return value == null ? null : Double.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
