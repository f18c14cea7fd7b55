package vn.binhdang.document.checking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.checking.LayoutFacts.Origin;

/** Where the letters of the first pages stand. The margins are the nearest that any of them comes to an edge. */
final class PdfLayout extends PDFTextStripper {
    /** Enough to see the running text; a layout does not change afterwards. */
    private static final int PAGES = 5;

    /** A line above or below the text that holds only a number is the page's. */
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-–\\s]*\\d{1,4}[-–\\s]*");

    /** The heading of page 1 is often a table that reaches into the margins; so few lines do not make a margin. */
    private static final double FEW_LINES = 0.1;

    private static final Pattern SUBSET = Pattern.compile("^[A-Z]{6}\\+");
    private static final Pattern CUT = Pattern.compile("[-,](?:Bold|Italic|BoldItalic|Regular|Roman)?.*$|(?:PS)?MT$");

    /** Font and size, the size in halves of a point so that rounding in the file does not part equal ones. */
    private record Face(String font, long halfPoints) {}

    /** One printed line, in points from the edges of its page. */
    private record Line(int page, String text, double left, double right, double top, double bottom) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<Face, Integer> letters = new HashMap<>();
    private double width;
    private double height;

    private PdfLayout() throws IOException {
        setEndPage(PAGES);
        setSortByPosition(true);
    }

    static LayoutFacts facts(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            if (document.getNumberOfPages() == 0) throw new IOException("no pages");
            var box = document.getPage(0).getCropBox();
            boolean turned = document.getPage(0).getRotation() % 180 != 0;
            var layout = new PdfLayout();
            layout.width = turned ? box.getHeight() : box.getWidth();
            layout.height = turned ? box.getWidth() : box.getHeight();
            layout.getText(document);
            return layout.facts(document.getNumberOfPages());
        }
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (positions.isEmpty() || text.isBlank()) return;
        double left = Double.MAX_VALUE;
        double right = 0;
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (TextPosition one : positions) {
            if (one.getUnicode() == null || one.getUnicode().isBlank()) continue;
            left = Math.min(left, one.getXDirAdj());
            right = Math.max(right, one.getXDirAdj() + one.getWidthDirAdj());
            top = Math.min(top, one.getYDirAdj() - one.getHeightDir());
            bottom = Math.max(bottom, one.getYDirAdj());
            var face = new Face(
                    one.getFont().getName() == null ? "" : one.getFont().getName(),
                    Math.round(one.getFontSizeInPt() * 2));
            letters.merge(face, 1, Integer::sum);
        }
        if (right > 0) lines.add(new Line(getCurrentPageNo(), text, left, right, top, bottom));
    }

    private LayoutFacts facts(int pages) {
        var text = lines.stream().filter(line -> !isPageNumber(line)).toList();
        Face body = letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
        return new LayoutFacts(
                Origin.MEASURED,
                pages,
                millimetres(width),
                millimetres(height),
                share(perPage(text, Line::top), 0.5),
                share(perPage(text, line -> height - line.bottom()), 0),
                share(text.stream().map(Line::left), FEW_LINES),
                share(text.stream().map(line -> width - line.right()), FEW_LINES),
                body == null ? null : family(body.font()),
                body == null ? null : body.halfPoints() / 2.0,
                lines.stream().anyMatch(line -> line.page() == 1 && isPageNumber(line)));
    }

    /** The nearest that a line of each page comes to an edge. */
    private static Stream<Double> perPage(List<Line> lines, Function<Line, Double> distance) {
        return lines.stream().collect(Collectors.toMap(Line::page, distance, Math::min)).values().stream();
    }

    /** The distance that this share of the lines (or pages) stays below, in millimetres; null when there are none. */
    private static @Nullable Double share(Stream<Double> points, double share) {
        var sorted = points.sorted().toList();
        return sorted.isEmpty() ? null : millimetres(sorted.get((int) (share * (sorted.size() - 1))));
    }

    /** A number alone in the outermost 25 mm above or below: inside the text it would be a cell of a table. */
    private boolean isPageNumber(Line line) {
        double edge = 25 / LayoutFacts.MM_PER_INCH * LayoutFacts.POINTS_PER_INCH;
        return (line.bottom() < edge || line.top() > height - edge)
                && PAGE_NUMBER.matcher(line.text()).matches();
    }

    /** "ABCDEF+TimesNewRomanPS-BoldMT" is a cut of TimesNewRoman. */
    private static String family(String font) {
        return CUT.matcher(SUBSET.matcher(font).replaceFirst(""))
                .replaceFirst("")
                .replaceFirst("PS$", "");
    }

    private static double millimetres(double points) {
        return points / LayoutFacts.POINTS_PER_INCH * LayoutFacts.MM_PER_INCH;
    }
}
