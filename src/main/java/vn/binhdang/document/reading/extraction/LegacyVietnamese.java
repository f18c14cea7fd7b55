package vn.binhdang.document.reading.extraction;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The encodings of Vietnamese before Unicode. TCVN3 (fonts ".VnTime") and VNI (fonts "VNI-Times") put Vietnamese letters
 * where Western ones belong, so their text arrives as Western letters: "KÕ ho¹ch", "Keá hoaïch". Found by trying: the
 * reading in which the commonest words of an official document appear is the right one.
 */
enum LegacyVietnamese {
    TCVN3("TCVN3 (ABC)") {
        @Override
        String toUnicode(String western) {
            var text = new StringBuilder(western.length());
            for (int i = 0; i < western.length(); i++) {
                char c = western.charAt(i);
                char letter = c >= TCVN3_FROM && c < TCVN3_FROM + TCVN3_LETTERS.length()
                        ? TCVN3_LETTERS.charAt(c - TCVN3_FROM)
                        : c;
                text.append(letter == ' ' ? c : letter);
            }
            return text.toString();
        }
    },

    VNI("VNI") {
        @Override
        String toUnicode(String western) {
            var text = new StringBuilder(western.length() + 16);
            for (int i = 0; i < western.length(); i++) {
                char c = western.charAt(i);
                String mark = i > 0 && isVniBase(western.charAt(i - 1)) ? vniMark(Character.toLowerCase(c)) : "";
                if (mark.isEmpty()) text.append(vniLetter(c));
                else text.append(mark);
            }
            return Normalizer.normalize(text, Normalizer.Form.NFC);
        }
    };

    private static final char TCVN3_FROM = 0xA1;

    /** The letters of codes A1 to FE; a blank where the code stands for itself. */
    private static final String TCVN3_LETTERS =
            "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽ" + "éẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

    /** Western letters before which a text is not worth trying. */
    private static final int FEWEST_WESTERN = 8;

    private static final int SAMPLE = 20_000;
    private static final int FEWEST_KNOWN_WORDS = 4;

    private static final Set<String> COMMON_WORDS = Set.of(
            "và", "của", "các", "công", "tác", "thực", "hiện", "bình", "đẳng", "giới", "năm", "kế", "hoạch", "nhân",
            "dân", "tỉnh", "ngày", "tháng", "phòng", "sở", "về", "được", "trong", "với", "cán", "bộ", "chức", "đơn",
            "vị", "nội", "cộng", "hòa", "xã", "hội", "chủ", "nghĩa", "việt", "độc", "lập", "tự", "hạnh", "phúc", "căn",
            "cứ", "luật", "nghị", "định", "quyết", "số", "ủy", "phụ", "nữ", "triển", "khai", "tổ", "báo", "cáo", "nơi",
            "nhận", "lưu", "giám", "đốc", "văn", "trưởng", "phó", "tịch", "hợp", "phối", "trì");

    private final String shownName;

    LegacyVietnamese(String shownName) {
        this.shownName = shownName;
    }

    String shownName() {
        return shownName;
    }

    /** Text of this encoding, decoded as if it were Western, to Unicode. */
    abstract String toUnicode(String western);

    /** The encoding in which the text makes sense; empty when it makes sense as it is, or in none. */
    static Optional<LegacyVietnamese> of(CharSequence text) {
        if (!looksWestern(text)) return Optional.empty();
        String sample = text.subSequence(0, Math.min(text.length(), SAMPLE)).toString();
        LegacyVietnamese best = null;
        int most = Math.max(FEWEST_KNOWN_WORDS, knownWords(sample) + 1);
        for (var encoding : values()) {
            int known = knownWords(encoding.toUnicode(sample));
            if (known >= most) {
                best = encoding;
                most = known + 1;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Many letters of the Western half and next to none that only Vietnamese has. */
    private static boolean looksWestern(CharSequence text) {
        int western = 0;
        int vietnamese = 0;
        int end = Math.min(text.length(), SAMPLE);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0xA1) continue;
            if (c <= 0xFF) western++;
            else if (c >= 0x1EA0 && c <= 0x1EF9 || c == 'ư' || c == 'ơ' || c == 'đ' || c == 'ă') vietnamese++;
        }
        return western >= FEWEST_WESTERN && vietnamese * 20 < western;
    }

    /** How many of the commonest words the text contains, each as often as it stands there. */
    static int knownWords(String text) {
        int known = 0;
        int start = -1;
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i <= lower.length(); i++) {
            boolean letter = i < lower.length() && Character.isLetter(lower.charAt(i));
            if (letter && start < 0) start = i;
            if (!letter && start >= 0) {
                if (COMMON_WORDS.contains(lower.substring(start, i))) known++;
                start = -1;
            }
        }
        return known;
    }

    private static boolean isVniBase(char c) {
        return "aeouyôöAEOUYÔÖ".indexOf(c) >= 0;
    }

    /** Combining marks that a VNI code after a vowel stands for; empty when it is a letter of its own. */
    private static String vniMark(char c) {
        return switch (c) {
            case 'ù' -> "\u0301";
            case 'ø' -> "\u0300";
            case 'û' -> "\u0309";
            case 'õ' -> "\u0303";
            case 'ï' -> "\u0323";
            case 'â' -> "\u0302";
            case 'á' -> "\u0302\u0301";
            case 'à' -> "\u0302\u0300";
            case 'å' -> "\u0302\u0309";
            case 'ã' -> "\u0302\u0303";
            case 'ä' -> "\u0302\u0323";
            case 'ê' -> "\u0306";
            case 'é' -> "\u0306\u0301";
            case 'è' -> "\u0306\u0300";
            case 'ú' -> "\u0306\u0309";
            case 'ü' -> "\u0306\u0303";
            case 'ë' -> "\u0306\u0323";
            default -> "";
        };
    }

    private static char vniLetter(char c) {
        return switch (c) {
            case 'ô' -> 'ơ';
            case 'Ô' -> 'Ơ';
            case 'ö' -> 'ư';
            case 'Ö' -> 'Ư';
            case 'ñ' -> 'đ';
            case 'Ñ' -> 'Đ';
            case 'æ' -> 'ỉ';
            case 'Æ' -> 'Ỉ';
            case 'ó' -> 'ĩ';
            case 'Ó' -> 'Ĩ';
            case 'ò' -> 'ị';
            case 'Ò' -> 'Ị';
            case 'î' -> 'ỵ';
            case 'Î' -> 'Ỵ';
            default -> c;
        };
    }
}
