package vn.binhdang.statistics;

/** Where the answer of one unit in one form stands. */
public enum SubmissionState {
    /** Being filled in. */
    DRAFT,
    /** Lies with whoever accepts; cannot be changed meanwhile. */
    SUBMITTED,
    /** Came back with reasons; is filled in again. */
    RETURNED,
    /** Counts in every total above it; is never changed again, an amendment is a revision of its own. */
    ACCEPTED,
    /** Counted until an amendment took its place. */
    REPLACED;

    public boolean mayBeFilled() {
        return this == DRAFT || this == RETURNED;
    }

    /** "statistics.state.draft". */
    public String messageKey() {
        return "statistics.state." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
