package vn.binhdang.document.reading.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Format;
import vn.binhdang.document.UnreadableDocument;
import vn.binhdang.document.UnreadableDocument.Reason;

/** The way in: a file, bytes with a name, or pasted text become the lines that the rules read. */
public final class Extraction {
    private Extraction() {}

    public static SourceText of(Path file) throws UnreadableDocument {
        try {
            if (!Files.isRegularFile(file)) throw new UnreadableDocument(Reason.NOT_FOUND);
            refuseTooLarge(Files.size(file));
            return of(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            throw new UnreadableDocument(Reason.NOT_FOUND);
        } catch (IOException unreadable) {
            throw new UnreadableDocument(Reason.CORRUPT);
        }
    }

    /** Reads no more of the stream than the limit allows; does not close it. */
    public static SourceText of(String fileName, InputStream content) throws UnreadableDocument, IOException {
        byte[] bytes = content.readNBytes(Limits.FILE_BYTES + 1);
        return of(fileName, bytes);
    }

    /** @param fileName only its extension is looked at */
    public static SourceText of(String fileName, byte[] content) throws UnreadableDocument {
        refuseTooLarge(content.length);
        var deadline = Deadline.in(Limits.TIME);
        return BoundedReading.run(() -> extractorFor(fileName, content).extract(content, deadline), deadline);
    }

    /** Runs the second half of a reading, the understanding, under its own limit of time and on its own stack. */
    public static <T> T inTime(Callable<T> understanding) throws UnreadableDocument {
        return BoundedReading.run(understanding, Deadline.in(Limits.TIME_TO_UNDERSTAND));
    }

    public static SourceText ofPastedText(String text) throws UnreadableDocument {
        return TextExtractor.lines(text, new LineCollector(Deadline.in(Limits.TIME)))
                .toText(Format.TEXT);
    }

    private static Extractor extractorFor(String fileName, byte[] content) throws UnreadableDocument {
        return switch (Admission.admit(fileName, content)) {
            case DOCX -> new DocxExtractor();
            case PDF -> new PdfExtractor();
            case DOC -> new DocExtractor();
            case HTML -> new HtmlExtractor();
            default -> Admission.isMarkdown(fileName) ? new MarkdownExtractor() : new TextExtractor();
        };
    }

    private static void refuseTooLarge(long bytes) throws UnreadableDocument {
        if (bytes > Limits.FILE_BYTES)
            throw new UnreadableDocument(Reason.TOO_LARGE, megabytes(bytes), megabytes(Limits.FILE_BYTES));
    }

    private static String megabytes(long bytes) {
        return Long.toString((bytes + Limits.MEGABYTE - 1) / Limits.MEGABYTE);
    }
}
