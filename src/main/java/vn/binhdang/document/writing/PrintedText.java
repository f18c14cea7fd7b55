package vn.binhdang.document.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.AdministrativeDocument;
import vn.binhdang.document.Signature;

/** The fixed words of Decree 30 and how values are put into them. These words belong to the document, not to the pages. */
final class PrintedText {
    private PrintedText() {}

    static final String NATIONAL_TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    static final String LETTER_SUBJECT = "V/v ";
    static final String ADDRESSEES = "Kính gửi:";
    static final String RECIPIENTS = "Nơi nhận:";
    static final String END_OF_TEXT = "./.";
    static final String LETTER = "Công văn";
    static final String ANNEX = "Phụ lục";

    private static final Locale VIETNAMESE = Locale.of("vi");

    /** Room for what is written in at issue: by hand, by stamp, or by the electronic system. */
    private static final String BLANK = " ".repeat(7);

    /** "ỦY BAN NHÂN DÂN KT. CHỦ TỊCH": each capacity of a chain has a line of its own. */
    private static final Pattern NEXT_CAPACITY = Pattern.compile(" +(?=(KT|TL|TUQ|TM|Q)\\. )");

    private static final List<String> ROMAN_UNITS = List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX");
    private static final List<String> ROMAN_TENS = List.of("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC");

    static String upper(String text) {
        return text.toUpperCase(VIETNAMESE);
    }

    /** "Số: 05/KH-SKHCN"; a draft keeps the room for its number: "Số:       /KH-SKHCN". */
    static String number(AdministrativeDocument document) {
        return "Số:" + (document.number() == null ? BLANK : " ") + reference(document);
    }

    /** "05/KH-SKHCN", "/KH-SKHCN" */
    static String reference(AdministrativeDocument document) {
        var number = document.number() == null ? "" : twoDigits(document.number());
        var symbol = document.symbol() == null ? "" : document.symbol();
        return number + "/" + symbol;
    }

    /**
     * Days below 10 and the months January and February get a leading zero, other months do not (annex I part II.4).
     *
     * @return "Bắc Giang, ngày 05 tháng 4 năm 2024"; what is not known yet is left open
     */
    static String placeAndDate(@Nullable String place, @Nullable PartialDate date) {
        return (place == null ? "" : place + ", ") + date(date);
    }

    private static String date(@Nullable PartialDate date) {
        var day = date == null ? null : date.day();
        var month = date == null ? null : date.month();
        var year = date == null ? null : date.year();
        var printedMonth = month == null ? BLANK : month < 3 ? " 0" + month + " " : " " + month + " ";
        return "ngày" + (day == null ? BLANK : " %02d ".formatted(day)) + "tháng" + printedMonth + "năm"
                + (year == null ? BLANK : " " + year);
    }

    /** Number below 10 gets a leading zero (annex I part II.3). */
    private static String twoDigits(String number) {
        return number.matches("[1-9]") ? "0" + number : number;
    }

    /** Puts a semicolon behind each and a full stop behind the last; marks already there are not doubled. */
    static List<String> listed(List<String> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> ended(items.get(i), i == items.size() - 1))
                .toList();
    }

    private static String ended(String item, boolean last) {
        var bare = item.strip().replaceFirst("[;,\\s]+$", "");
        // "Thực hiện Công văn số …, Sở báo cáo như sau:" announces the text and keeps its colon
        if (bare.endsWith(":")) return bare;
        if (!last) return bare + ";";
        return bare.endsWith(".") ? bare : bare + ".";
    }

    /** Closes the text of the document: "… theo quy định./." */
    static String closed(String text) {
        var bare = text.strip();
        if (bare.endsWith(END_OF_TEXT)) return bare;
        return bare.replaceFirst("[.;,\\s]+$", "") + END_OF_TEXT;
    }

    /** "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"; an acting head has one line, "Q. GIÁM ĐỐC". */
    static List<String> offices(Signature signature) {
        var lines = new ArrayList<String>();
        if (signature.onBehalfOf() != null) lines.addAll(List.of(NEXT_CAPACITY.split(upper(signature.onBehalfOf()))));
        if (signature.title() != null) lines.add(upper(signature.title()));
        var capacity = signature.capacity();
        if (capacity == null) return lines;
        var prefix = capacity.endsWith(".") ? capacity : capacity + ".";
        if (lines.isEmpty()) return List.of(prefix);
        lines.set(0, prefix + " " + lines.get(0));
        return lines;
    }

    /** "(Kèm theo Kế hoạch số 05/KH-SKHCN ngày 05 tháng 4 năm 2024 của …)" */
    static String annexOrigin(AdministrativeDocument document) {
        var type = document.documentType() == null ? LETTER : document.documentType();
        var issuer = document.issuingAgency() == null ? "" : " của " + document.issuingAgency();
        var room = document.number() == null ? BLANK : " ";
        return "Kèm theo " + type + " số" + room + reference(document) + " "
                + date(document.date()).stripTrailing() + issuer;
    }

    static String bracketed(String text) {
        return (text.startsWith("(") ? "" : "(") + text + (text.endsWith(")") ? "" : ")");
    }

    /** For annexes without a label: more than a document ever has would repeat the tens. */
    static String roman(int number) {
        return "C".repeat(number / 100) + ROMAN_TENS.get(number / 10 % 10) + ROMAN_UNITS.get(number % 10);
    }
}
