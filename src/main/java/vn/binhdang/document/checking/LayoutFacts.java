package vn.binhdang.document.checking;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.SourceText;

/**
 * What a file shows of its layout. Every measure is of the first section or page unless it says otherwise; null means that
 * the file does not tell.
 *
 * @param origin where the measures come from, which decides how exact the margins are
 * @param pages null in formats that are only laid out when they are opened
 * @param widthMm of the page as it stands (a landscape page is wider than high)
 * @param topMm distance of the text from the edge, likewise {@code bottomMm}, {@code leftMm}, {@code rightMm}
 * @param bodyFont family in which most letters of the running text are set
 * @param bodySizePt size of most of these letters
 * @param firstPageNumbered page 1 prints its number
 */
public record LayoutFacts(
        Origin origin,
        @Nullable Integer pages,
        double widthMm,
        double heightMm,
        @Nullable Double topMm,
        @Nullable Double bottomMm,
        @Nullable Double leftMm,
        @Nullable Double rightMm,
        @Nullable String bodyFont,
        @Nullable Double bodySizePt,
        @Nullable Boolean firstPageNumbered) {

    /** How the measures were taken. */
    public enum Origin {
        /** as the file declares them: exact */
        DECLARED,
        /**
         * from the ink on the pages: lines end where they end, so what is above, below and to the right of the text is at
         * least its margin, and a margin can be proved too small but not too large; the left edge is exact
         */
        MEASURED
    }

    public static final double MM_PER_INCH = 25.4;
    static final double POINTS_PER_INCH = 72;

    /** Of a file of a format that shows its layout; empty for the others, whose pages are made by whoever opens them. */
    public static Optional<LayoutFacts> of(SourceText.Format format, byte[] file) throws IOException {
        return switch (format) {
            case DOCX -> Optional.of(ofDocx(file));
            case PDF -> Optional.of(ofPdf(file));
            case DOC, HTML, TEXT, MARKDOWN -> Optional.empty();
        };
    }

    /**
     * Reads what the file declares: page and margins of its first section, the styles of its running text, the page number
     * fields of its headers and footers.
     *
     * @throws IOException when it is no DOCX, or larger inside than a document can be
     */
    public static LayoutFacts ofDocx(byte[] file) throws IOException {
        return new DocxLayout(DocxParts.of(file)).facts();
    }

    /**
     * Measures the letters of the first pages.
     *
     * @throws IOException when it is no PDF, is encrypted or has no page
     */
    public static LayoutFacts ofPdf(byte[] file) throws IOException {
        return PdfLayout.facts(file);
    }

    /** The two sides of the page, the shorter first. */
    List<Double> sides() {
        return List.of(Math.min(widthMm, heightMm), Math.max(widthMm, heightMm));
    }
}
