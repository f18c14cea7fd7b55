package vn.binhdang.document.reading;

import org.jspecify.annotations.Nullable;

/**
 * "Số: 05/KH-SKHCN": the number before the first "/" and the symbol after it. The number is null in a draft ("Số: /KH-KHCN",
 * "Số: …/KH-UBND"), because it is given at issue (Decree 30/2020 article 15).
 */
record NumberAndSymbol(@Nullable String number, String symbol, int from, int end) {

    static @Nullable NumberAndSymbol find(String text) {
        var lower = Words.lower(text);
        for (int at = Words.find(lower, "số", 0); at >= 0; at = Words.find(lower, "số", at + 1)) {
            var found = after(text, at);
            if (found != null) return found;
        }
        return null;
    }

    private static @Nullable NumberAndSymbol after(String text, int word) {
        int at = skip(text, word + 2, " :.…_");
        int numberEnd = at;
        while (numberEnd < text.length() && isNumberChar(text.charAt(numberEnd))) numberEnd++;
        // the Party writes "45-KH/TU": all before the stroke is the number
        int slash = skip(text, numberEnd, " .…_");
        if (slash >= text.length() || text.charAt(slash) != '/') return withHyphen(text, word, at);
        int symbol = Words.skipSpaces(text, slash + 1);
        int end = symbolEnd(text, symbol);
        if (end == symbol) return null;
        var number = text.substring(at, numberEnd);
        return new NumberAndSymbol(
                number.isEmpty() ? null : number, text.substring(symbol, end).replace(" ", ""), word, end);
    }

    /** "Số: 646-TTg": before 2004 a hyphen stood where the stroke stands now. */
    private static @Nullable NumberAndSymbol withHyphen(String text, int word, int at) {
        int hyphen = Dates.digits(text, at, 6);
        if (hyphen == at
                || hyphen + 1 >= text.length()
                || text.charAt(hyphen) != '-'
                || !Character.isUpperCase(text.charAt(hyphen + 1))) return null;
        int end = symbolEnd(text, hyphen + 1);
        return end - hyphen < 3
                ? null
                : new NumberAndSymbol(text.substring(at, hyphen), text.substring(hyphen + 1, end), word, end);
    }

    private static boolean isNumberChar(char c) {
        return Words.isWordChar(c) || c == '-';
    }

    private static int skip(String text, int from, String what) {
        int i = from;
        while (i < text.length() && what.indexOf(text.charAt(i)) >= 0) i++;
        return i;
    }

    /** Letters, digits and "-/&" without spaces; one space beside a hyphen is a slip ("71/NQ -CP", "27/NQ- TW"). */
    static int symbolEnd(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Words.isWordChar(c) || c == '-' || c == '&' || c == '/' || c == '.' && isInside(text, i)) i++;
            else if (c == ' ' && isSlip(text, i, from)) i++;
            else break;
        }
        while (i > from && "-/.&".indexOf(text.charAt(i - 1)) >= 0) i--;
        return i;
    }

    private static boolean isInside(String text, int at) {
        return at + 1 < text.length()
                && Character.isUpperCase(text.charAt(at + 1))
                && Character.isUpperCase(text.charAt(at - 1));
    }

    private static boolean isSlip(String text, int at, int from) {
        if (at == from || at + 1 >= text.length()) return false;
        boolean before = text.charAt(at - 1) == '-' && at - 2 >= from && text.charAt(at - 2) != ' ';
        boolean after = text.charAt(at + 1) == '-' && at + 2 < text.length() && text.charAt(at + 2) != ' ';
        int word = before ? at + 1 : after ? at + 2 : -1;
        if (word < 0 || !Character.isUpperCase(text.charAt(word))) return false;
        int end = Words.wordEnd(text, word);
        return end - word >= 2 && end - word <= 12 && Character.isUpperCase(text.charAt(word + 1));
    }
}
