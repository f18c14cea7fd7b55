package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.SourceText.Cell;
import vn.binhdang.document.UnreadableDocument;

/**
 * Turns the body of a DOCX into lines: one per paragraph, more where the author broke the line by hand. What a person
 * sees in Word with all changes accepted is kept; what only the program sees is not.
 */
final class DocxBody implements WordXml.Handler {
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final LineCollector lines;

    private final WordTables tables = new WordTables();
    private final WordFields fields = new WordFields();

    /** Paragraphs being read; more than one where a text box stands within a paragraph. */
    private final Deque<WordParagraph> paragraphs = new ArrayDeque<>();

    private @Nullable WordParagraph withoutEnd;
    private boolean inParagraphProperties;
    private boolean inRun;
    private boolean inRunProperties;
    private boolean inRowProperties;
    private boolean inText;
    private boolean inInstruction;
    private int deletions;

    DocxBody(DocxStyles styles, DocxNumbering numbering, LineCollector lines) {
        this.styles = styles;
        this.numbering = numbering;
        this.lines = lines;
    }

    @Override
    public void start(String element, WordXml at) {
        switch (element) {
            case "t" -> inText = true;
            case "r" -> beginRun();
            case "p" -> beginParagraph();
            case "tab", "ptab" -> {
                // A tab stop in the properties has the same name as a tab in the text.
                if (!inParagraphProperties) mark('\t');
            }
            case "br", "cr" -> mark('\n');
            case "noBreakHyphen" -> mark('-');
            case "sym" -> {
                if (isVisible()) paragraphs.getFirst().appendSymbol();
            }
            case "instrText" -> inInstruction = true;
            case "fldChar" -> {
                String type = at.attribute("fldCharType");
                if (type != null) fields.mark(type);
            }
            case "del" -> deletion();
            case "tbl" -> tables.table();
            case "tr" -> tables.row();
            case "trPr" -> inRowProperties = true;
            case "gridBefore" -> tables.skipColumns(at.number("val", 0));
            case "gridSpan" -> tables.span(at.number("val", 1));
            case "vMerge" -> {
                if (!"restart".equals(at.value())) tables.hideCell();
            }
            case "pPr" -> inParagraphProperties = true;
            case "rPr" -> inRunProperties = inRun && !inParagraphProperties;
            default -> property(element, at);
        }
    }

    @Override
    public void end(String element) throws IOException, UnreadableDocument {
        switch (element) {
            case "t" -> inText = false;
            case "r" -> inRun = false;
            case "p" -> endParagraph();
            case "pPr" -> inParagraphProperties = false;
            case "rPr" -> inRunProperties = false;
            case "instrText" -> inInstruction = false;
            case "trPr" -> inRowProperties = false;
            case "del" -> {
                if (!inParagraphProperties && !inRowProperties) deletions--;
            }
            case "tbl" -> tables.endTable();
            case "tc" -> tables.endCell();
            default -> {}
        }
    }

    @Override
    public void characters(char[] buffer, int start, int length) {
        if (inInstruction) fields.instruction(buffer, start, length);
        if (!inText || !isVisible()) return;
        WordParagraph paragraph = paragraphs.getFirst();
        // A text without end would fill the memory before its paragraph is handed over.
        if (paragraph.length() <= Limits.TEXT_CHARACTERS) paragraph.append(buffer, start, length, lookOf(paragraph));
    }

    private WordLook lookOf(WordParagraph paragraph) {
        return paragraph
                .run
                .over(styles.ofCharacters(paragraph.runStyle))
                .over(styles.ofParagraph(paragraph.style).look());
    }

    private void property(String element, WordXml at) {
        WordParagraph paragraph = paragraphs.peek();
        if (paragraph == null) return;
        if (inRunProperties) {
            if (element.equals("rStyle")) paragraph.runStyle = at.value();
            else paragraph.run = paragraph.run.with(element, at.isOn());
        } else if (inParagraphProperties) {
            switch (element) {
                case "pStyle" -> paragraph.style = at.value();
                case "jc" -> paragraph.centred = "center".equals(at.value());
                case "numId" -> paragraph.numberingId = at.value();
                case "ilvl" -> paragraph.level = at.number("val", 0);
                default -> {}
            }
        }
    }

    private void deletion() {
        if (inParagraphProperties) {
            WordParagraph paragraph = paragraphs.peek();
            if (paragraph != null) paragraph.endDeleted = true;
        } else if (inRowProperties) tables.hideRow();
        else deletions++;
    }

    private void beginRun() {
        inRun = true;
        WordParagraph paragraph = paragraphs.peek();
        if (paragraph == null) return;
        paragraph.run = WordLook.SILENT;
        paragraph.runStyle = null;
    }

    private boolean isVisible() {
        return deletions == 0 && !paragraphs.isEmpty() && !fields.hidesText() && !tables.isHidden();
    }

    private void mark(char mark) {
        if (inRun && isVisible()) paragraphs.getFirst().append(mark);
    }

    private void beginParagraph() {
        var paragraph = new WordParagraph();
        if (withoutEnd != null) paragraph.continueFrom(withoutEnd);
        withoutEnd = null;
        paragraphs.push(paragraph);
        inParagraphProperties = false;
    }

    private void endParagraph() throws UnreadableDocument {
        if (paragraphs.isEmpty()) return;
        WordParagraph paragraph = paragraphs.pop();
        // A text box ended within a run of the paragraph that holds it.
        inRun = !paragraphs.isEmpty();
        if (paragraph.endDeleted) {
            withoutEnd = paragraph;
            return;
        }
        if (tables.isHidden()) return;
        String number = numberOf(paragraph);
        String text = paragraph.text();
        if (text.isBlank()) add("", paragraph);
        else add(number.isEmpty() ? text : number + " " + text.stripLeading(), paragraph);
    }

    private String numberOf(WordParagraph paragraph) {
        var style = styles.ofParagraph(paragraph.style);
        String list = paragraph.numberingId != null ? paragraph.numberingId : style.numberingId();
        if (list == null) return "";
        Integer level = paragraph.level != null ? paragraph.level : style.level();
        return numbering.next(list, level, paragraph.style);
    }

    private void add(String text, WordParagraph paragraph) throws UnreadableDocument {
        Cell cell = tables.cell();
        Boolean centred = paragraph.centred != null
                ? paragraph.centred
                : styles.ofParagraph(paragraph.style).centred();
        boolean broken = text.indexOf('\n') >= 0;
        var look = new LineCollector.Look(
                paragraph.bold(), paragraph.italic(), WordLook.isOn(centred), cell, null, !broken);
        if (!broken) lines.addVisible(text, look);
        else for (String line : text.split("\n", -1)) lines.addVisible(line, look);
    }
}
