package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;

/** Names of public bodies as they stand in headers, and what such a name begins with. */
final class Agencies {
    private static final Phrases HEADS = Phrases.of("""
        ủy ban, uỷ ban, ubnd, hđnd, hội đồng, bộ, sở, ban, tổng cục, cục, chi cục, vụ, văn phòng, trường, trung tâm, phòng,
        hội, đảng ủy, đảng uỷ, đảng bộ, tỉnh ủy, tỉnh uỷ, thành ủy, thành uỷ, huyện ủy, huyện uỷ, quận ủy, quận uỷ,
        chi bộ, đoàn, tỉnh đoàn, thành đoàn, huyện đoàn, viện, bệnh viện, công ty, tổng công ty, tập đoàn, công an,
        tòa án, toà án, bảo hiểm xã hội, kho bạc, ngân hàng, học viện, đại học, công đoàn, liên đoàn, mặt trận,
        thanh tra, đài, báo, quỹ, trạm, chính phủ, thủ tướng chính phủ, quốc hội, kiểm toán, liên minh, hợp tác xã,
        bộ chỉ huy, bộ tư lệnh, thông tấn xã, chi nhánh, đội, tổ công tác, liên hiệp, xí nghiệp, mttq, ubmttq,
        bch, bchqs, bảo tàng, thư viện, nhà văn hóa, nhà thiếu nhi, hạt kiểm lâm, thường trực, tiểu ban\
        """);

    /** A line that ends so goes on in the next one, whatever that begins with. */
    private static final List<String> OPEN_ENDS = List.of(" và", ",", " của", " -", " –", " thuộc", " về");

    /** Words that look like a body's and are not. */
    private static final Phrases NOT_HEADS = Phrases.of("""
        ban hành, bộ luật, bộ tiêu chí, bộ máy, bộ phận, bộ chỉ số, bộ nhận diện, trường hợp, hội nghị, hội thảo, hội thi,
        phòng chống, phòng ngừa, báo cáo, viện dẫn, viện trợ, đoàn kết, đội ngũ, quỹ đất, bộ đề, trạm bơm, vụ việc, vụ án,
        công tác, bộ hồ sơ, ban đầu\
        """);

    private Agencies() {}

    static boolean isHead(String text) {
        return isHeadAt(Words.lower(text), 0);
    }

    static boolean isHeadAt(String lower, int at) {
        return HEADS.match(lower, at) != null && !onlyLooksLikeHead(lower, at);
    }

    static boolean onlyLooksLikeHead(String lower, int at) {
        return NOT_HEADS.match(lower, at) != null || lower.startsWith("phòng, ", at);
    }

    /** Header lines joined into names: a line that begins no new body continues the one before ("TỈNH BẮC GIANG"). */
    static List<String> join(List<String> lines) {
        var names = new ArrayList<String>();
        for (var line : lines) {
            if (names.isEmpty() || begins(names.getLast(), line)) names.add(line);
            else names.set(names.size() - 1, names.getLast() + " " + line);
        }
        return names;
    }

    private static boolean begins(String before, String line) {
        var lowerBefore = Words.lower(before);
        for (var end : OPEN_ENDS) if (lowerBefore.endsWith(end)) return false;
        // "ỦY BAN" / "MẶT TRẬN TỔ QUỐC", "TRƯỜNG" / "ĐẠI HỌC …", "HỘI" / "LIÊN HIỆP PHỤ NỮ": a lone first word
        if (lowerBefore.indexOf(' ') < 0 || lowerBefore.equals("ủy ban") || lowerBefore.equals("uỷ ban"))
            return lowerBefore.equals("ubnd");
        return isHead(line);
    }
}
