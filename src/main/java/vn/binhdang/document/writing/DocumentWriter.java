package vn.binhdang.document.writing;

import vn.binhdang.document.AdministrativeDocument;

/**
 * Typesets an administrative document in the layout of Decree 30/2020. Equal documents give equal bytes, so a checksum
 * identifies what was issued. May be used by several threads at once.
 *
 * <p>What is missing is left open and not invented: a draft has room for its number and its day. A document without a
 * body is set from its headings and tasks.
 */
public final class DocumentWriter {

    /** A Word file, fonts by name (Times New Roman). */
    public byte[] docx(AdministrativeDocument document) {
        return DocxPrinter.print(Composer.compose(document), DocumentFacts.of(document));
    }

    /** PDF/A-2a and PDF/UA-1 with embedded fonts as wide as Times New Roman. */
    public byte[] pdf(AdministrativeDocument document) {
        return PdfPrinter.print(Composer.compose(document), DocumentFacts.of(document));
    }

    /** Part of a web page with the same words in the same order; a style sheet sets it for the screen. */
    public String html(AdministrativeDocument document) {
        return SheetPreview.of(Composer.compose(document));
    }
}
