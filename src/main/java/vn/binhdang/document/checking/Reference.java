package vn.binhdang.document.checking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.WorkingDays;
import vn.binhdang.kernel.DataTable;

/**
 * What the rules compare a document with: the tables of {@code src/main/resources/data}, each row with its source, and
 * the abbreviations that the agency itself has laid down.
 *
 * @param pointLetters the letters of điểm in their order: a, b, c, d, đ, e, g …
 * @param abbreviations those of the agency's own table; empty when it is not known, and then nothing is said of them
 */
record Reference(
        List<DocumentType> types,
        List<Instrument> instruments,
        List<Programme> programmes,
        List<EndedAgency> endedAgencies,
        List<String> pointLetters,
        List<Limit> limits,
        List<BodyFont> fonts,
        List<DeputyTitle> deputies,
        WorkingDays workingDays,
        Set<String> abbreviations) {

    /** A type of article 7 with its abbreviation of annex III; null for công văn, whose symbol has none. */
    record DocumentType(
            @Nullable String abbreviation,
            String name,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** A legal instrument whose validity was read in a source; {@code endedOn} is the first day without force. */
    record Instrument(
            String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate endedOn,
            @Nullable String replacedBy) {}

    /** Numbers of decisions repeat every year, so the year of issue belongs to the identity. */
    record Programme(String number, int issuedYear, String name, int firstYear, int lastYear) {}

    /** @param takesOverAll the successor stands for the whole of it, so that the name can be replaced without asking */
    record EndedAgency(
            String name,
            List<String> keys,
            LocalDate endedOn,
            @Nullable String successor,
            boolean takesOverAll) {}

    /** A measure of the page and what it may be, both ends included. */
    record Limit(
            String part,
            double least,
            double most,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record BodyFont(
            String name,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** "Bộ trưởng" and "Thứ trưởng". */
    record DeputyTitle(String head, String deputy) {}

    private static final Reference STANDARD = load();

    static Reference standard() {
        return STANDARD;
    }

    Reference withAbbreviations(Set<String> known) {
        return new Reference(
                types,
                instruments,
                programmes,
                endedAgencies,
                pointLetters,
                limits,
                fonts,
                deputies,
                workingDays,
                Set.copyOf(known));
    }

    /** The type of a name on a day; empty for names and days that the table does not know. */
    Optional<DocumentType> type(String name, LocalDate day) {
        String key = Words.key(name);
        return types.stream()
                .filter(type -> Words.key(type.name).equals(key) && holds(type.validFrom, type.validTo, day))
                .findFirst();
    }

    /** The type of an abbreviation as printed in a symbol ("KH", also "Kh"). */
    Optional<DocumentType> typeOfAbbreviation(String printed, LocalDate day) {
        return types.stream()
                .filter(type -> printed.equalsIgnoreCase(type.abbreviation) && holds(type.validFrom, type.validTo, day))
                .findFirst();
    }

    Optional<Instrument> instrument(String number) {
        String key = number(number);
        return instruments.stream()
                .filter(one -> number(one.number).equals(key))
                .findFirst();
    }

    Optional<Limit> limit(String part, LocalDate day) {
        return limits.stream()
                .filter(limit -> limit.part.equals(part) && holds(limit.validFrom, limit.validTo, day))
                .findFirst();
    }

    boolean allowsFont(String name, LocalDate day) {
        String letters = Words.letters(name);
        var allowed = fonts.stream()
                .filter(font -> holds(font.validFrom, font.validTo, day))
                .toList();
        return allowed.isEmpty() || allowed.stream().anyMatch(font -> letters.startsWith(Words.letters(font.name)));
    }

    /** A number as it is compared: "13 / 2023/NĐ-CP" and "13/2023/nđ-cp" are one. */
    static String number(String printed) {
        var key = new StringBuilder(printed.length());
        for (char c : printed.toUpperCase(Locale.ROOT).toCharArray())
            if (!Character.isWhitespace(c)) key.append(c == '–' ? '-' : c);
        return key.toString();
    }

    private static boolean holds(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    private static Reference load() {
        return new Reference(
                DataTable.read(
                        "data/document-types.csv",
                        List.of("abbreviation", "name", "valid_from", "valid_to", "source"),
                        row -> new DocumentType(
                                row.optionalText("abbreviation"),
                                row.text("name"),
                                row.optionalDate("valid_from"),
                                row.optionalDate("valid_to"))),
                DataTable.read(
                        "data/legal-instruments.csv",
                        List.of(
                                "number",
                                "type",
                                "name",
                                "issuer",
                                "issued_on",
                                "in_force_from",
                                "ended_on",
                                "replaced_by",
                                "source"),
                        row -> new Instrument(
                                row.text("number"),
                                row.optionalDate("issued_on"),
                                row.optionalDate("ended_on"),
                                row.optionalText("replaced_by"))),
                DataTable.read(
                        "data/programmes.csv",
                        List.of("number", "issued_year", "name", "first_year", "last_year", "source"),
                        row -> new Programme(
                                row.text("number"),
                                row.number("issued_year"),
                                row.text("name"),
                                row.number("first_year"),
                                row.number("last_year"))),
                DataTable.read(
                        "data/agencies-ended.csv",
                        List.of("name", "other_names", "ended_on", "successor", "takes_over_all", "source"),
                        Reference::endedAgency),
                DataTable.read(
                        "data/point-letters.csv", List.of("position", "letter", "source"), row -> row.text("letter")),
                DataTable.read(
                        "data/layout-limits.csv",
                        List.of("part", "least", "most", "unit", "valid_from", "valid_to", "source"),
                        row -> new Limit(
                                row.text("part"),
                                row.number("least"),
                                row.number("most"),
                                row.optionalDate("valid_from"),
                                row.optionalDate("valid_to"))),
                DataTable.read(
                        "data/body-fonts.csv",
                        List.of("font", "valid_from", "valid_to", "source"),
                        row -> new BodyFont(
                                row.text("font"), row.optionalDate("valid_from"), row.optionalDate("valid_to"))),
                DataTable.read(
                        "data/deputy-titles.csv",
                        List.of("head", "deputy", "source"),
                        row -> new DeputyTitle(row.text("head"), row.text("deputy"))),
                WorkingDays.standard(),
                Set.of());
    }

    private static EndedAgency endedAgency(DataTable.Row row) {
        var keys = new ArrayList<String>();
        keys.add(Words.key(row.text("name")));
        row.list("other_names").forEach(name -> keys.add(Words.key(name)));
        return new EndedAgency(
                row.text("name"),
                List.copyOf(keys),
                row.date("ended_on"),
                row.optionalText("successor"),
                row.yes("takes_over_all"));
    }
}
