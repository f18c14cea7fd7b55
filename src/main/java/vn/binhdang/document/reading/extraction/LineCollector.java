package vn.binhdang.document.reading.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Cell;
import vn.binhdang.document.SourceText.Format;
import vn.binhdang.document.SourceText.Line;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/**
 * Gathers the lines of one file, refuses when the text grows past all measure, and in the end cleans and numbers them.
 * Cleaning waits for the end because only the whole text shows in which encoding it was typed.
 */
final class LineCollector {
    private static final int SAMPLE = 20_000;

    /** What a format tells about a line beside its words. */
    record Look(
            boolean bold,
            boolean italic,
            boolean centred,
            @Nullable Cell cell,
            @Nullable Integer page,
            boolean paragraph) {
        static final Look PLAIN = new Look(false, false, false, null, null, false);
    }

    /** @param kept also when nothing of it can be seen */
    private record Raw(String text, Look look, boolean kept) {}

    private final List<Raw> raw = new ArrayList<>();
    private final List<Finding> notices = new ArrayList<>();
    private final Deadline deadline;
    private long characters;

    LineCollector(Deadline deadline) {
        this.deadline = deadline;
    }

    /** A line of a text file; an empty one is kept, so that the numbers are those of the file. */
    void addTextLine(String text) throws UnreadableDocument {
        add(new Raw(text, Look.PLAIN, true));
    }

    /**
     * A paragraph of a formatted file; one without visible text is only space between others and is left out, unless the
     * paragraphs turn out to be the lines of a page.
     */
    void addVisible(String text, Look look) throws UnreadableDocument {
        add(new Raw(text, look, false));
    }

    private void add(Raw line) throws UnreadableDocument {
        deadline.step();
        characters += line.text().length() + 1L;
        if (characters > Limits.TEXT_CHARACTERS || raw.size() == Limits.LINES) throw tooMuchText();
        raw.add(line);
    }

    static UnreadableDocument tooMuchText() {
        return new UnreadableDocument(Reason.TOO_LONG, Integer.toString(Limits.TEXT_CHARACTERS / 1_000_000));
    }

    /** For the person who brought the file: it was not Unicode. */
    void noticeOldEncoding(String shownName) {
        notices.add(Finding.of(Severity.WARNING, "document.reading.encodingConverted", null, shownName));
    }

    /** For the person who brought the file: there is more in it than was read. */
    void noticeScannedPages(List<Integer> pages) {
        String numbers = pages.stream().map(String::valueOf).collect(Collectors.joining(", "));
        notices.add(Finding.of(Severity.WARNING, "document.reading.pagesScanned", null, numbers));
    }

    boolean hasText() {
        return raw.stream().anyMatch(line -> !line.text().isBlank());
    }

    /** @throws UnreadableDocument EMPTY when nothing can be seen of any line */
    SourceText toText(Format format) throws UnreadableDocument {
        List<String> texts = cleanTexts();
        if (texts.stream().allMatch(String::isEmpty)) throw new UnreadableDocument(Reason.EMPTY);
        boolean wrapped = HardWraps.areIn(paragraphs(texts));
        var lines = new ArrayList<Line>(raw.size());
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            Raw line = raw.get(i);
            if (!text.isEmpty() || line.kept() || wrapped && line.look().paragraph())
                lines.add(numbered(
                        lines.size() + 1, text, line.look(), line.look().paragraph() && !wrapped));
        }
        return new SourceText(format, lines, notices);
    }

    private List<String> cleanTexts() throws UnreadableDocument {
        UnaryOperator<String> toUnicode = toUnicode();
        var texts = new ArrayList<String>(raw.size());
        for (Raw line : raw) {
            deadline.step();
            texts.add(CleanText.line(toUnicode.apply(line.text())));
        }
        return texts;
    }

    /** What the format says to be whole paragraphs of running text. */
    private List<String> paragraphs(List<String> texts) {
        var paragraphs = new ArrayList<String>();
        for (int i = 0; i < texts.size(); i++) {
            Look look = raw.get(i).look();
            if (look.paragraph() && look.cell() == null) paragraphs.add(texts.get(i));
        }
        return paragraphs;
    }

    private UnaryOperator<String> toUnicode() {
        var sample = new StringBuilder(SAMPLE);
        for (Raw line : raw) {
            if (sample.length() >= SAMPLE) break;
            sample.append(line.text(), 0, Math.min(line.text().length(), SAMPLE))
                    .append('\n');
        }
        var legacy = LegacyVietnamese.of(sample);
        if (legacy.isEmpty()) return UnaryOperator.identity();
        noticeOldEncoding(legacy.get().shownName());
        return legacy.get()::toUnicode;
    }

    private static Line numbered(int number, String text, Look look, boolean paragraph) {
        return new Line(number, text, look.bold(), look.italic(), look.centred(), look.cell(), look.page(), paragraph);
    }
}
