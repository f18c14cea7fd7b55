package vn.binhdang.execution.oversight;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list of missions is narrowed down to.
 * @param words each must occur in subject, number or a unit, without regard to case and diacritics
 */
public record MissionFilter(
        String words,
        @Nullable Integer year,
        @Nullable OversightKind kind,
        @Nullable Phase phase,
        @Nullable Sender whose) {
    private static final int LONGEST = 200;

    static MissionFilter of(
            @Nullable String words,
            @Nullable String year,
            @Nullable String kind,
            @Nullable String phase,
            @Nullable String whose) {
        String typed = words == null ? "" : words.strip();
        return new MissionFilter(
                typed.substring(0, Math.min(typed.length(), LONGEST)),
                year != null && year.matches("20\\d\\d") ? Integer.valueOf(year) : null,
                OversightKind.named(kind).orElse(null),
                Phase.named(phase).orElse(null),
                Sender.named(whose).orElse(null));
    }

    public boolean isEmpty() {
        return words.isEmpty() && year == null && kind == null && phase == null && whose == null;
    }

    String addressAfter(String key) {
        var address = UriComponentsBuilder.fromPath("/oversight");
        if (!words.isEmpty()) address.queryParam("q", "{q}");
        if (year != null) address.queryParam("year", year);
        if (kind != null) address.queryParam("kind", kind.name());
        if (phase != null) address.queryParam("phase", phase.name());
        if (whose != null) address.queryParam("whose", whose.name());
        address.queryParam("after", key);
        return words.isEmpty()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(words).toUriString();
    }
}
