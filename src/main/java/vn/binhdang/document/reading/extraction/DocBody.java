package vn.binhdang.document.reading.extraction;

import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import vn.binhdang.document.UnreadableDocument;

/** Turns the text of a binary Word file into lines; what marks cells, fields and pictures in it are control characters. */
final class DocBody {
    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_SEPARATOR = 0x14;
    private static final char FIELD_END = 0x15;
    private static final char LINE_BREAK = 0x0B;
    private static final char PAGE_BREAK = 0x0C;
    private static final char CELL_END = 0x07;
    private static final char NO_BREAK_HYPHEN = 0x1E;
    private static final int CENTRED = 1;

    private final Range range;
    private final DocNumbering numbering;
    private final LineCollector lines;
    private final Deadline deadline;
    private final WordTables tables = new WordTables();
    private final WordFields fields = new WordFields();
    private boolean inTable;
    private boolean rowEnded;

    DocBody(Range range, DocNumbering numbering, LineCollector lines, Deadline deadline) {
        this.range = range;
        this.numbering = numbering;
        this.lines = lines;
        this.deadline = deadline;
    }

    void read() throws UnreadableDocument {
        int paragraphs = range.numParagraphs();
        for (int i = 0; i < paragraphs; i++) {
            deadline.check();
            paragraph(range.getParagraph(i));
        }
    }

    private void paragraph(Paragraph source) throws UnreadableDocument {
        enterOrLeaveTable(source.isInTable());
        if (source.isTableRowEnd()) {
            rowEnded = true;
            return;
        }
        var paragraph = new WordParagraph();
        boolean cellEnds = false;
        for (int i = 0; i < source.numCharacterRuns(); i++) {
            CharacterRun run = source.getCharacterRun(i);
            String text = run.text();
            cellEnds |= text.indexOf(CELL_END) >= 0;
            if (!run.isMarkedDeleted()) append(text, lookOf(run), paragraph);
        }
        add(paragraph, source);
        if (cellEnds && source.getTableLevel() == 1) tables.endCell();
    }

    private void enterOrLeaveTable(boolean inside) {
        if (inside && !inTable) tables.table();
        if (inside && (!inTable || rowEnded)) tables.row();
        if (!inside && inTable) tables.endTable();
        inTable = inside;
        rowEnded = false;
    }

    private static WordLook lookOf(CharacterRun run) {
        return new WordLook(run.isBold(), run.isItalic(), run.isCapitalized(), run.isVanished());
    }

    private void append(String text, WordLook look, WordParagraph into) {
        char[] letters = text.toCharArray();
        int from = 0;
        for (int i = 0; i <= letters.length; i++) {
            if (i < letters.length && letters[i] >= ' ') continue;
            if (i > from) {
                if (!fields.hidesText()) into.append(letters, from, i - from, look);
                else fields.instruction(letters, from, i - from);
            }
            if (i < letters.length) control(letters[i], into);
            from = i + 1;
        }
    }

    private void control(char c, WordParagraph into) {
        switch (c) {
            case FIELD_BEGIN -> fields.mark("begin");
            case FIELD_SEPARATOR -> fields.mark("separate");
            case FIELD_END -> fields.mark("end");
            case LINE_BREAK, PAGE_BREAK -> into.append('\n');
            case '\t' -> into.append('\t');
            case NO_BREAK_HYPHEN -> into.append('-');
            default -> {}
        }
    }

    private void add(WordParagraph paragraph, Paragraph source) throws UnreadableDocument {
        String number = source.isInList() ? numbering.next(source.getIlfo(), source.getIlvl()) : "";
        String text = paragraph.text();
        if (text.isBlank()) number = text = "";
        boolean broken = text.strip().indexOf('\n') >= 0;
        var look = new LineCollector.Look(
                paragraph.bold(),
                paragraph.italic(),
                source.getJustification() == CENTRED,
                tables.cell(),
                null,
                !broken);
        String numbered = number.isEmpty() ? text : number + " " + text.stripLeading();
        for (String line : numbered.split("\n", -1)) lines.addVisible(line, look);
    }
}
