package vn.binhdang.organisation.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/** Days as people write and read them. */
public final class Days {
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private Days() {}

    /** 01/07/2025. */
    public static String print(LocalDate day) {
        return PRINTED.format(day);
    }

    /** 2025-07-01, as date fields send it, or 1/7/2025; null for what is no day. */
    public static @Nullable LocalDate read(@Nullable String typed) {
        if (typed == null) return null;
        try {
            return typed.contains("/") ? LocalDate.parse(typed.strip(), TYPED) : LocalDate.parse(typed.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day a page is asked for ("as of"): today for what is no day or is out of every register. */
    public static LocalDate asked(@Nullable String typed, LocalDate today) {
        var day = read(typed);
        return day == null || day.getYear() < 1945 || day.getYear() > 2100 ? today : day;
    }
}
