package vn.binhdang.document.writing;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.AdministrativeDocument;

/**
 * What both files say about themselves, drawn from the document alone: equal documents give equal bytes, and nothing of
 * the machine that wrote them.
 *
 * @param title shown by readers in place of the file name
 * @param author the issuing agency, never a person
 * @param issued start of the day of issue in Viet Nam; null in a draft
 */
record DocumentFacts(
        String title,
        String description,
        @Nullable String author,
        @Nullable ZonedDateTime issued) {
    static final String LANGUAGE = "vi";
    static final String PRODUCER = "Bình Đẳng";

    private static final ZoneId VIET_NAM = ZoneId.of("Asia/Ho_Chi_Minh");

    static DocumentFacts of(AdministrativeDocument document) {
        var type = document.documentType() == null ? "Văn bản" : document.documentType();
        var number = document.number() == null ? null : "số " + PrintedText.reference(document);
        var subject = document.subjectLine() == null ? "" : ": " + document.subjectLine();
        var title = Stream.of(type, number).filter(part -> part != null).collect(Collectors.joining(" ")) + subject;
        var issuer = document.issuingAgency() == null ? "" : " của " + document.issuingAgency();
        var issued = document.date() == null
                ? null
                : document.date()
                        .complete()
                        .map(day -> day.atStartOfDay(VIET_NAM))
                        .orElse(null);
        return new DocumentFacts(title, title + issuer, document.issuingAgency(), issued);
    }

    /** Seed of the file's identifier; from the texts, whose hash is the same on every machine. */
    long identity() {
        return (title + description + issued).hashCode();
    }
}
