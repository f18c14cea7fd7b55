package vn.binhdang.document.writing;

import java.util.List;

/** What can stand on a page. The printers know these and nothing of the decree. */
sealed interface Piece {

    /**
     * @param leftMm from the edge of the column; with {@code hangingMm} the first line starts that much further left
     * @param rightMm from the other edge
     * @param headingLevel 1 to 6 in the outline of the file, 0 for text
     * @param keptWithNext never the last line of a page when something follows
     */
    record Paragraph(
            PartStyle style,
            List<Run> runs,
            double leftMm,
            double rightMm,
            double hangingMm,
            int headingLevel,
            boolean keptWithNext)
            implements Piece {

        public Paragraph {
            runs = List.copyOf(runs);
        }

        static Paragraph of(PartStyle style, String text) {
            return of(style, List.of(new Run(text, style.bold())));
        }

        static Paragraph of(PartStyle style, List<Run> runs) {
            return new Paragraph(style, runs, 0, 0, 0, 0, style.keptWithNext());
        }

        Paragraph heading(int level) {
            return new Paragraph(style, runs, leftMm, rightMm, hangingMm, level, keptWithNext);
        }

        Paragraph inset(double bothSidesMm) {
            return new Paragraph(style, runs, bothSidesMm, bothSidesMm, 0, headingLevel, keptWithNext);
        }

        Paragraph hanging(double left, double hanging) {
            return new Paragraph(style, runs, left, rightMm, hanging, headingLevel, keptWithNext);
        }

        Paragraph keepingNext() {
            return new Paragraph(style, runs, leftMm, rightMm, hangingMm, headingLevel, true);
        }

        String text() {
            var text = new StringBuilder();
            runs.forEach(run -> text.append(run.text()));
            return text.toString();
        }
    }

    /** Words in the paragraph's style, or heavier. */
    record Run(String text, boolean bold) {}

    /** A solid line in the middle of its column. */
    record Rule(double widthPt) implements Piece {}

    /**
     * Two columns side by side, without lines: the header, and recipients beside the signature. Each row keeps to one
     * page and begins on one line in both columns.
     */
    record Columns(double leftMm, double rightMm, double abovePt, List<Pair> rows) implements Piece {
        public Columns {
            rows = List.copyOf(rows);
        }
    }

    /** One row of {@link Columns}. */
    record Pair(List<Piece> left, List<Piece> right) {
        public Pair {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /**
     * A ruled table as wide as the text.
     *
     * @param widthsMm of the columns, their sum the width of the text
     * @param sizePt smaller than the style's when the words of many columns need it
     * @param rows equally long; the first is the heading and is repeated on every page
     */
    record Grid(List<Double> widthsMm, double sizePt, List<List<Cell>> rows) implements Piece {
        public Grid {
            widthsMm = List.copyOf(widthsMm);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** Whether a row of the height of a few lines, which is moved to the next page rather than cut. */
        boolean isShort(int row) {
            var cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                double room = widthsMm.get(column) - 2 * DecreeLayout.CELL_PADDING_MM;
                var face = Typeface.of(cells.get(column).style().bold(), false);
                int lines = cells.get(column).paragraphs().stream()
                        .mapToInt(
                                paragraph -> face.wrap(paragraph, sizePt, room).size())
                        .sum();
                if (lines > DecreeLayout.SHORT_ROW_LINES) return false;
            }
            return true;
        }
    }

    /** @param text its paragraphs, parted by line breaks */
    record Cell(PartStyle style, String text) {
        List<String> paragraphs() {
            return text.isEmpty() ? List.of("") : text.lines().toList();
        }
    }

    /** Pages with their own numbers from 1: the document itself, and each annex. */
    record Sheet(boolean landscape, List<Piece> pieces) {
        public Sheet {
            pieces = List.copyOf(pieces);
        }
    }
}
