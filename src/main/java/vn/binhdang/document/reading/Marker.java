package vn.binhdang.document.reading;

import org.jspecify.annotations.Nullable;

/**
 * What numbers a paragraph: "Điều 1.", "I.", "2.1.", "a)", "-". Its rank says how deep it stands when nothing in the
 * text says otherwise (Decree 30/2020 annex I, plan style: phần, mục La Mã, khoản, điểm, then dashes and pluses by use).
 *
 * @param printed as printed, with its mark: "I.", "a)"
 * @param style two markers of one style are siblings: kind, depth and closing mark
 * @param end where the text after it begins
 */
record Marker(Kind kind, String printed, int rank, String style, int end) {

    enum Kind {
        DIVISION,
        UPPER_LETTER,
        ROMAN,
        ARABIC,
        LETTER,
        PARENTHESIS,
        STAR,
        DASH,
        PLUS
    }

    static final String ARTICLE = "điều";

    private static final String[] DIVISIONS = {"phần", "chương", "mục", "tiểu mục", ARTICLE};
    private static final Phrases ORDINALS = Phrases.of("thứ nhất, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu, thứ bảy");

    boolean isNumbered() {
        return kind.ordinal() <= Kind.PARENTHESIS.ordinal();
    }

    /** For a path: "II.1", "a", without closing marks. */
    String label() {
        int from = 0;
        int to = printed.length();
        while (to > from && ".):/- ".indexOf(printed.charAt(to - 1)) >= 0) to--;
        while (from < to && printed.charAt(from) == '(') from++;
        return printed.substring(from, to);
    }

    /** How many numbers it has: 1 for "3.", 2 for "3.1."; 0 when it is not an Arabic number. */
    int depth() {
        return kind == Kind.ARABIC ? rank - 10 : 0;
    }

    /** The marker a paragraph begins with; null when it begins with words. */
    static @Nullable Marker of(String text) {
        if (text.isEmpty()) return null;
        char first = text.charAt(0);
        if ("-–—−•·●▪■".indexOf(first) >= 0) return bullet(text, Kind.DASH, 50);
        if (first == '+' || first == '○' || first == '◦') return bullet(text, Kind.PLUS, 60);
        if (first == '*') return bullet(text, Kind.STAR, 45);
        if (first == '(') return parenthesis(text);
        if (first >= '0' && first <= '9') return arabic(text, 0);
        if (!Character.isLetter(first)) return null;
        var word = division(text);
        if (word != null) return word;
        var roman = roman(text);
        return roman != null ? roman : letter(text);
    }

    private static @Nullable Marker bullet(String text, Kind kind, int rank) {
        int end = Words.skipSpaces(text, 1);
        // "- 2025" and "-5 độ" continue a range or a number; "--" draws
        if (end >= text.length() || text.charAt(end) == text.charAt(0)) return null;
        return new Marker(kind, text.substring(0, 1), rank, kind.name(), end);
    }

    private static @Nullable Marker parenthesis(String text) {
        int close = text.indexOf(')');
        if (close < 2 || close > 5) return null;
        for (int i = 1; i < close; i++) if (!Words.isWordChar(text.charAt(i))) return null;
        boolean digits = Character.isDigit(text.charAt(1));
        // "(i)", "(a)", "(2)", but not "(Kèm theo" nor "(nay)"
        if (!digits && close > 2 && !isSmallRoman(text, 1, close)) return null;
        int end = close + 1;
        while (end < text.length() && ".:".indexOf(text.charAt(end)) >= 0) end++;
        return new Marker(
                Kind.PARENTHESIS,
                text.substring(0, close + 1),
                40,
                "(" + (digits ? "1" : "a"),
                Words.skipSpaces(text, end));
    }

    private static boolean isSmallRoman(String text, int from, int to) {
        for (int i = from; i < to; i++) if ("ivx".indexOf(text.charAt(i)) < 0) return false;
        return true;
    }

    /** "1.", "1)", "1/", "2.1.", "2.1.3 Lưu vực"; "I.1." with a Roman head. Not "1.500", "15/11", "24/24", "3,5". */
    private static @Nullable Marker arabic(String text, int from) {
        int i = from;
        int parts = 0;
        while (i < text.length()) {
            int digits = i;
            while (i < text.length() && Character.isDigit(text.charAt(i))) i++;
            // A province's list runs past 100; four digits are a year.
            if (i == digits || i - digits > (parts == 0 ? 3 : 2) || ++parts > 6) return null;
            boolean more = i + 1 < text.length() && text.charAt(i) == '.' && Character.isDigit(text.charAt(i + 1));
            if (!more) break;
            i++;
        }
        int closed = i;
        // "6 .Sở Tài chính": a space slipped before the point
        if (closed + 1 < text.length() && text.charAt(closed) == ' ' && ".)".indexOf(text.charAt(closed + 1)) >= 0)
            closed++;
        boolean mark = closed < text.length() && ".)/:-".indexOf(text.charAt(closed)) >= 0;
        if (mark) closed++;
        int end = Words.skipSpaces(text, closed);
        if (end >= text.length()) return mark && parts > 0 ? arabicMarker(text, parts, i, closed, end) : null;
        char next = text.charAt(end);
        char mark1 = mark ? text.charAt(closed - 1) : ' ';
        boolean strict = !mark || mark1 == '/' || mark1 == '-' || mark1 == ':';
        if (strict && (parts < 2 && !mark || !Character.isUpperCase(next) && next != '"' && next != '“')) return null;
        if (mark1 == '-' && text.charAt(closed) != ' ') return null;
        // "03/NQ-CP" at the beginning of a broken line is a number and its symbol
        if (mark1 == '/'
                && end == closed
                && CitationNumber.end(text, Words.lower(text.substring(0, Math.min(text.length(), 40))), 0) > 0)
            return null;
        if (Character.isDigit(next) && end == closed) return null;
        return arabicMarker(text, parts, i, closed, end);
    }

    private static Marker arabicMarker(String text, int parts, int digitsEnd, int closed, int end) {
        boolean bracket = digitsEnd < text.length() && text.charAt(closed - 1) == ')';
        // "1)" stands below "a)", where "1." stands above it
        return new Marker(
                Kind.ARABIC,
                text.substring(0, closed).strip(),
                bracket && parts == 1 ? 35 : 10 + parts,
                "1" + parts + (bracket ? ")" : "."),
                end);
    }

    private static @Nullable Marker roman(String text) {
        int i = 0;
        while (i < text.length() && i < 8 && "IVXL".indexOf(text.charAt(i)) >= 0) i++;
        if (i == 0 || i >= text.length() || ".)/:-".indexOf(text.charAt(i)) < 0 && text.charAt(i) != ' ') return null;
        if (text.charAt(i) == '.' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1))) {
            var below = arabic(text, i + 1);
            return below == null
                    ? null
                    : new Marker(Kind.ARABIC, below.printed, below.rank, "I" + below.style, below.end);
        }
        int closed = text.charAt(i) == ' ' && i + 1 < text.length() && text.charAt(i + 1) == '.' ? i + 1 : i;
        if (text.charAt(closed) == ' ') return null;
        int end = Words.skipSpaces(text, closed + 1);
        boolean space = end > closed + 1;
        if (end < text.length() && !space && !Character.isUpperCase(text.charAt(end))) return null;
        if ((text.charAt(closed) == '-' || text.charAt(closed) == '/') && !space) return null;
        return new Marker(Kind.ROMAN, text.substring(0, closed + 1).replace(" ", ""), 6, "I", end);
    }

    /** "a)", "đ)", "A."; "a." only before a capital, so that an abbreviation is none. */
    private static @Nullable Marker letter(String text) {
        if (text.length() < 2) return null;
        char first = text.charAt(0);
        char mark = text.charAt(1);
        if (mark != ')' && mark != '.' && mark != '/') return null;
        int end = Words.skipSpaces(text, 2);
        boolean space = end > 2;
        if (mark != ')' && (!space || end >= text.length() || !Character.isUpperCase(text.charAt(end)))) return null;
        if (mark == ')' && end >= text.length()) return null;
        return Character.isUpperCase(first)
                ? new Marker(Kind.UPPER_LETTER, text.substring(0, 2), 5, "A", end)
                : new Marker(Kind.LETTER, text.substring(0, 2), 30, "a", end);
    }

    /** "Điều 1. …", "Phần I", "PHẦN THỨ NHẤT", "Chương II"; not "Điều 5 Luật Bình đẳng giới quy định …". */
    private static @Nullable Marker division(String text) {
        if ("PCMTĐđ".indexOf(text.charAt(0)) < 0) return null;
        var head = Words.lower(text.substring(0, Math.min(text.length(), 40)));
        for (int rank = 0; rank < DIVISIONS.length; rank++) {
            if (!Words.startsWith(head, DIVISIONS[rank])) continue;
            int at = Words.skipSpaces(head, DIVISIONS[rank].length());
            var ordinal = ORDINALS.match(head, at);
            int end = ordinal != null ? at + ordinal.length() : numberEnd(text, at);
            if (end <= at || end > at + 12) return null;
            boolean closed = end >= text.length() || ".:".indexOf(text.charAt(end)) >= 0;
            // "Chương I" with its title, which stood on the next line
            boolean titled = !closed && text.charAt(end) == ' ' && Words.isUpperCase(text.substring(end));
            if (!closed && !titled) return null;
            int printedEnd = end >= text.length() || titled ? end : end + 1;
            return new Marker(
                    Kind.DIVISION,
                    text.substring(0, printedEnd),
                    rank,
                    DIVISIONS[rank],
                    Words.skipSpaces(text, printedEnd));
        }
        return null;
    }

    private static int numberEnd(String text, int at) {
        int end = at;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || "IVXL".indexOf(text.charAt(end)) >= 0))
            end++;
        return end;
    }
}
