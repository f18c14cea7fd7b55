package vn.binhdang.statistics.collection;

/** What becomes of a form in which a rule does not hold. */
public enum Severity {
    /** It cannot be submitted. */
    ERROR,
    /** It can, with a note that says why. */
    WARNING;

    public String messageKey() {
        return this == ERROR ? "statistics.collection.severity.error" : "statistics.collection.severity.warning";
    }
}
