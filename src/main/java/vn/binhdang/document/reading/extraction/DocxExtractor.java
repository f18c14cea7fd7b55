package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.io.InputStream;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Format;
import vn.binhdang.document.UnreadableDocument;

/**
 * Word's current format. The body is streamed instead of loaded into the object model of POI: a tenth of the time and of
 * the memory, and a file of any size stays within the limits.
 */
final class DocxExtractor implements Extractor {

    @Override
    public SourceText extract(byte[] content, Deadline deadline) throws IOException, UnreadableDocument {
        var lines = new LineCollector(deadline);
        try (var parts = DocxPackage.open(content)) {
            var styles = DocxStyles.read(parts.part("word/styles.xml"), deadline);
            var numbering = DocxNumbering.read(parts.part("word/numbering.xml"), deadline);
            try (InputStream body = parts.mainPart();
                    var xml = new WordXml(body, deadline)) {
                xml.walk(new DocxBody(styles, numbering, lines));
            }
            if (!lines.hasText() && parts.hasPictures()) throw new UnreadableDocument(UnreadableDocument.Reason.SCAN);
        }
        return lines.toText(Format.DOCX);
    }
}
