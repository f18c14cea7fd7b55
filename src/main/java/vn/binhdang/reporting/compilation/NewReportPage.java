package vn.binhdang.reporting.compilation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param plans issued ones; empty when there is nothing to report on yet
 * @param periods half-years, year and quarters; {@code months} beside them
 * @param mistakes sentence by field
 * @param standing address of the report that is already there for the chosen window
 */
public record NewReportPage(
        List<Choice> plans,
        String plan,
        int year,
        List<Period> periods,
        List<Period> months,
        boolean other,
        String label,
        String from,
        String to,
        String addressees,
        Map<String, String> mistakes,
        @Nullable String standing) {

    public record Choice(String value, String label, boolean chosen) {}

    /** @param window "15/12/2023 – 14/06/2024" */
    public record Period(String code, String label, String window, boolean chosen) {}

    public boolean monthChosen() {
        return months.stream().anyMatch(Period::chosen);
    }

    public String mistake(String field) {
        return mistakes.getOrDefault(field, "");
    }
}
