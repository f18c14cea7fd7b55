package vn.binhdang.document;

/** Where an outgoing document stands. From ISSUED on its words never change. */
public enum DocumentState {
    DRAFT,
    SUBMITTED,
    SENT_BACK,
    APPROVED,
    ISSUED,
    /** replaced by a later document of the same form */
    SUPERSEDED,
    RECALLED;

    /** Who drafts may still write. */
    public boolean editable() {
        return this == DRAFT || this == SENT_BACK;
    }

    public boolean issued() {
        return this == ISSUED || this == SUPERSEDED || this == RECALLED;
    }
}
