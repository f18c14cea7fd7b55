package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;
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

    /** Letters and digits, stamps aside, that make a page one of text; a page that is a picture has none or a page number. */
    private static final int FEWEST_LETTERS = 100;

    private static final int FORMS_WITHIN = 2;

    private PdfScan() {}

    /** Passes when a page has text of its own; scanned annexes behind it are another matter. */
    static void refuse(PDDocument document, List<PdfLine> lines) throws IOException, UnreadableDocument {
        Map<Integer, Integer> letters = new HashMap<>();
        for (PdfLine line : lines) if (!isStamp(line.text())) letters.merge(line.page(), lettersOf(line), Integer::sum);
        if (letters.values().stream().anyMatch(count -> count >= FEWEST_LETTERS)) return;
        for (PDPage page : document.getPages())
            if (hasPicture(page.getResources(), FORMS_WITHIN)) throw new UnreadableDocument(Reason.SCAN);
        if (lines.isEmpty()) throw new UnreadableDocument(Reason.EMPTY);
    }

    private static int lettersOf(PdfLine line) {
        return (int) line.text().chars().filter(Character::isLetterOrDigit).count();
    }

    /** Numbers of the pages that show a picture and no text: annexes that were scanned and bound in. */
    static List<Integer> pagesWithoutText(PDDocument document, List<PdfLine> lines) throws IOException {
        var withText = lines.stream().map(PdfLine::page).collect(Collectors.toSet());
        var without = new ArrayList<Integer>();
        int number = 0;
        for (PDPage page : document.getPages())
            if (!withText.contains(++number) && hasPicture(page.getResources(), FORMS_WITHIN)) without.add(number);
        return without;
    }

    /** Whether the text of one annotation is what a signature says about itself. */
    static boolean isStamp(String text) {
        return STAMP.matcher(text).matches();
    }

    private static boolean hasPicture(@Nullable PDResources resources, int formsWithin) throws IOException {
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
