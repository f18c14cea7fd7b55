package vn.binhdang.statistics.collection.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.binhdang.organisation.sheet.SheetBook;
import vn.binhdang.statistics.FormShape;
import vn.binhdang.statistics.collection.FigureText;
import vn.binhdang.statistics.collection.Layout;

/**
 * Reads the cells of a filled-in form: numbers as Excel keeps them, what was typed as text as the page reads it
 * ({@link FigureText}), and what a formula last came to.
 */
final class AnswerReader {
    /** What does not apply to the unit, as the statistical yearbooks print it. */
    static final String NOT_APPLICABLE = "x";

    private static final Set<String> NOT_APPLICABLE_WORDS =
            Set.of("n/a", "na", "kad", "không áp dụng", "not applicable");

    /** A binary fraction of Excel's has 15 digits that mean something: 0.1 + 0.2 is stored with 17. */
    private static final MathContext EXCEL = new MathContext(15);

    private static final int MOST_WHOLE_DIGITS = 15;

    private AnswerReader() {}

    /** An answer within what the form and the element allow. */
    static Answer read(SheetBook.Value cell, Layout.Cell asked, FormShape.Slot slot) {
        return read(
                cell, asked.decimals(), higher(asked.lowest(), slot.lowest()), lower(asked.highest(), slot.highest()));
    }

    /** Whether a figure is within what the form and the element allow. */
    static boolean holds(long value, Layout.Cell asked, FormShape.Slot slot) {
        var lowest = higher(asked.lowest(), slot.lowest());
        var highest = lower(asked.highest(), slot.highest());
        return (lowest == null || value >= lowest) && (highest == null || value <= highest);
    }

    private static @Nullable Long higher(@Nullable Long a, @Nullable Long b) {
        return a == null ? b : b == null ? a : Long.valueOf(Math.max(a, b));
    }

    private static @Nullable Long lower(@Nullable Long a, @Nullable Long b) {
        return a == null ? b : b == null ? a : Long.valueOf(Math.min(a, b));
    }

    /**
     * @param lowest in units of the decimals, as is the highest; null for no limit
     */
    static Answer read(SheetBook.Value cell, int decimals, @Nullable Long lowest, @Nullable Long highest) {
        String text = cell.text().strip();
        return within(
                switch (cell.kind()) {
                    case NUMBER -> number(text, decimals);
                    case FORMULA -> text.isEmpty() ? Answer.wrong("formula") : workedOut(text, decimals);
                    case ERROR -> Answer.wrong("error", shortened(text));
                    case DATE -> Answer.wrong("date", shortened(text));
                    case TEXT -> typed(text, decimals);
                },
                decimals,
                lowest,
                highest);
    }

    private static Answer typed(String text, int decimals) {
        if (NOT_APPLICABLE_WORDS.contains(text.toLowerCase(Locale.ROOT))) return Answer.NOT_APPLICABLE;
        return switch (FigureText.read(text, decimals)) {
            case FigureText.Missing _ -> Answer.NOTHING;
            case FigureText.NotApplicable _ -> Answer.NOT_APPLICABLE;
            case FigureText.Value value -> new Answer.Number(value.value());
            case FigureText.Unclear unclear ->
                new Answer.Wrong(unclear.key(), java.util.List.of(shortened(text), decimals));
        };
    }

    /** A formula's result is a number as Excel keeps it, or a text. */
    private static Answer workedOut(String text, int decimals) {
        return text.matches("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?") ? number(text, decimals) : typed(text, decimals);
    }

    private static Answer number(String text, int decimals) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) {
            return new Answer.Wrong(
                    "statistics.collection.unclear.number", java.util.List.of(shortened(text), decimals));
        }
        if (Math.abs((long) number.scale()) > 400 || number.precision() - (long) number.scale() > MOST_WHOLE_DIGITS)
            return Answer.wrong("large");
        // What lies beyond the fifteen digits is noise of binary fractions.
        var meant = number.round(EXCEL);
        var scaled = meant.movePointRight(decimals);
        if (scaled.stripTrailingZeros().scale() > 0)
            return decimals == 0
                    ? Answer.wrong("whole", plain(meant))
                    : Answer.wrong("decimals", plain(meant), decimals);
        if (scaled.abs().compareTo(BigDecimal.valueOf(1_000_000_000_000_000L)) > 0) return Answer.wrong("large");
        return new Answer.Number(scaled.longValueExact());
    }

    private static Answer within(Answer answer, int decimals, @Nullable Long lowest, @Nullable Long highest) {
        if (!(answer instanceof Answer.Number number)) return answer;
        if (lowest != null && number.scaled() < lowest)
            return Answer.wrong(
                    "low", BigDecimal.valueOf(number.scaled(), decimals), BigDecimal.valueOf(lowest, decimals));
        if (highest != null && number.scaled() > highest)
            return Answer.wrong(
                    "high", BigDecimal.valueOf(number.scaled(), decimals), BigDecimal.valueOf(highest, decimals));
        return answer;
    }

    private static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale()), RoundingMode.UNNECESSARY)
                .toPlainString()
                .replace('.', ',');
    }

    private static String shortened(String words) {
        return words.length() <= 40 ? words : words.substring(0, 39) + "…";
    }
}
