package vn.binhdang.messaging.preference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param address confirmed; null when there is none
 * @param pending waits for its code; null when none does
 * @param typedAddress as typed, when it was not accepted
 * @param problems field to message key
 * @param done message key of what was just stored; null when nothing was
 */
public record PreferencePage(
        List<Way> ways,
        String language,
        boolean quiet,
        String quietFrom,
        String quietTo,
        boolean workingDaysOnly,
        boolean mailOpen,
        @Nullable String address,
        @Nullable String pending,
        String typedAddress,
        Map<String, String> problems,
        @Nullable String done) {

    public @Nullable String problem(String field) {
        return problems.get(field);
    }

    /** @param choices the ways of delivery that can be chosen for the kind */
    public record Way(String key, String name, boolean required, List<Choice> choices) {}

    public record Choice(String value, String words, boolean chosen) {}
}
