package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.UnreadableDocument;

/** Reads one format. */
interface Extractor {
    /**
     * @param content of the right kind by its signature, otherwise anything at all
     * @throws UnreadableDocument for a reason known exactly
     * @throws IOException when the format's rules are broken; so do unchecked exceptions of the libraries, which damaged
     *     files provoke freely. Both become CORRUPT
     */
    SourceText extract(byte[] content, Deadline deadline) throws IOException, UnreadableDocument;
}
