package vn.binhdang.execution.initiative;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.kernel.UnitId;

/**
 * What the portfolio is narrowed down to.
 * @param words each must occur in title or proposal, without regard to case and diacritics
 * @param unit as typed; unitId is what it means, null when nothing or not known
 */
public record InitiativeFilter(
        String words,
        @Nullable Phase phase,
        @Nullable InitiativeKind kind,
        @Nullable Integer year,
        String unit,
        @Nullable UnitId unitId) {
    private static final int LONGEST = 200;

    static InitiativeFilter of(String words, String phase, String kind, String year, String unit, @Nullable UnitId id) {
        String typed = words.strip();
        return new InitiativeFilter(
                typed.substring(0, Math.min(typed.length(), LONGEST)),
                Phase.named(phase).orElse(null),
                InitiativeKind.named(kind).orElse(null),
                year.matches("20\\d\\d") ? Integer.valueOf(year) : null,
                unit.strip(),
                id);
    }

    public boolean isEmpty() {
        return words.isEmpty() && phase == null && kind == null && year == null && unit.isEmpty();
    }

    public String yearText() {
        return year == null ? "" : String.valueOf(year);
    }

    String addressAfter(Object key) {
        return UriComponentsBuilder.fromPath("/initiatives")
                .queryParam("q", "{q}")
                .queryParam("phase", phase == null ? "" : phase.name())
                .queryParam("kind", kind == null ? "" : kind.name())
                .queryParam("year", yearText())
                .queryParam("unit", "{unit}")
                .queryParam("after", key)
                .encode()
                .buildAndExpand(words, unit)
                .toUriString();
    }
}
