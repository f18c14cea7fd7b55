package vn.binhdang.document.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Cell;

/**
 * Takes away what is not the document's words: Markdown asterisks and pipes, rules of dashes, invisible characters,
 * blank lines. What they told (bold, a cell border, a break) is kept as a property of the line.
 */
final class Cleaning {
    /** Tables written with pipes get numbers of their own, so that they never meet a table of the file's format. */
    private static final int FIRST_PIPE_TABLE = 1_000_000;

    private static final int LONGEST_CELL = 15;

    /** Characters that need no cleaning, which in most lines are all of them. */
    private static final boolean[] ORDINARY = ordinary();

    private final List<TextLine> lines = new ArrayList<>();
    private final Map<Integer, Integer> columnsOfTable = new HashMap<>();
    private final Emphasis emphasis = new Emphasis();
    private boolean breakBefore = true;
    private int pipeTable = FIRST_PIPE_TABLE;
    private int pipeRow = -1;
    private int pipeColumn;
    private boolean borderBefore;
    private int cellStart = Integer.MAX_VALUE;

    private Cleaning() {}

    static List<TextLine> clean(SourceText source) {
        var cleaning = new Cleaning();
        int from = frontMatterEnd(source.lines());
        for (var line : source.lines().subList(from, source.lines().size())) cleaning.add(line);
        cleaning.endCell(false);
        return cleaning.lines.stream().map(cleaning::withoutFrame).toList();
    }

    /** The settings between two "---" at the head of a Markdown file tell about the file, not in the document's words. */
    private static int frontMatterEnd(List<SourceText.Line> lines) {
        if (lines.isEmpty() || !lines.getFirst().text().strip().equals("---")) return 0;
        for (int i = 1; i < Math.min(lines.size(), 60); i++)
            if (lines.get(i).text().strip().equals("---")) return i + 1;
        return 0;
    }

    private void add(SourceText.Line line) {
        var text = visible(line.text());
        int start = firstNonSpace(text);
        if (start == text.length()) {
            endBlock();
            return;
        }
        if (line.cell() == null && text.charAt(start) == '|') {
            addPiped(line, text.strip());
            return;
        }
        if (isRule(text)) {
            breakBefore = true;
            emphasis.reset();
            return;
        }
        if (line.cell() == null && text.indexOf('|') > 0) {
            for (var part : text.split("\\|")) if (!part.isBlank()) addWords(line, part, null, true);
            return;
        }
        addWords(line, text, line.cell() != null ? line.cell() : openPipeCell(), false);
        borderBefore = false;
    }

    private @Nullable Cell openPipeCell() {
        return pipeRow < 0 || cellStart > lines.size() ? null : new Cell(pipeTable, pipeRow, pipeColumn);
    }

    private void endBlock() {
        breakBefore = true;
        emphasis.reset();
        // the text of a cell follows its border at once: a blank line there ends the table
        if (borderBefore) pipeRow = -1;
        borderBefore = false;
    }

    /** What stands after the last border, and a text too long for a cell, was never in the table. */
    private void endCell(boolean closed) {
        if (cellStart < lines.size() && (!closed || lines.size() - cellStart > LONGEST_CELL))
            for (int i = cellStart; i < lines.size(); i++)
                lines.set(i, lines.get(i).withoutCell());
        cellStart = lines.size();
    }

    /** A table of one column is a frame around text ("in one cell the whole plan"), not a table. */
    private TextLine withoutFrame(TextLine line) {
        var cell = line.cell();
        return cell == null || columnsOfTable.getOrDefault(cell.table(), 1) > 1 ? line : line.withoutCell();
    }

    /** "| a | b |" is a row of a table; a lone "|" is the border of a cell whose text stands on lines of its own. */
    private void addPiped(SourceText.Line line, String text) {
        breakBefore = true;
        emphasis.reset();
        if (text.length() > 2 && text.indexOf('|', 1) > 1) {
            addRow(line, text);
            return;
        }
        openCell();
        var rest = text.replace('|', ' ');
        if (rest.isBlank() || isRule(rest)) return;
        addWords(line, rest, new Cell(pipeTable, pipeRow, pipeColumn), false);
        borderBefore = false;
    }

    /** Two borders without text between them part the rows. */
    private void openCell() {
        endCell(pipeRow >= 0);
        if (pipeRow < 0) {
            pipeTable++;
            pipeRow = 0;
            pipeColumn = 0;
        } else if (borderBefore) {
            pipeRow++;
            pipeColumn = 0;
        } else pipeColumn++;
        borderBefore = true;
    }

    private void addRow(SourceText.Line line, String text) {
        if (pipeRow < 0 || borderBefore) {
            pipeTable++;
            pipeRow = 0;
        }
        endCell(false);
        var cells = text.substring(1).split("\\|", -1);
        for (int column = 0; column < cells.length; column++) {
            if (cells[column].isBlank() || isRule(cells[column])) continue;
            emphasis.reset();
            addWords(line, cells[column], new Cell(pipeTable, pipeRow, column), true);
        }
        pipeRow++;
        cellStart = Integer.MAX_VALUE;
        borderBefore = false;
        breakBefore = true;
    }

    private void addWords(SourceText.Line line, String raw, @Nullable Cell cell, boolean breaks) {
        breakBefore |= breaks;
        int br = raw.indexOf("<br");
        if (br >= 0) {
            for (var part : raw.split("<br ?/?>"))
                if (!part.isBlank()) addWords(line, part.replace("<br", " "), cell, true);
            return;
        }
        if (cell != null) columnsOfTable.merge(cell.table(), cell.column() + 1, Math::max);
        var plain = emphasis.strip(raw);
        var spaced = plain.strip();
        var text = collapse(spaced);
        if (text.isEmpty()) {
            breakBefore = true;
            return;
        }
        lines.add(new TextLine(
                line.number(),
                text,
                spaced.contains("   ") ? spaced : null,
                line.bold() || emphasis.wasBold(),
                line.italic(),
                line.centred(),
                cell,
                line.page(),
                line.paragraph(),
                breakBefore));
        breakBefore = false;
    }

    /** NFC, with spaces of every kind as one, and without controls and marks of direction and width. */
    private static String visible(String text) {
        int i = 0;
        while (i < text.length() && isOrdinary(text.charAt(i))) i++;
        if (i == text.length()) return text;
        var clean = new StringBuilder(text.length());
        boolean combining = false;
        for (i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) clean.append(' ');
            else if (!isInvisible(c)) clean.append(c);
            combining |= c >= '\u0300' && c <= '\u036f';
        }
        var visible = clean.toString();
        return combining ? Normalizer.normalize(visible, Normalizer.Form.NFC) : visible;
    }

    private static boolean isOrdinary(char c) {
        return c < ORDINARY.length && ORDINARY[c];
    }

    private static boolean[] ordinary() {
        var ordinary = new boolean[0x2030];
        for (char c = ' '; c < ordinary.length; c++)
            ordinary[c] = !isSpace(c) && !isInvisible(c) && !(c >= '\u0300' && c <= '\u036f');
        return ordinary;
    }

    private static boolean isSpace(char c) {
        return c < ' '
                || c == '\u00a0'
                || c >= '\u2000' && c <= '\u200a'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u3000';
    }

    private static boolean isInvisible(char c) {
        return c >= '\u007f' && c < '\u00a0'
                || c == '\u00ad'
                || c >= '\u200b' && c <= '\u200f'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2060' && c <= '\u206f'
                || c == '\ufeff'
                || c == '\ufffd';
    }

    /** "-------", "_____", "* *": a line that only draws. */
    private static boolean isRule(String text) {
        for (int i = 0; i < text.length(); i++) if (" -–—_=*~:.…|#".indexOf(text.charAt(i)) < 0) return false;
        return true;
    }

    private static int firstNonSpace(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) <= ' ') i++;
        return i;
    }

    private static String collapse(String text) {
        if (!text.contains("  ")) return text;
        var collapsed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) != ' ' || text.charAt(i - 1) != ' ') collapsed.append(text.charAt(i));
        return collapsed.toString();
    }

    /** Markdown's asterisks: taken away, remembered as bold; they may open on one line and close on a later one. */
    private static final class Emphasis {
        private boolean bold;
        private boolean allBold;

        void reset() {
            bold = false;
        }

        boolean wasBold() {
            return allBold;
        }

        String strip(String raw) {
            allBold = bold;
            int start = firstNonSpace(raw);
            int from = skipHeadingMarks(raw, start);
            if (raw.indexOf('*', from) < 0 && raw.indexOf('\\', from) < 0 && !raw.contains("__"))
                return from == start ? raw : raw.substring(from);
            var plain = new StringBuilder(raw.length());
            boolean letterOutside = false;
            boolean letterInside = false;
            for (int i = from; i < raw.length(); i++) {
                char c = raw.charAt(i);
                if (c == '*' && isBulletOrFootnote(raw, i, start)) plain.append(c);
                else if (c == '*') {
                    int end = i;
                    while (end < raw.length() && raw.charAt(end) == '*') end++;
                    if ((end - i) % 4 >= 2) bold = !bold;
                    i = end - 1;
                } else if (c == '_' && i + 1 < raw.length() && raw.charAt(i + 1) == '_') {
                    i++;
                } else if (c != '\\' || i + 1 == raw.length() || Words.isWordChar(raw.charAt(i + 1))) {
                    if (Words.isWordChar(c)) {
                        letterInside |= bold;
                        letterOutside |= !bold;
                    }
                    plain.append(c);
                }
            }
            allBold = letterInside && !letterOutside;
            return plain.toString();
        }

        /** "## I. MỤC ĐÍCH": the marks of a Markdown heading or quotation. */
        private static int skipHeadingMarks(String raw, int start) {
            int i = start;
            while (i < raw.length() && (raw.charAt(i) == '#' || raw.charAt(i) == '>')) i++;
            return i > start && i < raw.length() && raw.charAt(i) == ' ' ? i + 1 : start;
        }

        /** "* Lưu ý: …" is an item of a list; "(*)" points to a note. Other asterisks are emphasis. */
        private static boolean isBulletOrFootnote(String raw, int at, int start) {
            boolean spaceAfter = at + 1 < raw.length() && raw.charAt(at + 1) == ' ';
            if (at == start && spaceAfter) return raw.indexOf('*', at + 1) < 0;
            return at > 0 && raw.charAt(at - 1) == '(' && at + 1 < raw.length() && raw.charAt(at + 1) == ')';
        }
    }
}
