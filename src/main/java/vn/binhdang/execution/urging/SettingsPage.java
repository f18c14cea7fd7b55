package vn.binhdang.execution.urging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rule, the words, and the days of an agency. */
public record SettingsPage(
        List<Tab> tabs,
        String status,
        String rule,
        String source,
        List<String> steps,
        RuleTyped typed,
        List<StepTyped> stepFields,
        List<Choice> recipients,
        List<Template> templates,
        List<Day> days,
        DayTyped dayTyped) {
    public record Choice(String value, String words) {}

    public record StepTyped(String days, String recipient) {}

    public record RuleTyped(
            String from,
            boolean automatic,
            boolean byMail,
            String shift,
            String answerDays,
            String source,
            @Nullable String fromMistake,
            @Nullable String stepsMistake,
            @Nullable String answerDaysMistake,
            @Nullable String sourceMistake) {}

    public record Template(String href, String name, String occasion, String words, boolean own) {}

    public record Day(String iso, String day, String name, boolean rest, String source) {}

    public record DayTyped(
            String day,
            String name,
            String source,
            boolean work,
            @Nullable String dayMistake,
            @Nullable String nameMistake) {}
}
