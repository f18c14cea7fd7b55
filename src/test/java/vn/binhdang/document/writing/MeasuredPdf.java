package vn.binhdang.document.writing;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * A PDF taken apart with a ruler: what stands where, in millimetres from the top left corner of the paper. A line ends
 * where the next words stand on another height or far to the right, as in the other column of a header.
 */
record MeasuredPdf(List<PDRectangle> papers, List<Line> lines, List<Rule> rules) {

    /** @param baseline height of the line the letters stand on */
    record Line(int page, String text, double left, double right, double baseline, double sizePt, String font) {
        double middle() {
            return (left + right) / 2;
        }

        boolean bold() {
            return font.contains("Bold");
        }

        boolean italic() {
            return font.contains("Italic");
        }
    }

    /** A horizontal line. */
    record Rule(int page, double left, double right, double height) {
        double length() {
            return right - left;
        }
    }

    private static final double COLUMN_GAP_MM = 8;

    static MeasuredPdf of(byte[] file) {
        try (var pdf = Loader.loadPDF(file)) {
            var papers = new ArrayList<PDRectangle>();
            var rules = new ArrayList<Rule>();
            for (int i = 0; i < pdf.getNumberOfPages(); i++) {
                papers.add(pdf.getPage(i).getMediaBox());
                new Ruler(i + 1, pdf.getPage(i), rules).processPage(pdf.getPage(i));
            }
            return new MeasuredPdf(papers, lines(pdf), rules);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** In the order of the file, as a person copies it; without the page numbers that begin the later pages. */
    static String text(byte[] file) {
        try (var pdf = Loader.loadPDF(file)) {
            var text = new StringBuilder();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                text.append(stripper.getText(pdf).replaceFirst("^\\s*\\d{1,3}\\s*\\R", ""));
            }
            return text.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    int pages() {
        return papers.size();
    }

    /** The first line that begins so. */
    Line line(String beginning) {
        return lines.stream()
                .filter(line -> line.text().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line begins with: " + beginning + "\n" + lines));
    }

    List<Line> onPage(int page) {
        return lines.stream().filter(line -> line.page() == page).toList();
    }

    /** The rule next below a line, in its column. */
    Rule ruleBelow(Line line) {
        return rules.stream()
                .filter(rule -> rule.page() == line.page()
                        && rule.height() > line.baseline()
                        && rule.height() < line.baseline() + 5
                        && rule.left() < line.middle()
                        && rule.right() > line.middle())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule below: " + line));
    }

    private static double mm(double points) {
        return points * 25.4 / 72;
    }

    private static List<Line> lines(PDDocument pdf) throws IOException {
        var lines = new ArrayList<Line>();
        new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) {
                var first = letters.getFirst();
                var last = letters.getLast();
                var piece = new Line(
                        getCurrentPageNo(),
                        text,
                        mm(first.getXDirAdj()),
                        mm(last.getXDirAdj() + last.getWidthDirAdj()),
                        mm(first.getYDirAdj()),
                        Math.round(first.getYScale() * 10) / 10.0,
                        first.getFont().getName());
                if (lines.isEmpty() || !continues(lines.getLast(), piece)) lines.add(piece);
                else lines.add(joined(lines.removeLast(), piece));
            }
        }.getText(pdf);
        return lines;
    }

    private static boolean continues(Line line, Line piece) {
        return line.page() == piece.page()
                && Math.abs(line.baseline() - piece.baseline()) < 0.2
                && piece.left() > line.right() - 1
                && piece.left() - line.right() < COLUMN_GAP_MM;
    }

    private static Line joined(Line line, Line piece) {
        return new Line(
                line.page(),
                line.text() + " " + piece.text(),
                line.left(),
                piece.right(),
                line.baseline(),
                line.sizePt(),
                line.font());
    }

    /** Collects what is drawn flat and long; letters and cell borders are not asked for here. */
    private static final class Ruler extends PDFGraphicsStreamEngine {
        private final int number;
        private final double paperHeight;
        private final List<Rule> rules;
        private final List<Point2D> path = new ArrayList<>();

        Ruler(int number, PDPage page, List<Rule> rules) {
            super(page);
            this.number = number;
            this.paperHeight = page.getMediaBox().getHeight();
            this.rules = rules;
        }

        private void drawn() {
            if (!path.isEmpty()) {
                double left = path.stream().mapToDouble(Point2D::getX).min().orElseThrow();
                double right = path.stream().mapToDouble(Point2D::getX).max().orElseThrow();
                double low = path.stream().mapToDouble(Point2D::getY).min().orElseThrow();
                double high = path.stream().mapToDouble(Point2D::getY).max().orElseThrow();
                if (high - low < 2 && right - left > 5)
                    rules.add(new Rule(number, mm(left), mm(right), mm(paperHeight - (low + high) / 2)));
            }
            path.clear();
        }

        @Override
        public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
            path.addAll(List.of(p0, p1, p2, p3));
        }

        @Override
        public void moveTo(float x, float y) {
            path.add(new Point2D.Float(x, y));
        }

        @Override
        public void lineTo(float x, float y) {
            path.add(new Point2D.Float(x, y));
        }

        @Override
        public void strokePath() {
            drawn();
        }

        @Override
        public void fillPath(int windingRule) {
            drawn();
        }

        @Override
        public void fillAndStrokePath(int windingRule) {
            drawn();
        }

        @Override
        public void endPath() {
            path.clear();
        }

        @Override
        public Point2D getCurrentPoint() {
            return path.isEmpty() ? new Point2D.Float() : path.getLast();
        }

        @Override
        public void drawImage(PDImage image) {}

        @Override
        public void clip(int windingRule) {}

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

        @Override
        public void closePath() {}

        @Override
        public void shadingFill(COSName name) {}
    }
}
