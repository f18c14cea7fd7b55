package vn.binhdang.kernel;

/** The record is theirs to see, but the act belongs to another role (403). */
public final class NotAllowed extends Refused {
    private static final long serialVersionUID = 1L;

    private final Action action;

    public NotAllowed(Action action) {
        super("kernel.notAllowed." + action.word());
        this.action = action;
    }

    public Action action() {
        return action;
    }
}
