package vn.binhdang.execution.task;

/** Somebody else reported on the task since the form was shown. Nothing was stored; both are to be shown. */
final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken() {
        super("the task has a newer report");
    }
}
