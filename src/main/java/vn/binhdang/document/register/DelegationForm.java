package vn.binhdang.document.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;

/** What was typed to record a power to sign; days as dd/mm/yyyy. */
public record DelegationForm(
        @Nullable String capacity,
        @Nullable String to,
        @Nullable String scope,
        @Nullable String reference,
        @Nullable String from,
        @Nullable String lastDay) {

    static final DelegationForm EMPTY = new DelegationForm("TL", "", "", "", "", "");

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Null for an empty field and for what is no day. */
    static @Nullable LocalDate day(@Nullable String typed) {
        return TypedDay.read(text(typed)).orElse(null);
    }
}
