package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.CitedDocument;
import vn.binhdang.document.DocumentTask;
import vn.binhdang.document.SourceText;

/**
 * Understands an administrative document from the lines of its text: clean the lines, find the parts, read each part. Any
 * text gives a document, if need be an empty one with findings; time and memory grow with the length of the text.
 */
public final class DocumentUnderstanding {
    /** Types that tell what was, not what is to be done: only a heading that says so holds tasks. */
    private static final Set<String> ACCOUNTS =
            Set.of("Báo cáo", "Tờ trình", "Biên bản", "Giấy mời", "Hợp đồng", "Giấy giới thiệu");

    public AdministrativeDocument understand(SourceText source) {
        var anatomy = AnatomyFinder.find(Cleaning.clean(source));
        var header = Header.read(anatomy.header());
        var body = Body.read(anatomy);
        var issuing = Issuing.find(body.preamble());
        var type = type(anatomy, header, body, issuing);
        var subject =
                anatomy.typeName() == null ? header.letterSubject() : Subject.of(anatomy.typeName(), anatomy.title());
        if (subject == null) subject = header.letterSubject();
        var recipients = Recipients.read(anatomy.tail());
        var outline = Outline.of(body.main());
        int planYear = planYear(subject, header);
        var annexes = AnnexReader.read(anatomy.annexes());
        var bases = Bases.of(body.preamble());
        var blocks = LeadIn.blocks(body.preamble(), bases, body.blocks(outline));
        return new AdministrativeDocument(
                type,
                header.issuingAgency() != null ? header.issuingAgency() : issuing == null ? null : issuing.agency(),
                header.parentAgency(),
                header.number(),
                header.symbol(),
                header.place(),
                header.date(),
                subject,
                body.addressees(),
                bases,
                Sections.of(outline),
                blocks,
                tasks(outline, type, blocks, annexes, planYear),
                cited(anatomy, body),
                recipients.lines(),
                recipients.signature(),
                annexes,
                ReadingFindings.of(
                        header,
                        type,
                        subject,
                        issuing,
                        recipients,
                        body.isEmpty() && anatomy.header().isEmpty()));
    }

    /** The printed title; a letter has none and shows itself by its subject "V/v" or its address. */
    private static @Nullable String type(Anatomy anatomy, Header header, Body body, @Nullable Issuing issuing) {
        if (anatomy.typeName() != null) return anatomy.typeName();
        if (header.letterSubject() != null || !body.addressees().isEmpty()) return DocumentTypes.LETTER;
        var symbolType = header.symbol() == null ? null : DocumentTypes.ofSymbol(header.symbol());
        return symbolType != null || issuing == null ? symbolType : issuing.documentType();
    }

    /** The year that dates without one belong to: the last one the subject names, else that of issue, else none (0). */
    private static int planYear(@Nullable String subject, Header header) {
        if (subject != null) {
            var lower = Words.lower(subject);
            for (int at = lower.lastIndexOf("năm "); at >= 0; at = at == 0 ? -1 : lower.lastIndexOf("năm ", at - 1)) {
                int year = Words.skipSpaces(lower, at + 4);
                if (Dates.isYear(lower, year) && !lower.startsWith("đến ", Math.max(0, at - 4)))
                    return Dates.number(lower, year, year + 4);
            }
        }
        return header.date() == null || header.date().year() == null
                ? 0
                : header.date().year();
    }

    private static List<DocumentTask> tasks(
            Node outline,
            @Nullable String type,
            List<Block> blocks,
            List<vn.binhdang.document.Annex> annexes,
            int planYear) {
        var tasks = new ArrayList<>(TaskReader.read(outline, type != null && ACCOUNTS.contains(type), planYear));
        for (var block : blocks) if (block.kind() == Block.Kind.TABLE) tasks.addAll(TaskTable.read(block, planYear));
        for (var annex : annexes)
            for (var block : annex.body())
                if (block.kind() == Block.Kind.TABLE) tasks.addAll(TaskTable.read(block, planYear));
        return tasks;
    }

    /** Each document once, with the date from whichever mention has one. */
    private static List<CitedDocument> cited(Anatomy anatomy, Body body) {
        var cited = new LinkedHashMap<String, CitedDocument>();
        for (var paragraph : body.cited(anatomy))
            for (var mention : Citations.in(paragraph.text(), paragraph.lower())) {
                var document = mention.at(paragraph.lines());
                var key = document.number() != null
                        ? Words.lower(document.number())
                        : document.name() + "|" + document.date();
                cited.merge(
                        key, document, (first, later) -> first.date() == null && later.date() != null ? later : first);
            }
        return List.copyOf(cited.values());
    }
}
