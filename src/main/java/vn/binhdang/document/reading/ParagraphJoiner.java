package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the lines of a page into paragraphs. A format that knows its paragraphs (DOCX, HTML) has said so; in plain text
 * and PDF a paragraph is guessed from blank lines, from how full a line is, and from what the next line begins with.
 */
final class ParagraphJoiner {
    /** Longer lines were never wrapped by a page: every line is a paragraph. */
    private static final int WIDEST_PAGE = 140;

    /** A title of a division has few lines; nothing longer is looked at again for each of its lines. */
    private static final int LONGEST_TITLE = 300;

    /** Shorter lines tell nothing of the width they were broken at. */
    private static final int NARROWEST_PAGE = 50;

    private final int width;
    private final boolean blankLinesPart;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private TextLine first;
    private TextLine last;
    private boolean bold;
    private boolean numbered;

    private ParagraphJoiner(List<TextLine> lines) {
        width = usualWidth(lines);
        blankLinesPart = lines.stream().filter(TextLine::breakBefore).count() * 8 > lines.size();
        first = last = lines.getFirst();
    }

    static List<Paragraph> join(List<TextLine> lines) {
        if (lines.isEmpty()) return List.of();
        var joiner = new ParagraphJoiner(lines);
        int nextPage = 2;
        for (var line : lines) {
            if (isPageNumber(line, nextPage)) {
                nextPage++;
                continue;
            }
            joiner.add(line);
        }
        joiner.close();
        return joiner.paragraphs;
    }

    private void add(TextLine line) {
        if (open.isEmpty()) start(line);
        else if (continues(line)) {
            open.append(' ').append(line.text());
            bold &= line.bold();
        } else {
            close();
            start(line);
        }
        last = line;
    }

    private void start(TextLine line) {
        first = line;
        bold = line.bold();
        numbered = Marker.of(line.text()) != null;
        open.append(line.text());
    }

    private void close() {
        if (!open.isEmpty()) paragraphs.add(Paragraph.of(open.toString(), first, last.number(), bold));
        open.setLength(0);
    }

    private boolean continues(TextLine line) {
        if (line.cell() != null || last.cell() != null)
            return line.cell() != null && line.cell().equals(last.cell()) && Words.startsLowerCase(line.text());
        if (continuesDivision(line.text())) return true;
        var text = line.text();
        boolean closed = Words.isClosed(last.text());
        if (continuesRange(last.text(), text) || endsOpen(last.text(), text)) return true;
        // the page break inside a paragraph of the founding plan: "… Kế hoạch số 183/KH-UBND" / "ngày 13/3/2022 …"
        boolean smallLetter = Words.startsLowerCase(text) && Marker.of(text) == null;
        if (line.paragraph() || last.paragraph()) return smallLetter && !closed;
        if (line.breakBefore()) return smallLetter && !closed || continuesHeading(line);
        if (smallLetter) return true;
        boolean full = last.text().length() >= width * 3 / 4;
        if (width > WIDEST_PAGE) return false;
        // "I. CÔNG TÁC CHỈ ĐẠO" / "Xã đã ban hành …": a heading in capitals ends where the capitals do
        if (numbered && Words.isUpperCase(last.text()) && !Words.isUpperCase(text)) return false;
        var marker = Marker.of(text);
        if (marker != null) return !closed && full && mayStandInText(marker) && !endsBold(line);
        if (closed && text.indexOf(':') > 0 && Attributes.isAttribute(Words.lower(text))) return false;
        if (endsBold(line) && numbered && Character.isUpperCase(text.charAt(0)) && text.indexOf(": ") < 0) return false;
        if (blankLinesPart) return true;
        return full || !closed && last.text().length() > width / 2 && !Words.isUpperCase(last.text());
    }

    /** "Chương I" / "QUY ĐỊNH CHUNG": the title of a division stands on a line of its own below the number. */
    private boolean continuesDivision(String text) {
        if (!numbered || open.length() > LONGEST_TITLE || !Words.isUpperCase(text) || Marker.of(text) != null)
            return false;
        var marker = Marker.of(open.toString());
        if (marker == null || marker.kind() != Marker.Kind.DIVISION || open.indexOf("Điều") == 0) return false;
        var title = open.substring(marker.end());
        return title.isBlank() || Words.isUpperCase(title);
    }

    /** "2021" / "- 2025", "kinh tế" / "- xã hội": a hyphen that the page broke off is not a dash before an item. */
    private static boolean continuesRange(String before, String text) {
        if (text.isEmpty() || "-–".indexOf(text.charAt(0)) < 0 || Words.isClosed(before)) return false;
        int at = Words.skipSpaces(text, 1);
        if (at >= text.length()) return false;
        char next = text.charAt(at);
        return Character.isDigit(next) && Character.isDigit(before.charAt(before.length() - 1))
                || Character.isLowerCase(next) && before.length() > 30;
    }

    /** "Quyết định số" / "06/QĐ-TTg …": the line broke before the number. */
    private static boolean endsOpen(String before, String text) {
        if (!Character.isDigit(text.charAt(0))) return false;
        return before.endsWith(" số")
                || before.endsWith(" ngày")
                || before.endsWith(" tháng")
                || before.endsWith(" năm");
    }

    /** "… các địa bàn cấp độ" / "1. Cấp ngay mì tôm …": a number that ends a sentence may begin a line; other marks do not. */
    private static boolean mayStandInText(Marker marker) {
        return marker.depth() == 1 && marker.printed().endsWith(".");
    }

    /** A bold heading is over where the first line begins that is not bold. */
    private boolean endsBold(TextLine line) {
        return bold && !line.bold();
    }

    /** A bold heading cut in two paragraphs: "3. Đề nghị Hội Liên hiệp" / "Phụ nữ tỉnh và các tổ chức thành viên". */
    private boolean continuesHeading(TextLine line) {
        return bold
                && line.bold()
                && !Words.isClosed(last.text())
                && last.text().length() >= width / 2
                && Marker.of(line.text()) == null
                && numbered
                && !Words.isUpperCase(last.text());
    }

    private static boolean isPageNumber(TextLine line, int expected) {
        if (line.text().length() > 3 || line.cell() != null) return false;
        for (int i = 0; i < line.text().length(); i++)
            if (!Character.isDigit(line.text().charAt(i))) return false;
        return Integer.parseInt(line.text()) == expected || line.page() != null;
    }

    /** The length that nine of ten lines of running text do not exceed. */
    private static int usualWidth(List<TextLine> lines) {
        var counts = new int[WIDEST_PAGE + 2];
        int total = 0;
        for (var line : lines) {
            if (line.text().length() < 20) continue;
            counts[Math.min(line.text().length(), WIDEST_PAGE + 1)]++;
            total++;
        }
        int left = total / 10;
        for (int length = WIDEST_PAGE + 1; length > NARROWEST_PAGE; length--)
            if ((left -= counts[length]) < 0) return length;
        return NARROWEST_PAGE;
    }
}
