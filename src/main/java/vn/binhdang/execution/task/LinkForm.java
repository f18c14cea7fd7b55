package vn.binhdang.execution.task;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;

/**
 * What was typed of a link as evidence, as typed.
 * @param link an address that shows the result; empty: none
 * @param linkTitle of what it shows
 * @param linkDate of what it shows, as {@link TypedDay} reads it
 */
public record LinkForm(
        @Nullable String link,
        @Nullable String linkTitle,
        @Nullable String linkDate) {
    public static final LinkForm NONE = new LinkForm("", "", "");

    public LinkForm {
        link = text(link);
        linkTitle = text(linkTitle);
        linkDate = text(linkDate);
    }

    /** One of its fields is enough: the others are asked for then. */
    public boolean isEmpty() {
        return (address() + title() + date()).isEmpty();
    }

    public String address() {
        return String.valueOf(link);
    }

    public String title() {
        return String.valueOf(linkTitle);
    }

    public String date() {
        return String.valueOf(linkDate);
    }

    /** @throws DateTimeException when it is no day */
    @Nullable
    LocalDate day() {
        String day = date();
        if (day.isEmpty()) return null;
        return TypedDay.read(day).orElseThrow(() -> new DateTimeException("no day"));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    }
}
