package vn.binhdang.document.reading;

import java.util.List;
import vn.binhdang.document.reading.Anatomy.Attached;

/** Finds where the parts of the document begin, from the lines that only they can begin with. */
final class AnatomyFinder {
    /** A header with parent, agency, motto, number, date, subject and addressees seldom has more lines. */
    private static final int LONGEST_HEADER = 60;

    private static final int LONGEST_TITLE = 25;

    /** A subject is centred and broken by sense; a longer line beside it is running text. */
    private static final int LONGEST_SUBJECT_LINE = 76;

    private final List<TextLine> lines;

    private AnatomyFinder(List<TextLine> lines) {
        this.lines = lines;
    }

    static Anatomy find(List<TextLine> lines) {
        return new AnatomyFinder(HeaderLines.withAddressLast(lines)).find();
    }

    private Anatomy find() {
        int title = titleLine(0, Math.min(lines.size(), LONGEST_HEADER));
        int titleEnd = title < 0 ? headerEndWithoutTitle() : titleEnd(title);
        int headerEnd = title < 0 ? titleEnd : title;
        int tail = TailLines.start(lines, titleEnd);
        int tailEnd = TailLines.end(lines, tail);
        int annex = annexLine(tail < lines.size() ? tailEnd : titleEnd);
        int bodyEnd = Math.min(tail, annex);
        int second = attachedTitle(tailEnd, annex);
        var attached = second < 0 ? null : attached(second, annex);
        var after = lines.subList(Math.min(tailEnd, annex), second < 0 ? annex : second);
        return new Anatomy(
                lines.subList(0, headerEnd),
                title < 0 ? null : typeOf(lines.get(title)),
                lines.subList(headerEnd, titleEnd),
                lines.subList(titleEnd, Math.max(titleEnd, bodyEnd)),
                lines.subList(tail, Math.max(tail, tailEnd)),
                attached,
                footnotes(after),
                lines.subList(annex, lines.size()));
    }

    /** A line that is the name of a type and nothing else; failing that, capitals that begin with one. */
    private int titleLine(int from, int to) {
        int second = -1;
        for (int i = from; i < to; i++) {
            var text = lines.get(i).text();
            if (Preamble.isBasis(text) && !Words.isUpperCase(text)) break;
            if (DocumentTypes.named(text) != null && (Words.isUpperCase(text) || i > from)) return i;
            if (second < 0 && DocumentTypes.beginning(text) != null) second = i;
        }
        return second;
    }

    private static String typeOf(TextLine line) {
        var named = DocumentTypes.named(line.text());
        var type = named != null ? named : DocumentTypes.beginning(line.text());
        return type == null ? "" : type;
    }

    /** A letter has no title: its header ends where the address ("Kính gửi") or the first sentence begins. */
    private int headerEndWithoutTitle() {
        int end = 0;
        for (int i = 0; i < Math.min(lines.size(), LONGEST_HEADER); i++) {
            var line = lines.get(i);
            if (Addressees.opens(line.text()) || Preamble.opens(line)) return i;
            if (HeaderLines.isHeaderLine(line.text())) end = i + 1;
        }
        while (end > 0 && end < lines.size() && continuesSubject(end)) end++;
        return end;
    }

    private boolean continuesSubject(int i) {
        return !lines.get(i).breakBefore() && Words.startsLowerCase(lines.get(i).text());
    }

    /** The title ends where a căn cứ, the address, the issuing authority, a heading or a sentence begins. */
    private int titleEnd(int title) {
        int i = title + 1;
        int end = Math.min(lines.size(), title + LONGEST_TITLE);
        while (i < end && belongsToTitle(title, i)) i++;
        return i;
    }

    private boolean belongsToTitle(int title, int i) {
        var line = lines.get(i);
        var text = line.text();
        if (Addressees.opens(text) || Subject.isAttachmentNote(text) || DocumentTypes.named(text) != null) return false;
        boolean first = i == title + 1;
        if (Preamble.isBasis(text) && !(first && Words.isUpperCase(text))) return false;
        if (first) return Marker.of(text) == null && text.length() < 400;
        if (!line.breakBefore() && !line.paragraph())
            return !(lines.get(i - 1).bold() && !line.bold())
                    && !startsBody(title, i)
                    && (Words.isUpperCase(lines.get(title + 1).text()) || !isAuthority(i));
        var before = lines.get(i - 1);
        if (Words.startsLowerCase(text) && !Words.isClosed(before.text())) return true;
        if (Marker.of(text) != null || isAuthority(i) || Words.isClosed(before.text())) return false;
        if (Words.isUpperCase(text)) return Words.isUpperCase(before.text());
        return (line.bold() && before.bold() || line.centred() && before.centred()) && !Preamble.opens(line);
    }

    /** In a text without blank lines the first sentence follows the subject at once. */
    private boolean startsBody(int title, int i) {
        var line = lines.get(i);
        var text = line.text();
        if (Preamble.opens(line) && !Words.isUpperCase(text)) return true;
        if (Marker.of(text) instanceof Marker marker && marker.isNumbered()) return true;
        boolean titleInCapitals = Words.isUpperCase(lines.get(title + 1).text());
        boolean sentence = Character.isUpperCase(text.charAt(0)) && text.length() > LONGEST_SUBJECT_LINE;
        return !Words.isUpperCase(text) && !line.bold() && (titleInCapitals && text.length() > 60 || sentence);
    }

    /** "ỦY BAN NHÂN DÂN TỈNH …", "BỘ TRƯỞNG BỘ …", "GIÁM ĐỐC SỞ …" between the subject and the căn cứ of a decision. */
    private boolean isAuthority(int i) {
        var text = lines.get(i).text();
        if (!Words.isUpperCase(text) || !(Agencies.isHead(text) || Signers.isOffice(text))) return false;
        for (int next = i + 1; next < Math.min(lines.size(), i + 5); next++) {
            if (Preamble.opens(lines.get(next))) return true;
            if (!Words.isUpperCase(lines.get(next).text())) return false;
        }
        return false;
    }

    private int attachedTitle(int from, int annex) {
        int end = Math.min(annex, from + 40);
        for (int i = from; i < end; i++) if (DocumentTypes.named(lines.get(i).text()) != null) return i;
        for (int i = from; i < end; i++)
            if (DocumentTypes.beginning(lines.get(i).text()) != null
                    && !lines.get(i).text().endsWith(";")) return i;
        return -1;
    }

    private Attached attached(int title, int annex) {
        int titleEnd = titleEnd(title);
        int tail = Math.min(TailLines.start(lines, titleEnd), annex);
        int type = title;
        return new Attached(
                typeOf(lines.get(type)),
                lines.subList(title, titleEnd),
                lines.subList(titleEnd, Math.max(titleEnd, tail)));
    }

    private int annexLine(int from) {
        for (int i = from; i < lines.size(); i++) if (AnnexReader.isLabel(lines.get(i))) return i;
        return lines.size();
    }

    private static List<TextLine> footnotes(List<TextLine> after) {
        for (int i = 0; i < after.size(); i++)
            if (isFootnote(after.get(i).text())) return after.subList(i, after.size());
        return List.of();
    }

    static boolean isFootnote(String text) {
        return text.length() > 2 && text.charAt(0) == '[' && Character.isDigit(text.charAt(1));
    }
}
