package vn.binhdang.document.drafting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Block;
import vn.binhdang.document.DocumentId;
import vn.binhdang.document.Finding;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.Lines;
import vn.binhdang.document.drafting.Note.MendForm;
import vn.binhdang.web.Text;

/**
 * Leads from findings back to the parts of the editor. A draft has no source text, so its bases and paragraphs are
 * numbered as if each were a line of one; the line of a finding then names the part.
 */
final class Places {
    private static final Pattern INDEXED = Pattern.compile("(\\w+)\\[(\\d+)](?:\\.(\\w+))?");

    /** Last part of the code of findings about the head and the closing, with the place they are shown at. */
    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("issuerMissing", "issuingAgency"),
            Map.entry("typeMissing", "documentType"),
            Map.entry("subjectMissing", "subjectLine"),
            Map.entry("typeAndSymbolDisagree", "symbol"),
            Map.entry("letterWithTypeSymbol", "symbol"),
            Map.entry("abbreviationUnknown", "symbol"),
            Map.entry("numberWithoutZero", "number"),
            Map.entry("dateWithoutZero", "date"),
            Map.entry("recipientsMissing", "recipients"),
            Map.entry("archiveLineMissing", "recipients"),
            Map.entry("archiveLineNotLast", "recipients"),
            Map.entry("recipientRepeated", "recipients"),
            Map.entry("agencyEnded", "recipients"),
            Map.entry("agencyEnded.succeeded", "recipients"),
            Map.entry("signerMissing", "signature"),
            Map.entry("deputyTitleMissing", "signature"),
            Map.entry("deputyTitleWrong", "signature"),
            Map.entry("honourBeforeName", "signature"));

    private final DocumentId id;
    private final AdministrativeDocument document;
    private final List<BlockRow> body;
    private final Map<Integer, String> places = new HashMap<>();

    Places(DocumentId id, AdministrativeDocument head, List<BlockRow> rows) {
        this.id = id;
        // An empty paragraph is not printed and so not checked.
        this.body = rows.stream()
                .filter(row -> row.part() == 0)
                .filter(row -> row.block().kind() == Block.Kind.TABLE
                        || !row.block().text().isEmpty())
                .toList();
        int line = 0;
        var bases = new ArrayList<LegalBasis>();
        for (var basis : head.legalBases()) {
            places.put(++line, "basis-" + bases.size());
            bases.add(new LegalBasis(
                    basis.text(), basis.type(), basis.number(), basis.date(), basis.issuer(), Lines.of(line)));
        }
        var blocks = new ArrayList<Block>();
        for (var row : body) {
            places.put(++line, "block-" + row.id());
            var block = row.block();
            blocks.add(new Block(block.kind(), block.number(), block.text(), block.rows(), Lines.of(line)));
        }
        this.document = head.withWords(bases, blocks, head.annexes());
    }

    /** The draft as the checker takes it. */
    AdministrativeDocument document() {
        return document;
    }

    String of(Finding finding) {
        if (finding.mend() != null) {
            var indexed = INDEXED.matcher(finding.mend().field());
            if (indexed.matches()) return part(indexed.group(1), Integer.parseInt(indexed.group(2)));
            if (finding.mend().field().startsWith("signature.")) return "signature";
            if (HeadField.of(finding.mend().field()).isPresent())
                return finding.mend().field();
        }
        if (finding.line() != null) {
            String place = places.get(finding.line());
            if (place != null) return place;
        }
        String code = finding.code().substring("document.checking.".length());
        return BY_CODE.getOrDefault(code, Note.WHOLE);
    }

    /** The button of a finding; null where no part of the editor takes its value. */
    @Nullable
    MendForm mend(Finding finding, Text t) {
        if (finding.mend() == null) return null;
        String field = finding.mend().field();
        var indexed = INDEXED.matcher(field);
        String version = null;
        if (indexed.matches()) {
            int index = Integer.parseInt(indexed.group(2));
            if (indexed.group(1).equals("body") && index < body.size()) {
                var row = body.get(index);
                field = "block-" + row.id() + "." + indexed.group(3);
                version = String.valueOf(row.version());
            } else if (indexed.group(1).equals("legalBases")
                    && index < document.legalBases().size())
                version = DraftHead.basisMark(document.legalBases().get(index));
            else if (indexed.group(1).equals("recipients")) version = Mark.of(String.join("\n", document.recipients()));
        } else if (field.startsWith("signature.")) version = DraftHead.signatureMark(document.signature());
        else if (HeadField.of(field).isPresent()) version = Mark.of(headWords(field));
        if (version == null) return null;
        String value = finding.mend().value();
        return new MendForm(
                "/documents/" + id + "/mend", field, value, version, t.of("document.drafting.mend", shortened(value)));
    }

    private String part(String list, int index) {
        return switch (list) {
            case "legalBases" -> "basis-" + index;
            case "body" -> index < body.size() ? "block-" + body.get(index).id() : Note.WHOLE;
            default -> list;
        };
    }

    private String headWords(String field) {
        return switch (field) {
            case "documentType" -> orEmpty(document.documentType());
            case "issuingAgency" -> orEmpty(document.issuingAgency());
            case "parentAgency" -> orEmpty(document.parentAgency());
            case "symbol" -> orEmpty(document.symbol());
            case "place" -> orEmpty(document.place());
            case "subjectLine" -> orEmpty(document.subjectLine());
            case "addressees" -> String.join("\n", document.addressees());
            default -> String.join("\n", document.recipients());
        };
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }

    /** The end of a long value: mends add an end mark more often than anything else. */
    private static String shortened(String value) {
        return value.length() <= 40 ? value : "… " + value.substring(value.length() - 38);
    }
}
