package vn.binhdang.document.drafting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Finding;
import vn.binhdang.web.Text;

/**
 * A finding as the editor shows it beside the part it is about.
 * @param severity "error", "warning" or "proposal", for the look
 * @param label the severity in words
 * @param mend null where only a person can tell
 */
public record Note(
        String severity,
        String label,
        String text,
        @Nullable MendForm mend) {

    /**
     * A button that does what the finding proposes.
     * @param action address to post to
     * @param version of the part, as the page shows it
     * @param button its words
     */
    public record MendForm(String action, String field, String value, String version, String button) {}

    /** The places of the editor, by which notes find the part they are about. */
    public static final String WHOLE = "whole";

    public static Note of(Finding finding, @Nullable MendForm mend, Text t) {
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        return new Note(
                severity,
                t.of("document.drafting.note." + severity),
                t.of(finding.code(), finding.arguments().toArray()),
                mend);
    }
}
