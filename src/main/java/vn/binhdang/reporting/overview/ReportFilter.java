package vn.binhdang.reporting.overview;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.binhdang.document.DocumentState;

/**
 * What the list of reports is narrowed down to.
 * @param words each must occur in period, subject, plan or number, without regard to case and diacritics
 */
public record ReportFilter(
        String words,
        @Nullable Integer year,
        @Nullable String period,
        @Nullable DocumentState state) {
    static final List<String> PERIODS = List.of("FIRST_HALF", "SECOND_HALF", "YEAR", "QUARTER", "MONTH", "OTHER");

    private static final int LONGEST = 200;

    /** Whatever stands in an address: what is not understood does not narrow anything down. */
    static ReportFilter of(
            @Nullable String words, @Nullable String year, @Nullable String period, @Nullable String state) {
        String typed = words == null ? "" : words.strip();
        return new ReportFilter(
                typed.substring(0, Math.min(typed.length(), LONGEST)),
                year != null && year.matches("\\d{4}") ? Integer.valueOf(year) : null,
                period != null && PERIODS.contains(period) ? period : null,
                Arrays.stream(DocumentState.values())
                        .filter(one -> one.name().equals(state))
                        .findFirst()
                        .orElse(null));
    }

    public boolean isEmpty() {
        return words.isEmpty() && year == null && period == null && state == null;
    }

    String addressAfter(String key) {
        var address = UriComponentsBuilder.fromPath("/reports");
        if (!words.isEmpty()) address.queryParam("q", "{q}");
        if (year != null) address.queryParam("year", year);
        if (period != null) address.queryParam("period", period);
        if (state != null) address.queryParam("state", state.name());
        address.queryParam("after", key);
        return words.isEmpty()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(words).toUriString();
    }

    /** The states that somebody can meet in the list. */
    static List<DocumentState> states(boolean everyState) {
        var issued = Set.of(DocumentState.ISSUED, DocumentState.SUPERSEDED, DocumentState.RECALLED);
        return Arrays.stream(DocumentState.values())
                .filter(state -> everyState || issued.contains(state))
                .toList();
    }
}
