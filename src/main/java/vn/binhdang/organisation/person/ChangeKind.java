package vn.binhdang.organisation.person;

/** What was done to a record. */
public enum ChangeKind {
    ENTER,
    CORRECT,
    MOVE,
    ADD_OFFICE,
    CORRECT_OFFICE,
    END_OFFICE,
    FACT,
    LEAVE,
    IMPORT,
    UNDO;

    /** "addOffice": the last part of message keys and of the deed's name in the audit. */
    public String word() {
        return FactKind.word(name());
    }
}
