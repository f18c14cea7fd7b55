package vn.binhdang.document.reading;

import java.util.List;

/** The set lines of a header: national name and motto, number, stamps. */
final class HeaderLines {
    /** Taken away wherever they stand: a PDF prints both columns of the header in one line. */
    private static final List<String> NATIONAL = List.of(
            "cộng hòa xã hội chủ nghĩa việt nam",
            "cộng hoà xã hội chủ nghĩa việt nam",
            "độc lập - tự do - hạnh phúc",
            "độc lập – tự do – hạnh phúc",
            "độc lập-tự do-hạnh phúc",
            "độc lập tự do hạnh phúc",
            "đảng cộng sản việt nam",
            "cộng hòa xã hội",
            "cộng hoà xã hội",
            "xã hội chủ nghĩa việt nam",
            "hội chủ nghĩa việt nam",
            "chủ nghĩa việt nam",
            "nghĩa việt nam",
            "cộng hòa xã",
            "cộng hoà xã",
            "hạnh phúc");

    private static final Phrases STAMPS = Phrases.of("""
        dự thảo, hỏa tốc, hoả tốc, thượng khẩn, khẩn, mật, tối mật, tuyệt mật, lưu hành nội bộ, xem xong trả lại, bản sao,
        sao y, công báo, mục lục, văn bản\
        """);

    private HeaderLines() {}

    /** Without the national name and motto; empty when the line holds nothing else. */
    static String withoutNational(String text) {
        var rest = text;
        var lower = Words.lower(rest);
        for (var phrase : NATIONAL) {
            int at = lower.indexOf(phrase);
            if (at < 0) continue;
            rest = (rest.substring(0, at) + " " + rest.substring(at + phrase.length())).strip();
            lower = Words.lower(rest);
        }
        return rest;
    }

    static boolean isNational(String text) {
        return text.length() < 200 && withoutNational(text).length() < text.length();
    }

    static boolean isStamp(String text) {
        return text.length() < 30 && STAMPS.startsWith(Words.lower(text));
    }

    /** "Số: 05/KH-SKHCN", "Số:      /KH-UBND", and a lone "Số:" whose rest stands on the next line. */
    static boolean isNumber(String text) {
        var lower = Words.lower(text.substring(0, Math.min(text.length(), 60)));
        if (!Words.startsWith(lower, "số")) return false;
        return lower.indexOf('/') > 0 || Words.withoutEndMark(lower).equals("số");
    }

    static boolean isHeaderLine(String text) {
        if (text.length() > 200) return false;
        return isNational(text) || isNumber(text) || Subject.isLetterSubject(text) || IssueDate.isIn(text);
    }
}
