package vn.binhdang.document.reading;

/** Recognises the number of a cited document, and the word before it that names its type. */
final class CitationNumber {
    /** Between a type and its number stand at most "số" and a name ("Luật Dữ liệu số 60/2024/QH15"). */
    private static final int FARTHEST_TYPE = 160;

    private CitationNumber() {}

    /**
     * Where the number and symbol that begin at {@code at} end; {@code at} itself when there are none. "1122/SLĐTBXH-TEBĐG",
     * "57-NQ/TW", "66.2/2025/NQ-CP", "72/2025/QH15"; not "15/11", "24/7", "01 ban/05 người", "2021-2025".
     */
    static int end(String text, String lower, int at) {
        if (at > 0 && isPartOfNumber(text.charAt(at - 1))) return at;
        int i = Dates.digits(text, at, 7);
        if (i + 1 < text.length() && text.charAt(i) == '.' && Character.isDigit(text.charAt(i + 1)))
            i = Dates.digits(text, i + 1, 3);
        if (i < text.length() && text.charAt(i) >= 'a' && text.charAt(i) <= 'z') i++;
        int mark = Words.skipSpaces(text, i);
        if (mark - i > 1 || mark >= text.length() || text.charAt(mark) != '/' && text.charAt(mark) != '-') return at;
        if (mark > i && text.charAt(mark) == '-') return at;
        int symbol = mark + 1;
        if (symbol < text.length() && text.charAt(symbol) == ' ') symbol++;
        if (Dates.digits(text, symbol, 5) - symbol == 4
                && symbol + 4 < text.length()
                && "/-".indexOf(text.charAt(symbol + 4)) >= 0) symbol = Words.skipSpaces(text, symbol + 5);
        int end = NumberAndSymbol.symbolEnd(text, symbol);
        if (!isSymbol(text, symbol, end)) return at;
        return end - symbol > 3 && text.substring(symbol, end).indexOf('-') > 0 || isAnnounced(lower, at) ? end : at;
    }

    private static boolean isPartOfNumber(char before) {
        return Words.isWordChar(before) || before == '/' || before == '.' || before == '-' || before == ',';
    }

    /** The first group has two capitals: "NQ", "QĐ", "TTr", "QH15", "SLĐTBXH". */
    private static boolean isSymbol(String text, int from, int end) {
        int group = Words.wordEnd(text, from);
        if (end - from < 2 || group - from < 2 || !Character.isUpperCase(text.charAt(from))) return false;
        int capitals = 0;
        for (int i = from; i < group; i++) if (Character.isUpperCase(text.charAt(i))) capitals++;
        return capitals >= 2;
    }

    /** "số" before the number, a type's name, or another number of a list. */
    private static boolean isAnnounced(String lower, int at) {
        int end = at;
        while (end > 0 && " :.".indexOf(lower.charAt(end - 1)) >= 0) end--;
        int word = end;
        while (word > 0 && Words.isWordChar(lower.charAt(word - 1))) word--;
        var before = lower.substring(word, end);
        if (before.equals("số") || before.equals("so") || before.equals("sô")) return true;
        return typeEndingAt(lower, end) >= 0;
    }

    /** Where the name of the type before a number begins; -1 when there is none near. */
    static int typeStart(String lower, int at) {
        int end = at;
        while (end > 0 && " :.".indexOf(lower.charAt(end - 1)) >= 0) end--;
        for (var word : new String[] {"số", "so", "sô"})
            if (end >= word.length()
                    && lower.startsWith(word, end - word.length())
                    && Words.beginsWord(lower, end - word.length())) {
                end -= word.length();
                break;
            }
        while (end > 0 && " :.".indexOf(lower.charAt(end - 1)) >= 0) end--;
        int direct = typeEndingAt(lower, end);
        if (direct >= 0) return direct;
        int floor = Math.max(0, at - FARTHEST_TYPE);
        int start = Math.max(Words.findBack(lower, "luật", end, floor), Words.findBack(lower, "pháp lệnh", end, floor));
        if (start < 0) return -1;
        var between = lower.substring(start, at);
        if (between.indexOf(';') >= 0 || between.indexOf('/') >= 0) return -1;
        return start >= 3 && lower.startsWith("bộ ", start - 3) ? start - 3 : start;
    }

    /** The longest type name that ends here, seen over at most five words. */
    private static int typeEndingAt(String lower, int end) {
        int found = -1;
        int start = end;
        for (int words = 0; words < 5 && start > 0; words++) {
            while (start > 0 && lower.charAt(start - 1) == ' ') start--;
            while (start > 0 && Words.isWordChar(lower.charAt(start - 1)) && end - start < 60) start--;
            var name = DocumentTypes.citedAt(lower, start);
            if (name != null && start + name.length() == end) found = start;
            if (start > 0 && lower.charAt(start - 1) != ' ') break;
        }
        return found;
    }
}
