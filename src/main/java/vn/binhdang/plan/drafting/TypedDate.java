package vn.binhdang.plan.drafting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;

/** A date as people type it, with the reason when it is none. */
public sealed interface TypedDate {
    /** @param day null when nothing was typed */
    record Day(@Nullable LocalDate day) implements TypedDate {}

    /** @param messageKey what is wrong; it names what was typed */
    record Wrong(String messageKey) implements TypedDate {}

    static TypedDate of(String typed) {
        if (typed.isBlank()) return new Day(null);
        return TypedDay.read(typed)
                .<TypedDate>map(Day::new)
                .orElseGet(() -> new Wrong(
                        TypedDay.looksLikeOne(typed) ? "plan.drafting.date.none" : "plan.drafting.date.shape"));
    }

    static String printed(@Nullable LocalDate day) {
        return TypedDay.print(day);
    }
}
