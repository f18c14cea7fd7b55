package vn.binhdang.organisation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.binhdang.calendar.TypedDay;

/**
 * The day on which a page about units stands: {@code ?on=2025-07-01} in addresses, 01/07/2025 as shown and typed, today
 * when nothing is said. The template {@code organisation/asOf} is its switch.
 * @param wrong what was typed and is no day; the page then stands on today
 */
public record AsOf(LocalDate day, LocalDate today, @Nullable String wrong) {
    private static final int LONGEST = 40;

    public static AsOf of(@Nullable String on, LocalDate today) {
        if (on == null || on.isBlank()) return new AsOf(today, today, null);
        return typed(on)
                .map(day -> new AsOf(day, today, null))
                .orElseGet(() -> new AsOf(
                        today,
                        today,
                        on.strip().substring(0, Math.min(on.strip().length(), LONGEST))));
    }

    /** A day as people type it (1/7/2025, 01.07.2025) or as addresses carry it; empty for what is no day. */
    public static Optional<LocalDate> typed(@Nullable String text) {
        return TypedDay.read(text);
    }

    public static String shown(LocalDate day) {
        return TypedDay.print(day);
    }

    public String shown() {
        return shown(day);
    }

    public boolean isToday() {
        return day.equals(today);
    }

    /** The address with the day, so that whoever follows a link stays on it; today needs none. */
    public String carry(String address) {
        if (isToday()) return address;
        return address + (address.contains("?") ? "&" : "?") + "on=" + day;
    }

    /** A parameter of the page that stays when the day changes. */
    public record Field(String name, String value) {}

    /** An address with further parameters, encoded. */
    public static String address(String path, List<Field> fields) {
        if (fields.isEmpty()) return path;
        return path
                + fields.stream()
                        .map(field -> field.name() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
