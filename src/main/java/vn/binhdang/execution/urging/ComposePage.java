package vn.binhdang.execution.urging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Before it is sent: to whom, for what, in which words, by which way.
 * @param reports a report is urged for, not tasks
 * @param quiet why it cannot be sent today by notice or e-mail; empty on a working day
 * @param without chosen tasks that nobody leads
 */
public record ComposePage(
        List<Tab> tabs,
        boolean reports,
        List<Group> groups,
        List<Choice> units,
        String report,
        String reportDue,
        List<Choice> ways,
        List<Choice> templates,
        String words,
        String answerBy,
        boolean coordinating,
        String query,
        String quiet,
        int without,
        String fields,
        @Nullable String wordsMistake,
        @Nullable String answerByMistake,
        @Nullable String wayMistake,
        @Nullable String reportMistake,
        @Nullable String reportDueMistake,
        @Nullable String thingsMistake) {
    public record Choice(String value, String words, boolean chosen) {}

    public record Group(String unit, String name, List<Choice> recipients, List<Line> lines) {}

    public record Line(String id, String text, String due, boolean late) {}
}
