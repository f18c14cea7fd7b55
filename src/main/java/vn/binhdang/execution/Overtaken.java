package vn.binhdang.execution;

/** Somebody else stored something newer since the form was shown. Nothing was stored; both are to be shown. */
public final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Overtaken() {
        super("there is a newer version");
    }
}
