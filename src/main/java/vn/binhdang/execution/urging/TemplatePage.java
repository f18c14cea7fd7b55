package vn.binhdang.execution.urging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words to begin with, being written.
 * @param action where the form goes
 * @param endAction where it is taken out of use; empty for a new one and one of the product
 */
public record TemplatePage(
        List<Tab> tabs,
        String title,
        String action,
        String endAction,
        boolean readOnly,
        String name,
        List<Choice> occasions,
        String words,
        int version,
        String fields,
        @Nullable String nameMistake,
        @Nullable String wordsMistake) {
    public record Choice(String value, String words, boolean chosen) {}
}
