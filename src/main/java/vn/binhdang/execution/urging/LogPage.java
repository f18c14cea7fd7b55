package vn.binhdang.execution.urging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Acts of the own office, or what they come to by unit. */
public record LogPage(
        List<Tab> tabs,
        String status,
        String from,
        @Nullable String fromMistake,
        String to,
        @Nullable String toMistake,
        String unit,
        @Nullable String unitMistake,
        String words,
        List<Choice> states,
        List<Row> rows,
        List<UnitRow> units,
        String next,
        String file) {
    public record Choice(String value, String words, boolean chosen) {}

    public record Row(
            String href,
            String when,
            String unit,
            String recipient,
            String way,
            String things,
            String state,
            String mark) {}

    public record UnitRow(
            String name,
            String href,
            int acts,
            int things,
            int answered,
            int heard,
            int late,
            String median,
            String last) {}
}
