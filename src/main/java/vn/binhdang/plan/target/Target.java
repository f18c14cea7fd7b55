package vn.binhdang.plan.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.binhdang.kernel.DataTable;
import vn.binhdang.web.Text;

/**
 * A target (chỉ tiêu) that a strategy or programme sets. Only a verified one is official; the others were not compared
 * with the text of the document and are shown with that mark.
 *
 * @param code never changes: links keep it
 * @param number as printed in the document ("6.2")
 * @param lastYear of the document's period
 * @param unit empty where the target is something to be reached, not measured
 * @param in2025 null where it sets nothing for that year
 * @param words that suggest it for a purpose or task; the product's own, no part of the document
 * @param recordedOn day on which the row was taken over from its source
 */
record Target(
        String code,
        String documentType,
        String documentNumber,
        LocalDate issuedOn,
        int lastYear,
        String number,
        String objective,
        String name,
        String nameInEnglish,
        String unit,
        @Nullable Bound in2025,
        @Nullable Bound in2030,
        boolean verified,
        List<String> words,
        String source,
        LocalDate recordedOn) {

    /**
     * @param sign ">=", ">", "<=", "<", "=", or "~" for about
     * @param value "62.5", "10-15", "đạt"
     * @param inEnglish of what is no number; empty where it is one
     */
    record Bound(String sign, String value, String inEnglish) {
        private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

        String printed(Text t) {
            String words = t.language().equals("en") && !inEnglish.isEmpty()
                    ? inEnglish
                    : NUMBER.matcher(value).replaceAll(number -> t.number(new BigDecimal(number.group())));
            return switch (sign) {
                case ">=" -> "≥ " + words;
                case "<=" -> "≤ " + words;
                case "=" -> words;
                case "~" -> "≈ " + words;
                default -> sign + " " + words;
            };
        }
    }

    Target {
        words = List.copyOf(words);
    }

    static final List<Target> ALL = DataTable.read(
            "data/strategy-targets.csv",
            List.of(
                    "code",
                    "document_type",
                    "document_number",
                    "issued_on",
                    "last_year",
                    "number",
                    "objective",
                    "name",
                    "name_en",
                    "unit",
                    "sign_2025",
                    "value_2025",
                    "sign_2030",
                    "value_2030",
                    "value_en",
                    "verified",
                    "words",
                    "source",
                    "recorded_on"),
            Target::of);

    static Optional<Target> find(String code) {
        return ALL.stream().filter(target -> target.code.equals(code)).findFirst();
    }

    private static Target of(DataTable.Row row) {
        return new Target(
                row.text("code"),
                row.text("document_type"),
                row.text("document_number"),
                row.date("issued_on"),
                row.number("last_year"),
                row.text("number"),
                row.text("objective"),
                row.text("name"),
                row.text("name_en"),
                Objects.requireNonNullElse(row.optionalText("unit"), ""),
                bound(row, "2025"),
                bound(row, "2030"),
                row.yes("verified"),
                row.list("words"),
                row.text("source"),
                row.date("recorded_on"));
    }

    private static @Nullable Bound bound(DataTable.Row row, String year) {
        String value = row.optionalText("value_" + year);
        return value == null
                ? null
                : new Bound(
                        row.text("sign_" + year), value, Objects.requireNonNullElse(row.optionalText("value_en"), ""));
    }
}
