package vn.binhdang.kernel;

/** The record is theirs to see, but the act belongs to another role (403). */
public final class NotAllowed extends Refused {
    private static final long serialVersionUID = 1L;

    private final Action action;

    public NotAllowed(Action action) {
        super("kernel.notAllowed." + action.word());
        this.action = action;
    }

    private NotAllowed(String messageKey, Action action) {
        super(messageKey, action.name());
        this.action = action;
    }

    /** A role may allow it, but the token with which a program acts was not made for it. */
    static NotAllowed outsideToken(Action action) {
        return new NotAllowed("kernel.notAllowed.token", action);
    }

    public Action action() {
        return action;
    }
}
