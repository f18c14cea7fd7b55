package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.UnreadableDocument;

/**
 * Takes the letters and the straight lines off a page, in the order they are drawn. PDFBox's own stripper does this and
 * then lays out the page a second way; taking the letters directly is both faster and exact about columns.
 */
final class PdfPageReader extends PDFStreamEngine {
    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");
    private static final COSName PAGINATION = COSName.getPDFName("Pagination");

    private static final Set<String> SHOWN_AS_TEXT = Set.of("Widget", "FreeText", "Stamp");

    private final Deadline deadline;
    private final Map<PDFont, PdfFontLook> fonts = new IdentityHashMap<>();
    private PdfPage page = PdfPage.NONE;
    private List<Boolean> markedContent = new ArrayList<>();
    private int paginationDepth;
    private long characters;

    PdfPageReader(Deadline deadline) {
        this.deadline = deadline;
        addOperator(new BeginText(this));
        addOperator(new Concatenate(this));
        addOperator(new DrawObject(this));
        addOperator(new EndText(this));
        addOperator(new SetGraphicsStateParameters(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new NextLine(this));
        addOperator(new SetCharSpacing(this));
        addOperator(new MoveText(this));
        addOperator(new MoveTextSetLeading(this));
        addOperator(new SetFontAndSize(this));
        addOperator(new ShowText(this));
        addOperator(new ShowTextAdjusted(this));
        addOperator(new SetTextLeading(this));
        addOperator(new SetMatrix(this));
        addOperator(new SetTextRenderingMode(this));
        addOperator(new SetTextRise(this));
        addOperator(new SetWordSpacing(this));
        addOperator(new SetTextHorizontalScaling(this));
        addOperator(new ShowTextLine(this));
        addOperator(new ShowTextLineAndSpace(this));
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
    }

    PdfPage read(PDPage source, int number) throws IOException, UnreadableDocument {
        deadline.check();
        page = new PdfPage(number, source);
        markedContent = new ArrayList<>();
        paginationDepth = 0;
        for (String name : PdfPathOperator.NAMES) addOperator(new PdfPathOperator(name, this, page.rulings()));
        if (source.hasContents()) {
            PdfExpansion.check(source);
            processPage(source);
        }
        readAnnotations(source);
        return page;
    }

    /**
     * Number and day of an electronic document are set into its PDF as fields or signatures after it is signed, so they
     * are read as text of the page; what a signature says about itself ("Người ký: …") is not.
     */
    private void readAnnotations(PDPage source) throws IOException {
        PdfPage below = page;
        for (PDAnnotation annotation : source.getAnnotations()) {
            if (!SHOWN_AS_TEXT.contains(String.valueOf(annotation.getSubtype())) || annotation.isHidden()) continue;
            page = new PdfPage(below.number(), source);
            showAnnotation(annotation);
            if (!PdfScan.isStamp(page.words())) below.addAll(page);
        }
        page = below;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        try {
            deadline.step();
        } catch (UnreadableDocument late) {
            throw new StoppedReading(late);
        }
        super.processOperator(operator, operands);
    }

    /** PDFBox goes on after an I/O error within a page, so a refusal must not look like one. */
    static final class StoppedReading extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedReading(UnreadableDocument why) {
            super(why);
        }
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        try {
            PdfExpansion.check(form.getCOSObject());
        } catch (UnreadableDocument bomb) {
            throw new StoppedReading(bomb);
        }
        super.showForm(form);
    }

    /** Headers, footers and page numbers are marked as pagination by the programs that tag their PDFs. */
    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        boolean pagination =
                ARTIFACT.equals(tag) && properties != null && PAGINATION.equals(properties.getCOSName(COSName.TYPE));
        markedContent.add(pagination);
        if (pagination) paginationDepth++;
    }

    @Override
    public void endMarkedContentSequence() {
        if (markedContent.isEmpty()) return;
        if (markedContent.removeLast()) paginationDepth--;
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        PdfFontLook look = fonts.computeIfAbsent(font, PdfFontLook::new);
        String letter = look.letter(code);
        if (letter == null || paginationDepth > 0) return;
        if ((characters += letter.length()) > Limits.TEXT_CHARACTERS)
            throw new StoppedReading(LineCollector.tooMuchText());
        boolean drawnBold = getGraphicsState().getTextState().getRenderingMode() == RenderingMode.FILL_STROKE;
        page.add(letter, rendering, displacement.getX(), look, look.bold || drawnBold);
    }
}
