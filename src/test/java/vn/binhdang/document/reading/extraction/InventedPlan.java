package vn.binhdang.document.reading.extraction;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;

/** One short plan of an invented province, written in every format; read back, it has the same lines in all of them. */
final class InventedPlan {
    /** Left and right column of the head, then the rest from top to bottom. */
    static final List<String> LINES = List.of(
            "UBND tỉnh Sông Lam",
            "Sở Khoa học và Công nghệ",
            "Số: 12/KH-SKHCN",
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
            "Độc lập - Tự do - Hạnh phúc",
            "Sông Lam, ngày 05 tháng 3 năm 2026",
            "Kế hoạch",
            "Thực hiện công tác bình đẳng giới năm 2026",
            "I. Mục đích, yêu cầu",
            "1. Nâng cao nhận thức của công chức, viên chức",
            "2. Thu hẹp khoảng cách giới trong cơ quan",
            "II. Nội dung thực hiện",
            "1. Văn phòng chủ trì tập huấn trước ngày 15/6/2026",
            "a) Mời báo cáo viên của Sở Nội vụ",
            "b) Gửi tài liệu tới từng phòng",
            "2. Truyền thông trong Tháng hành động",
            "- Treo băng rôn tại trụ sở",
            "- Đăng bài trên trang thông tin điện tử",
            "Nguyễn Thị Ước");

    private static final int HEAD = 6;
    private static final int LEFT = 3;

    private InventedPlan() {}

    static String text() {
        return String.join("\r\n", LINES) + "\r\n";
    }

    /** Numbers typed by hand. */
    static byte[] plainDocx() {
        var body = new StringBuilder(headTable());
        for (String line : LINES.subList(HEAD, LINES.size())) body.append(DocxFile.p(line));
        return new DocxFile().body(body.toString()).bytes();
    }

    /** Numbers drawn by Word. */
    static byte[] numberedDocx() {
        var body = new StringBuilder(headTable());
        for (String line : LINES.subList(HEAD, LINES.size())) body.append(numbered(line));
        return new DocxFile().body(body.toString()).numbering(NUMBERING).bytes();
    }

    private static String headTable() {
        var table = new StringBuilder("<w:tbl><w:tr><w:tc>");
        for (String line : LINES.subList(0, LEFT)) table.append(DocxFile.p(line));
        table.append("</w:tc><w:tc>");
        for (String line : LINES.subList(LEFT, HEAD)) table.append(DocxFile.p(line));
        return table.append("</w:tc></w:tr></w:tbl>").toString();
    }

    private static final String NUMBERING = "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "upperRoman", "%1.")
            + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)") + "</w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"1\">" + level(0, "bullet", "\uF02D") + "</w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>";

    static String level(int at, String format, String text) {
        return "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/></w:lvl>"
                .formatted(at, format, text);
    }

    private static String numbered(String line) {
        String text = line.substring(line.indexOf(' ') + 1);
        if (line.matches("[IV]+\\. .*")) return DocxFile.p(DocxFile.list(1, 0), text);
        if (line.matches("\\d\\. .*")) return DocxFile.p(DocxFile.list(1, 1), text);
        if (line.matches("[a-z]\\) .*")) return DocxFile.p(DocxFile.list(1, 2), text);
        if (line.startsWith("- ")) return DocxFile.p(DocxFile.list(2, 0), text);
        return DocxFile.p(line);
    }

    static byte[] html(Charset charset) {
        var page = new StringBuilder("<html><head><meta charset=\"" + charset + "\"><title>Trang</title></head><body>");
        page.append("<table><tr><td>");
        for (String line : LINES.subList(0, LEFT))
            page.append("<p>").append(line).append("</p>\n");
        page.append("</td><td>");
        for (String line : LINES.subList(LEFT, HEAD))
            page.append("<p>").append(line).append("</p>\n");
        page.append("</td></tr></table>");
        for (String line : LINES.subList(HEAD, LINES.size()))
            page.append("<p><span>").append(line.replace(" ", "\n ")).append("</span></p>");
        String text = page.append("</body></html>").toString();
        return (charset.equals(WINDOWS_1258) ? tonesApart(text) : text).getBytes(charset);
    }

    static byte[] pdf() {
        var file = new PdfFile();
        for (int i = 0; i < LEFT; i++) file.text(32, 25 + 6 * i, LINES.get(i));
        for (int i = LEFT; i < HEAD; i++) file.text(110, 25 + 6 * (i - LEFT), LINES.get(i));
        for (int i = HEAD; i < LINES.size(); i++) file.text(30, 30 + 6 * i, LINES.get(i));
        return file.bytes();
    }

    static byte[] markdown() {
        var text = new StringBuilder("| " + String.join("<br>", LINES.subList(0, LEFT)) + " | "
                + String.join("<br>", LINES.subList(LEFT, HEAD)) + " |\n|---|---|\n\n");
        for (String line : LINES.subList(HEAD, LINES.size())) {
            if (line.startsWith("I"))
                text.append("## **").append(line.replace(".", "\\.")).append("**\n\n");
            else text.append(line.replace("-", "\\-")).append("\n\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

    static byte[] windows1258() {
        return tonesApart(text()).getBytes(WINDOWS_1258);
    }

    /** As Windows-1258 has it: the letter with its hat or horn, then the tone. */
    private static String tonesApart(String text) {
        var apart = new StringBuilder();
        text.codePoints().forEach(letter -> {
            String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
            String tone = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            apart.append(Normalizer.normalize(parts.replace(tone, ""), Normalizer.Form.NFC))
                    .append(tone);
        });
        return apart.toString();
    }

    /** TCVN3 has no capitals with tones (its fonts for capitals draw the small letters large), so small ones stand in. */
    static byte[] tcvn3() {
        var bytes = new java.io.ByteArrayOutputStream();
        text().codePoints().forEach(letter -> {
            int at = TCVN3.indexOf(letter);
            int small = TCVN3.indexOf(Character.toLowerCase(letter));
            bytes.write(at >= 0 ? TCVN3_CODES[at] : small >= 0 ? TCVN3_CODES[small] : letter);
        });
        return bytes.toByteArray();
    }

    private static final String TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
    private static final int[] TCVN3_CODES = {
        0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xB5, 0xB6, 0xB7, 0xB8,
        0xB9, 0xBB, 0xBC, 0xBD, 0xBE, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3,
        0xD4, 0xD5, 0xD6, 0xD7, 0xD8, 0xDC, 0xDD, 0xDE, 0xDF, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9,
        0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC,
        0xFD, 0xFE
    };

    static byte[] vni() {
        var western = new StringBuilder();
        text().codePoints().forEach(letter -> western.append(vni(Character.toString(letter))));
        return western.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static final Map<String, String> VNI_LETTERS = Map.ofEntries(
            Map.entry("đ", "ñ"),
            Map.entry("Đ", "Ñ"),
            Map.entry("ơ", "ô"),
            Map.entry("Ơ", "Ô"),
            Map.entry("ư", "ö"),
            Map.entry("Ư", "Ö"),
            Map.entry("í", "í"),
            Map.entry("ì", "ì"),
            Map.entry("ỉ", "æ"),
            Map.entry("ĩ", "ó"),
            Map.entry("ị", "ò"),
            Map.entry("ỵ", "î"));

    private static final Map<String, String> VNI_MARKS = Map.ofEntries(
            Map.entry("\u0301", "ù"),
            Map.entry("\u0300", "ø"),
            Map.entry("\u0309", "û"),
            Map.entry("\u0303", "õ"),
            Map.entry("\u0323", "ï"),
            Map.entry("\u0302", "â"),
            Map.entry("\u0302\u0301", "á"),
            Map.entry("\u0302\u0300", "à"),
            Map.entry("\u0302\u0309", "å"),
            Map.entry("\u0302\u0303", "ã"),
            Map.entry("\u0323\u0302", "ä"),
            Map.entry("\u0306", "ê"),
            Map.entry("\u0306\u0301", "é"),
            Map.entry("\u0306\u0300", "è"),
            Map.entry("\u0306\u0309", "ú"),
            Map.entry("\u0306\u0303", "ü"),
            Map.entry("\u0323\u0306", "ë"));

    private static String vni(String letter) {
        if (VNI_LETTERS.containsKey(letter)) return VNI_LETTERS.get(letter);
        String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
        String horned = parts.contains("\u031B")
                ? vni(Normalizer.normalize(parts.substring(0, 1) + "\u031B", Normalizer.Form.NFC))
                : parts.substring(0, 1);
        String marks = parts.substring(1).replace("\u031B", "");
        return horned + VNI_MARKS.getOrDefault(marks, "");
    }
}
