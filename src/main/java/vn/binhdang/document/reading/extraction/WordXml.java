package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.UnreadableDocument;

/**
 * Walks a part of a DOCX and hands the elements of WordprocessingML to a handler, by local name. Leaves out what was
 * replaced: tracked deletions and moves, former properties ({@code …Change}), and the fallback copies that Word stores
 * for older programs beside each drawing.
 */
final class WordXml implements AutoCloseable {
    /** Word's namespace in its usual and in its strict form. */
    private static final Set<String> NAMESPACES = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");

    private static final Set<String> LEFT_OUT = Set.of(
            "pPrChange",
            "rPrChange",
            "tblPrChange",
            "trPrChange",
            "tcPrChange",
            "sectPrChange",
            "numberingChange",
            "moveFrom",
            "delText",
            "delInstrText",
            "Fallback");

    interface Handler {
        void start(String element, WordXml at) throws IOException, UnreadableDocument;

        void end(String element) throws IOException, UnreadableDocument;

        default void characters(char[] buffer, int start, int length) {}
    }

    private final XMLStreamReader reader;
    private final Deadline deadline;
    private @Nullable String namespace;

    WordXml(InputStream in, Deadline deadline) throws IOException {
        this.reader = Xml.reader(in);
        this.deadline = deadline;
    }

    void walk(Handler handler) throws IOException, UnreadableDocument {
        int depth = 0;
        int leftOutFrom = Integer.MAX_VALUE;
        try {
            while (reader.hasNext()) {
                deadline.step();
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        String element = reader.getLocalName();
                        if (depth > leftOutFrom) continue;
                        if (LEFT_OUT.contains(element)) leftOutFrom = depth;
                        else if (isWord()) handler.start(element, this);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (depth == leftOutFrom) leftOutFrom = Integer.MAX_VALUE;
                        else if (depth < leftOutFrom && isWord()) handler.end(reader.getLocalName());
                        depth--;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        if (depth < leftOutFrom)
                            handler.characters(
                                    reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException broken) {
            throw Xml.failure(broken);
        }
    }

    /** The reader gives one and the same string for a namespace, so that the set is asked once per part. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isWord() {
        String here = reader.getNamespaceURI();
        if (here == namespace && here != null) return true;
        if (here == null || !NAMESPACES.contains(here)) return false;
        namespace = here;
        return true;
    }

    /** An attribute by local name: Word writes all of its own in one namespace. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++)
            if (reader.getAttributeLocalName(i).equals(name)) return reader.getAttributeValue(i);
        return null;
    }

    @Nullable
    String value() {
        return attribute("val");
    }

    /** A switch such as {@code <w:b/>} is on unless it says otherwise. */
    boolean isOn() {
        String value = value();
        return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    int number(String name, int otherwise) {
        String value = attribute(name);
        if (value == null) return otherwise;
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException broken) {
            throw Xml.failure(broken);
        }
    }
}
