package vn.binhdang.document.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.document.Signature;

/** The words of a signature: capacity (KT., TM. …), offices, the name of a person. */
final class Signers {
    /** Compared without diacritics: a scanned "GIÁM ĐÓC" is a director. */
    private static final Phrases OFFICES = Phrases.of(Words.bare("""
        chủ tịch, phó chủ tịch, quyền chủ tịch, giám đốc, phó giám đốc, tổng giám đốc, phó tổng giám đốc, bộ trưởng,
        thứ trưởng, thủ tướng, phó thủ tướng, cục trưởng, phó cục trưởng, tổng cục trưởng, phó tổng cục trưởng,
        chi cục trưởng, phó chi cục trưởng, vụ trưởng, phó vụ trưởng, chánh văn phòng, phó chánh văn phòng,
        phó văn phòng, chánh thanh tra, phó chánh thanh tra, trưởng phòng, phó trưởng phòng, phó phòng, hiệu trưởng,
        phó hiệu trưởng, viện trưởng, phó viện trưởng, trưởng ban, phó trưởng ban, phó ban, bí thư, phó bí thư,
        tổng biên tập, phó tổng biên tập, trưởng khoa, trưởng đoàn, chỉ huy trưởng, phó chỉ huy trưởng, chính ủy, chánh án,
        phó chánh án, chủ nhiệm, phó chủ nhiệm, trưởng trạm, đội trưởng, thủ trưởng, tổ trưởng, tư lệnh, phó tư lệnh,
        tổng thư ký, trưởng công an, phó trưởng công an, tổng kiểm toán nhà nước, thống đốc, phó thống đốc,
        ủy viên, uỷ viên, trưởng tiểu ban, phó trưởng tiểu ban, phó trưởng đoàn, chủ trì, thư ký\
        """));

    private static final List<String> CAPACITIES =
            List.of("TUQ", "TM", "KT", "TL", "Q", "T/M", "K/T", "T/L", "TUN", "TMBCH");

    private static final Set<String> SURNAMES = Set.of(
            "NGUYỄN", "TRẦN", "LÊ", "PHẠM", "HOÀNG", "HUỲNH", "PHAN", "VŨ", "VÕ", "ĐẶNG", "BÙI", "ĐỖ", "HỒ", "NGÔ",
            "DƯƠNG", "LÝ", "ĐINH", "TRƯƠNG", "ĐOÀN", "LƯƠNG", "MAI", "TRỊNH", "ĐÀO", "TÔ", "CAO", "TẠ", "HÀ", "LƯU",
            "THÁI", "QUÁCH");

    private static final Phrases HONOURS = Phrases.of(
            "gs, pgs, ts, ths, bs, bsckii, bscki, ks, đại tá, thượng tá, trung tá, thiếu tướng, trung tướng, thiếu tá,"
                    + " cn");

    private Signers() {}

    static boolean isOffice(String text) {
        return OFFICES.startsWith(Words.bare(Words.lower(text)));
    }

    /** "KT. GIÁM ĐỐC", "TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH": capitals that begin with a capacity or an office. */
    static boolean isSignatureLine(String text) {
        return text.length() < 90 && Words.isUpperCase(text) && (capacity(text) != null || isOffice(text));
    }

    /** The capacity a line begins with, as printed; null when it begins with none. */
    static @Nullable String capacity(String text) {
        for (var capacity : CAPACITIES)
            if (text.startsWith(capacity)
                    && text.length() > capacity.length()
                    && ". ".indexOf(text.charAt(capacity.length())) >= 0) return capacity;
        return null;
    }

    /** "Triệu Ngọc Trung", with or without honours: two to six words, each with a capital, nothing else. */
    static boolean isName(String text) {
        return name(text) != null;
    }

    static @Nullable String name(String text) {
        if (text.length() > 50) return null;
        var printed = text.strip();
        var rest = withoutHonours(printed);
        var words = rest.split(" ", -1);
        if (words.length < 2 || words.length > 6) return null;
        if (Words.isUpperCase(rest) && !SURNAMES.contains(words[0])) return null;
        for (var word : words) {
            if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) return null;
            for (int i = 1; i < word.length(); i++)
                if (!Character.isLetter(word.charAt(i)) && "’'-".indexOf(word.charAt(i)) < 0) return null;
        }
        var lower = Words.lower(rest);
        return Agencies.isHeadAt(lower, 0) && !SURNAMES.contains(words[0].toUpperCase(java.util.Locale.ROOT))
                        || OFFICES.startsWith(Words.bare(lower))
                        || lower.startsWith("nơi nhận")
                ? null
                : printed;
    }

    private static String withoutHonours(String text) {
        var rest = text;
        for (int rounds = 0; rounds < 4; rounds++) {
            var honour = HONOURS.match(Words.lower(rest), 0);
            if (honour == null) return rest;
            int from = honour.length();
            while (from < rest.length() && " .,".indexOf(rest.charAt(from)) >= 0) from++;
            rest = rest.substring(from);
        }
        return rest;
    }

    /**
     * The parts of a signature. With two capacities ("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH") the first is the
     * capacity and the second stays in what stands beside it, so that nothing printed is lost.
     */
    static @Nullable Signature signature(List<String> lines, @Nullable String name) {
        var all = String.join(" ", lines).strip();
        if (all.isEmpty()) return name == null ? null : new Signature(null, null, null, name);
        var capacity = capacity(all);
        if (capacity == null) return new Signature(null, null, all, name);
        int from = capacity.length();
        while (from < all.length() && ". ".indexOf(all.charAt(from)) >= 0) from++;
        int title = lastOffice(all, from);
        boolean alone = title <= from;
        var beside = (alone ? all.substring(from) : all.substring(from, title)).strip();
        return new Signature(
                capacity.replace("/", ""),
                beside,
                alone ? null : all.substring(title).strip(),
                name);
    }

    private static int lastOffice(String text, int from) {
        var lower = Words.bare(Words.lower(text));
        int last = -1;
        var starts = new ArrayList<Integer>();
        for (int at = OFFICES.find(lower, from); at >= 0; at = OFFICES.find(lower, at + 1)) {
            var office = OFFICES.match(lower, at);
            if (office == null) break;
            starts.add(at);
            at += office.length() - 1;
        }
        // "KT. CHỦ TỊCH" alone names the office stood in for, not the signer's
        if (!starts.isEmpty()) last = starts.getLast();
        return last;
    }
}
