package vn.binhdang.execution.oversight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** A day as it is typed (05/4/2026), or as a date field of a browser sends it (2026-04-05). */
final class TypedDay {
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private TypedDay() {}

    /** Empty for what is no day. */
    static Optional<LocalDate> read(String typed) {
        String day = typed.strip();
        try {
            return Optional.of(day.contains("-") ? LocalDate.parse(day) : LocalDate.parse(day, TYPED));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String print(LocalDate day) {
        return PRINTED.format(day);
    }
}
