package vn.binhdang.document.checking;

import static vn.binhdang.document.checking.Say.error;
import static vn.binhdang.document.checking.Say.mended;
import static vn.binhdang.document.checking.Say.warning;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.PartialDate;
import vn.binhdang.document.Finding;
import vn.binhdang.document.Finding.Severity;
import vn.binhdang.document.SourceText;
import vn.binhdang.document.SourceText.Format;

/** The heading: national name and motto, agency, number and symbol, place and date, type and subject (annex I, part II). */
final class HeaderRules {
    private static final String NATIONAL_NAME = "cộnghòaxãhộichủnghĩaviệtnam";
    private static final String MOTTO = "độclậptựdohạnhphúc";
    private static final Pattern SINGLE_DIGIT = Pattern.compile("[1-9]");
    private static final Pattern SYMBOL_YEAR = Pattern.compile("^\\d{4}/");

    private HeaderRules() {}

    /** Annex I part II.1: every document carries "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM". */
    static Stream<Finding> nationalName(CheckedDocument checked) {
        return missingInHead(checked, NATIONAL_NAME, "nationalNameMissing");
    }

    /** Annex I part II.1: below it stands "Độc lập - Tự do - Hạnh phúc". */
    static Stream<Finding> nationalMotto(CheckedDocument checked) {
        return missingInHead(checked, MOTTO, "nationalMottoMissing");
    }

    /** Annex I part II.2: the issuing agency is named. Silent where the reader already proposed one. */
    static Stream<Finding> issuingAgency(CheckedDocument checked) {
        return checked.document().issuingAgency() != null || checked.alreadyRead("agencyMissing", "agencyInferred")
                ? Stream.empty()
                : Stream.of(warning("issuerMissing", null));
    }

    /**
     * Article 15: number and date are given when the document is issued. A draft has none yet, so there it is only a
     * reminder: "Số:      /KH-SKHCN".
     */
    static Stream<Finding> number(CheckedDocument checked) {
        if (checked.document().number() != null
                || !checked.issued() && checked.alreadyRead("numberMissing", "symbolMissing")) return Stream.empty();
        return Stream.of(Finding.of(
                checked.issued() ? Severity.ERROR : Severity.WARNING, "document.checking.numberMissing", null));
    }

    /** Article 15 again: "Bắc Giang, ngày      tháng 4 năm 2024" is a draft. */
    static Stream<Finding> day(CheckedDocument checked) {
        PartialDate date = checked.document().date();
        if ((date != null && date.complete().isPresent())
                || !checked.issued() && checked.alreadyRead("dayMissing", "monthMissing", "yearMissing", "dateMissing"))
            return Stream.empty();
        return Stream.of(
                Finding.of(checked.issued() ? Severity.ERROR : Severity.WARNING, "document.checking.dayMissing", null));
    }

    /** Annex I part II.3: numbers below 10 get a leading 0, "Số: 05/KH-SKHCN". */
    static Stream<Finding> numberWithoutZero(CheckedDocument checked) {
        String number = checked.document().number();
        if (number == null || !SINGLE_DIGIT.matcher(number).matches()) return Stream.empty();
        return Stream.of(mended(
                warning("numberWithoutZero", symbolLine(checked), number, "0" + number), "number", "0" + number));
    }

    /**
     * Annex I part II.4: days below 10 and the months 1 and 2 get a leading 0, "ngày 05 tháng 01 năm 2020". The date
     * itself is right, so there is nothing to mend: our own writer prints it so.
     */
    static Stream<Finding> dateWithoutZero(CheckedDocument checked) {
        PartialDate date = checked.document().date();
        if (date == null || date.year() == null || date.month() == null || date.day() == null) return Stream.empty();
        if (date.day() >= 10 && date.month() > 2) return Stream.empty();
        var wrong = Pattern.compile(", ?ngày\\s{1,3}(0?%d)\\s{1,3}tháng\\s{1,3}(0?%d)\\s{1,3}năm\\s{1,3}%d"
                .formatted(date.day(), date.month(), date.year()));
        for (SourceText.Line line : checked.head()) {
            var printed = wrong.matcher(line.text());
            if (!printed.find()) continue;
            boolean day = date.day() < 10 && printed.group(1).length() == 1;
            boolean month = date.month() <= 2 && printed.group(2).length() == 1;
            return day || month
                    ? Stream.of(warning(
                            "dateWithoutZero",
                            line.number(),
                            "%02d".formatted(date.day()),
                            date.month() <= 2 ? "%02d".formatted(date.month()) : String.valueOf(date.month())))
                    : Stream.empty();
        }
        return Stream.empty();
    }

    /** Annex I part II.5: a document has a name of its type; the symbol tells which, "KH-…" is a kế hoạch. */
    static Stream<Finding> type(CheckedDocument checked) {
        if (checked.document().documentType() != null || checked.alreadyRead("typeMissing")) return Stream.empty();
        Finding missing = warning("typeMissing", symbolLine(checked));
        String first = typeGroup(checked);
        return Stream.of(
                first == null
                        ? missing
                        : checked.reference()
                                .typeOfAbbreviation(first, checked.lawDay())
                                .map(type -> mended(missing, "documentType", type.name()))
                                .orElse(missing));
    }

    /** Annex I part II.5: below the type (in a công văn below the number) a subject says what it is about. */
    static Stream<Finding> subject(CheckedDocument checked) {
        return checked.document().subjectLine() != null || checked.alreadyRead("subjectMissing")
                ? Stream.empty()
                : Stream.of(warning("subjectMissing", null));
    }

    /**
     * Annex III: the symbol begins with the abbreviation of the type; a công văn has none. "KẾ HOẠCH" with "/BC-SNV" is
     * one of the two mistyped, and which one only a person can tell. The numbers of Party bodies ("12-KH/ĐU") follow
     * rules of their own.
     */
    static Stream<Finding> typeAndSymbol(CheckedDocument checked) {
        var document = checked.document();
        String group = typeGroup(checked);
        boolean partyNumber =
                document.number() != null && document.number().chars().anyMatch(c -> c == '-');
        if (group == null || document.documentType() == null || partyNumber) return Stream.empty();
        var type = checked.reference().type(document.documentType(), checked.lawDay());
        if (type.isEmpty() || group.equalsIgnoreCase(type.get().abbreviation())) return Stream.empty();
        boolean otherType =
                checked.reference().typeOfAbbreviation(group, checked.lawDay()).isPresent();
        if (type.get().abbreviation() == null && !otherType) return Stream.empty();
        return Stream.of(error(
                type.get().abbreviation() == null ? "letterWithTypeSymbol" : "typeAndSymbolDisagree",
                symbolLine(checked),
                document.documentType(),
                String.valueOf(document.symbol()),
                String.valueOf(type.get().abbreviation())));
    }

    /**
     * Annex I part II.3: the abbreviations in a symbol are those that the head of the agency laid down. "KH-KHCN" in an
     * agency that writes SKHCN.
     */
    static Stream<Finding> abbreviations(CheckedDocument checked) {
        var known = checked.reference().abbreviations();
        String symbol = checked.document().symbol();
        if (known.isEmpty() || symbol == null) return Stream.empty();
        String group = typeGroup(checked);
        return Stream.of(SYMBOL_YEAR.matcher(symbol).replaceFirst("").split("-"))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !known.contains(part))
                .filter(part -> !part.equals(group)
                        || checked.reference()
                                .typeOfAbbreviation(part, checked.lawDay())
                                .isEmpty())
                .map(part -> warning("abbreviationUnknown", symbolLine(checked), part, symbol));
    }

    /** "KH" of "KH-SKHCN", "QĐ" of "2024/QĐ-UBND"; null without a symbol. */
    private static @Nullable String typeGroup(CheckedDocument checked) {
        String symbol = checked.document().symbol();
        if (symbol == null) return null;
        return SYMBOL_YEAR.matcher(symbol).replaceFirst("").split("-", 2)[0].strip();
    }

    private static @Nullable Integer symbolLine(CheckedDocument checked) {
        String symbol = checked.document().symbol();
        return symbol == null ? null : checked.headLine("/" + symbol);
    }

    /**
     * A text copied from a screen often lost its heading on the way, which is no error of the document; a file that still
     * has its layout shows what was printed.
     */
    private static Stream<Finding> missingInHead(CheckedDocument checked, String letters, String code) {
        var source = checked.source();
        if (source == null || source.lines().isEmpty() || checked.alreadyRead("nationalNameMissing"))
            return Stream.empty();
        String head =
                checked.head().stream().map(line -> Words.letters(line.text())).collect(Collectors.joining());
        if (head.contains(letters)) return Stream.empty();
        boolean plain = source.format() == Format.TEXT || source.format() == Format.MARKDOWN;
        return Stream.of(plain ? warning(code, 1) : error(code, 1));
    }
}
