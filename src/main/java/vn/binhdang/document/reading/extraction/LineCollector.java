package vn.binhdang.document.reading.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Finding;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Cell;
import vn.binhdang.document.SourceText.Format;
import vn.binhdang.document.SourceText.Line;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/** Gathers the lines of one file: cleans each, numbers it, and refuses when the text grows past all measure. */
final class LineCollector {

    /** What a format tells about a line beside its words. */
    record Look(
            boolean bold,
            boolean italic,
            boolean centred,
            @Nullable Cell cell,
            @Nullable Integer page,
            boolean paragraph) {
        static final Look PLAIN = new Look(false, false, false, null, null, false);
        static final Look PARAGRAPH = new Look(false, false, false, null, null, true);
    }

    private final List<Line> lines = new ArrayList<>();
    private final List<Finding> notices = new ArrayList<>();
    private final Deadline deadline;
    private long characters;

    LineCollector(Deadline deadline) {
        this.deadline = deadline;
    }

    /** A line of a text file; an empty one is kept, so that the numbers are those of the file. */
    void addTextLine(String raw) throws UnreadableDocument {
        add(CleanText.line(raw), Look.PLAIN);
    }

    /** A paragraph of a formatted file; one without visible text is only space between others and is left out. */
    void addVisible(String raw, Look look) throws UnreadableDocument {
        String text = CleanText.line(raw);
        if (!text.isEmpty()) add(text, look);
    }

    void notice(Finding finding) {
        notices.add(finding);
    }

    private void add(String text, Look look) throws UnreadableDocument {
        deadline.step();
        characters += text.length() + 1L;
        if (characters > Limits.TEXT_CHARACTERS) throw tooMuchText();
        lines.add(new Line(
                lines.size() + 1,
                text,
                look.bold(),
                look.italic(),
                look.centred(),
                look.cell(),
                look.page(),
                look.paragraph()));
    }

    static UnreadableDocument tooMuchText() {
        return new UnreadableDocument(Reason.TOO_LONG, Integer.toString(Limits.TEXT_CHARACTERS / 1_000_000));
    }

    boolean hasText() {
        return lines.stream().anyMatch(line -> !line.text().isEmpty());
    }

    SourceText toText(Format format) throws UnreadableDocument {
        if (!hasText()) throw new UnreadableDocument(Reason.EMPTY);
        return new SourceText(format, lines, notices);
    }
}
