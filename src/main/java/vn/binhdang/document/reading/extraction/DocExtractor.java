package vn.binhdang.document.reading.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Format;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/** Word's binary format of 1997 to 2003, in which many offices still keep their templates. */
final class DocExtractor implements Extractor {

    @Override
    public SourceText extract(byte[] content, Deadline deadline) throws IOException, UnreadableDocument {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            refuseMacros(files.getRoot());
            try (var document = new HWPFDocument(files)) {
                var lines = new LineCollector(deadline);
                Range range = document.getRange();
                new DocBody(range, new DocNumbering(document.getListTables()), lines, deadline).read();
                if (!lines.hasText()
                        && !document.getPicturesTable().getAllPictures().isEmpty())
                    throw new UnreadableDocument(Reason.SCAN);
                return lines.toText(Format.DOC);
            }
        } catch (EncryptedDocumentException locked) {
            throw new UnreadableDocument(Reason.ENCRYPTED);
        } catch (OldWordFileFormatException before1997) {
            throw new UnreadableDocument(Reason.UNKNOWN_FORMAT, "Word 6.0/95");
        }
    }

    private static void refuseMacros(DirectoryNode root) throws IOException, UnreadableDocument {
        if (root.hasEntry("Macros")
                && root.getEntry("Macros") instanceof DirectoryNode macros
                && (macros.hasEntry("VBA") || macros.hasEntry("PROJECT"))) throw new UnreadableDocument(Reason.MACRO);
    }
}
