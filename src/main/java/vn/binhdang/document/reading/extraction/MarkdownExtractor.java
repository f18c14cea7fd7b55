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

    private static final Pattern TABLE_RULE = Pattern.compile("\\|?[\\s:|+-]*-[\\s:|+-]*\\|?");
    private static final Pattern LINE_RULE = Pattern.compile("(([-*_=])\\s*)(\\2\\s*){2,}|```.*|~~~.*");
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
            if (!TABLE_RULE.matcher(line).matches()) table.add(MarkdownMarks.cells(line));
            return;
        }
        endTable(lines);
        if (LINE_RULE.matcher(line).matches()) lines.addTextLine("");
        else addText(line, null, lines);
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
