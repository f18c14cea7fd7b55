package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who is charged with a task and who works with them, from the words of its opening clause. */
final class UnitReader {
    private static final int LONGEST_LIST = 600;

    private static final Phrases REQUESTS = Phrases.of("""
        giao trách nhiệm cho, giao nhiệm vụ cho, giao cho, giao, đề nghị, kính đề nghị, trân trọng đề nghị, yêu cầu, mời, kính mời,
        phân công, ủy quyền cho, đối với\
        """);

    /** "Căn cứ Kế hoạch này, Giám đốc các Sở …": the subject follows the first comma before a unit. */
    private static final Phrases CIRCUMSTANCES = Phrases.of(
            "căn cứ, trên cơ sở, theo chức năng, theo, trong quá trình, sau khi, khi, để, hằng năm, hàng năm, trước"
                    + " ngày, định kỳ, từ năm, từ ngày, từ tháng");

    /** A small word that ends the name of a unit, because it says what the unit does. */
    private static final Phrases PREDICATES = Phrases.of("""
        chủ trì, phối hợp, chủ động, có trách nhiệm, có nhiệm vụ, chịu trách nhiệm, căn cứ, tiếp tục, tăng cường, xây dựng, thực hiện,
        triển khai, hướng dẫn, tham mưu, theo dõi, đôn đốc, kiểm tra, chỉ đạo, báo cáo, tổng hợp, bố trí, rà soát, phổ biến,
        quán triệt, tuyên truyền, gửi, cung cấp, cử, đăng tải, quan tâm, ưu tiên, là, được, đã, chưa, trình, thẩm định, cân đối, kiện toàn,
        đẩy mạnh, nâng cao, hỗ trợ, huy động, vận động, tham gia, phát động, lồng ghép, phân công, ban hành, lập, chuẩn bị,
        đề xuất, nghiên cứu, cập nhật, phải, cần, khẩn trương, nghiêm túc, kịp thời, thường xuyên, định kỳ, trực tiếp, trên cơ sở,
        trong phạm vi, để, nhằm, khi, đảm bảo, bảo đảm, duy trì, ứng dụng, khai thác, đưa, coi, xác định, phát huy, đổi mới,
        chấp hành, tập trung, giao, yêu cầu, đề nghị, tổ chức, giám sát, thống nhất, quyết định, phê duyệt, tiếp nhận, đánh giá,
        rút kinh nghiệm, tích cực, đầu mối, làm đầu mối, làm, có, sẽ, sử dụng, quản lý, thống kê, thanh tra, xử lý, giải quyết,
        theo chức năng, theo nhiệm vụ, theo quy định, theo thẩm quyền, theo phân cấp, theo kế hoạch, theo địa bàn, tạo điều kiện, ngoài, với, về, từ, đăng ký, khảo sát, hoàn thiện, hoàn thành, thành lập,
        sơ kết, tổng kết, mở, nắm, dành, in, nhân rộng, ổn định, vào, tiến hành, lãnh đạo, lựa chọn, chọn, điều chỉnh, đẩy nhanh,
        cùng tham gia, bồi dưỡng, tập huấn, đào tạo, biên soạn, kết nối, chia sẻ, ký kết, quy định, tuyển dụng,
        xem xét, chăm lo, đồng hành, thực hành, phát hiện, ngăn chặn, nộp, kê khai, hợp đồng, điều phối, ra quân, tránh, khắc phục\
        """);

    /** After one of these "tổ chức" is a body, not an act: "các tổ chức chính trị - xã hội". */
    private static final List<String> BEFORE_BODY = List.of("các ", "mỗi ", "những ", ", ", "và ", "của ", "một số ");

    private static final Phrases NOT_ACTS = Phrases.of("""
        tổ chức chính trị, tổ chức xã hội, tổ chức đoàn thể, tổ chức hội, tổ chức đảng, tổ chức thành viên, tổ chức công đoàn,
        tổ chức kinh tế, tổ chức cung cấp, tổ chức quốc tế, tổ chức phi chính phủ, tổ chức có liên quan, tổ chức liên quan,
        tổ chức tôn giáo, đầu tư xây dựng, đầu tư phát triển, quản lý nhà nước, quản lý dự án, thông tin đại chúng, thông tin truyền thông, thông tin điện tử,
        có liên quan, có thẩm quyền, được giao, được phân công, được lựa chọn, có chức năng, tổ chức cán bộ, tổ chức chính trị - xã hội,
        thông tin cơ sở, được ủy quyền, tham gia phối hợp\
        """);

    private UnitReader() {}

    /**
     * Who a sentence is about.
     *
     * @param units as printed, apart
     * @param end where what they do begins
     * @param acts true when a verb or a colon follows, false when the text is nothing but the units
     */
    record Subject(List<String> units, int end, boolean acts) {}

    /** The units a text begins with; null when it begins with something else. */
    static @Nullable Subject subject(String text, String lower) {
        var head = REQUESTS.match(lower, 0);
        int from = head == null ? 0 : Words.skipSpaces(lower, head.length());
        if (head == null && CIRCUMSTANCES.match(lower, 0) != null) from = afterCircumstance(text, lower);
        if (from < 0 || !Units.isHeadAt(text, lower, from)) return null;
        // a small letter begins a unit only where something asks for it: "yêu cầu các phòng"
        if (from == 0 && Words.startsLowerCase(text)) return null;
        int end = listEnd(text, lower, from);
        if (end <= from) return null;
        var units = Units.split(withoutParentheses(text.substring(from, end)));
        if (units.isEmpty()) return null;
        int next = Words.skipSpaces(text, end);
        boolean acts = next < text.length() && (text.charAt(next) != '.' && text.charAt(next) != ';');
        return acts || next >= text.length() - 2 ? new Subject(units, next, acts) : null;
    }

    private static int afterCircumstance(String text, String lower) {
        int limit = Math.min(lower.length(), 250);
        for (int comma = lower.indexOf(','); comma >= 0 && comma < limit; comma = lower.indexOf(',', comma + 1)) {
            int next = Words.skipSpaces(lower, comma + 1);
            if (next >= text.length() || Actions.isVerbAt(lower, next)) return -1;
            boolean named = Character.isUpperCase(text.charAt(next)) && Units.isHeadAt(text, lower, next);
            if (named || Words.at(lower, next, "các") && Units.isHeadAt(text, lower, next)) return next;
        }
        return -1;
    }

    /** The units after "phối hợp (chặt chẽ) (với)" in the opening clause; empty when it names none. */
    static List<String> coordinating(String text, String lower) {
        int first = Words.find(lower, "phối hợp", 0);
        if (first < 0) return List.of();
        int clauseEnd = clauseEnd(text);
        for (int at = first; at >= 0 && at < clauseEnd; at = Words.find(lower, "phối hợp", at + 1)) {
            if (isNoun(lower, at)) continue;
            int from = afterCoordination(lower, at + "phối hợp".length());
            if (!Units.isHeadAt(text, lower, from)) return List.of();
            int end = listEnd(text, lower, from);
            return end <= from
                    ? List.of()
                    : Units.split(withoutParentheses(text.substring(from, Math.min(end, clauseEnd))));
        }
        return List.of();
    }

    /** "quy chế phối hợp", "công tác phối hợp", "sự phối hợp", "đơn vị phối hợp" speak of it, they do not order it. */
    private static boolean isNoun(String lower, int at) {
        for (var noun : List.of("quy chế ", "công tác ", "sự ", "cơ chế ", "quy trình ", "thống nhất ", "kế hoạch "))
            if (lower.startsWith(noun, at - noun.length())) return true;
        return false;
    }

    private static int afterCoordination(String lower, int from) {
        int at = Words.skipSpaces(lower, from);
        for (var adverb :
                List.of("chặt chẽ", "đồng bộ", "hiệu quả", "tốt", "thường xuyên", "cùng", "với", "cùng với", "giữa"))
            if (Words.at(lower, at, adverb)) at = Words.skipSpaces(lower, at + adverb.length());
        return at;
    }

    /** The opening clause ends at the first semicolon or full stop outside brackets. */
    private static int clauseEnd(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') depth++;
            else if (c == ')') depth = Math.max(0, depth - 1);
            else if (depth == 0 && c == ';') return i;
            else if (depth == 0 && c == '.' && i > 4 && i + 1 < text.length() && text.charAt(i + 1) == ' ') return i;
        }
        return text.length();
    }

    /** Where a list of units that begins at {@code from} ends: at a predicate, a colon, a semicolon's clause, a full stop. */
    static int listEnd(String text, String lower, int from) {
        int limit = Math.min(text.length(), from + LONGEST_LIST);
        int depth = 0;
        int at = from;
        while (at < limit) {
            char c = text.charAt(at);
            if (c == '(') depth++;
            else if (c == ')') depth = Math.max(0, depth - 1);
            else if (depth == 0) {
                var notAct = NOT_ACTS.match(lower, at);
                if (notAct != null && Words.beginsWord(text, at)) {
                    at += notAct.length();
                    continue;
                }
                if (c == ':' || c == '.' && isEnd(text, at)) return at;
                if (c == ';' && !Units.isHeadAt(text, lower, Words.skipSpaces(text, at + 1))) return at;
                if (at > from && isPredicate(text, lower, at) && !isPartOfName(lower, from, at))
                    return trimmed(text, from, at);
            }
            at = Words.isWordChar(c) ? Words.wordEnd(text, at) : at + 1;
        }
        return at >= text.length() ? text.length() : -1;
    }

    private static boolean isEnd(String text, int at) {
        return at + 1 >= text.length() || text.charAt(at + 1) == ' ' || text.charAt(at + 1) == '/';
    }

    private static boolean isPredicate(String text, String lower, int at) {
        if (!Character.isLowerCase(text.charAt(at)) || !Words.beginsWord(text, at)) return false;
        if (PREDICATES.match(lower, at) == null) return false;
        if (!Words.at(lower, at, "tổ chức")) return true;
        for (var before : BEFORE_BODY) if (lower.startsWith(before, at - before.length())) return false;
        return true;
    }

    /** "Đơn vị duy trì thoát nước trên địa bàn Thành phố": what the one unit does is its name. */
    private static boolean isPartOfName(String lower, int from, int at) {
        return at - from < 9 && (Words.at(lower, from, "đơn vị") || Words.at(lower, from, "cơ quan"));
    }

    private static int trimmed(String text, int from, int end) {
        int i = end;
        while (i > from && " ,".indexOf(text.charAt(i - 1)) >= 0) i--;
        return i;
    }

    static String withoutParentheses(String text) {
        if (text.indexOf('(') < 0) return text;
        var plain = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') depth++;
            if (depth == 0) plain.append(c);
            if (c == ')') depth = Math.max(0, depth - 1);
        }
        return plain.toString().replace("  ", " ").replace(" ,", ",").strip();
    }

    /** "Sở Y tế", "Đề nghị Ủy ban …", "Sở Nội vụ (cơ quan thường trực):": a heading that is its units and nothing more. */
    static List<String> ofHeading(String text, String lower) {
        var subject = subject(text, lower);
        if (subject == null) return List.of();
        var directed = directed(text, lower, subject.end());
        return directed.isEmpty() ? subject.units() : directed;
    }

    /** "Sở A chỉ đạo Chi cục B thực hiện": the work is B's. */
    private static List<String> directed(String text, String lower, int from) {
        if (!Words.at(lower, from, "chỉ đạo") && !Words.at(lower, from, "giao")) return List.of();
        int at = Words.skipSpaces(lower, from + (Words.at(lower, from, "giao") ? 4 : 7));
        if (!Units.isHeadAt(text, lower, at) || !Character.isUpperCase(text.charAt(at))) return List.of();
        int end = listEnd(text, lower, at);
        return end <= at ? List.of() : new ArrayList<>(Units.split(withoutParentheses(text.substring(at, end))));
    }
}
