package vn.binhdang.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day as people here write it, in a field of text: a browser's own date field shows the order of the browser's language,
 * so 03/04 would be March for one and April for the other.
 */
public final class TypedDay {
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private TypedDay() {}

    /**
     * @param typed "01/7/2026", or "2026-07-01" as programs and kept addresses send it
     * @return empty for what is no day, 31/02/2026 too
     */
    public static Optional<LocalDate> read(String typed) {
        String day = typed.strip();
        try {
            return Optional.of(day.contains("-") ? LocalDate.parse(day) : LocalDate.parse(day, TYPED));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** "01/07/2026"; empty for none. */
    public static String print(@Nullable LocalDate day) {
        return day == null ? "" : PRINTED.format(day);
    }
}
