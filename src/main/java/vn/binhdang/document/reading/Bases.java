package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import vn.binhdang.document.LegalBasis;
import vn.binhdang.document.Lines;

/** The căn cứ: one or several documents in a paragraph before the first heading, parted by semicolons. */
final class Bases {
    private static final Phrases OPENERS = Phrases.of("""
        căn cứ vào, căn cứ, thực hiện, triển khai thực hiện, triển khai, theo, trên cơ sở, tiếp tục thực hiện, thi hành, chấp hành,
        xét, tiếp theo, phúc đáp, hưởng ứng, để triển khai, để thực hiện, nhằm triển khai, các, nội dung, tinh thần, chỉ đạo tại\
        """);

    private static final List<String> PROPOSALS =
            List.of("theo đề nghị", "xét đề nghị", "theo tờ trình", "xét tờ trình", "theo yêu cầu");

    private Bases() {}

    static List<LegalBasis> of(List<Paragraph> preamble) {
        var bases = new ArrayList<LegalBasis>();
        for (var paragraph : preamble) {
            if (!Preamble.isOpening(paragraph.lower()) && bases.isEmpty() && !startsWithDocument(paragraph.lower()))
                continue;
            read(paragraph, bases);
        }
        return bases;
    }

    private static void read(Paragraph paragraph, List<LegalBasis> bases) {
        var text = paragraph.text();
        var lower = paragraph.lower();
        var mentions = Citations.in(text, lower);
        int from = 0;
        int next = 0;
        boolean first = true;
        while (from < text.length()) {
            int end = segmentEnd(text, from);
            int mentionsFrom = next;
            while (next < mentions.size() && mentions.get(next).from() < end) next++;
            addSegment(
                    text.substring(from, end),
                    lower.substring(from, end),
                    from,
                    mentions.subList(mentionsFrom, next),
                    paragraph.lines(),
                    first,
                    bases);
            from = Words.skipSpaces(text, Math.min(text.length(), end + 1));
            first = false;
        }
    }

    private static void addSegment(
            String text,
            String lower,
            int offset,
            List<Citations.Mention> mentions,
            Lines lines,
            boolean first,
            List<LegalBasis> bases) {
        int start = afterOpeners(lower);
        boolean proposal = Words.startsWithAny(lower, PROPOSALS);
        var clean = Words.withoutEndMark(text).strip();
        if (mentions.isEmpty()) {
            if (isNamedBasis(lower, start, first))
                bases.add(new LegalBasis(clean, type(lower, start), null, null, null, lines));
            return;
        }
        var lead = mentions.getFirst();
        int leadAt = lead.from() - offset;
        boolean atHead = leadAt <= start + 2
                || DocumentTypes.citedAt(lower, start) != null
                // "Căn cứ ý kiến chỉ đạo của … tại Tờ trình số …"
                || start > 0 && lower.substring(Math.max(0, leadAt - 5), leadAt).endsWith(" tại ");
        if (!atHead && !proposal) return;
        bases.add(basis(clean, lead, lines));
        // "… và hướng dẫn của Bộ Nội vụ tại Công văn số 8935": a second document in the same clause
        for (int i = 1; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            int at = mention.from() - offset;
            if (mention.number() != null && (isJoined(lower, at) || isListed(lower, at)))
                bases.add(basis(text.substring(at).strip(), mention, lines));
        }
    }

    /** "…, Nghị quyết số 80-NQ/TW …": documents parted by commas; but not those that changed a law. */
    private static boolean isListed(String lower, int at) {
        return at > 1
                && lower.startsWith(", ", at - 2)
                && DocumentTypes.citedAt(lower, at) != null
                && !lower.substring(0, at).contains("sửa đổi");
    }

    private static boolean isJoined(String lower, int at) {
        int floor = Math.max(0, at - 60);
        var before = lower.substring(floor, Math.max(floor, at)).stripTrailing();
        int and = before.lastIndexOf(" và ");
        return and >= 0 && before.endsWith(" tại") && before.indexOf("của", and) > 0;
    }

    private static LegalBasis basis(String text, Citations.Mention mention, Lines lines) {
        return new LegalBasis(
                Words.withoutEndMark(text), mention.type(), mention.number(), mention.date(), mention.issuer(), lines);
    }

    private static String type(String lower, int start) {
        var type = DocumentTypes.citedAt(lower, start);
        return type == null ? "" : DocumentTypes.capitalised(type);
    }

    /** "Căn cứ Luật Bình đẳng giới": a law or a resolution by its name, without number and date. */
    private static boolean isNamedBasis(String lower, int start, boolean first) {
        var type = DocumentTypes.citedAt(lower, start);
        return type != null
                && (type.contains("luật")
                        || type.equals("pháp lệnh")
                        || type.equals("hiến pháp")
                        || first && type.equals("nghị quyết"));
    }

    private static boolean startsWithDocument(String lower) {
        return DocumentTypes.citedAt(lower, 0) != null;
    }

    private static int afterOpeners(String lower) {
        int at = 0;
        for (var opener = OPENERS.match(lower, at); opener != null; opener = OPENERS.match(lower, at))
            at = Words.skipSpaces(lower, at + opener.length());
        return at;
    }

    /** To the next semicolon outside brackets and quotation marks, or a full stop before a new sentence. */
    private static int segmentEnd(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '“') depth++;
            else if (c == ')' || c == '”') depth = Math.max(0, depth - 1);
            else if (depth == 0 && c == ';') return i;
            else if (depth == 0
                    && c == '.'
                    && i + 2 < text.length()
                    && text.charAt(i + 1) == ' '
                    && Character.isUpperCase(text.charAt(i + 2))
                    && Character.isLowerCase(text.charAt(i - 1 < 0 ? 0 : i - 1))) return i;
        }
        return text.length();
    }
}
