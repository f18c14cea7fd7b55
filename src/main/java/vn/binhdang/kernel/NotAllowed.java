package vn.binhdang.kernel;

import java.util.Locale;

/** The record is theirs to see, but the act belongs to another role (403). */
public final class NotAllowed extends Refused {
    private static final long serialVersionUID = 1L;

    public NotAllowed(Role needed) {
        super("kernel.notAllowed." + needed.name().toLowerCase(Locale.ROOT));
    }
}
