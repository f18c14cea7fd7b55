package vn.binhdang.document;

/**
 * A place in the source text, both ends included. The first line is 1; in formats without lines (DOCX, PDF) a line is a
 * paragraph of the extracted text, a table cell's paragraphs each being their own.
 */
public record Lines(int from, int to) {
    public Lines {
        if (from < 1 || to < from) throw new IllegalArgumentException("no such lines: %d-%d".formatted(from, to));
    }

    public static Lines of(int line) {
        return new Lines(line, line);
    }
}
