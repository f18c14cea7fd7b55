package vn.binhdang.document;

import java.util.List;

/** JSON that is no administrative document; the sentence under {@link #messageKey} says where and what is expected. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<String> arguments;

    MalformedJson(String messageKey, String... arguments) {
        super(messageKey + " " + String.join(" ", arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    /** The place first: "tasks[2].due". */
    public List<String> arguments() {
        return arguments;
    }
}
