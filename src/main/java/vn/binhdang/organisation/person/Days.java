package vn.binhdang.organisation.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;

/** Days as people write and read them. */
public final class Days {
    private Days() {}

    /** 01/07/2025. */
    public static String print(LocalDate day) {
        return TypedDay.print(day);
    }

    /** Null for what is no day. */
    public static @Nullable LocalDate read(@Nullable String typed) {
        return TypedDay.read(typed).orElse(null);
    }

    /** The day a page is asked for ("as of"): today for what is no day or is out of every register. */
    public static LocalDate asked(@Nullable String typed, LocalDate today) {
        var day = read(typed);
        return day == null || day.getYear() < 1945 || day.getYear() > 2100 ? today : day;
    }
}
