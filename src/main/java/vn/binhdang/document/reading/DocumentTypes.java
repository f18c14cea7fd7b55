package vn.binhdang.document.reading;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of documents by name and by the abbreviation in their symbol (Decree 30/2020, annex III), with those of law
 * and of the Party that administrative documents cite.
 */
final class DocumentTypes {
    static final String LETTER = "Công văn";

    /** Printed as a title of their own, abbreviation where annex III has one. */
    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    /** Cited, but not a title of a document read here, or a longer name of one. */
    private static final String[] CITED_ONLY = {
        "Bộ luật",
        "Luật",
        "Pháp lệnh",
        "Hiến pháp",
        "Lệnh",
        "Công văn",
        "Văn bản",
        "Văn bản hợp nhất",
        "Thông tri",
        "Thông tư liên tịch",
        "Nghị quyết liên tịch",
        "Thông báo kết luận",
        "Kế hoạch hành động",
        "Kế hoạch phối hợp",
        "Chương trình hành động",
        "Chương trình phối hợp",
        "Quy chế phối hợp",
        "Kết luận",
        "Điều lệ",
        "Thông báo",
        "Đề cương",
        "Quy hoạch",
        "Tờ trình",
        "Báo cáo",
        "Giấy phép",
        "Hợp đồng",
        "Thỏa thuận"
    };

    static {
        var titles = "Nghị quyết NQ, Quyết định QĐ, Chỉ thị CT, Quy chế QC, Quy định QyĐ, Thông cáo TC, Thông báo TB,"
                + " Hướng dẫn HD, Chương trình CTr, Kế hoạch KH, Phương án PA, Đề án ĐA, Dự án DA, Báo cáo BC,"
                + " Biên bản BB, Tờ trình TTr, Hợp đồng HĐ, Công điện CĐ, Bản ghi nhớ BGN, Bản thỏa thuận BTT,"
                + " Giấy ủy quyền GUQ, Giấy mời GM, Giấy giới thiệu GGT, Giấy nghỉ phép GNP, Phiếu gửi PG,"
                + " Phiếu chuyển PC, Phiếu báo PB, Thư công -, Nghị định NĐ, Thông tư TT, Kết luận KL, Quy trình QT,"
                + " Chiến lược CL, Nội quy NQy, Kế hoạch hành động KHHĐ, Chương trình hành động CTrHĐ,"
                + " Chương trình công tác -, Kế hoạch phối hợp KHPH, Quy chế phối hợp QCPH, Thông báo kết luận -,"
                + " Thư kêu gọi -, Lời kêu gọi -";
        for (var title : titles.split(",")) {
            int gap = title.strip().lastIndexOf(' ');
            TITLES.put(title.strip().substring(0, gap), title.strip().substring(gap + 1));
        }
    }

    private static final Phrases NAMES = Phrases.of(names());

    /** Titles by their bare letters, so that "KẺ HOẠCH" in a scanned text is still a Kế hoạch. */
    private static final Map<String, String> BY_BARE_NAME = new HashMap<>();

    static {
        for (var title : TITLES.keySet()) BY_BARE_NAME.put(Words.bare(Words.lower(title)), title);
    }

    private static final Phrases BARE_NAMES = Phrases.of(BY_BARE_NAME.keySet());

    private DocumentTypes() {}

    private static Iterable<String> names() {
        var names = new java.util.LinkedHashSet<String>();
        TITLES.keySet().forEach(name -> names.add(Words.lower(name)));
        for (var name : CITED_ONLY) names.add(Words.lower(name));
        return names;
    }

    /** The type whose name is this line and nothing else ("KẾ HOẠCH", "QUYẾT ĐỊNH :"); null when it is none. */
    static @Nullable String named(String line) {
        if (line.length() > 30 || line.length() < 5) return null;
        return BY_BARE_NAME.get(Words.bare(Words.lower(Words.withoutEndMark(line))));
    }

    /** The type that begins this line of capitals ("KẾ HOẠCH TRIỂN KHAI …"); null when none does. */
    static @Nullable String beginning(String line) {
        if (line.length() > 400 || !Words.isUpperCase(line)) return null;
        var name = BARE_NAMES.match(Words.bare(Words.lower(line)), 0);
        return name == null ? null : BY_BARE_NAME.get(name);
    }

    /** The type its symbol tells: "KH-SKHCN" is a Kế hoạch, "KH/TU" too; null for a letter's symbol. */
    static @Nullable String ofSymbol(String symbol) {
        int end = 0;
        while (end < symbol.length() && Character.isLetter(symbol.charAt(end))) end++;
        if (end == symbol.length()) return null;
        for (var title : TITLES.entrySet())
            if (title.getValue().length() == end && symbol.startsWith(title.getValue())) return title.getKey();
        return null;
    }

    /** The name of a cited document's type at this place; null when there is none. */
    static @Nullable String citedAt(String lower, int at) {
        return NAMES.match(lower, at);
    }

    static String capitalised(String lower) {
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
