package vn.binhdang.document.issuing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.web.Text;

/**
 * Drafts of the letters (công văn) that correct or take back an issued document. The words are those of the document
 * and therefore Vietnamese, whatever language the clerk works in; they are a beginning that the clerk edits.
 *
 * @param issued the document concerned, as printed
 * @param symbol of the letter: agency and drafting unit, since a công văn has no type abbreviation
 */
record Letters(AdministrativeDocument issued, String symbol, LocalDate today) {
    private static final Text WORDS = Text.in(Text.VIETNAMESE);

    AdministrativeDocument erratum(List<Misprint> misprints) {
        var body = new ArrayList<Block>();
        body.add(Block.paragraph(words("erratum.opening", issuer(), cited())));
        for (int i = 0; i < misprints.size(); i++) {
            var misprint = misprints.get(i);
            String text = words("erratum.item", misprint.place(), misprint.printed(), misprint.meant());
            body.add(new Block(Block.Kind.ITEM, (i + 1) + ".", text, List.of(), null));
        }
        body.add(Block.paragraph(words("erratum.closing", issuer())));
        return letter("erratum.subject", body);
    }

    AdministrativeDocument recall(String reason) {
        return letter(
                "recall.subject",
                List.of(
                        Block.paragraph(words("recall.opening", issuer(), cited())),
                        Block.paragraph(words("recall.reason", reason)),
                        Block.paragraph(words("recall.closing", type()))));
    }

    private AdministrativeDocument letter(String subject, List<Block> body) {
        return new AdministrativeDocument(
                words("type"),
                issued.issuingAgency(),
                issued.parentAgency(),
                null,
                symbol,
                issued.place(),
                new PartialDate(today.getYear(), today.getMonthValue(), null),
                words(subject, type(), issued.number() + "/" + issued.symbol()),
                receivers(),
                List.of(),
                List.of(),
                body,
                List.of(),
                List.of(),
                Stream.concat(Stream.of(words("asAbove")), archive()).toList(),
                null,
                List.of(),
                List.of());
    }

    /** Who has the document has to hear of it: all its recipients but the archive and those named by "Như trên". */
    private List<String> receivers() {
        var receivers = issued.recipients().stream()
                .filter(line -> !isArchive(line) && !line.strip().equalsIgnoreCase(words("asAbove")))
                .toList();
        return receivers.isEmpty() ? issued.addressees() : receivers;
    }

    private Stream<String> archive() {
        return issued.recipients().stream().filter(Letters::isArchive).limit(1);
    }

    private static boolean isArchive(String line) {
        return line.strip().startsWith(words("archive"));
    }

    private String cited() {
        return words(
                "cited", type(), issued.number() + "/" + issued.symbol(), day(), issuer(), text(issued.subjectLine()));
    }

    private String day() {
        var date = issued.date();
        return date == null ? "" : date.complete().map(IssueDay::printed).orElse("");
    }

    private String type() {
        return issued.documentType() == null ? words("type") : issued.documentType();
    }

    private String issuer() {
        return text(issued.issuingAgency());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String words(String key, Object... arguments) {
        return WORDS.of("document.letter." + key, arguments);
    }
}
