package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import vn.binhdang.document.Block;

/** The paragraphs and tables of a body in reading order. */
final class Blocks {
    private Blocks() {}

    /** @param tables by their first line, to be set between the paragraphs of the outline */
    static List<Block> of(Node outline, List<Block> tables) {
        var blocks = new ArrayList<Block>();
        addChildren(outline, blocks);
        if (tables.isEmpty()) return blocks;
        blocks.addAll(tables);
        // both are in order already; a stable sort only merges them
        blocks.sort(Comparator.comparingInt(Blocks::firstLine));
        return blocks;
    }

    static List<Block> of(List<TextLine> lines) {
        return of(Outline.of(ParagraphJoiner.join(withoutTables(lines))), tables(lines));
    }

    private static int firstLine(Block block) {
        return block.lines() == null ? 0 : block.lines().from();
    }

    /** The text around tables; what stands below one does not continue what stands above it. */
    static List<TextLine> withoutTables(List<TextLine> lines) {
        // Most texts have no table: their list is handed on as it is.
        if (lines.stream().allMatch(line -> line.cell() == null)) return lines;
        var text = new ArrayList<TextLine>(lines.size());
        boolean table = false;
        for (var line : lines) {
            if (line.cell() == null) text.add(table ? line.withBreakBefore() : line);
            table = line.cell() != null;
        }
        return text;
    }

    static List<Block> tables(List<TextLine> lines) {
        var tables = new ArrayList<Block>();
        int from = 0;
        for (int to = 1; to <= lines.size(); to++) {
            if (to < lines.size() && sameTable(lines.get(from), lines.get(to))) continue;
            if (lines.get(from).cell() != null) tables.add(table(lines.subList(from, to)));
            from = to;
        }
        return tables;
    }

    private static boolean sameTable(TextLine a, TextLine b) {
        return a.cell() == null
                ? b.cell() == null
                : b.cell() != null && a.cell().table() == b.cell().table();
    }

    private static void addChildren(Node parent, List<Block> blocks) {
        for (var node : parent.children()) {
            var paragraph = node.paragraph();
            var marker = paragraph.marker();
            blocks.add(new Block(
                    kind(node, parent),
                    marker == null ? null : marker.printed(),
                    paragraph.text(),
                    List.of(),
                    paragraph.lines()));
            addChildren(node, blocks);
        }
    }

    private static Block.Kind kind(Node node, Node parent) {
        var marker = node.marker();
        if (marker == null) return Block.Kind.PARAGRAPH;
        if (marker.kind() == Marker.Kind.DIVISION) return Block.Kind.DIVISION;
        if (!Sections.isHeading(node, parent)) return Block.Kind.ITEM;
        return marker.kind() == Marker.Kind.ROMAN || marker.kind() == Marker.Kind.UPPER_LETTER
                ? Block.Kind.SECTION
                : Block.Kind.HEADING;
    }

    /** Cells in their rows and columns; what one cell holds in several lines is joined. */
    static Block table(List<TextLine> lines) {
        var rows = new TreeMap<Integer, TreeMap<Integer, StringBuilder>>();
        int columns = 0;
        for (var line : lines) {
            var cell = line.cell();
            if (cell == null) continue;
            columns = Math.max(columns, Math.min(cell.column(), 60) + 1);
            var text = rows.computeIfAbsent(cell.row(), row -> new TreeMap<>())
                    .computeIfAbsent(Math.min(cell.column(), 60), column -> new StringBuilder());
            text.append(text.isEmpty() ? "" : line.paragraph() ? "\n" : " ").append(line.text());
        }
        var table = new ArrayList<List<String>>();
        for (var row : rows.values()) {
            var cells = new ArrayList<String>();
            for (int column = 0; column < columns; column++) {
                var text = row.get(column);
                cells.add(text == null ? "" : text.toString());
            }
            table.add(cells);
        }
        return new Block(
                Block.Kind.TABLE,
                null,
                "",
                table,
                Paragraph.between(lines.getFirst().number(), lines.getLast().number()));
    }
}
