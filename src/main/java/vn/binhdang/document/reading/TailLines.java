package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the tail of a document (recipients, signature) begins and ends, and its lines with the two columns parted: a PDF
 * or a lost table prints them side by side, or interleaved line by line.
 */
final class TailLines {
    private static final int LONGEST_TAIL = 90;
    private static final int LONGEST_LINE = 400;

    private TailLines() {}

    /** First line of the recipients or of the signature, whichever is printed first; the number of lines without either. */
    static int start(List<TextLine> lines, int from) {
        int label = recipientsLabel(lines, from);
        if (label < 0) return signature(lines, from);
        int start = label;
        // a signature printed before the recipients: capitals, the name, perhaps "(Đã ký)"
        for (int i = label - 1; i >= Math.max(from, label - 12); i--) {
            var text = lines.get(i).text();
            if (Signers.isSignatureLine(text)) start = i;
            else if (!Words.isUpperCase(text) && !Signers.isName(text) && !isSignedNote(text)) break;
        }
        return start;
    }

    static boolean isRecipientsLabel(String text) {
        if (text.length() < 8 || text.charAt(0) != 'N' && text.charAt(0) != 'n') return false;
        var lower = Words.lower(text.substring(0, Math.min(text.length(), 12)));
        if (!Words.startsWith(lower, "nơi nhận") && !Words.startsWith(lower, "nơi gửi")) return false;
        int at = Words.skipSpaces(text, 8);
        if (at < text.length() && text.charAt(at) == ':') at = Words.skipSpaces(text, at + 1);
        return at >= text.length() || text.length() < 160;
    }

    private static int recipientsLabel(List<TextLine> lines, int from) {
        for (int i = from; i < lines.size(); i++)
            if (isRecipientsLabel(lines.get(i).text())) return i;
        return -1;
    }

    private static int signature(List<TextLine> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (!Signers.isSignatureLine(lines.get(i).text())
                    || DocumentTypes.named(lines.get(i).text()) != null) continue;
            for (int next = i + 1; next < Math.min(lines.size(), i + 7); next++)
                if (Signers.isName(lines.get(next).text())) return i;
        }
        return lines.size();
    }

    /** One past the last line of the tail: before a second title, an annex, a footnote, a second header, a long line. */
    static int end(List<TextLine> lines, int start) {
        boolean archived = false;
        boolean named = false;
        int end = Math.min(lines.size(), start + LONGEST_TAIL);
        for (int i = start; i < end; i++) {
            var line = lines.get(i);
            var text = line.text();
            if (i > start && (startsSomethingElse(line) || archived && named && line.breakBefore() && !belongs(text)))
                return i;
            archived |= Recipients.isArchiveLine(text);
            named |= Signers.isName(text) && !archivedOnly(text);
        }
        return end;
    }

    private static boolean archivedOnly(String text) {
        return text.startsWith("-");
    }

    private static boolean belongs(String text) {
        return Signers.isSignatureLine(text) || Signers.isName(text) || isRecipientsLabel(text) || text.startsWith("-");
    }

    private static boolean startsSomethingElse(TextLine line) {
        var text = line.text();
        return DocumentTypes.named(text) != null && !Signers.isOffice(text)
                || HeaderLines.isNational(text)
                || AnnexReader.isLabel(line)
                || AnatomyFinder.isFootnote(text)
                || Subject.isAttachmentNote(text)
                || text.length() > 300;
    }

    static boolean isSignedNote(String text) {
        var lower = Words.lower(text);
        return lower.length() < 30 && (lower.contains("đã ký") || lower.contains("ký tên") || lower.contains("chữ ký"));
    }

    /** The tail in pieces: each line cut at wide gaps, before an office in capitals and after an item's semicolon. */
    static List<String> pieces(List<TextLine> tail) {
        var pieces = new ArrayList<String>();
        for (var line : tail) {
            if (line.spaced() == null) addPieces(pieces, line.text());
            else for (var column : line.spaced().split(" {3,}")) addPieces(pieces, column.strip());
        }
        return pieces;
    }

    private static void addPieces(List<String> pieces, String text) {
        var rest = text;
        for (int cut = cut(rest); cut > 0; cut = cut(rest)) {
            pieces.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isBlank()) pieces.add(rest);
    }

    /** "PHÓ CHỦ TỊCHNguyễn Thị Thu": a line break lost between the office and the name. */
    private static int gluedName(String text) {
        for (int i = 2; i + 1 < text.length(); i++)
            if (Character.isLowerCase(text.charAt(i + 1))
                    && Character.isUpperCase(text.charAt(i))
                    && Character.isUpperCase(text.charAt(i - 1))
                    && Character.isUpperCase(text.charAt(i - 2)))
                return Signers.isSignatureLine(text.substring(0, i)) && Signers.isName(text.substring(i)) ? i : 0;
        return 0;
    }

    /** Where a second column, or a second recipient, begins in this line; 0 when it does not. */
    private static int cut(String text) {
        if (text.length() > LONGEST_LINE) return 0;
        if (isRecipientsLabel(text)) {
            int colon = text.indexOf(':');
            return colon > 0 && colon < text.length() - 1 ? colon + 1 : 0;
        }
        int glued = gluedName(text);
        if (glued > 0) return glued;
        for (int at = text.indexOf(' '); at > 0; at = text.indexOf(' ', at + 1)) {
            var rest = text.substring(at + 1, Math.min(text.length(), at + 60));
            char before = text.charAt(at - 1);
            boolean ended = before == ';' || before == '.';
            if (rest.startsWith("- ") && ended) return at;
            boolean signs = Signers.capacity(rest) != null || ended && Signers.isOffice(rest);
            if (signs && Words.isUpperCase(text.substring(at + 1)) && !Words.isUpperCase(text.substring(0, at)))
                return at;
            if (before == ';' && rest.length() == text.length() - at - 1 && Signers.isName(rest)) return at;
        }
        return 0;
    }
}
