package vn.binhdang.audit;

/** What a row of the record is about. */
public enum Kind {
    CHANGE,
    /** A rule or a missing role forbade it; nothing was changed. */
    REFUSAL,
    /** Somebody signed in, out, or tried to. */
    SIGN_IN,
    /** Somebody looked at personal data, or at this record. */
    READING,
    /** Data left the product as a file. */
    EXPORT;

    /** "signIn": the last part of message keys. */
    public String word() {
        return this == SIGN_IN ? "signIn" : name().toLowerCase(java.util.Locale.ROOT);
    }
}
