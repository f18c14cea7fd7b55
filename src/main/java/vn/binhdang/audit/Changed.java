package vn.binhdang.audit;

import org.jspecify.annotations.Nullable;

/**
 * A field that changed, as a value of the fields of an audit row. Of a personal field only keyed hashes are kept: whoever
 * has the value and the installation's key can prove that it was this one, nobody can read it from the record.
 */
public final class Changed {
    private final @Nullable Object before;
    private final @Nullable Object after;
    private final boolean personal;

    private Changed(@Nullable Object before, @Nullable Object after, boolean personal) {
        this.before = before;
        this.after = after;
        this.personal = personal;
    }

    /** States, numbers, days, ids: may be read by everybody who may see the history. */
    public static Changed of(@Nullable Object before, @Nullable Object after) {
        return new Changed(before, after, false);
    }

    /** Names, birth, contact, anything about a person. */
    public static Changed personal(@Nullable Object before, @Nullable Object after) {
        return new Changed(before, after, true);
    }

    @Nullable
    Object before() {
        return before;
    }

    @Nullable
    Object after() {
        return after;
    }

    boolean personal() {
        return personal;
    }

    /** Without the values: exceptions and logs may print it. */
    @Override
    public String toString() {
        return personal ? "Changed[personal]" : "Changed[]";
    }
}
