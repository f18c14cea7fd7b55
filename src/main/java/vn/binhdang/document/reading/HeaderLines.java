package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;

/** The set lines of a header: national name and motto, number, stamps. */
final class HeaderLines {
    /**
     * Letters only, without diacritics: text recognition and typists vary marks, spaces and hyphens. A PDF prints both
     * columns of the header in one line and a narrow column breaks the name in two, so parts count too; longest first.
     */
    private static final String NATIONAL_NAME = "conghoaxahoichunghiavietnam";

    private static final List<String> NATIONAL = List.of(
            NATIONAL_NAME,
            "doclaptudohanhphuc",
            "xahoichunghiavietnam",
            "hoichunghiavietnam",
            "dangcongsanvietnam",
            "chunghiavietnam",
            "nghiavietnam",
            "conghoaxahoi",
            "conghoaxa",
            "doclaptudo",
            "tudohanhphuc",
            "hanhphuc");

    private static final int LONGEST_LINE = 200;

    private static final Phrases STAMPS = Phrases.of("""
        dự thảo, hỏa tốc, hoả tốc, thượng khẩn, khẩn, mật, tối mật, tuyệt mật, lưu hành nội bộ, xem xong trả lại, bản sao,
        sao y, công báo, mục lục, văn bản\
        """);

    private HeaderLines() {}

    /** Without the national name and motto; empty when the line holds nothing else. */
    static String withoutNational(String text) {
        return withoutNational(text, "").text();
    }

    /**
     * A line without the national name.
     *
     * @param rest what of the name is still to come, where a narrow column broke it: "CỘNG HÒA … VIỆT" / "NAM"
     */
    record Cut(String text, String rest) {}

    static Cut withoutNational(String text, String rest) {
        if (text.length() > LONGEST_LINE) return new Cut(text, "");
        var letters = new StringBuilder();
        var places = new int[text.length()];
        var bare = Words.bare(Words.lower(text));
        for (int i = 0; i < bare.length(); i++)
            if (Character.isLetter(bare.charAt(i))) {
                places[letters.length()] = i;
                letters.append(bare.charAt(i));
            }
        var all = letters.toString();
        if (!rest.isEmpty() && all.endsWith(rest))
            return new Cut(cut(text, places, all.length() - rest.length(), rest.length()), "");
        for (var phrase : NATIONAL) {
            int at = all.indexOf(phrase);
            if (at < 0 || at > 0 && places[at - 1] == places[at] - 1) continue;
            int length = phrase.length() + sharedLength(all, at + phrase.length(), after(phrase));
            var open = at + length == all.length() ? after(all.substring(at, at + length)) : "";
            return new Cut(withoutNational(cut(text, places, at, length)), open);
        }
        return new Cut(text.strip(), rest);
    }

    private static String cut(String text, int[] places, int at, int length) {
        return (withoutHyphens(text.substring(0, places[at])) + " "
                        + withoutHyphens(text.substring(places[at + length - 1] + 1)))
                .strip();
    }

    /** What of the national name follows this part of it; empty when nothing does. */
    private static String after(String part) {
        int at = NATIONAL_NAME.indexOf(part);
        return at < 0 ? "" : NATIONAL_NAME.substring(at + part.length());
    }

    private static int sharedLength(String text, int from, String other) {
        int length = 0;
        while (from + length < text.length()
                && length < other.length()
                && text.charAt(from + length) == other.charAt(length)) length++;
        return length;
    }

    private static String withoutHyphens(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && " -–—".indexOf(text.charAt(from)) >= 0) from++;
        while (to > from && " -–—".indexOf(text.charAt(to - 1)) >= 0) to--;
        return text.substring(from, to);
    }

    /** Two columns read one after the other may put the address before the national name and the date: it goes last. */
    static List<TextLine> withAddressLast(List<TextLine> lines) {
        for (int i = 0; i < Math.min(lines.size(), 40); i++) {
            if (!Addressees.opens(lines.get(i).text())) continue;
            int end = i + 1;
            for (int next = i + 1; next < Math.min(lines.size(), i + 9); next++) {
                var text = lines.get(next).text();
                if (isNational(text) || IssueDate.isIn(text) && text.length() < 80) end = next + 1;
                else if (Marker.of(text) != null) break;
            }
            if (end == i + 1) return lines;
            var sorted = new ArrayList<>(lines.subList(0, i));
            sorted.addAll(lines.subList(i + 1, end));
            sorted.add(lines.get(i));
            sorted.addAll(lines.subList(end, lines.size()));
            return sorted;
        }
        return lines;
    }

    static boolean isNational(String text) {
        return text.length() <= LONGEST_LINE
                && withoutNational(text).length() < text.strip().length();
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
