package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines such as "Cơ quan chủ trì: Sở Nội vụ", "Thời gian thực hiện: quý II", which belong to the item above them. */
record Attributes(Kind kind, String value) {

    enum Kind {
        CONTENT,
        LEAD,
        COORDINATING,
        TIME,
        OUTPUT,
        OTHER
    }

    private static final int LONGEST_LABEL = 70;
    private static final int MOST_INSIDE = 8;

    private static final Phrases LABELS = Phrases.of("""
        cơ quan, đơn vị, bộ phận, người, phân công, thời gian, thời hạn, tiến độ, chủ trì, phối hợp, kết quả, sản phẩm, địa điểm,
        thành phần, hình thức, phụ trách, trách nhiệm, nội dung, tên nhiệm vụ, thực hiện, hoàn thành, các đơn vị phối hợp,
        các cơ quan phối hợp, sở, nguồn lực, kinh phí thực hiện\
        """);

    private static final Phrases ROLES = Phrases.of("""
        chủ trì, thực hiện, phối hợp, chịu trách nhiệm, đầu mối, phụ trách, tham mưu, hoàn thành, triển khai, tổ chức, thời gian,
        thời hạn, tiến độ, kết quả, sản phẩm, địa điểm, thành phần, phân công, nội dung, hình thức\
        """);

    static boolean isAttribute(String lower) {
        return kindOf(lower) != null;
    }

    /** Does the line say more about an item above it, rather than be one ("Nội dung: …")? */
    static boolean saysMore(String lower) {
        var kind = kindOf(lower);
        return kind != null && kind != Kind.CONTENT;
    }

    static @Nullable Attributes of(String text, String lower) {
        var kind = kindOf(lower);
        return kind == null
                ? null
                : new Attributes(kind, text.substring(lower.indexOf(':') + 1).strip());
    }

    /** "Tổ chức khám sức khỏe. Đơn vị thực hiện: Khoa Khám bệnh; thời gian: 20/10/2026.": said within the item itself. */
    static List<Attributes> inside(String text, String lower) {
        if (text.indexOf(':') < 0) return List.of();
        var found = new ArrayList<Attributes>();
        for (int from = sentenceEnd(text, 0);
                from < text.length() && found.size() < MOST_INSIDE;
                from = sentenceEnd(text, from)) {
            int end = sentenceEnd(text, from);
            var kind = kindOf(lower.substring(from, Math.min(end, from + LONGEST_LABEL + 1)));
            int colon = text.indexOf(':', from);
            if (kind != null && kind != Kind.CONTENT && colon < end)
                found.add(new Attributes(
                        kind,
                        Words.withoutEndMark(text.substring(colon + 1, end)).strip()));
        }
        return found;
    }

    /** After the next full stop, semicolon or opening bracket; a point inside a number or an abbreviation ends nothing. */
    private static int sentenceEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ';' || c == '(' || c == ')' || c == '.' && i + 1 < text.length() && text.charAt(i + 1) == ' ')
                return Words.skipSpaces(text, i + 1);
        }
        return text.length();
    }

    private static @Nullable Kind kindOf(String lower) {
        if (LABELS.match(lower, 0) == null) return null;
        int colon = lower.indexOf(':');
        if (colon < 0 || colon > LONGEST_LABEL) return null;
        var label = lower.substring(0, colon);
        if (!ROLES.isIn(label)) return null;
        return kindOfLabel(label);
    }

    private static @Nullable Kind kindOfLabel(String label) {
        if (label.startsWith("thời") || label.startsWith("tiến độ") || label.equals("hoàn thành")) return Kind.TIME;
        if (label.startsWith("nội dung") || label.startsWith("tên nhiệm vụ"))
            return label.length() < 22 ? Kind.CONTENT : null;
        if (label.startsWith("kết quả") || label.startsWith("sản phẩm"))
            return label.length() < 40 ? Kind.OUTPUT : null;
        if (label.startsWith("địa điểm") || label.startsWith("thành phần") || label.startsWith("hình thức"))
            return Kind.OTHER;
        if (!isAboutUnits(label)) return null;
        return label.contains("phối hợp") && !label.contains("chủ trì") ? Kind.COORDINATING : Kind.LEAD;
    }

    /** "Cơ quan chủ trì", "Phân công thực hiện"; not "Sở Y tế", whose name only begins alike. */
    private static boolean isAboutUnits(String label) {
        for (var start : new String[] {
            "cơ quan",
            "đơn vị",
            "bộ phận",
            "người",
            "phân công",
            "chủ trì",
            "phối hợp",
            "phụ trách",
            "trách nhiệm",
            "các đơn vị phối hợp",
            "các cơ quan phối hợp",
            "thực hiện",
            "sở, ngành"
        }) if (Words.startsWith(label, start)) return label.length() < 45;
        return false;
    }
}
