package vn.binhdang.kernel;

import java.util.List;

/** The rules forbid it now: shown as a sentence with the reason (409). Arguments name what the sentence speaks of. */
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> arguments;

    public Refused(String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
