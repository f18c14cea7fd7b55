package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Format;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/** PDF with text in it; pictures of text are refused with the advice what to do instead. */
final class PdfExtractor implements Extractor {

    @Override
    public SourceText extract(byte[] content, Deadline deadline) throws IOException, UnreadableDocument {
        PdfExpansion.check(content, deadline);
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(content), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (pages == 0) throw new UnreadableDocument(Reason.NO_PAGES);
            if (pages > Limits.PAGES) throw LineCollector.tooMuchText();
            var lines = PdfMargins.without(linesOf(document, deadline), pages);
            PdfScan.refuse(document, lines);
            return collect(lines, PdfScan.pagesWithoutText(document, lines), deadline);
        } catch (InvalidPasswordException locked) {
            throw new UnreadableDocument(Reason.ENCRYPTED);
        }
    }

    private static List<PdfLine> linesOf(PDDocument document, Deadline deadline)
            throws IOException, UnreadableDocument {
        var reader = new PdfPageReader(deadline);
        var lines = new ArrayList<PdfLine>();
        int number = 0;
        for (PDPage page : document.getPages()) lines.addAll(PdfLayout.linesOf(reader.read(page, ++number)));
        return lines;
    }

    private static SourceText collect(List<PdfLine> lines, List<Integer> scannedPages, Deadline deadline)
            throws UnreadableDocument {
        var collector = new LineCollector(deadline);
        if (!scannedPages.isEmpty()) collector.noticeScannedPages(scannedPages);
        var tables = new PdfTableNumbers();
        var gaps = PdfGaps.of(lines);
        for (PdfLine line : lines) {
            var cell = tables.cellOf(line);
            if (tables.isRepeatedHead(line)) continue;
            // what a blank line is in a text file: the next line does not continue the one before
            if (gaps.isBefore(line)) collector.addTextLine("");
            collector.addVisible(
                    line.text(),
                    new LineCollector.Look(line.bold(), line.italic(), line.centred(), cell, line.page(), false));
        }
        return collector.toText(Format.PDF);
    }
}
