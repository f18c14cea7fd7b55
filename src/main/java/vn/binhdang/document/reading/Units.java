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
        cơ quan, đơn vị, địa phương, báo, đài, chính quyền, doanh nghiệp,
        lực lượng, cấp ủy, nhà trường, sở, ngành, tổ chức, cá nhân, công chức, cộng đồng, đoàn thể, chủ đầu tư, hệ thống\
        """);

    /** General words that are no name even with more behind them: "đơn vị có liên quan". */
    private static final Phrases GENERAL =
            Phrases.of("cơ quan, đơn vị, địa phương, doanh nghiệp, tổ chức, cá nhân, cộng đồng, đoàn thể, lực lượng");

    /** "các sở", "những đơn vị", "toàn thể giáo viên": many at once. */
    private static final Phrases MANY =
            Phrases.of("các, những, một số, toàn thể, tất cả, tất cả các, toàn bộ, mọi, mỗi, từng");

    private static final Phrases PERSONS = Phrases.of("ông, bà, đồng chí");

    private static final Phrases MEMBERS = Phrases.of("""
        cơ quan, đơn vị, sở, ban, ngành, bộ, địa phương, tổ chức, doanh nghiệp, phòng, trường, cơ sở, hội, đoàn, đoàn thể, cấp, xã,
        phường, huyện, quận, thành viên, chủ đầu tư, công ty, lực lượng, khoa, tổ, trung tâm, ngân hàng, cá nhân, đồng chí, nhà,
        thôn, bản, khu phố, tổ dân phố, hộ, cán bộ, công chức, viên chức, giáo viên, học sinh, lớp, chi đoàn, chi hội, chi bộ, văn phòng,
        cục, vụ, chi cục, bệnh viện, trạm, báo, đài, hợp tác xã, công đoàn, liên đội, ông, bà, thủ trưởng, giám đốc, trưởng, hiệu trưởng,
        chủ tịch, viện, học viện, đảng bộ, đảng ủy, tỉnh, thành phố, đội, nhóm, tổng công ty, tập đoàn, người, ủy ban, ubnd, lãnh đạo\
        """);

    private static final Phrases NAMED = Phrases.of("""
        giám đốc, thủ trưởng, trưởng, chủ tịch, chánh văn phòng, hiệu trưởng, cục trưởng, chi cục trưởng, người đứng đầu, hệ, liên đội,
        trưởng phòng, tổng giám đốc, bí thư, chánh thanh tra, lãnh đạo, cổng thông tin, chủ đầu tư, bí thư đoàn, hội trưởng,
        trưởng ban, trưởng thôn, chánh án, viện trưởng, tổng biên tập, trưởng công an, tổ chuyên môn, tổ, khối, khoa, cơ quan,
        ông, bà, đồng chí, kế toán, nhà trường, giáo viên chủ nhiệm, giáo viên, chính quyền,
        đơn vị, doanh nghiệp, chủ đầu tư, cán bộ, công chức, viên chức, phó chủ tịch, phó giám đốc, phó hiệu trưởng, bộ phận,
        người sử dụng lao động, người lao động, lực lượng, cơ sở, trạm y tế, cấp ủy, cấp uỷ, thường trực, thành viên,
        tỉnh, thành phố, địa phương, tổ chức đoàn, tổng phụ trách, cha mẹ học sinh\
        """);

    private Units() {}

    /** Does the name of somebody who can be charged with a task begin here? */
    static boolean isHeadAt(String text, String lower, int at) {
        if (at >= text.length()) return false;
        if (Agencies.isHeadAt(lower, at)) return true;
        if (Agencies.onlyLooksLikeHead(lower, at)) return false;
        if (COMMON.match(lower, at) instanceof String common)
            return !common.equals("tổ chức") && !common.equals("hệ thống");
        return NAMED.match(lower, at) != null || isMany(lower, at);
    }

    private static boolean isMany(String lower, int at) {
        return MANY.match(lower, at) instanceof String many
                && MEMBERS.match(lower, Words.skipSpaces(lower, at + many.length())) != null;
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
        // "Bà Lê Thị Hoa, Giám đốc Sở Văn hóa": the office says who the person is
        if (separator == ',' && PERSONS.match(lower, from) != null) return false;
        if (isMany(lower, next)) return !isSetPhrase(lower, from, next);
        boolean capital = Character.isUpperCase(list.charAt(next));
        if (capital)
            return Agencies.isHeadAt(lower, next) && !isCollective(lower, from, next)
                    || NAMED.match(lower, next) != null && !isPartOfList(lower, next);
        var common = COMMON.match(lower, next);
        if (common == null) return false;
        // "các sở, ngành Thành phố và đơn vị có liên quan": the first collective was complete
        boolean complete = Agencies.isHeadAt(lower, from) && !isBare(lower, from) || !endsBare(lower, from, next);
        if (separator == ' ' && complete && !isBare(lower, next)) return true;
        return !startsCommon(lower, from) && !common.equals("tổ chức") && !holdsMany(lower, from, next);
    }

    private static boolean isSetPhrase(String lower, int from, int next) {
        var pair = lower.substring(from, next) + lower.substring(next, Math.min(lower.length(), next + 9));
        return pair.startsWith("các ngành, các cấp") || pair.startsWith("các cấp, các ngành");
    }

    /** Does the part before {@code next} end in a general word alone ("các sở, ngành")? */
    private static boolean endsBare(String lower, int from, int next) {
        int part = Math.max(from, lower.lastIndexOf(',', next - 4) + 1);
        return isBare(lower, Words.skipSpaces(lower, part))
                || isMany(lower, Words.skipSpaces(lower, part)) && isBareMany(lower, Words.skipSpaces(lower, part));
    }

    private static boolean isBareMany(String lower, int at) {
        return MANY.match(lower, at) instanceof String many
                && isBare(lower, Words.skipSpaces(lower, at + many.length()));
    }

    private static boolean isBare(String lower, int at) {
        var word = COMMON.match(lower, at);
        if (word == null) word = MEMBERS.match(lower, at);
        if (word == null) return false;
        int end = at + word.length();
        return end >= lower.length() || ",;".indexOf(lower.charAt(end)) >= 0 || lower.startsWith(" và ", end);
    }

    /** "Thủ trưởng các sở, ban, ngành": the collective stands inside the unit. */
    private static boolean holdsMany(String lower, int from, int next) {
        int many = Words.find(lower, "các", from);
        return many > from && many < next;
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
        return GENERAL.match(lower, from) != null
                || COMMON.match(lower, from) != null && isBare(lower, from)
                || isMany(lower, from);
    }
}
