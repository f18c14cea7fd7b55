package vn.binhdang.statistics.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.binhdang.statistics.indicator.SearchWords;
import vn.binhdang.statistics.indicator.Theme;

/**
 * What the scorecard is narrowed to. What no list offers is left out, as if nobody had chosen it.
 *
 * @param words of the name or the code of the indicator
 * @param year of the target
 * @param start place of the first row on the page
 */
record ScoreFilter(
        String words,
        Standing.@Nullable Verdict standing,
        @Nullable Integer year,
        @Nullable Theme theme,
        int start) {

    static ScoreFilter of(String words, String standing, String year, String theme, int start) {
        return new ScoreFilter(
                words.strip(),
                Arrays.stream(Standing.Verdict.values())
                        .filter(one -> one.name().equals(standing))
                        .findFirst()
                        .orElse(null),
                year.matches("\\d{4}") ? Integer.valueOf(year) : null,
                Theme.named(theme).orElse(null),
                start);
    }

    boolean isNarrowed() {
        return !words.isEmpty() || standing != null || year != null || theme != null;
    }

    /** Apart from how it stands, which is known only when its figures are. */
    boolean fits(Subject subject, SearchWords sought) {
        return (theme == null || theme == subject.theme())
                && sought.areIn(subject.code(), subject.name(), subject.alsoCalled());
    }

    boolean fits(Goal goal) {
        return year == null || year == goal.year();
    }

    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("q", words);
        parameters.put("theme", theme == null ? "" : theme.name());
        parameters.put("year", year == null ? "" : String.valueOf(year));
        parameters.put("standing", standing == null ? "" : standing.name());
        return parameters;
    }
}
