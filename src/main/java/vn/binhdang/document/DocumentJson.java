package vn.binhdang.document;

import vn.binhdang.web.Text;

/**
 * An administrative document as JSON, one line, NFC. The names and shapes of the keys are an interface that others read
 * (docs: reading contract); keys may be added, none may change its meaning.
 */
public final class DocumentJson {
    private DocumentJson() {}

    /** @param file the name to give back to the one who asked */
    public static String of(String file, ReadDocument read, Text words) {
        return DocumentJsonWriter.line(file, read.document(), read.source().notices(), words);
    }

    /** The answer for a file that cannot be read: {@code {"file", "error": {"code", "message"}}}. */
    public static String of(String file, UnreadableDocument refusal, Text words) {
        return DocumentJsonWriter.errorLine(
                file,
                refusal.messageKey(),
                words.of(refusal.messageKey(), refusal.arguments().toArray()));
    }
}
