package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a list of units apart: at commas and "và", but a collective ("các sở, ban, ngành liên quan") stays whole, and so
 * does a name with commas in it ("Sở Văn hóa, Thể thao và Du lịch").
 */
final class Units {
    /** What begins a unit that is named with a small letter, beside a unit named in full before it. */
    private static final Phrases COMMON = Phrases.of("""
        các, những, một số, toàn thể, tất cả, mọi, cơ quan, đơn vị, địa phương, báo, đài, chính quyền, doanh nghiệp,
        lực lượng, cấp ủy, nhà trường, sở, ngành, tổ chức, cá nhân, hệ thống, công chức, cộng đồng, đoàn thể, chủ đầu tư\
        """);

    private static final Phrases NAMED = Phrases.of("""
        giám đốc, thủ trưởng, trưởng, chủ tịch, chánh văn phòng, hiệu trưởng, cục trưởng, chi cục trưởng, người đứng đầu,
        trưởng phòng, tổng giám đốc, bí thư, chánh thanh tra, lãnh đạo, cổng thông tin, chủ đầu tư, bí thư đoàn, hội trưởng,
        trưởng ban, trưởng thôn, chánh án, viện trưởng, tổng biên tập, trưởng công an, tổ chuyên môn, tổ, khối, khoa, cơ quan,
        các, ông, bà, đồng chí, kế toán, nhà trường, giáo viên chủ nhiệm, giáo viên, toàn thể, tất cả, mỗi, từng, chính quyền,
        đơn vị, doanh nghiệp, chủ đầu tư, cán bộ, công chức, viên chức, phó chủ tịch, phó giám đốc, phó hiệu trưởng, bộ phận,
        người sử dụng lao động, người lao động, lực lượng, cơ sở, trạm y tế, cấp ủy, cấp uỷ, thường trực, thành viên,
        tỉnh, thành phố, địa phương, tổ chức đoàn, tổng phụ trách, cha mẹ học sinh\
        """);

    private Units() {}

    /** Does the name of somebody who can be charged with a task begin here? */
    static boolean isHeadAt(String text, String lower, int at) {
        if (at >= text.length()) return false;
        if (Agencies.isHeadAt(lower, at)) return true;
        if (COMMON.match(lower, at) instanceof String common)
            return !common.equals("tổ chức") && !common.equals("một số");
        return NAMED.match(lower, at) != null;
    }

    static List<String> split(String list) {
        var units = new ArrayList<String>();
        var lower = Words.lower(list);
        int from = 0;
        int depth = 0;
        for (int at = 0; at < list.length(); at++) {
            char c = list.charAt(at);
            if (c == '(') depth++;
            else if (c == ')') depth = Math.max(0, depth - 1);
            if (depth > 0) continue;
            int next = separatorEnd(lower, at);
            if (next < 0 || !begins(list, lower, from, next, c)) continue;
            add(units, list.substring(from, at));
            from = next;
            at = next - 1;
        }
        add(units, list.substring(from));
        return units;
    }

    private static void add(List<String> units, String unit) {
        var clean = Words.withoutEndMark(unit).strip();
        if (!clean.isEmpty()) units.add(clean);
    }

    /** Where the next part begins when a comma, a semicolon, " và " or a plus stands here; -1 when none does. */
    private static int separatorEnd(String lower, int at) {
        char c = lower.charAt(at);
        if (c == ',' || c == ';' || c == '+') {
            int next = Words.skipSpaces(lower, at + 1);
            return Words.at(lower, next, "và") ? Words.skipSpaces(lower, next + 2) : next;
        }
        if (c == ' ' && Words.at(lower, at + 1, "và")) return Words.skipSpaces(lower, at + 3);
        if (c == ' ' && Words.at(lower, at + 1, "cùng")) return Words.skipSpaces(lower, at + 5);
        return -1;
    }

    private static boolean begins(String list, String lower, int from, int next, char separator) {
        if (next >= list.length()) return false;
        if (separator == ';') return true;
        boolean capital = Character.isUpperCase(list.charAt(next));
        if (capital)
            return Agencies.isHeadAt(lower, next) && !isCollective(lower, from, next)
                    || NAMED.match(lower, next) != null && !isPartOfList(lower, next);
        var common = COMMON.match(lower, next);
        if (common == null) return false;
        if (common.equals("các") || common.equals("những") || common.equals("toàn thể") || common.equals("một số"))
            return true;
        return !startsCommon(lower, from) && !common.equals("tổ chức");
    }

    /** "các Sở, Ban, ngành": capitals in a collective of general words. */
    private static boolean isCollective(String lower, int from, int next) {
        if (!startsCommon(lower, from)) return false;
        int end = Words.wordEnd(lower, next);
        boolean bare = end >= lower.length() || lower.charAt(end) == ',' || lower.startsWith(" và ", end);
        return bare || lower.startsWith("ban ngành", next) || lower.startsWith("ban, ngành", next);
    }

    private static boolean isPartOfList(String lower, int next) {
        return lower.startsWith("tổ chức", next);
    }

    private static boolean startsCommon(String lower, int from) {
        return COMMON.match(lower, from) != null;
    }
}
