package vn.binhdang.document;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.web.Text;

/**
 * An administrative document as JSON, one line, NFC. The names and shapes of the keys are an interface that others read
 * (docs: reading contract); keys may be added, none may change its meaning.
 */
public final class DocumentJson {
    private DocumentJson() {}

    /**
     * @param file the name to give back to the one who asked
     * @param remarks of a checker, shown after what the reader found itself
     */
    public static String of(String file, ReadDocument read, List<Finding> remarks, Text words) {
        var findings = new ArrayList<>(read.source().notices());
        findings.addAll(read.document().findings());
        findings.addAll(remarks);
        return DocumentJsonWriter.line(file, read.document(), findings, words);
    }

    /** The answer for a file that cannot be read: {@code {"file", "error": {"code", "message"}}}. */
    public static String of(String file, UnreadableDocument refusal, Text words) {
        return error(
                file,
                refusal.messageKey(),
                words.of(refusal.messageKey(), refusal.arguments().toArray()));
    }

    /** The same shape for a failure that is not the file's. */
    public static String error(String file, String code, String message) {
        return DocumentJsonWriter.errorLine(file, code, message);
    }

    /**
     * The document of one such line, or of any JSON in this shape: a missing key is an empty value, an unknown one is
     * passed over, a value of the wrong kind is refused.
     */
    public static AdministrativeDocument parse(String json) throws MalformedJson {
        return DocumentJsonReader.document(json);
    }
}
