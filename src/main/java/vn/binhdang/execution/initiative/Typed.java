package vn.binhdang.execution.initiative;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;
import vn.binhdang.execution.Mended;

/** What was typed into a form. Everything that has to be mended is collected, then {@link #check} says it all at once. */
final class Typed {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final String WHOLE = "\\d{1,3}(\\.\\d{3}){1,4}|\\d{1,15}";

    private final Map<String, String> sent;
    private final Map<String, String> mistakes = new LinkedHashMap<>();

    Typed(Map<String, String> sent) {
        this.sent = sent;
    }

    String words(String field) {
        return Normalizer.normalize(sent.getOrDefault(field, "").strip(), Normalizer.Form.NFC);
    }

    String text(String field, int longest) {
        String words = words(field);
        if (words.length() > longest) wrong(field, "execution.initiative.mend.long");
        return words;
    }

    String needed(String field, int longest) {
        String words = text(field, longest);
        if (words.isEmpty()) wrong(field, "execution.initiative.mend.empty");
        return words;
    }

    @Nullable
    LocalDate day(String field) {
        String typed = words(field);
        if (typed.isEmpty()) return null;
        var day = TypedDay.readNear(typed).orElse(null);
        if (day == null) wrong(field, "execution.initiative.mend.day");
        return day;
    }

    /** A day far in the past stands in for what is wrong until {@link #check} refuses it. */
    LocalDate neededDay(String field) {
        var day = day(field);
        if (day == null) wrong(field, "execution.initiative.mend.day");
        return day == null ? FIRST : day;
    }

    /** "1.234,5"; null for nothing typed, which is "not measured". */
    @Nullable
    BigDecimal number(String field) {
        String typed = words(field);
        if (typed.isEmpty()) return null;
        if (!typed.matches("-?(" + WHOLE + ")(,\\d{1,6})?")) {
            wrong(field, "execution.initiative.mend.number");
            return null;
        }
        return new BigDecimal(typed.replace(".", "").replace(',', '.'));
    }

    /** "12.500.000", in đồng. */
    @Nullable
    Long money(String field) {
        String typed = words(field);
        if (typed.isEmpty()) return null;
        if (!typed.matches(WHOLE)) {
            wrong(field, "execution.initiative.mend.money");
            return null;
        }
        return Long.valueOf(typed.replace(".", ""));
    }

    /** -1, the version of nothing, when the field was tampered with. */
    int version() {
        try {
            return Integer.parseInt(words("version"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    void wrong(String field, String key) {
        mistakes.putIfAbsent(field, key);
    }

    /** @throws Mended when something has to be mended */
    void check() {
        if (!mistakes.isEmpty()) throw new Mended(mistakes);
    }

    static String print(@Nullable LocalDate day) {
        return TypedDay.print(day);
    }

    /** "1.234,5"; nothing for nothing. */
    static String print(@Nullable Number number) {
        if (number == null) return "";
        var signs = new DecimalFormatSymbols(Locale.ROOT);
        signs.setGroupingSeparator('.');
        signs.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.######", signs).format(number);
    }
}
