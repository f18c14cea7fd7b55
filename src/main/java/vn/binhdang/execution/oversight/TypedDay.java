package vn.binhdang.execution.oversight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** A day as it is typed (05/4/2026, 05.4.2026, 05-4-2026), or as a date field of a browser sends it (2026-04-05). */
final class TypedDay {
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Outside of these a day is a slip of the hand: 2206 for 2026. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private TypedDay() {}

    /** Empty for what is no day, or one that no office means. */
    static Optional<LocalDate> read(String typed) {
        String day = typed.strip();
        try {
            var read = day.matches("\\d{4}-.*")
                    ? LocalDate.parse(day)
                    : LocalDate.parse(day.replaceAll("[.-]", "/"), TYPED);
            return read.isBefore(FIRST) || read.isAfter(LAST) ? Optional.empty() : Optional.of(read);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String print(LocalDate day) {
        return PRINTED.format(day);
    }
}
