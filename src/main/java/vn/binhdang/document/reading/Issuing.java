package vn.binhdang.document.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sentence in which an agency issues its document: "…; Sở Khoa học và Công nghệ xây dựng kế hoạch …". Where the
 * header was lost it is the place where the text itself names the issuer.
 */
record Issuing(String agency, @Nullable String documentType, String words, int line) {

    private static final List<String> ACTS = List.of(
            "ban hành",
            "xây dựng",
            "phát động",
            "triển khai",
            "tổ chức",
            "báo cáo",
            "thông báo",
            "yêu cầu",
            "đề nghị",
            "hướng dẫn",
            "lập kế hoạch",
            "trân trọng",
            "kính mời",
            "có ý kiến",
            "trình",
            "nhận được");

    static @Nullable Issuing find(List<Paragraph> preamble) {
        for (int i = preamble.size() - 1; i >= 0; i--) {
            var found = in(preamble.get(i));
            if (found != null) return found;
        }
        return null;
    }

    private static @Nullable Issuing in(Paragraph paragraph) {
        var text = paragraph.text();
        Issuing last = null;
        int from = 0;
        while (from < text.length()) {
            if (Agencies.isHeadAt(paragraph.lower(), from) && Character.isUpperCase(text.charAt(from))) {
                int end = UnitReader.listEnd(text, paragraph.lower(), from);
                int verb = end < 0 ? text.length() : Words.skipSpaces(text, end);
                for (var act : ACTS)
                    if (Words.at(paragraph.lower(), verb, act)) {
                        var agency = text.substring(from, end).strip();
                        if (agency.length() < 150)
                            last = new Issuing(
                                    agency,
                                    typeAfter(paragraph.lower(), verb + act.length()),
                                    text.substring(from, Math.min(text.length(), verb + 40)),
                                    paragraph.lines().from());
                        break;
                    }
            }
            int next = nextClause(text, from);
            if (next < 0) break;
            from = next;
        }
        return last;
    }

    /** "… xây dựng Kế hoạch triển khai …" also names the type. */
    private static @Nullable String typeAfter(String lower, int at) {
        var type = DocumentTypes.citedAt(lower, Words.skipSpaces(lower, at));
        return type == null ? null : DocumentTypes.named(type);
    }

    private static int nextClause(String text, int from) {
        for (int i = from; i < text.length(); i++)
            if (";.,".indexOf(text.charAt(i)) >= 0 && i + 1 < text.length() && text.charAt(i + 1) == ' ') return i + 2;
        return -1;
    }
}
