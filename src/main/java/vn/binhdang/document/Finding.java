package vn.binhdang.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at. The sentence is not stored here but in the message files, under the code, so that
 * it is shown in the reader's language.
 *
 * @param code message key, "document.reading.numberMissing"; never changes once released
 * @param arguments what the sentence names, in its order
 * @param line first line of the place in the source text; null when it is about the whole
 * @param mend what a click could do; null where only a person can tell
 */
public record Finding(
        String code,
        Severity severity,
        List<String> arguments,
        @Nullable Integer line,
        @Nullable Mend mend) {

    public enum Severity {
        ERROR,
        WARNING,
        PROPOSAL
    }

    /**
     * Sets one field of the document to a value.
     *
     * @param field path of record components, lists counted from 0: "issuingAgency", "signature.title",
     *     "recipients[5]", "tasks[2].due", "body[12].number", "legalBases[0].text". One beyond the end of a list adds
     * @param value as the field prints it; empty removes the entry of a list
     */
    public record Mend(String field, String value) {}

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding of(Severity severity, String code, @Nullable Integer line, String... arguments) {
        return new Finding(code, severity, List.of(arguments), line, null);
    }
}
