package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/**
 * Tells a scan: pages that are pictures, with no text or only that of a digital signature stamped on them ("Người ký: …
 * Thời gian ký: …").
 */
final class PdfScan {
    private static final Pattern STAMP = Pattern.compile(
            "(?ius)\\s*(được )?(người ký|ký bởi|ký số|ký điện tử|signed by|digitally signed|signature valid|chữ ký số"
                    + "|cơ quan|đơn vị|email|thời gian ký|ngày ký|date|reason|location)\\b.*"
                    + "|.*(\\d{2}[./-]\\d{2}[./-]\\d{4}|\\d{2}:\\d{2}:\\d{2}|\\+07[:']?00|@).*");

    /** Letters on an average page below which a page with a picture is taken for a scan. */
    private static final int FEWEST_LETTERS = 40;

    private static final int STAMP_LETTERS = 600;
    private static final int FORMS_WITHIN = 2;

    private PdfScan() {}

    static void refuse(PDDocument document, List<PdfLine> lines) throws IOException, UnreadableDocument {
        int all = 0;
        int unstamped = 0;
        for (PdfLine line : lines) {
            int letters =
                    (int) line.text().chars().filter(Character::isLetterOrDigit).count();
            all += letters;
            if (!STAMP.matcher(line.text()).matches()) unstamped += letters;
        }
        int enough = FEWEST_LETTERS * document.getNumberOfPages();
        boolean onlyStamp = all < STAMP_LETTERS && unstamped < enough;
        if (all >= enough && !onlyStamp) return;
        if (hasPicture(document)) throw new UnreadableDocument(Reason.SCAN);
        if (all == 0) throw new UnreadableDocument(Reason.EMPTY);
    }

    /** Whether the text of one annotation is what a signature says about itself. */
    static boolean isStamp(String text) {
        return STAMP.matcher(text).matches();
    }

    private static boolean hasPicture(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) if (hasPicture(page.getResources(), FORMS_WITHIN)) return true;
        return false;
    }

    private static boolean hasPicture(@org.jspecify.annotations.Nullable PDResources resources, int formsWithin)
            throws IOException {
        if (resources == null) return false;
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) return true;
            if (formsWithin > 0
                    && resources.getXObject(name) instanceof PDFormXObject form
                    && hasPicture(form.getResources(), formsWithin - 1)) return true;
        }
        return false;
    }
}
