package vn.binhdang.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import vn.binhdang.document.reading.DocumentUnderstanding;
import vn.binhdang.document.reading.extraction.Extraction;

/**
 * Reads an administrative document: a file of any supported format, or text, becomes its source lines and what they
 * mean. Keeps no state; one reader serves any number of threads. One reading stays under 20 seconds and 512 MB.
 */
public final class DocumentReader {
    private final DocumentUnderstanding understanding = new DocumentUnderstanding();

    /** @throws UnreadableDocument with the reason to show, also when there is no such file */
    public ReadDocument read(Path file) throws UnreadableDocument {
        return understood(Extraction.of(file));
    }

    /** @param fileName as the person named it; its extension must fit the content */
    public ReadDocument read(String fileName, byte[] content) throws UnreadableDocument {
        return understood(Extraction.of(fileName, content));
    }

    /** Reads the stream to its end, or until it is too large; the caller closes it. */
    public ReadDocument read(String fileName, InputStream content) throws UnreadableDocument, IOException {
        return understood(Extraction.of(fileName, content));
    }

    public ReadDocument read(String pastedText) throws UnreadableDocument {
        return understood(Extraction.ofPastedText(pastedText));
    }

    private ReadDocument understood(SourceText source) throws UnreadableDocument {
        return new ReadDocument(source, Extraction.inTime(() -> understanding.understand(source)));
    }
}
