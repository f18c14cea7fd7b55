package vn.binhdang.document.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trích yếu: below the title, or after "V/v" in the header of a letter. */
final class Subject {
    private static final List<String> ABBREVIATIONS = List.of("v/v", "về việc", "v/v:");

    private Subject() {}

    static boolean isLetterSubject(String text) {
        var lower = Words.lower(text.substring(0, Math.min(text.length(), 10)));
        return lower.startsWith("v/v") || lower.startsWith("về việc");
    }

    static String withoutAbbreviation(String text) {
        if (!Words.lower(text.substring(0, Math.min(text.length(), 4))).startsWith("v/v")) return text;
        int from = 3;
        while (from < text.length() && " :.".indexOf(text.charAt(from)) >= 0) from++;
        return text.substring(from);
    }

    static boolean continuesLetterSubject(TextLine line, CharSequence soFar) {
        var text = line.text();
        if (HeaderLines.isHeaderLine(text) || Addressees.opens(text) || Words.isUpperCase(text)) return false;
        return !line.breakBefore() && soFar.length() < 400 || Words.startsLowerCase(text);
    }

    /** "(Kèm theo Quyết định số … ngày …)", "(Ban hành kèm theo …)": says what the document is attached to. */
    static boolean isAttachmentNote(String text) {
        var lower = Words.lower(text.substring(0, Math.min(text.length(), 40)));
        int from = lower.startsWith("(") ? 1 : 0;
        return Words.at(lower, from, "kèm theo")
                || Words.at(lower, from, "ban hành kèm theo")
                || Words.at(lower, from, "ban hành theo")
                || Words.at(lower, from, "kèm công văn")
                || Words.at(lower, from, "đính kèm");
    }

    /** The lines of a title after its type, joined; null when the title has no subject. */
    static @Nullable String of(String typeName, List<TextLine> title) {
        var subject = new StringBuilder();
        for (int i = 0; i < title.size(); i++) {
            var text = title.get(i).text();
            if (i == 0) text = text.length() > typeName.length() ? text.substring(typeName.length()) : "";
            if (isAttachmentNote(text)) break;
            if (!text.isBlank()) subject.append(subject.isEmpty() ? "" : " ").append(text.strip());
        }
        var text = withoutAbbreviation(subject.toString().strip());
        while (!text.isEmpty() && ":;./ ".indexOf(text.charAt(0)) >= 0) text = text.substring(1);
        return text.isBlank() ? null : text;
    }
}
