package vn.binhdang.document.writing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.binhdang.document.writing.Piece.Sheet;

/** Sheets as PDF/A-2a and PDF/UA-1: tagged, fonts embedded in part, text that copies out as it was put in. */
final class PdfPrinter {
    private PdfPrinter() {}

    static {
        XRLog.setLoggingEnabled(false);
    }

    private static final Pattern CREATE_DATE = Pattern.compile("<xmp:CreateDate>[^<]*</xmp:CreateDate>");

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static byte[] print(List<Sheet> sheets, DocumentFacts facts) {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(SRGB);
        builder.withProducer(DocumentFacts.PRODUCER);
        builder.useUnicodeLineBreaker(new SpaceBreaker());
        builder.withW3cDocument(SheetMarkup.of(sheets, facts), null);
        try (var pdf = new PDDocument()) {
            builder.usePDDocument(pdf);
            for (var face : Typeface.values())
                builder.useFont(
                        new Face(pdf, face),
                        PageCss.FAMILY,
                        face.bold() ? 700 : 400,
                        face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL,
                        true);
            try (var renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                date(pdf, facts);
                pdf.setDocumentId(facts.identity());
                var bytes = new ByteArrayOutputStream();
                pdf.save(bytes);
                return bytes.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A face loaded when the first word is set in it. */
    private static final class Face extends PDFontSupplier {
        private final PDDocument pdf;
        private final Typeface face;

        Face(PDDocument pdf, Typeface face) {
            super(null);
            this.pdf = pdf;
            this.face = face;
        }

        @Override
        public PDFont supply() {
            try {
                var font = face.parse();
                // ligatures: Vietnamese has none, and looking for them takes nine tenths of the time for the whole file
                font.setEnableGsub(false);
                return PDType0Font.load(pdf, font, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The renderer dates the file by the clock, in two places that must agree; both get the day of issue, a draft none. */
    private static void date(PDDocument pdf, DocumentFacts facts) throws IOException {
        var information = pdf.getDocumentInformation();
        var metadata = pdf.getDocumentCatalog().getMetadata();
        var xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        information.getCOSObject().removeItem(COSName.CREATION_DATE);
        var printed = "";
        if (facts.issued() != null) {
            information.setCreationDate(GregorianCalendar.from(facts.issued()));
            printed = "<xmp:CreateDate>" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(facts.issued())
                    + "</xmp:CreateDate>";
        }
        metadata.importXMPMetadata(CREATE_DATE.matcher(xmp).replaceAll(printed).getBytes(StandardCharsets.UTF_8));
    }
}
