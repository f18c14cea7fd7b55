package vn.binhdang.kernel;

/** It is not there, or not theirs: one and the same 404, so that nothing can be learnt from the difference. */
public class NotVisible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotVisible(String what) {
        super(what);
    }
}
