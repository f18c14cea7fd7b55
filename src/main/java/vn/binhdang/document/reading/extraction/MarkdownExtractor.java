package vn.binhdang.document.reading.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Cell;
import vn.binhdang.document.SourceText.Format;
import vn.binhdang.document.UnreadableDocument;

/**
 * Markdown, as converters make it of Word files: marks that only dress the text are taken off, numbers and dashes of
 * lists stay. Wrapped lines stay lines, because a converter wraps where a clerk would not.
 */
final class MarkdownExtractor implements Extractor {
    /** A table of one column is a frame that the converter made a table of. */
    private static final int FEWEST_COLUMNS = 2;

    /** Rules for the eye: between heading and rows of a table, and across the page. */
    private static final String TABLE_RULE_MARKS = "|-:+ \t";

    private static final String LINE_RULE_MARKS = "-*_= ";
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");

    private final List<List<String>> table = new ArrayList<>();
    private int tables;

    @Override
    public SourceText extract(byte[] content, Deadline deadline) throws UnreadableDocument {
        var decoded = TextDecoding.of(content);
        var lines = new LineCollector(deadline);
        if (decoded.oldEncoding() != null) lines.noticeOldEncoding(decoded.oldEncoding());
        if (decoded.text().length() > Limits.TEXT_CHARACTERS) throw LineCollector.tooMuchText();
        List<String> source = withoutFrontMatter(decoded.text().lines().toList());
        for (String line : source) add(line.strip(), lines);
        endTable(lines);
        return lines.toText(Format.MARKDOWN);
    }

    /** A block between two rules at the very start is about the file, not of the document. */
    private static List<String> withoutFrontMatter(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) return lines;
        for (int i = 1; i < Math.min(lines.size(), 60); i++) {
            if (lines.get(i).strip().equals("---")) return lines.subList(i + 1, lines.size());
            if (!lines.get(i).isBlank() && lines.get(i).indexOf(':') < 0) break;
        }
        return lines;
    }

    private void add(String line, LineCollector lines) throws UnreadableDocument {
        if (line.startsWith("|")) {
            if (!consistsOf(TABLE_RULE_MARKS, line, 1)) table.add(MarkdownMarks.cells(line));
            return;
        }
        endTable(lines);
        if (isFence(line) || consistsOf(LINE_RULE_MARKS, line, 3)) lines.addTextLine("");
        else addText(line, null, lines);
    }

    /** Nothing but the marks, with at least so many of the kind that rules are drawn with. */
    private static boolean consistsOf(String marks, String line, int fewest) {
        int drawn = 0;
        for (int i = 0; i < line.length(); i++) {
            if (marks.indexOf(line.charAt(i)) < 0) return false;
            if ("-*_=".indexOf(line.charAt(i)) >= 0) drawn++;
        }
        return drawn >= fewest;
    }

    private static boolean isFence(String line) {
        return line.startsWith("```") || line.startsWith("~~~");
    }

    private void endTable(LineCollector lines) throws UnreadableDocument {
        if (table.isEmpty()) return;
        int columns = table.stream().mapToInt(List::size).max().orElse(0);
        boolean real = columns >= FEWEST_COLUMNS;
        for (int row = 0; row < table.size(); row++)
            for (int column = 0; column < table.get(row).size(); column++)
                addText(table.get(row).get(column), real ? new Cell(tables, row, column) : null, lines);
        if (real) tables++;
        table.clear();
    }

    private void addText(String text, @Nullable Cell cell, LineCollector lines) throws UnreadableDocument {
        for (String part : BREAK.split(text, -1)) {
            var marks = MarkdownMarks.takenOff(part);
            if (cell == null && marks.text().isBlank()) lines.addTextLine("");
            else
                lines.addVisible(
                        marks.text(), new LineCollector.Look(marks.bold(), marks.italic(), false, cell, null, false));
        }
    }
}
