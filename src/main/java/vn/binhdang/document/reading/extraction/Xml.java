package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Streams the XML of a stranger: no DTD, no entity from outside, never a tree in memory. */
final class Xml {
    // The one that comes with Java, whatever else lies on the class path: its limits and switches are known.
    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setProperty("jdk.xml.maxElementDepth", Integer.toString(Limits.NESTING));
        FACTORY.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
    }

    private Xml() {}

    static XMLStreamReader reader(InputStream in) throws IOException {
        try {
            return FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException broken) {
            throw failure(broken);
        }
    }

    /** The stream's own exception as cause: StAX hides it behind a getter, where a refusal inside would be lost. */
    static IOException failure(XMLStreamException broken) {
        Throwable nested = broken.getNestedException();
        return new IOException("XML not well-formed", nested == null ? broken : nested);
    }
}
