package vn.binhdang.document.writing;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.AdministrativeDocument;

/**
 * What both files say about themselves, drawn from the document alone: equal documents give equal bytes, and nothing of
 * the machine that wrote them.
 *
 * @param title shown by readers in place of the file name
 * @param author the issuing agency, never a person
 * @param issued start of the day of issue in Viet Nam; null in a draft
 * @param identity seed of the file's identifier, the same for equal documents on every machine
 */
record DocumentFacts(
        String title,
        String description,
        @Nullable String author,
        @Nullable ZonedDateTime issued,
        long identity) {
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
        return new DocumentFacts(
                title, title + issuer, document.issuingAgency(), issued, checksum(document.toString()));
    }

    private static long checksum(String text) {
        var checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }
}
