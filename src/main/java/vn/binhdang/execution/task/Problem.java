package vn.binhdang.execution.task;

import java.util.List;

/** What has to be mended in a form: the field and a sentence. */
record Problem(String field, String messageKey, List<Object> arguments) {
    Problem(String field, String messageKey, Object... arguments) {
        this(field, messageKey, List.of(arguments));
    }
}
