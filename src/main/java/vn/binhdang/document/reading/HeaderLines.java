package vn.binhdang.document.reading;

import java.util.List;

/** The set lines of a header: national name and motto, number, stamps. */
final class HeaderLines {
    /**
     * Letters only, without diacritics: text recognition and typists vary marks, spaces and hyphens. A PDF prints both
     * columns of the header in one line and a narrow column breaks the name in two, so parts count too; longest first.
     */
    private static final List<String> NATIONAL = List.of(
            "conghoaxahoichunghiavietnam",
            "doclaptudohanhphuc",
            "xahoichunghiavietnam",
            "hoichunghiavietnam",
            "dangcongsanvietnam",
            "chunghiavietnam",
            "nghiavietnam",
            "conghoaxahoichu",
            "conghoaxahoi",
            "conghoaxa",
            "doclaptudo",
            "tudohanhphuc",
            "hanhphuc");

    private static final int LONGEST_LINE = 200;

    private static final Phrases STAMPS = Phrases.of(
            """
            dự thảo, hỏa tốc, hoả tốc, thượng khẩn, khẩn, mật, tối mật, tuyệt mật, lưu hành nội bộ, xem xong trả lại, bản sao,
            sao y, công báo, mục lục, văn bản""");

    private HeaderLines() {}

    /** Without the national name and motto; empty when the line holds nothing else. */
    static String withoutNational(String text) {
        if (text.length() > LONGEST_LINE) return text;
        var letters = new StringBuilder();
        var places = new int[text.length()];
        var bare = Words.bare(Words.lower(text));
        for (int i = 0; i < bare.length(); i++)
            if (Character.isLetter(bare.charAt(i))) {
                places[letters.length()] = i;
                letters.append(bare.charAt(i));
            }
        for (var phrase : NATIONAL) {
            int at = letters.indexOf(phrase);
            if (at < 0 || at > 0 && places[at - 1] == places[at] - 1) continue;
            int end = places[at + phrase.length() - 1] + 1;
            return withoutNational(withoutHyphens(text.substring(0, places[at])) + " " + withoutHyphens(text.substring(end)));
        }
        return text.strip();
    }

    private static String withoutHyphens(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && " -–—".indexOf(text.charAt(from)) >= 0) from++;
        while (to > from && " -–—".indexOf(text.charAt(to - 1)) >= 0) to--;
        return text.substring(from, to);
    }

    static boolean isNational(String text) {
        return text.length() <= LONGEST_LINE && withoutNational(text).length() < text.strip().length();
    }

    static boolean isStamp(String text) {
        return text.length() < 30 && STAMPS.startsWith(Words.lower(text));
    }

    /** "Số: 05/KH-SKHCN", "Số:      /KH-UBND", and a lone "Số:" whose rest stands on the next line. */
    static boolean isNumber(String text) {
        var lower = Words.lower(text.substring(0, Math.min(text.length(), 60)));
        if (!Words.startsWith(lower, "số")) return false;
        return lower.indexOf('/') > 0 || Words.withoutEndMark(lower).equals("số") || NumberAndSymbol.find(text) != null;
    }

    static boolean isHeaderLine(String text) {
        if (text.length() > 200) return false;
        return isNational(text) || isNumber(text) || Subject.isLetterSubject(text) || IssueDate.isIn(text);
    }
}
