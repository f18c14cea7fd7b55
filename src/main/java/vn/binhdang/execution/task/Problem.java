package vn.binhdang.execution.task;

import java.util.List;

/** What has to be mended in a form: the field and a sentence. */
public record Problem(String field, String messageKey, List<Object> arguments) {
    public Problem(String field, String messageKey, Object... arguments) {
        this(field, messageKey, List.of(arguments));
    }
}
