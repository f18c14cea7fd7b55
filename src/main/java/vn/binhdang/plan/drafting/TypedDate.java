package vn.binhdang.plan.drafting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date as people type it: 5/4/2025, 05-04-2025, 05.04.2025, 05042025 or, from other programs, 2025-04-05. */
public sealed interface TypedDate {
    /** @param day null when nothing was typed */
    record Day(@Nullable LocalDate day) implements TypedDate {}

    /** @param messageKey what is wrong; it names what was typed */
    record Wrong(String messageKey) implements TypedDate {}

    DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\s?[/.\\-]\\s?(\\d{1,2})\\s?[/.\\-]\\s?(\\d{4})");
    Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
    Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    static TypedDate of(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) return new Day(null);
        for (var pattern : new Pattern[] {DAY_FIRST, DIGITS, YEAR_FIRST}) {
            var parts = pattern.matcher(text);
            if (!parts.matches()) continue;
            int first = Integer.parseInt(parts.group(1));
            int last = Integer.parseInt(parts.group(3));
            try {
                int month = Integer.parseInt(parts.group(2));
                return new Day(
                        pattern == YEAR_FIRST ? LocalDate.of(first, month, last) : LocalDate.of(last, month, first));
            } catch (DateTimeException e) {
                return new Wrong("plan.drafting.date.none");
            }
        }
        return new Wrong("plan.drafting.date.shape");
    }

    static String printed(@Nullable LocalDate day) {
        return day == null ? "" : PRINTED.format(day);
    }
}
