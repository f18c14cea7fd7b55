package vn.binhdang.statistics.collection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.binhdang.web.Text;

/**
 * A figure as people type or paste it: "1.234,5" as it is written here, "1234.5" and "1,234.5" as programs write it. What
 * could be either is asked about, never guessed. {@code entering.js} reads in the same way.
 */
public final class FigureText {
    /** Beyond this a sum of the country could leave 64 bits. */
    private static final long MOST = 1_000_000_000_000_000L;

    private static final Pattern PLAIN = Pattern.compile("-?\\d+");
    private static final Pattern COMMA_LAST = Pattern.compile("-?(\\d+|[1-9]\\d{0,2}(\\.\\d{3})+),\\d+");
    private static final Pattern POINT_LAST = Pattern.compile("-?(\\d+|[1-9]\\d{0,2}(,\\d{3})+)\\.\\d+");
    private static final Pattern POINTS = Pattern.compile("-?[1-9]\\d{0,2}(\\.\\d{3})+");
    private static final Pattern COMMAS = Pattern.compile("-?[1-9]\\d{0,2}(,\\d{3}){2,}");

    private static final DecimalFormatSymbols VIETNAMESE = signs('.', ',');
    private static final DecimalFormatSymbols ENGLISH = signs(',', '.');

    private FigureText() {}

    /** What was typed. */
    public sealed interface Typed {}

    /** Nothing: the figure is missing. */
    public record Missing() implements Typed {}

    /** "x": the question does not apply to this unit. */
    public record NotApplicable() implements Typed {}

    /** @param value in units of the element's decimals */
    public record Value(long value) implements Typed {}

    /** @param key of the sentence that says what to type instead; {0} what was typed, {1} decimals */
    public record Unclear(String key) implements Typed {}

    public static Typed read(String typed, int decimals) {
        String text = typed.replaceAll("[\\s\\u00a0\\u202f]+", "").replace('\u2212', '-');
        if (text.isEmpty()) return new Missing();
        if (text.equalsIgnoreCase("x")) return new NotApplicable();
        if (text.matches("[-.\u2013\u2014\u2026]+")) return new Unclear("statistics.collection.unclear.dash");
        if (text.matches("\\(.+\\)")) text = "-" + text.substring(1, text.length() - 1);
        String digits;
        if (PLAIN.matcher(text).matches()) {
            digits = text;
        } else if (POINTS.matcher(text).matches()) {
            // With three decimals "1.234" could be either; with fewer it can only be one thousand.
            if (decimals >= 3 && text.indexOf('.') == text.lastIndexOf('.'))
                return new Unclear("statistics.collection.unclear.point");
            digits = text.replace(".", "");
        } else if (COMMAS.matcher(text).matches()) {
            digits = text.replace(",", "");
        } else if (COMMA_LAST.matcher(text).matches()) {
            // "1,234" is a thousand for an English Excel and little more than one here.
            if (decimals < 3 && text.matches("-?[1-9]\\d{0,2},\\d{3}"))
                return new Unclear("statistics.collection.unclear.comma");
            digits = text.replace(".", "").replace(',', '.');
        } else if (POINT_LAST.matcher(text).matches()) {
            digits = text.replace(",", "");
        } else {
            return new Unclear("statistics.collection.unclear.number");
        }
        return scaled(new BigDecimal(digits), decimals);
    }

    private static Typed scaled(BigDecimal number, int decimals) {
        if (number.stripTrailingZeros().scale() > decimals)
            return new Unclear(
                    decimals == 0 ? "statistics.collection.unclear.whole" : "statistics.collection.unclear.decimals");
        var scaled = number.movePointRight(decimals);
        if (scaled.abs().compareTo(BigDecimal.valueOf(MOST)) > 0)
            return new Unclear("statistics.collection.unclear.large");
        return new Value(scaled.setScale(0, RoundingMode.UNNECESSARY).longValueExact());
    }

    /** "1.234,5", with decimals only where there are any, and always so that it is read as the same figure. */
    public static String print(long value, int decimals) {
        String printed = format("#,##0.######", VIETNAMESE).format(BigDecimal.valueOf(value, decimals));
        return decimals >= 3 && printed.matches("-?\\d{1,3}\\.\\d{3}") ? printed + ",0" : printed;
    }

    /** As it is read on a page: "1.234,5", on an English one "1,234.5". */
    public static String print(long value, int decimals, Text t) {
        return isEnglish(t) ? t.number(BigDecimal.valueOf(value, decimals)) : print(value, decimals);
    }

    /**
     * As it stands in a field to be changed, and always so that it is read as the same figure. On an English page without
     * groups, since "1,234" is asked about.
     */
    public static String typed(long value, int decimals, Text t) {
        if (!isEnglish(t)) return print(value, decimals);
        String printed = format("0.######", ENGLISH).format(BigDecimal.valueOf(value, decimals));
        return decimals >= 3 && printed.matches("-?\\d{1,3}\\.\\d{3}") ? printed + "0" : printed;
    }

    /** "42,9" of a part of a whole that is not 0, rounded half up. */
    public static String percent(long part, long whole, Text t) {
        return format("#,##0.0", isEnglish(t) ? ENGLISH : VIETNAMESE)
                .format(BigDecimal.valueOf(100)
                        .multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }

    private static boolean isEnglish(Text t) {
        return t.language().equals("en");
    }

    private static DecimalFormat format(String pattern, DecimalFormatSymbols signs) {
        return new DecimalFormat(pattern, signs);
    }

    private static DecimalFormatSymbols signs(char groups, char decimals) {
        var signs = new DecimalFormatSymbols(Locale.ROOT);
        signs.setGroupingSeparator(groups);
        signs.setDecimalSeparator(decimals);
        return signs;
    }
}
