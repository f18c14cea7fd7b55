package vn.binhdang.document.reading.extraction;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** A PDF on which each text stands where the test puts it, in millimetres from the top left corner. */
final class PdfFile {
    private static final float POINTS_PER_MM = 72 / 25.4f;
    static final float SIZE = 13;

    private final PDDocument document = new PDDocument();
    private final PDFont regular = font("Regular");
    private final PDFont bold = font("Bold");
    private PDPage page = new PDPage(PDRectangle.A4);

    PdfFile() {
        document.addPage(page);
    }

    private PDFont font(String face) {
        try (InputStream in = PdfFile.class.getResourceAsStream("/liberation/LiberationSerif-" + face + ".ttf")) {
            return PDType0Font.load(document, Objects.requireNonNull(in));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    PdfFile page() {
        page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return this;
    }

    PdfFile text(double x, double y, String text) {
        return text(regular, SIZE, x, y, text);
    }

    PdfFile bold(double x, double y, String text) {
        return text(bold, SIZE, x, y, text);
    }

    PdfFile small(double x, double y, String text) {
        return text(regular, 8, x, y, text);
    }

    private PdfFile text(PDFont font, float size, double x, double y, String text) {
        return draw(content -> {
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(points(x), fromBottom(y));
            content.showText(text);
            content.endText();
        });
    }

    PdfFile line(double x1, double y1, double x2, double y2) {
        return draw(content -> {
            content.moveTo(points(x1), fromBottom(y1));
            content.lineTo(points(x2), fromBottom(y2));
            content.stroke();
        });
    }

    PdfFile picture() {
        return draw(content -> content.drawImage(
                LosslessFactory.createFromImage(document, new BufferedImage(20, 30, BufferedImage.TYPE_INT_RGB)),
                0,
                0,
                PDRectangle.A4.getWidth(),
                PDRectangle.A4.getHeight()));
    }

    interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    private PdfFile draw(Drawing drawing) {
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            drawing.on(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    private static float points(double millimetres) {
        return (float) millimetres * POINTS_PER_MM;
    }

    private static float fromBottom(double y) {
        return PDRectangle.A4.getHeight() - points(y);
    }

    PDDocument document() {
        return document;
    }

    byte[] bytes() {
        return bytesOf(document);
    }

    static byte[] bytesOf(PDDocument document) {
        var bytes = new ByteArrayOutputStream();
        try (document) {
            document.save(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
