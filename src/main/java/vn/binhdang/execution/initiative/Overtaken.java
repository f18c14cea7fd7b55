package vn.binhdang.execution.initiative;

/** Somebody else stored something newer since the form was shown. Nothing was stored; both are to be shown. */
final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken() {
        super("there is a newer version");
    }
}
